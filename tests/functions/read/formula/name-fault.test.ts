import { parseFormula } from '../../../../src/functions/parse';
import { printFormula } from '../../../../src/functions/read/formula/print-formula';
import { parse } from '../../../support/formula-reader';
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
  ['fabs', Math.abs(0.7)],
  ['acot', Math.PI / 2 - Math.atan(0.7)],
  ['arccot', Math.PI / 2 - Math.atan(0.7)],
  ['asec', Math.acos(1 / 1.7), 1.7],
  ['arcsec', Math.acos(1 / 1.7), 1.7],
  ['acsc', Math.asin(1 / 1.7), 1.7],
  ['arccsc', Math.asin(1 / 1.7), 1.7],
  ['acoth', Math.atanh(1 / 1.7), 1.7],
  ['asech', Math.acosh(1 / 0.7)],
  ['acsch', Math.asinh(1 / 0.7)],
  ['ld', Math.log2(0.7)],
  ['log_2', Math.log2(0.7)],
  ['log_10', Math.log10(0.7)],
  ['log_3', Math.log(0.7) / Math.log(3)],
  ['exp10', Math.pow(10, 0.7)],
  ['logit', Math.log(0.7 / 0.3)],
  ['signum', Math.sign(-1.7), -1.7],
  ['heaviside', 0, -1.7],
  ['int', Math.trunc(-1.7), -1.7],
  ['fix', Math.trunc(-1.7), -1.7],
  ['frac', 0.7, 1.7],
  ['fract', 0.7, 1.7],
  ['nthroot', Math.cbrt(0.7)],
  ['clip', 1, 1.7],
  ['clamp', 0, -1.7],
  ['relu6', 6, 7],
  // The normal distribution: https://en.wikipedia.org/wiki/Standard_normal_table, at one standard deviation.
  ['normcdf', 0.841344746068543, 1],
  ['radians', Math.PI / 2, 90],
  ['degrees', 180, Math.PI],
  ['sind', 0.5, 30],
  ['cosd', 0.5, 60],
  ['tand', 1, 45],
  ['where', 0, -1.7],
  ['iif', 1.7, 1.7],
  ['ifelse', 0, -1.7],
  ['piecewise', 1.7, 1.7],
])('%s is not known here, and its formula is told, which is right', (name, expected, x = 0.7) => {
  const { message, marked } = refusal(() => parse(`${name}(x)`));
  const [start, written = ''] = message.split(': write ');
  expect([start, marked]).toEqual([`unknown function '${name}'`, name]);
  expect(parseFormula(written).valuesAt(x).at(-1)).toBeCloseTo(expected, 14);
});

test.each([
  ['root(x, 3)', 'root', "unknown function 'root': write sqrt(x) or x^(1/3)"],
  ['sqr(x)', 'sqr', "unknown function 'sqr': write x^2 or sqrt(x)"],
  ['arctan2(x, 1)', 'arctan2', "unknown function 'arctan2': write atan2(y, x)"],
  ['sec x', 'sec', "unknown function 'sec': write 1/cos(x). For a product write sec*..."],
  ['cot x', 'cot', "unknown function 'cot': write 1/tan(x). For a product write cot*..."],
])('%s is no product of two variables: %s', (text, marked, message) => {
  expect(refusal(() => parse(text))).toEqual({ message, marked });
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
  ['foo(max(x, 1))', 'foo', "unknown function 'foo'. For a product write foo*(...)"],
  ['foo(x, 1)', 'foo', "unknown function 'foo'."],
  ['if(x > 0, x, 0)', 'if', 'a choice is written x > 0 ? x : 0'],
  ['not(x > 0) ? 1 : 2', 'not', 'write ! for "not", as in !(x > 0)'],
  ['erfinv(x)', 'erfinv', "unknown function 'erfinv'. For a product write erfinv*(...)"],
  ['logaddexp', 'logaddexp', "unknown function 'logaddexp': write log(exp(a) + exp(b))"],
  ['pie', 'pie', "the names in 'pie' run together: write pi*e"],
  ['exx', 'exx', "the names in 'exx' run together: write e*x*x"],
  ['sinxcosx', 'sinxcosx', "the names in 'sinxcosx' run together: write sin(x)*cos(x)"],
  ['xlnx', 'xlnx', "the names in 'xlnx' run together: write x*ln(x)"],
  [
    'xsin2xcospix',
    'xsin2xcospix',
    "the names in 'xsin2xcospix' run together: write x*sin(2*x)*cos(pi*x)",
  ],
  ['xsincos', 'xsincos', "the names in 'xsincos' run together: write x*sin(cos(x))"],
  [
    'xlnlnxexpsinx',
    'xlnlnxexpsinx',
    "the names in 'xlnlnxexpsinx' run together: write x*ln(ln(x))*exp(sin(x))",
  ],
  ['xmaxcosx', 'xmaxcosx', "the names in 'xmaxcosx' run together: write x*max(a, b)*cos(x)"],
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
