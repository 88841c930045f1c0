import { parseFormula } from '../../../../src/functions/read/formula/parse-formula';
import { printFormula } from '../../../../src/functions/read/formula/print-formula';
import { type ParsedFormula, type Term } from '../../../../src/functions/read/formula/term';
import { meaning, parse } from '../../../support/formula-reader';
import { formulaNames } from '../../../support/formula-names';
import { refusal } from '../../../support/refusal';

const FUNCTIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  exp: Math.exp,
  abs: Math.abs,
  sqrt: Math.sqrt,
  log10: Math.log10,
  max: Math.max,
};
const OPERATORS: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => Math.pow(a, b),
  negate: (a) => -a,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '&&': (a, b) => a * b,
  '||': (a, b) => Math.max(a, b),
  '!': (a) => 1 - a,
  '?:': (a, b, c) => (a === 1 ? b : c),
};

/** The value of a formula, term by term. */
function valueOf({ terms }: ParsedFormula, variables: Readonly<Record<string, number>>): number {
  const values: number[] = [];
  for (const term of terms) {
    const [a = NaN, b = NaN, c = NaN] =
      'operands' in term ? term.operands.map((index) => values[index]) : [];
    values.push(termValue(term, variables, a, b, c));
  }
  return values.at(-1) ?? NaN;
}

function termValue(
  term: Term,
  variables: Readonly<Record<string, number>>,
  ...[a, b, c]: [number, number, number]
): number {
  switch (term.kind) {
    case 'number':
      return Number(term.text);
    case 'constant':
      return term.name === 'pi' ? Math.PI : Math.E;
    case 'variable':
      return variables[term.name] ?? NaN;
    case 'call':
      return FUNCTIONS[term.name]?.(a, b) ?? NaN;
    case 'operation':
      return OPERATORS[term.operator]?.(a, b, c) ?? NaN;
  }
}

