/** @file The number of right digits of a double. */

import { digitsRight, hasEnoughDigits, TOO_FEW_DIGITS } from '../../../src/core/exact/digits-right';

test.each([
  [1, 1, 16],
  [1 + 2 ** -52, 1, 15.6],
  [1.001, 1, 3],
  [2, 1, 0],
  [-1.5e308, 1.5e308, 0],
  [NaN, 1, 0],
  [1, NaN, NaN],
  [1e-17, 0, 0],
  [Infinity, Infinity, 16],
])('%d for a truth of %d has this many right digits: %d', (approximate, exact, digits) => {
  expect(digitsRight(approximate, exact)).toBe(digits);
});

test('for a truth of 0, digits are counted relative to the numbers that cancelled', () => {
  expect(digitsRight(1e-10, 0, 1)).toBe(10);
});

test.each([0.9e-8, 0.99e-8, 1.01e-8, 1.1e-8, 0, 1, 1e-300, 1e308, Infinity, NaN])(
  '%p for a truth of 1 has enough digits if their number says so',
  (error) => {
    const isEnough = digitsRight(1 + error, 1) >= TOO_FEW_DIGITS;
    expect(hasEnoughDigits(1 + error, 1, 1)).toBe(isEnough);
    expect(hasEnoughDigits(-1 - error, -1, 1)).toBe(isEnough);
  },
);
