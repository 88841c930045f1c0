import { exactPower, nearestBeside } from '../../../src/math/rounded/ties';

const tiny = Number.MIN_VALUE;

describe('nearestBeside', () => {
  test.each([
    // In the middle between two doubles the side decides.
    [3 * tiny, [2], 'below', tiny],
    [3 * tiny, [2], 'above', 2 * tiny],
    [-3 * tiny, [2], 'below', -tiny],
    [3 * tiny, [-2], 'above', -2 * tiny],
    [5 * tiny, [2], 'below', 2 * tiny],
    [5 * tiny, [2], 'above', 3 * tiny],
    [tiny, [2], 'below', 0],
    [tiny, [2], 'above', tiny],
    [3 * 2 ** 125, [2 ** 600, 2 ** 600], 'below', tiny],
    [3 * 2 ** 125, [2 ** 600, -(2 ** 600)], 'above', -2 * tiny],
    // Elsewhere it does not.
    [1, [3], 'below', 1 / 3],
    [1, [3], 'above', 1 / 3],
    [6, [2], 'below', 3],
    [6, [2], 'above', 3],
    [1, [10, 7], 'above', 1 / 70],
    // As near to a middle as a quotient comes: 2^-53 of a unit away.
    [3 * tiny, [2 + 2 ** -51], 'above', tiny],
    [3 * tiny, [2 - 2 ** -52], 'below', 2 * tiny],
    [Number.MAX_VALUE, [tiny], 'above', Infinity],
  ] as const)('%d over %j, just %s it', (a, divisors, side, expected) => {
    expect(nearestBeside(a, divisors, side)).toBe(expected);
  });
});

describe('exactPower', () => {
  test.each([
    [9, 17, 0, 1, 16677181699666568],
    [3, 34, 0, 1, 16677181699666568],
    [3, 34, 1, 34, 34 * 3 ** 33],
    [81, 0.75, 0, 1, 27],
    [81, -0.75, 0, 1, 1 / 27],
    [81, 0.75, 1, 0.75, 0.25],
    [2, -1075, 0, 1, 0],
    [6, 3, 0, 1, 216],
    [0.375, 3, 0, -1, -(0.375 ** 3)],
    [1, 0.1, 0, 1, 1],
    // 3^40 in full; of 3^65 it is certain that it is no tie.
    [3, 40, 0, 1, 12157665459056929000],
    [3, 65, 0, 1, undefined],
    [3, -65, 0, 1, undefined],
    // Irrational.
    [2, 0.5, 0, 1, undefined],
    [3, 0.5, 0, 1, undefined],
    [27, 0.25, 0, 1, undefined],
    [9, 0.1, 0, 1, undefined],
  ] as const)('%d^%d, less %d, times %d', (a, b, less, factor, expected) => {
    expect(exactPower(a, b, less, factor)).toBe(expected);
  });
});