describe('what has one meaning is accepted, and printed in one spelling', () => {
  test.each([
    // products without a sign
    ['2x', '2*x'],
    ['2(x+1)', '2*(x + 1)'],
    ['(x+1)(x-1)', '(x + 1)*(x - 1)'],
    ['x(x+1)', 'x*(x + 1)'],
    ['2 pi', '2*pi'],
    ['x e^-x', 'x*e^-x'],
    ['x sin(x)', 'x*sin(x)'],
    ['k(x+1)+k', 'k*(x + 1) + k'],
    ['pi(x+1)', 'pi*(x + 1)'],
    ['1/2*3x', '1/2*3*x'],
    ['2(3(x))', '2*(3*x)'],
    ['1/(2x)', '1/(2*x)'],
    // numbers and constants
    ['1e-3x', '1e-3*x'],
    ['2e3x', '2e3*x'],
    ['2e*x', '2*e*x'],
    ['2e^x', '2*e^x'],
    ['2e - x', '2*e - x'],
    ['.5x + 5.', '.5*x + 5.'],
    ['πx', 'pi*x'],
    ['2πr', '2*pi*r'],
    ['0x', '0*x'],
    // names
    ['xy + x2 + x_1', 'xy + x2 + x_1'],
    ['cost + signal + max1 + E', 'cost + signal + max1 + E'],
    // powers
    ['x²', 'x^2'],
    ['x³y', 'x^3*y'],
    ['x⁻¹⁰', 'x^-10'],
    ['x**2', 'x^2'],
    ['-x^2', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['2^3^2', '2^3^2'],
    ['(2^3)^2', '(2^3)^2'],
    ['2^-x', '2^-x'],
    ['2^-x^2', '2^-x^2'],
    ['e^2 x', 'e^2*x'],
    ['e^2(x+1)', 'e^2*(x + 1)'],
    ['x^(2)y', 'x^2*y'],
    ['(x+1)²', '(x + 1)^2'],
    // signs
    ['+x', 'x'],
    ['--x', '--x'],
    ['x--y', 'x - -y'],
    ['x − 1', 'x - 1'],
    ['a*-b', 'a*-b'],
    ['-a*b', '-a*b'],
    ['-(a*b)', '-(a*b)'],
    ['x × 2 · 3 ÷ 4 ⋅ 5', 'x*2*3/4*5'],
    ['x - (y - z) - (a + b)', 'x - (y - z) - (a + b)'],
    ['x/(y*z)', 'x/(y*z)'],
    ['(x/y)*z', 'x/y*z'],
    // bars
    ['|x|', 'abs(x)'],
    ['||x|-1|', 'abs(abs(x) - 1)'],
    ['|-x|²', 'abs(-x)^2'],
    ['2*|x|*|y|', '2*abs(x)*abs(y)'],
    ['|(x<0||x>1) ? 1 : x|', 'abs(x < 0 || x > 1 ? 1 : x)'],
    // functions without parentheses
    ['sin x', 'sin(x)'],
    ['sin x / x', 'sin(x)/x'],
    ['sin x + 1', 'sin(x) + 1'],
    ['2 sin π', '2*sin(pi)'],
    ['√x', 'sqrt(x)'],
    ['√2/2', 'sqrt(2)/2'],
    ['√(x+1)y', 'sqrt(x + 1)*y'],
    ['sin |x|', 'sin(abs(x))'],
    ['|sin x|', 'abs(sin(x))'],
    ['|1 - sin |x||', 'abs(1 - sin(abs(x)))'],
    ['sign(x)', 'sign(x)'],
    ['log10 x', 'log10(x)'],
    ['leakyRelu x', 'leakyRelu(x)'],
    // functions of several arguments, and parameters
    ['max(x,0)', 'max(x, 0)'],
    ['atan2( y , x )', 'atan2(y, x)'],
    ['pow(x, 1/3)', 'pow(x, 1/3)'],
    ['leakyRelu(x, 0.1)', 'leakyRelu(x, 0.1)'],
    // comparisons and choices
    ['x>0?x:0', 'x > 0 ? x : 0'],
    ['a<x<b ? 1 : 2', 'a < x < b ? 1 : 2'],
    ['a<x<=b==c ? 1 : 2', 'a < x <= b == c ? 1 : 2'],
    ['x ≤ 1 && x ≥ 0 && x ≠ y ? 1 : 2', 'x <= 1 && x >= 0 && x != y ? 1 : 2'],
    ['a<b || c<d && e<f ? 1 : 2', 'a < b || c < d && e < f ? 1 : 2'],
    ['(a<b || c<d) && e<f ? 1 : 2', '(a < b || c < d) && e < f ? 1 : 2'],
    ['a<b && (b<c<d) ? 1 : 2', 'a < b && b < c < d ? 1 : 2'],
    ['!(x>0) ? 1 : 2', '!(x > 0) ? 1 : 2'],
    ['!!(x>0) ? 1 : 2', '!(!(x > 0)) ? 1 : 2'],
    ['x>0 ? 1 : x<0 ? 2 : 3', 'x > 0 ? 1 : x < 0 ? 2 : 3'],
    ['x>0 ? x>1 ? 1 : 2 : 3', 'x > 0 ? (x > 1 ? 1 : 2) : 3'],
    ['(x>0 ? 1 : 2)*3', '(x > 0 ? 1 : 2)*3'],
    // white space
    ['\t2 *\n x', '2*x'],
    ['2\u00a0*\u2009x', '2*x'],
    ['((((x))))', 'x'],
    ['sin(2)', 'sin(2)'],
  ])('%p is %s', (text, printed) => {
    const formula = parse(text);
    expect(printFormula(formula)).toBe(printed);
    expect(meaning(parse(printed))).toBe(meaning(formula));
  });
});

describe('operators bind as in mathematics', () => {
  test.each([
    ['1-2-3', -4],
    ['6/2*3', 9],
    ['2*x^2*3', 24],
    ['-x^2', -4],
    ['2^3^2', 512],
    ['2^-x', 0.25],
    ['-x^-1^2', -0.5],
    ['2x^2', 8],
    ['x e^0 x', 4],
    ['1 < x < 3 ? 10 : 20', 10],
    ['3 < x < 4 ? 10 : 20', 20],
    ['x > 2 || x < 1 ? 10 : 20', 20],
    ['!(x > 2) && x == 2 ? 10 : 20', 10],
    ['x > 5 ? 1 : x > 1 ? 2 : 3', 2],
    ['|x - 5| + √4', 5],
    ['max(1, x) - |-x|²', -2],
    ['log10 100 * x', 4],
    ['x⁻¹', 0.5],
    ['--x - -x', 4],
  ])('%s is %p at 2', (text, expected) => {
    expect(valueOf(parse(text), { x: 2 })).toBe(expected);
  });
});

test('variables come in the order of their first appearance', () => {
  const formula = parse('w*x + b - x');
  expect(formula.variables).toEqual(['w', 'x', 'b']);
  expect(parse('sin(2) + pi').variables).toEqual([]);
});

test('every term has its place in the whole text, of which the formula may be a part', () => {
  const text = 'f(x) = 2(x + 1)|x|'.replace('|x|', ' sin(x)');
  const { terms } = parseFormula({ text, start: 6, end: text.length }, formulaNames);
  const places = terms.map(({ start, end }) => text.slice(start, end));
  expect(places).toEqual(['2', 'x', '1', 'x + 1', '2(x + 1)', 'x', 'sin(x)', '2(x + 1) sin(x)']);
  const call = terms.find(({ kind }) => kind === 'call');
  expect(call?.kind === 'call' && text.slice(call.start, call.nameEnd)).toBe('sin');
  expect(parse('|x|').terms.at(-1)).toMatchObject({ start: 0, end: 3, nameEnd: 1 });
});

describe('what has two meanings is refused with both spellings', () => {
  test.each([
    ['1/2x', 'x', 'write 1/2*x or 1/(2*x)'],
    ['x/2(x+1)', '(x+1)', 'write x/2*(x+1) or x/(2*(x+1))'],
    ['1/-2 x', 'x', 'write 1/-2*x or 1/(-2*x)'],
    ['a*b/2sin(x)^2', 'sin(x)^2', 'write a*b/2*sin(x)^2 or a*b/(2*sin(x)^2)'],
    ['e^2x', 'x', 'write e^2*x or e^(2*x)'],
    ['x^2y', 'y', 'write x^2*y or x^(2*y)'],
    ['-x^-2sin(y)', 'sin(y)', 'write x^-2*sin(y) or x^(-2*sin(y))'],
    ['e^2π', 'π', 'write e^2*π or e^(2*π)'],
    ['x 2', '2', 'write x*2 or x^2'],
    ['(x+1)2', '2', 'write (x+1)*2 or (x+1)^2'],
    ['2 3', '3', 'write 2*3 or 2^3'],
    ['2e-x', '2e-', 'write 2*e - ... or 2*e^-...'],
    ['2e+x', '2e+', 'write 2*e + ... or 2*e^+...'],
    ['sin 2x', 'x', 'write sin(2)*x or sin(2*x)'],
    ['sin x^2', '^2', 'write sin(x)^2 or sin(x^2)'],
    ['sin x²', '²', 'write sin(x)^2 or sin(x^2)'],
    ['sin x y', 'y', 'write sin(x)*y or sin(x*y)'],
    ['sin x cos(x)', 'cos(x)', 'write sin(x)*cos(x) or sin(x*cos(x))'],
    ['sin x(x+1)', '(x+1)', 'write sin(x)*(x+1) or sin(x*(x+1))'],
    ['sin |x| y', 'y', 'write sin(|x|)*y or sin(|x|*y)'],
    ['√2x', 'x', 'write sqrt(2)*x or sqrt(2*x)'],
    ['sin^2(x)', 'sin^2', 'write sin(x)^2'],
    ['sin²(x+1)', 'sin²', 'write sin(x+1)^2'],
    ['sin^2 x', 'sin^2', 'write sin(x)^2'],
    ['sin^-1(x)', 'sin^-1', 'write asin(x) or 1/sin(x)'],
    ['exp^-1(x)', 'exp^-1', 'write exp(x)^(-1)'],
    ['x²^3', '^', 'write (x^2)^3 or x^(2^3)'],
    ['x²³^y', '^', 'write (x^23)^y or x^(23^y)'],
    ['sinx + x', 'sinx', "the names in 'sinx' run together: write sin(x)"],
    ['xexp', 'xexp', "the names in 'xexp' run together: write x*exp(x)"],
    ['pix', 'pix', "the names in 'pix' run together: write pi*x"],
    ['2ex', 'ex', "the names in 'ex' run together: write e*x"],
    ['sin2x', 'sin2x', "the names in 'sin2x' run together: write sin(2*x)"],
    ['cost + t', 'cost', "the names in 'cost' run together: write cos(t)"],
    ['sinexp(x)', 'sinexp', "the names in 'sinexp' run together: write sin(exp(x))"],
  ])('%p at %p: %s', (text, marked, message) => {
    expect(refusal(() => parse(text))).toEqual({ message, marked });
  });
});

describe('what is written differently here is refused with the way to write it', () => {
  const BAR = 'write the multiplication before a bar that opens, *|...|; "or" is written ||';
  test.each([
    ['0x10', '0x10', "only decimal numbers are read, not '0x10'"],
    ['1_000*x', '1_000', 'leave out the underscores'],
    ['0,5*x', ',', 'use a point for the decimals, as in 0.5'],
    ['x, y', ',', 'a comma stands between the arguments of a function, as in max(a, b)'],
    ['1.2.3', '1.2.3', 'a number has one decimal point'],
    ['1e999', '1e999', "'1e999' is outside the range of a double, 1.8e308 to either side"],
    ['PI*x', 'PI', "unknown name 'PI': write pi"],
    ['Sin*x', 'Sin', "unknown name 'Sin': write sin"],
    ['Sin(x)', 'Sin', "unknown function 'Sin': write sin"],
    ['LN(x)', 'LN', "unknown function 'LN': write ln"],
    ['k(x+1)', 'k', "unknown function 'k'. For a product write k*(...)"],
    ['sqaure(x)', 'sqaure', "unknown function 'sqaure'. Did you mean 'square'?"],
    [
      'sqaure x',
      'sqaure',
      "unknown function 'sqaure'. Did you mean 'square'? For a product write sqaure*...",
    ],
    ['sin', 'sin', 'sin is a function: write sin(x)'],
    ['sin -x', 'sin -x', 'write sin(-x) or sin(x)-x'],
    ['√', '√', 'sqrt is a function: write sqrt(x)'],
    ['sin cos x', 'sin cos', 'sin is a function: write sin(cos(x))'],
    ['x mod 2', 'mod', 'mod takes two arguments: mod(a, b)'],
    ['pow x', 'pow', 'pow takes two arguments: pow(a, b)'],
    ['sin()', 'sin', 'sin needs an argument: sin(x)'],
    ['max()', 'max', 'max needs two arguments: max(a, b)'],
    ['sin(x, 2)', 'sin', 'sin takes one argument: sin(x)'],
    ['max(x)', 'max', 'max takes two arguments: max(a, b)'],
    [
      'max(x, 0,5)',
      'max',
      'max takes two arguments: max(a, b); of three: max(max(a, b), c); use a point for the decimals, as in 0.5',
    ],
    ['pow(x)', 'pow', 'pow takes two arguments: pow(a, b)'],
    ['elu(x, x)', 'x', 'the parameters of elu must be numbers'],
    ['elu(x, sin(x))', 'sin(x)', 'the parameters of elu must be numbers'],
    ['2|x|', '|', BAR],
    ['|x||y|', '|', BAR],
    ['|x|y|', '|', BAR],
    ['x > 1 | x < 0 ? 1 : 2', '|', BAR],
    ['x!', '!', 'there is no factorial in formulas'],
    [
      'x = 2 ? 1 : 2',
      '=',
      'write == to compare; of an equation, each side has a derivative of its own',
    ],
    ['x === 2 ? 1 : 2', '===', 'write == to compare'],
    ['x => 2 ? 1 : 2', '=>', 'write >= to compare'],
    ['x <> 2 ? 1 : 2', '<>', 'write != to compare'],
    ['x > 1 & x < 2 ? 1 : 2', '&', 'write && for "and"'],
    ['x > 1 and x < 2 ? 1 : 2', 'and', 'write && for "and"'],
    ['if x > 1', 'if', 'a choice is written x > 0 ? x : 0'],
    ['inf*x', 'inf', 'a finite number is needed'],
    ['x%2', '%', "'%' has no meaning in a formula: the remainder is mod(a, b), a percentage x/100"],
    ['a[1]', '[', "'[' has no meaning in a formula: use round parentheses, ( and )"],
    [
      'θ',
      'θ',
      "'θ' has no meaning in a formula: names are made of the letters a to z and A to Z, digits and _",
    ],
    ['x – 1', '–', "'–' has no meaning in a formula: use the minus sign of the keyboard, -"],
    ['x.constructor', '.', "'.' has no meaning in a formula: a point stands between digits"],
    ['__proto__', '__proto__', "the name '__proto__' is not allowed: JavaScript's objects use it"],
    ['constructor(x)', 'constructor', /^unknown function 'constructor'\./],
  ])('%p at %p: %s', (text, marked, message) => {
    const found = refusal(() => parse(text));
    expect(found.marked).toBe(marked);
    if (message instanceof RegExp) expect(found.message).toMatch(message);
    else expect(found.message).toBe(message);
  });
});

describe('numbers and comparisons are kept apart', () => {
  const NUMBER = 'a comparison is no number: write ';
  test.each([
    ['(x > 0)*x', '(x > 0)', `${NUMBER}x > 0 ? x : 0`],
    ['x(x > 0)', '(x > 0)', `${NUMBER}x > 0 ? x : 0`],
    ['(x>0)*(x+1)', '(x>0)', `${NUMBER}x>0 ? x+1 : 0`],
    ['x > 0', 'x > 0', `${NUMBER}x > 0 ? 1 : 0`],
    ['sin(x > 0)', 'x > 0', `${NUMBER}x > 0 ? 1 : 0`],
    ['|x > 0|', 'x > 0', `${NUMBER}x > 0 ? 1 : 0`],
    ['-(x > 0)', '(x > 0)', `${NUMBER}x > 0 ? 1 : 0`],
    ['x ? 1 : 2', 'x', 'a comparison is needed before ?, such as x > 0'],
    ['x > 0 && x ? 1 : 2', 'x', 'a comparison is needed on both sides of &&, such as x > 0'],
    ['!x > 0 ? 1 : 2', 'x', '! negates a comparison, as in !(x > 0)'],
    [
      'a < x > b ? 1 : 2',
      '>',
      'comparisons in a row go one way, as in a < x < b; others are joined by &&',
    ],
    ['a != x != b ? 1 : 2', '!=', /^comparisons in a row go one way/],
    ['a < x == b > c ? 1 : 2', '>', /^comparisons in a row go one way/],
  ])('%p at %p: %s', (text, marked, message) => {
    const found = refusal(() => parse(text));
    expect(found.marked).toBe(marked);
    expect(found.message).toMatch(message);
  });
});

describe('what is not whole is shown where it ends', () => {
  test.each([
    ['x+', '', "a number is missing after '+'"],
    ['x + * 2', '*', "a number is missing before '*'"],
    ['^x', '^', "a number is missing before '^'"],
    ['²', '²', "a number is missing before '²'"],
    ['x^', '', "a number is missing after '^'"],
    ['2^x^', '', "a number is missing after '^'"],
    ['()', '()', 'there is nothing in these parentheses'],
    ['2*(x + (1)', '(', 'this parenthesis is not closed'],
    ['sin(x', '(', 'this parenthesis is not closed'],
    ['max(x,', '', "a number is missing after ','"],
    ['max(x,)', ')', "a number is missing before ')'"],
    ['x)', ')', 'no parenthesis is open here'],
    ['|x', '|', 'this bar is not closed'],
    ['(|x)|', '|', 'this bar is not closed'],
    ['x > 0 ? 1', '', 'what holds otherwise is missing, after a :, as in x > 0 ? x : 0'],
    ['(x > 0 ? 1)', ')', 'what holds otherwise is missing, after a :, as in x > 0 ? x : 0'],
    ['x : 2', ':', 'a : stands after a ?, as in x > 0 ? x : 0; a quotient is a/b'],
    ['x; 2', ';', "';' has no meaning in a formula: there is one formula between two semicolons"],
  ])('%p at %p: %s', (text, marked, message) => {
    expect(refusal(() => parse(text))).toEqual({ message, marked });
  });

  test('in a part of a text the carets stand below the part', () => {
    const text = 'f(x) = x +; 1';
    const read = (): unknown => parseFormula({ text, start: 6, end: 10 }, formulaNames);
    expect(refusal(read)).toEqual({ message: "a number is missing after '+'", marked: ';' });
  });
});

describe('where the variables are given, there are no others', () => {
  test.each([
    ['x*z', ['x'], 'z', "unknown name 'z'."],
    ['rat*x', ['x', 'rate'], 'rat', "unknown name 'rat'. Did you mean 'rate'?"],
    ['x + y', ['x'], 'y', 'y is the value of the function; only its derivative may use it'],
    ['sinx', ['x'], 'sinx', "the names in 'sinx' run together: write sin(x)"],
    ['f(x)', ['x'], 'f', "unknown function 'f'."],
    ['constructor', ['x'], 'constructor', "unknown name 'constructor'."],
  ])('%p with %p: %p', (text, variables, marked, message) => {
    expect(refusal(() => parse(text, variables))).toEqual({ message, marked });
  });

  test('they come before functions, and a parenthesis behind them is a product', () => {
    expect(printFormula(parse('step(2) + x(1-x)', ['step', 'x']))).toBe('step*2 + x*(1 - x)');
    expect(printFormula(parse('y(1-y)', ['x', 'y']))).toBe('y*(1 - y)');
    expect(printFormula(parse('sinx', ['sinx']))).toBe('sinx');
  });
});
