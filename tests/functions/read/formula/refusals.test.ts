/** @file What formulas are told that are nearly right, beyond the cases of parse-formula.test.ts. */

import { parse } from '../../../support/check-text';
import { printFormula } from '../../../../src/functions/read/formula/print-formula';
import { refusal } from '../../../support/refusal';

const POINT = 'use a point for the decimals, as in 0.5';
const COMMA = 'a comma stands between the arguments of a function, as in max(a, b)';
const PARENTHESES = ': use round parentheses, ( and )';
const MINUS = ': use the minus sign of the keyboard, -';
const DERIVATIVE = ': a derivative is written after the formula and a semicolon, as in x^2; 2*x';
const ONLY_FIRST =
  'only the first derivative is taken: for the second, write the first as the formula';
const meaningless = (sign: string, hint: string): string =>
  `'${sign}' has no meaning in a formula${hint}`;

test.each(['', '  '])('%j is no formula', (text) => {
  expect(() => parse(text)).toThrow("there is no formula: write one, as in 'x*exp(-x)'");
});

test.each([
  ['(x > 0) + 1', '(x > 0)', 'a comparison is no number: write x > 0 ? 1 : 0'],
  ['1 - (x > 0)', '(x > 0)', 'a comparison is no number: write x > 0 ? 1 : 0'],
  ['x > 0 ? x > 1 : 2', 'x > 1', 'a comparison is no number: write x > 1 ? 1 : 0'],
  ['x > 0 ? 1 : x > 1', 'x > 1', 'a comparison is no number: write x > 1 ? 1 : 0'],
  ['elu(x, y*2)', 'y*2', 'the parameters of elu must be numbers'],
  ['elu(x, max(y, 2))', 'max(y, 2)', 'the parameters of elu must be numbers'],
  ['sin x 2', '2', 'write sin(x)*2 or sin(x*2)'],
  ['exp -x + 1', 'exp -x', 'write exp(-x) or exp(x)-x'],
  ['2exp-x^2', 'exp-x^2', 'write exp(-x^2) or exp(x)-x^2'],
  ['sin -cos(x)', 'sin -cos(x)', 'write sin(-cos(x)) or sin(x)-cos(x)'],
  ['sin -2x^2', 'sin -2x^2', 'write sin(-2x^2) or sin(x)-2x^2'],
  ['sin -2ln|x-(1)| + x', 'sin -2ln|x-(1)|', 'write sin(-2ln|x-(1)|) or sin(x)-2ln|x-(1)|'],
  ['|sin -x|', 'sin -x', 'write sin(-x) or sin(x)-x'],
  ['1/2 ln|x|', 'ln|x|', 'write 1/2*ln|x| or 1/(2*ln|x|)'],
  ['scale -x', 'scale', 'scale is a function: write scale(x, c)'],
  ['sin -', 'sin', 'sin is a function: write sin(x)'],
  ['sin x cos y', 'cos y', 'write sin(x)*cos y or sin(x*cos y)'],
  ['sin x^exp 2', '^exp 2', 'write sin(x)^exp 2 or sin(x^exp 2)'],
  ['sin x cost', 'cost', 'write sin(x)*cost or sin(x*cost)'],
  ['x/2 sin x', 'sin x', 'write x/2*sin x or x/(2*sin x)'],
  ['sin x^-y z', '^-y', 'write sin(x)^-y or sin(x^-y)'],
  ['2e-x', '2e-', 'write 2*e - ... or 2*e^-...'],
  ['2e-', '', "a number is missing after '-'"],
  ['x/2√y', '√y', 'write x/2*√y or x/(2*√y)'],
  ['x/2(y)^2', '(y)^2', 'write x/2*(y)^2 or x/(2*(y)^2)'],
  ['x/2y²', 'y²', 'write x/2*y² or x/(2*y²)'],
  ['x/2sin((y+1)*2)z', 'sin((y+1)*2)', 'write x/2*sin((y+1)*2) or x/(2*sin((y+1)*2))'],
  ['x/2(y', '(y', 'write x/2*(y or x/(2*(y)'],
  ['(x + 1)²³ ^ (y   + 2)', '^', 'write ((x + 1)^23)^(y + 2) or (x + 1)^(23^(y + 2))'],
  [`(${'x+'.repeat(20)}x) 2`, '2', 'write ...*2 or ...^2'],
  ['sin²', 'sin²', 'write sin(x)^2'],
  ['sin^-2(x)', 'sin^-2', 'write sin(x)^(-2)'],
  ['sin⁻¹ x', 'sin⁻¹', 'write asin(x) or 1/sin(x)'],
  ['cos^-1 ((x+1)*2)', 'cos^-1', 'write acos((x+1)*2) or 1/cos((x+1)*2)'],
  ['sin^2((x)', 'sin^2', 'write sin(...)^2'],
  ['d^2/dx^2 x^3', 'd^2/dx^2', ONLY_FIRST],
  ['d2/dx2 x^3', 'd2/dx2', ONLY_FIRST],
  ['d³/dt³ t', 'd³/dt³', ONLY_FIRST],
  ['d^2/t x', 'x', 'write d^2/t*x or d^2/(t*x)'],
  ['d/dx x^2', 'x^2', 'the derivative is taken of the formula alone: leave out d/dx'],
  ['log3(x)', 'log3', "unknown function 'log3': write log(x)/log(3)"],
  ['log_10(x)', 'log_10', "unknown function 'log_10': write log10(x)"],
  // The logarithm to the base 1 does not exist.
  ['log1(x)', 'log1', "unknown function 'log1'. Did you mean 'log'?"],
  ['x!', '!', 'there is no factorial in formulas'],
  ['x)', ')', 'no parenthesis is open here'],
  ['0,5', ',', POINT],
  ['10,55', ',', POINT],
  ['a,5', ',', COMMA],
  ['1,b', ',', COMMA],
  ['(1,5', ',', POINT],
  ['sin 2 : 1', ':', 'a : stands after a ?, as in x > 0 ? x : 0'],
  ['|x', '|', 'this bar is not closed'],
  ['(x > 0 ? 1', '', 'what holds otherwise is missing, after a :, as in x > 0 ? x : 0'],
  ['x + + * 2', '*', "a number is missing before '*'"],
  ['x −', '', "a number is missing after '−'"],
  ['!x', 'x', '! negates a comparison, as in !(x > 0)'],
  ['x > 0 || x ? 1 : 2', 'x', 'a comparison is needed on both sides of ||, such as x > 0'],
  ['max(x > 0, 1)', 'x > 0', 'a comparison is no number: write x > 0 ? 1 : 0'],
  ['x*(x>1)', '(x>1)', 'a comparison is no number: write x>1 ? x : 0'],
  ['x == 1 < 2 < 3 > 4 ? 1 : 2', '>', /^comparisons in a row go one way/],
  ['log(x, 2)', 'log', 'log takes one argument: log(x); to the base b it is log(x)/log(b)'],
  ['ln(x, 2)', 'ln', 'ln takes one argument: ln(x); to the base b it is log(x)/log(b)'],
  ['exp(0,5)', 'exp', `exp takes one argument: exp(x); ${POINT}`],
  ['exp(a,b)', 'exp', 'exp takes one argument: exp(x)'],
  ['elu()', 'elu', 'elu needs an argument: elu(x, a)'],
  ['elu(x, 1, 2)', 'elu', 'elu needs its parameters after x, as numbers: elu(x, a)'],
  ['|x, y|', ',', COMMA],
  ['x ===', '===', 'write == to compare'],
  [`(${'x+'.repeat(13)}xy) 2`, '2', /^write \(x\+.*xy\)\*2 or \(x\+.*xy\)\^2$/],
  [`(${'x+'.repeat(14)}x) 2`, '2', 'write ...*2 or ...^2'],
  ['x <=', '', "a number is missing after '<='"],
  ['x === 1', '===', 'write == to compare'],
  ['x !== 1', '!==', 'write != to compare'],
  ['x =< 1', '=<', 'write <= to compare'],
  ['x => 1', '=>', 'write >= to compare'],
  ['x <> 1', '<>', 'write != to compare'],
  ["f'", "'", meaningless("'", DERIVATIVE)],
  ['f’', '’', meaningless('’', DERIVATIVE)],
  ['x]', ']', meaningless(']', PARENTHESES)],
  ['{x', '{', meaningless('{', PARENTHESES)],
  ['x}', '}', meaningless('}', PARENTHESES)],
  ['x — 1', '—', meaningless('—', MINUS)],
  ['∞', '∞', meaningless('∞', ': numbers are finite')],
  ['∛x', '∛', meaningless('∛', ': write cbrt(x)')],
  ['~x', '~', meaningless('~', ': write ! for "not"')],
  ['😀', '😀', meaningless('😀', '')],
  ['é', 'é', meaningless('é', ': names are made of the letters a to z and A to Z, digits and _')],
  ['0b101', '0b101', "only decimal numbers are read, not '0b101'"],
  ['0o17', '0o17', "only decimal numbers are read, not '0o17'"],
  ['0xff', '0xff', "only decimal numbers are read, not '0xff'"],
  ['1__000', '1__000', 'leave out the underscores'],
  ['1.5.2', '1.5.2', 'a number has one decimal point'],
])('%p at %p: %s', (text, marked, message) => {
  const found = refusal(() => parse(text));
  expect(found.marked).toBe(marked);
  if (message instanceof RegExp) expect(found.message).toMatch(message);
  else expect(found.message).toBe(message);
});

