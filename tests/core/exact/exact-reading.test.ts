/** @file The exact reading: what it decides, what it refuses, columns and digits. */

import { exactReadingOf, functionWithoutFormula } from '../../../src/core/exact/exact-reading';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';
import { stated } from '../../../src/math/ball';
import { realOfDecimal, realOfDouble } from '../../../src/math/real';
import { exactAt } from '../../support/exact';
import { chainOf, times } from '../../support/chains';
import { thrownBy } from '../../support/refusal';

const readingOf = (text: string) => exactReadingOf(parseGraph(text, catalogue));

test('results where doubles lose their digits are right', () => {
  expect(exactAt('(1-cos(x))/x^2', 1e-8)).toEqual({
    value: '0.5',
    slope: '-8.333333333333334e-10',
  });
  expect(exactAt('sin(x)^2+cos(x)^2', 0.3)).toEqual({ value: '1', slope: '0' });
  expect(exactAt('0.1*x', 3)).toEqual({ value: '0.3', slope: '0.1' });
  expect(exactAt('(tan(sin(x))-sin(tan(x)))/x^7', 0.001).value).toBe('0.033333371693147');
  expect(exactAt('square,exp,square', 0.5)).toEqual({
    value: '1.6487212707001282',
    slope: '3.2974425414002564',
  });
});

test('near the middle of two doubles both neighbours are reported, unless the number is exactly in the middle', () => {
  expect(exactAt('x+2^-53+exp(-4000)', 1).value).toBe('between 1 and 1.0000000000000002');
  // e^-2000 is 2^-2885.4
  for (const small of ['exp(-200)', 'exp(-2000)'])
    expect(exactAt(`x+2^-53+${small}`, 1).value).toBe('1.0000000000000002');
  expect(exactAt('x+2^-53', 1).value).toBe('1');
});

test('a difference far below the smallest double is 0, though no number of bits tells its sign', () => {
  // erfc(700) is 2^-706931, and 1 - tanh(1e5) is 2^-288538.
  expect(exactAt('x*(1-erf(x))', 700)).toEqual({ value: '0', slope: '0' });
  expect(exactAt('tanh(x)^sqrt(x)', 1e5)).toEqual({ value: '1', slope: '0' });
  expect(exactAt('x - x + erf(710)^x', 1)).toEqual({ value: '1', slope: '0' });
  // 2^-1442 is told from 0, beside a 1 of one bit.
  expect(exactAt('(1 - (1 - exp(-x)))*1e300', 1000).value).toBe('5.0759588975494566e-135');
});

test('a number in the middle of two doubles is rounded to even, although 1.7 is no binary fraction', () => {
  // float(Fraction(x)*Fraction(17, 5)) and float(Fraction(x)**2*Fraction(17, 10)) of Python
  for (const [x, value, slope] of [
    [9.40976, '150.52409153792001', '31.993184'],
    [9.66564, '158.82181423632', '32.863175999999996'],
    [0.0338312, '0.001945735158848', '0.11502608'],
    [8.18518, '113.89519177508002', '27.829612000000004'],
  ] as const)
    expect(exactAt('1.7*x^2', x)).toEqual({ value, slope });
});

test('a derivative in the middle of two doubles is found even if the value is no fraction', () => {
  const { gradient } = readingOf('1.7x*y + exp(y)').at([1, 9.40976 * 2]);
  expect(gradient[0]).toEqual({ kind: 'nearest', value: 31.993184 });
});

test('what is exact counts beside numbers that are no fractions', () => {
  // float(Fraction(x)*Fraction(10, 3)) of Python, which is in the middle of two doubles
  const x = 0.9824584577061418;
  for (const text of ['max(x/0.3, gelu(0.1))', 'x < exp(1) ? x/0.3 : 0', 'x/(exp(0)*0.3)'])
    expect(exactAt(text, x).value).toBe('3.2748615256871396');
  expect(exactAt('sin(pi)^(0.1+x)', 1)).toEqual({ value: '0', slope: '0' });
  expect(exactAt('(x/3 - (1/3)*x)*exp(exp(x)) + x', 10).value).toBe('10');
  const { value } = readingOf('atan(x) + (atan2(x, x) - pi/4)*gelu(x)').digits(
    [realOfDouble(1)],
    20,
  );
  // pi/4 by mpmath
  expect(value).toBe('0.78539816339744830962');
});

test('what is made in the same way of the same numbers is the same, and nothing else is', () => {
  // mpmath
  expect(exactAt('tan(x^2.5)', 1106946585620.1902)).toEqual({
    value: '-1.1009992875873424',
    slope: '6441014584640538000',
  });
  expect(exactAt('expm1(atan2(abs(x), hypot(x, x)))', -1.5)).toEqual({
    value: '0.8505441087222754',
    slope: '0',
  });
  const differences: [string, string][] = [
    ['log(x)*sin(x) - sin(2)*log(2)', '0'],
    ['log(x)/sin(x)/3 - (1/3)*log(2)/sin(2)', '0'],
    ['(log(x) + sin(x)) - (sin(2) + log(2))', '0'],
    ['sqrt(5)*sqrt(x) - sqrt(2)*sqrt(5)', '0'],
    ['log2(x + 1) - log2(3)', '0'],
    ['log(x) - log2(3)', '-0.8918153201612109'],
    ['erf(x) - erfc(2)', '0.9906445300379054'],
    ['sin(x)/log(x) - log(2)/sin(2)', '0.549550158514473'],
  ];
  for (const [text, value] of differences) expect(exactAt(text, 2).value).toBe(value);
});

