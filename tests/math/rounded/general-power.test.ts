import { powerByBase, powerByExponent, powerOf } from '../../../src/math/rounded/general-power';
import { power, powerDerivative } from '../../../src/math/rounded/power';

const [inf, tiny, huge] = [Infinity, Number.MIN_VALUE, Number.MAX_VALUE];

/** a, b, a^b, and its slopes by a and by b. */
test.each<[a: number, b: number, y: number, byBase: number, byExponent: number]>([
  // What has no value before has none after; but a number to the power 0 is 1.
  [NaN, 0, NaN, NaN, NaN],
  [1, NaN, NaN, NaN, NaN],
  [0, NaN, NaN, NaN, NaN],
  [inf, NaN, NaN, NaN, NaN],
  [2, 0, 1, 0, Math.LN2],
  [inf, 0, 1, 0, inf],
  [-inf, 0, 1, 0, NaN],
  [-2, 0, 1, 0, NaN],
  // At 0, with the slope on its right: vertical for 0 < b < 1.
  [0, 0, 1, 0, -inf],
  [-0, 0, 1, 0, -inf],
  [0, 0.5, 0, inf, 0],
  [0, 1, 0, 1, 0],
  [0, 1.5, 0, 0, 0],
  [0, 2, 0, 0, 0],
  [0, -1, inf, NaN, NaN],
  [-0, -1, -inf, NaN, NaN],
  [-0, -2, inf, NaN, NaN],
  [0, -0.5, inf, -inf, NaN],
  [-0, 3, -0, 0, 0],
  [-0, 2, 0, -0, 0],
  [0, inf, 0, 0, 0],
  [0, -inf, inf, -inf, NaN],
  // Negative bases: whole exponents alone, and no slope from one to the next.
  [-2, 3, -8, 12, NaN],
  [-2, 2, 4, -4, NaN],
  [-2, -1, -0.5, -0.25, NaN],
  [-2, 0.5, NaN, NaN, NaN],
  [-8, 1 / 3, NaN, NaN, NaN],
  [-1, huge, 1, -huge, NaN],
  [-1, 2 ** 53 - 1, -1, 2 ** 53 - 1, NaN],
  [-0.5, inf, NaN, NaN, NaN],
  [-2, -inf, NaN, NaN, NaN],
  // Infinite exponents.
  [0.5, inf, 0, 0, 0],
  [0.5, -inf, inf, -inf, -inf],
  [10, inf, inf, inf, inf],
  [10, -inf, 0, -0, 0],
  [1, inf, NaN, NaN, NaN],
  [1, -inf, NaN, NaN, NaN],
  [1, 5, 1, 5, 0],
  // Infinite bases.
  [inf, 2, inf, inf, inf],
  [inf, 1, inf, 1, inf],
  [inf, 0.5, inf, 0, inf],
  [inf, -0.5, 0, -0, 0],
  [inf, inf, inf, inf, inf],
  [inf, -inf, 0, -0, 0],
  [-inf, 3, -inf, inf, NaN],
  [-inf, 2, inf, -inf, NaN],
  [-inf, -1, -0, -0, NaN],
  [-inf, 0.5, NaN, NaN, NaN],
  [-inf, inf, NaN, NaN, NaN],
  // The ends of the doubles.
  [2, 1024, inf, inf, 1.2460659279417838e308],
  [2, -1075, 0, -1.33e-321, 0],
  [huge, huge, inf, inf, inf],
  [huge, -huge, 0, -0, 0],
  [tiny, tiny, 1, 1, Math.log(tiny)],
  [tiny, 1, tiny, 1, -3.676e-321],
])('%d to the power %d is %d, with slopes %d and %d', (a, b, y, byBase, byExponent) => {
  expect(powerOf(a, b)).toBe(y);
  expect(powerByBase(a, b)).toBe(byBase);
  expect(powerByExponent(a, b)).toBe(byExponent);
});

const BASES = [
  0,
  tiny,
  1e-300,
  0.3,
  0.5,
  1 - 2 ** -53,
  1,
  1 + 2 ** -52,
  2,
  3,
  9,
  1e10,
  huge,
  inf,
].flatMap((base) => [base, -base]);

test.each([
  NaN,
  -inf,
  -huge,
  -1076,
  -65,
  -64,
  -3,
  -2.5,
  -2,
  -1,
  -0.5,
  -1e-300,
  -0,
  0,
  tiny,
  1e-20,
  0.1,
  0.5,
  1,
  1.5,
  17 / 16,
  2,
  2.5,
  3,
  10,
  34,
  64,
  65,
  100.125,
  2 ** 53,
  huge,
  inf,
])('with the constant exponent %d it is the same as the power of one argument', (p) => {
  for (const x of [NaN, ...BASES]) {
    expect([x, power(p)(x)]).toEqual([x, powerOf(x, p)]);
    expect([x, powerDerivative(p)(x)]).toEqual([x, powerByBase(x, p)]);
  }
});

test.each([
  // In the middle between two doubles: 2^-1075, 3^34, and 134.5 units of the smallest double.
  ['2^-1075', powerOf(2, -1075), 0],
  ['9^17', powerOf(9, 17), 16677181699666568],
  ['(9^16)^(17/16)', powerOf(9 ** 16, 17 / 16), 16677181699666568],
  ['(1/4)^537.5', powerOf(0.25, 537.5), 0],
  ['9^0.5', powerOf(9, 0.5), 3],
  ['-1076 2^-1077', powerByBase(2, -1076), -134 * tiny],
  // 1.5 units, and a 2^-1073rd of that more or less.
  ['1.5 units and some', powerByBase(2, 3 * tiny), 2 * tiny],
  ['-1.5 units and some', powerByBase(2, -3 * tiny), -tiny],
  ['7/4 units less some', powerByBase(4, 7 * tiny), 2 * tiny],
  ['0.5 units and some', powerByBase(2, tiny), tiny],
  ['2.5 units and some', powerByBase(2, 5 * tiny), 3 * tiny],
  // By MPFR.
  ['(1 + 2^-52)^(2^52)', powerOf(1 + 2 ** -52, 2 ** 52), 2.718281828459045],
  ['(1 - 2^-53)^(2^62)', powerOf(1 - 2 ** -53, 2 ** 62), 4.377491037052927e-223],
])('%s is decided', (_, computed, expected) => {
  expect(computed).toBe(expected);
});

test('pairs that no digits decide are decided, of every kind', () => {
  const pairs = [
    [2, NaN],
    [0.5, -inf],
    [1 + 2 ** -52, 2 ** 52],
    [1 - 2 ** -53, 1e18],
    [9, 17],
    [3, 34],
    [9 ** 16, 17 / 16],
    [2, -1076],
    [2, 3 * tiny],
    [3, 3 * tiny],
    [tiny, huge],
    [2, 1e300],
    [1.000007562313698, 83568141.4683922],
    [0.9999924299561087, -69308899.0261105],
  ];
  // One that more and more digits were to decide would take until there are too many of them.
  const found = pairs.map(([a = NaN, b = NaN]) => [
    powerOf(a, b),
    powerByBase(a, b),
    powerByExponent(a, b),
  ]);
  expect(found.map(([y]) => y)).toEqual(pairs.map(([a = NaN, b = NaN]) => power(b)(a)));
});
