import { parseFormula } from '../../../../src/functions/parse';
import { printFormula } from '../../../../src/functions/read/formula/print-formula';
import { parse } from '../../../support/check-text';
import { refusal } from '../../../support/refusal';

// By the definitions of these functions, from those of JavaScript.
test.each([
  ['cot', 1 / Math.tan(0.7)],
  ['ctg', 1 / Math.tan(0.7)],
  ['sec', 1 / Math.cos(0.7)],
  ['csc', 1 / Math.sin(0.7)],
  ['cosec', 1 / Math.sin(0.7)],
  ['coth', 1 / Math.tanh(0.7)],
  ['sech', 1 / Math.cosh(0.7)],
  ['csch', 1 / Math.sinh(0.7)],
  ['tg', Math.tan(0.7)],
  ['arctg', Math.atan(0.7)],
  ['arcctg', Math.atan(1 / 0.7)],
  ['lg', Math.log10(0.7)],
  ['LB', Math.log2(0.7)],
  ['sh', Math.sinh(0.7)],
  ['ch', Math.cosh(0.7)],
  ['th', Math.tanh(0.7)],
  ['sgn', Math.sign(0.7)],
  ['trunc', Math.trunc(0.7)],
  ['root', Math.sqrt(0.7)],
  ['fabs', Math.abs(0.7)],
])('%s is not known here, and its formula is told, which is right', (name, expected) => {
  const { message, marked } = refusal(() => parse(`${name}(x)`));
  const [start, written = ''] = message.split(': write ');
  expect([start, marked]).toEqual([`unknown function '${name}'`, name]);
  expect(parseFormula(written).valuesAt(0.7).at(-1)).toBeCloseTo(expected, 14);
});

test.each([
  ['x > 1 or x < 0 ? 1 : 2', 'or', 'write || for "or"'],
  ['not x', 'not', 'write ! for "not", as in !(x > 0)'],
  ['THEN', 'THEN', 'a choice is written x > 0 ? x : 0'],
  ['2*else', 'else', 'a choice is written x > 0 ? x : 0'],
  ['nan', 'nan', 'a finite number is needed'],
  ['-Infinity', 'Infinity', 'a finite number is needed'],
  ['prototype*x', 'prototype', "the name 'prototype' is not allowed: JavaScript's objects use it"],
  ['toString', 'toString', "the name 'toString' is not allowed: JavaScript's objects use it"],
  ['expsin(x)', 'expsin', "the names in 'expsin' run together: write exp(sin(x))"],
  ['SinCos(x)', 'SinCos', "unknown function 'SinCos'. Did you mean 'sinc'?"],
  ['sinn(x)', 'sinn', "unknown function 'sinn'. Did you mean 'sin'?"],
  ['sn(x)', 'sn', "unknown function 'sn'. For a product write sn*(...)"],
  ['foo(x)', 'foo', "unknown function 'foo'. For a product write foo*(...)"],
  ['pie', 'pie', "the names in 'pie' run together: write pi*e"],
  ['exx', 'exx', "the names in 'exx' run together: write e*x*x"],
  ['sinxcosx', 'sinxcosx', "the names in 'sinxcosx' run together: write sin(x)"],
  ['xsincos', 'xsincos', "the names in 'xsincos' run together: write x*sin(x)*cos(x)"],
  ['sin12pix', 'sin12pix', "the names in 'sin12pix' run together: write sin(12*pi*x)"],
  ['maxx', 'maxx', "the names in 'maxx' run together: write max(a, b)"],
  ['maxsinx', 'maxsinx', "the names in 'maxsinx' run together: write max(a, b)"],
])('%p at %p: %s', (text, marked, message) => {
  expect(refusal(() => parse(text))).toEqual({ message, marked });
});

test.each(['sin2', 'x2', 'e2', '_sin', 'cost', 'max1', 'E', 'signal', 'a1b', 'xx', 'sn*x', 'sn x'])(
  '%s has a name of its own, and is a variable',
  (text) => {
    expect(printFormula(parse(text))).toBe(text.replace(' ', '*'));
  },
);
