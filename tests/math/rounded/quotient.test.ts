import { floorOfQuotient, mod, quotientByDivisor } from '../../../src/math/rounded/quotient';

test.each([
  [3, 2, -0.75],
  [-3, 2, 0.75],
  [1e200, 1e200, -1e-200],
  [1e-200, 1e-200, -1e200],
  [1, 1e-200, -Infinity],
  [1, 0, NaN],
  [0, 0, NaN],
  // 1.5 units of the smallest double, to even.
  [3 * 2 ** 125, 2 ** 600, -2 * Number.MIN_VALUE],
])('the slope of %d/b at %d is %d', (a, b, expected) => {
  expect(quotientByDivisor(a, b)).toBe(expected);
});

/** a/b as a whole number of its own, for whole a and b. */
function exactFloor(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

test('whole quotients are exact, also around 2^50, beyond which whole numbers of any length count them', () => {
  const divisors = [1, 3, 7, 2 ** 26 + 1];
  const quotients = [-2, -1, 0, 1, 5, 2 ** 26, 2 ** 49, 2 ** 50, 2 ** 50 + 1, 2 ** 51, 2 ** 52 + 1];
  for (const b of divisors.flatMap((each) => [each, -each])) {
    for (const a of quotients.flatMap((q) => [-1, 0, 1].map((rest) => q * b + rest))) {
      const expected = Number(exactFloor(BigInt(a), BigInt(b)));
      expect([a, b, floorOfQuotient(a, b) + 0]).toEqual([a, b, expected]);
    }
  }
});

test.each([
  [1, 0.1, 9],
  [-1, 0.1, -10],
  [1e300, 1e-300, Infinity],
  [-5e-324, 1e308, -1],
  [5e-324, -1e308, -1],
  [1e308, 3, 3.333333333333333e307],
  [1, Infinity, 0],
  [-1, Infinity, -1],
  [0, -Infinity, 0],
  [1, 0, NaN],
  [Infinity, 1, NaN],
  [NaN, 1, NaN],
])('%d/%d has %d whole', (a, b, expected) => {
  expect(floorOfQuotient(a, b)).toBe(expected);
});

test.each([
  [7.5, 2, 1.5],
  [-7.5, 2, 0.5],
  [7.5, -2, -0.5],
  [-7.5, -2, -1.5],
  [-4, 2, 0],
  [4, -2, 0],
  [-1e-20, 1, 1],
  [1e308, 3, 2],
])('%d mod %d is %d', (a, b, expected) => {
  expect(mod(a, b)).toBe(expected);
});
