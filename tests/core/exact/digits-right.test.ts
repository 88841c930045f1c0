/** @file The number of right digits of a double, and the function that loses them. */

import { digitsRight, hasEnoughDigits, TOO_FEW_DIGITS } from '../../../src/core/exact/digits-right';
import { lossOf } from '../../../src/core/exact/loss';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';

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

test('the function that loses the digits of a value is found', () => {
  const loss = lossOf(parseGraph('(1-cos(x))/x^2', catalogue), [1e-8]);
  expect(loss?.graph.vertices[loss.at]).toMatchObject({ text: '1-cos(x)' });
  expect(loss).toMatchObject({ digitsBefore: 16, digitsAfter: 0 });
});

test.each([
  ['log(1+exp(x))', 800, 'large'],
  ['log(exp(x))', -800, 'small'],
  ['log(1+x)-x', 1e-17, undefined],
])('no digit is left of the value of %s at %p, as a part of it is too %s', (text, x, beyond) => {
  expect(lossOf(parseGraph(text, catalogue), [x])?.beyond).toBe(beyond);
});

test('there is no loss where no digit is lost, or where there is no value', () => {
  expect(lossOf(parseGraph('x*exp(-x)', catalogue), [1])).toBeUndefined();
  expect(lossOf(parseGraph('log(x)', catalogue), [-1])).toBeUndefined();
});