test.each([
  ['sin x +y^2', 'sin(x) + y^2'],
  ['2e -x', '2*e - x'],
  ['2e-3x', '2e-3*x'],
  ['x^2(y)', 'x^2*y'],
  ['x^(2)y', 'x^2*y'],
  ['x^|2|y', 'x^abs(2)*y'],
  ['x²y', 'x^2*y'],
  ['x⁻¹⁰', 'x^-10'],
  ['x**2', 'x^2'],
  ['a × b · c ⋅ d ÷ 2', 'a*b*c*d/2'],
  ['a ≤ b ? 1 : b ≥ c ? 2 : b ≠ c ? 3 : 4', 'a <= b ? 1 : b >= c ? 2 : b != c ? 3 : 4'],
  ['x\u2009+\u202f1\u00a0+\t2', 'x + 1 + 2'],
  ['1 < x == y <= 2 ? 1 : 2', '1 < x == y <= 2 ? 1 : 2'],
  ['a >= x == y > b ? 1 : 2', 'a >= x == y > b ? 1 : 2'],
  ['|x| > 2 || x < 0 ? 1 : 2', 'abs(x) > 2 || x < 0 ? 1 : 2'],
  ['(|x|) > 2 || |y| < 1 ? 1 : 2', 'abs(x) > 2 || abs(y) < 1 ? 1 : 2'],
  ['a < x || x < b ? 1 : 2', 'a < x || x < b ? 1 : 2'],
  ['a < x && (x > b || c > d) ? 1 : 2', 'a < x && (x > b || c > d) ? 1 : 2'],
  ['!(x > 0) ? 1 : 2', '!(x > 0) ? 1 : 2'],
  ['.5x + 5.x', '.5*x + 5.*x'],
  ['1e5x', '1e5*x'],
  ['0x', '0*x'],
  ['0b2', '0*b2'],
  ['leakyRelu x', 'leakyRelu(x)'],
  ['A Z', 'A*Z'],
  [`x${' '.repeat(99_999)}`, 'x'],
])('%p is %p', (text, printed) => {
  expect(printFormula(parse(text))).toBe(printed);
});