test('a branch that is not taken has no effect', () => {
  // e^2; the other branch has no value, a pole, or a value that no number of bits tells from 0.
  for (const branch of ['sqrt(-x)', '1/(x-x)', 'log(sin(x)^2+cos(x)^2-1)']) {
    const both = { value: '7.38905609893065', slope: '7.38905609893065' };
    expect(exactAt(`x < 4 ? exp(x) : ${branch}`, 2)).toEqual(both);
    expect(exactAt(`(x > 4 ? ${branch} : exp(x)) + 0*x`, 2)).toEqual(both);
  }
});

test('a constant without a value is named, even if rounding to doubles gives it one', () => {
  // tanh(100) is less than 1, and no such power of the negative sin(4) exists.
  const { value } = readingOf('x - sin(4)^tanh(100)').at([4]);
  expect(value).toMatchObject({
    kind: 'none',
    why: 'sin(4)^tanh(100) has no value; rounding to doubles makes it -0.7568024953079282',
  });
});

test('claims are ignored', () => {
  expect(exactAt('x^2; 3*x', 5)).toEqual({ value: '25', slope: '10' });
});

test('a function that is known by its values alone has no exact reading, and is named', () => {
  const graph = chainOf(times(2, { name: 'mine' }));
  expect(functionWithoutFormula(graph)).toBe('mine');
  expect(thrownBy(() => exactReadingOf(graph))).toMatchObject({
    code: 'no-exact-reading',
    message: expect.stringMatching(/^mine has no exact reading/) as string,
  });
  const half = stated(
    (x) => x.over(2),
    (x: number) => x / 2,
  );
  const halved = chainOf({ name: 'half', value: half, derivative: () => 0.5 });
  expect(functionWithoutFormula(halved)).toBe('half');
});

test('columns have the nearest doubles, and remarks for all other outcomes', () => {
  const x = Float64Array.of(3, 0, -1, NaN);
  const { value, gradient, remarks } = readingOf('sqrt(x)').columns([x], {
    value: true,
    gradient: [true],
  });
  expect([...value]).toEqual([1.7320508075688772, 0, NaN, NaN]);
  expect([...(gradient[0] ?? [])]).toEqual([0.28867513459481287, Infinity, NaN, NaN]);
  expect([...remarks.keys()]).toEqual([1, 2, 3]);
});

test('columns that are not asked for are empty', () => {
  const { value, gradient } = readingOf('x*x').columns([Float64Array.of(3)], {
    value: false,
    gradient: [true],
  });
  expect(value).toHaveLength(0);
  expect([...(gradient[0] ?? [])]).toEqual([6]);
});

test('a remark is made where what is asked for is not plainly a number', () => {
  const remarked = (text: string, value: boolean, ...gradient: boolean[]) => {
    const columns = gradient.map(() => Float64Array.of(1, 3));
    const read = readingOf(text).columns(columns, { value, gradient });
    expect(read.gradient.map(({ length }) => length)).toEqual(gradient.map((is) => (is ? 2 : 0)));
    return [...read.remarks.keys()];
  };
  // The value at 1 is undecided, and the slope 1.
  const undecided = 'x + 2^-53 + exp(-4000)';
  expect([remarked(undecided, true, false), remarked(undecided, true, true)]).toEqual([[0], [0]]);
  expect(remarked(undecided, false, true)).toEqual([]);
  // At whole numbers floor has no slope, and no say in that of y.
  const jump = 'floor(x) + y';
  expect([remarked(jump, true, true, false), remarked(jump, false, true, true)]).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(remarked(jump, true, false, true)).toEqual([]);
  expect(remarked('log(x-2)', true, false)).toEqual([0]);
  expect(remarked('x*y', true, true, true)).toEqual([]);
});

test('the doubles beside digits are read with as many bits as they need', () => {
  const { point } = readingOf('x + 2^-53 + exp(-200)').digits([realOfDouble(1)], 5);
  expect(point.value).toEqual({ kind: 'nearest', value: 1.0000000000000002 });
});

test('digits are as many as asked for, and all certain', () => {
  // mpmath, 60 digits
  expect(readingOf('exp(x)').digits([realOfDouble(1)], 50).value).toBe(
    '2.7182818284590452353602874713526624977572470937000',
  );
  expect(readingOf('0.1*x').digits([realOfDecimal('0.3', 0.3)], 20)).toMatchObject({
    value: '0.030000000000000000000',
    gradient: ['0.10000000000000000000'],
  });
  expect(readingOf('sqrt(x)').digits([realOfDouble(0)], 20)).toMatchObject({
    value: '0',
    gradient: ['Infinity'],
  });
});

test('digits of x as it is written decide exact zeros and middles of two decimals', () => {
  const atTenth = [realOfDecimal('0.1', 0.1)];
  const digitsOf = (text: string, count: number) => {
    const { value, gradient } = readingOf(text).digits(atTenth, count);
    return [value, ...gradient];
  };
  expect(digitsOf('(x - 0.1)^2', 20)).toEqual(['0', '0']);
  expect(digitsOf('3x - 0.3 + exp(0)', 20)).toEqual([
    '1.0000000000000000000',
    '3.0000000000000000000',
  ]);
  // 0.125 and 0.375 are in the middle of two decimals of two digits
  expect(digitsOf('x + 0.025', 2)).toEqual(['0.12', '1.0']);
  expect(digitsOf('-x - 0.275', 2)).toEqual(['-0.38', '-1.0']);
  expect(digitsOf('1e30*x', 3)).toEqual(['1.00e+29', '1.00e+30']);
});

test('a number too large for any number of bits ends at once', () => {
  expect(exactAt('log(exp(exp(exp(x))))', 4).value).toBe('between -Infinity and Infinity');
});
