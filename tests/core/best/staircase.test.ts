/** @file Functions that are flat at x: staircases, rounded values, constants, and exact plateaus. */

import { judge } from '../../../src/core/best/judge';
import { bestOf, type Values } from '../../support/by-values';

const { abs, floor, fround, max, round } = Math;

/** A staircase with steps of this width and height. */
const rounded =
  (width: number, height = width): Values =>
  (x) =>
    round(x / width) * height;

describe('a staircase', () => {
  test.each<[string, Values, number, number]>([
    ['floor', floor, 2.3, 1],
    ['floor', floor, 2.8, 1],
    ['floor below 0', floor, -7.9, 1],
    ['floor, of a value of 0', floor, 0.4, 1],
    ['minus the same', (x) => -floor(x), 2.8, 1],
    ['steps of 1/1000', rounded(1e-3), 1.0001, 1e-3],
    ['steps three times as high', rounded(0.1, 0.3), 5.02, 0.3],
    // Twice the limit of 2e-5 for a fine staircase.
    ['steps of 4e-5', (x) => floor(x / 4e-5) * 4e-5, 1.00001, 4e-5],
    ['one step far away', (x) => (x >= 1e12 + 1e9 ? 3 : 2), 1e12, 1],
    ['one step near by', (x) => (x <= 1e12 - 0.2 ? 3 : 2), 1e12, 1],
    ['one step between', (x) => (x >= 1e12 + 1e4 ? 1 : 0), 1e12, 1],
    ['one step beside a tiny x', (x) => (x >= 1e-20 + 1e-25 ? 1 : 0), 1e-20, 1],
    ['one step farther from it', (x) => (x <= 1e-20 - 1e-10 ? 1 : 0), 1e-20, 1],
  ])('%s at %p has the derivative 0, and steps of the height %p', (_, f, x, height) => {
    const { value, bound, finding, steps } = bestOf(f, x);
    expect([value, finding]).toEqual([0, undefined]);
    expect(bound).toBeLessThan(1e-10);
    expect(steps?.isWide).toBe(true);
    expect(steps?.height).toBeCloseTo(height, 9);
  });

  test.each<[string, Values, number, number]>([
    ['a tenth', rounded(0.1, 0.3), 5.02, 3],
    ['a thousandth', rounded(1e-3, 7e-3), 1.0001, 7],
  ])('with steps %s wide has another slope from afar', (_, f, x, slope) => {
    const { trend = NaN, trendBound = NaN } = bestOf(f, x).steps ?? {};
    expect(abs(trend - slope)).toBeLessThanOrEqual(trendBound);
    expect(abs(trend - slope)).toBeLessThan(0.01 * slope);
  });

  test('has as its bound the last digit of its value over the width of the step', () => {
    // A last digit of 2^-51 over 1/2, the largest step: f is flat for longer on the right.
    expect(bestOf(floor, 2.3).bound).toBe(2 ** -51 / 0.5);
    // For a value of 0 the last digit of 1 counts; f is flat on the right for the largest step, 1/4.
    expect(bestOf(floor, 0.3).bound).toBe(2 ** -52 / 0.25);
    // Of the step of width 0.001, 2^-11 is known to be flat on the longer side.
    expect(bestOf(rounded(1e-3), 1.0001).bound).toBe((1 * 2 ** -52) / 2 ** -11);
  });

  test.each<[string, Values, number, number]>([
    ['one of steps of a millionth', rounded(1e-6), 1 + 1e-7, 1e-6],
    ['float32', fround, 1.1, 2 ** -23],
    ['one of steps of 1e-5', (x) => floor(x / 1e-5) * 1e-5, 1.000001, 1e-5],
  ])('that is fine, as %s, has its slope from afar as the derivative', (_, f, x, height) => {
    const { value, bound, steps } = bestOf(f, x);
    expect(abs(value - 1)).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(5e-4);
    // Three times the error: two step heights over the difference step 1/8.
    expect(bound).toBeCloseTo((3 * 2 * height) / 0.125, 9);
    expect(steps).toMatchObject({ isWide: false, trend: value, trendBound: bound });
    expect(steps?.height).toBeCloseTo(height, 12);
  });

  test('is a rounded function unless its steps are both wide and high', () => {
    const isWide = (f: Values, x: number): boolean | undefined => bestOf(f, x).steps?.isWide;
    // The height is 1.5e-5 of the values, then 3.5e-5.
    expect(isWide((x) => 1 + rounded(1e-3, 1.5e-5)(x), 1.0001)).toBe(false);
    expect(isWide((x) => 1 + rounded(1e-3, 3.5e-5)(x), 1.0001)).toBe(true);
    // The width is 1.5e-5 of x, then 6e-5.
    expect(isWide(rounded(1.5e-5, 1), 1)).toBe(false);
    expect(isWide(rounded(6e-5, 1), 1)).toBe(true);
  });

  test.each([
    [0.24, 'has steps'],
    [0.26, 'has none'],
  ])('must have steps above four times the round-off: one of %p of a step %s', (part) => {
    const roundOff = part * 2 ** -20;
    const known = { roundOff: (x: Float64Array) => x.map(() => roundOff), isUneven: false };
    const { value, steps } = bestOf(rounded(2 ** -20), 1, { ...known, isWhole: true });
    expect(value).toBe(1);
    expect(steps !== undefined).toBe(part < 0.25);
  });

  test.each<[Values, 'left' | 'right']>([
    [(x) => (x > 1 ? 5 : 2), 'right'],
    [(x) => (x < 1 ? 5 : 2), 'left'],
    [(x) => (x > 1 ? -5 : -2), 'right'],
  ])('that jumps at x has this jump, with its side, as its finding', (f, side) => {
    const { bound, finding } = bestOf(f, 1);
    // 8 * 2^-52 is the smallest refinement step.
    expect(finding).toEqual({ kind: 'jump', height: 3, distance: 2 ** -49, side });
    expect(bound).toBe(Infinity);
  });

  // Near the midpoint of two float32 numbers: a little farther x is rounded to the other one.
  test.each<[string, Values]>([
    ['the left', (x) => fround(1 + 2 ** -24 + 1e-9 + x)],
    ['the right', (x) => fround(1 + 2 ** -24 - 1e-9 + x)],
  ])('that is fine has its slope even beside a jump on %s, and its steps', (_, f) => {
    const { value, bound, steps } = bestOf(f, 0.5);
    expect(abs(value - 1)).toBeLessThanOrEqual(bound);
    expect(steps).toMatchObject({ height: 2 ** -23, isWide: false, trend: value });
  });

  test('is not reported for the last digits of values: a claim of 0 would pass wrongly', () => {
    // At 2^-28, the smallest step, it is 1 on the right, and 1 - 2^-53 on the left.
    const best = bestOf((x) => 1 + 2 ** -25 * (x - 1), 1);
    expect(best.value).toBeCloseTo(2 ** -25, 15);
    expect(best).not.toHaveProperty('steps');
    expect(judge(0, best)).toEqual({ verdict: 'disagree' });
    expect(judge(2 ** -25, best)).toEqual({ verdict: 'agree' });
  });

  test('is not reported if f is flat on neither side of the jump', () => {
    const { finding, steps } = bestOf((x) => (x > 1 ? 5 + x : 2 + x), 1);
    expect([finding?.kind, steps]).toEqual(['jump', undefined]);
    expect(bestOf((x) => x + (x > 1 ? 1e-9 : 0), 1)).not.toHaveProperty('steps');
  });
});

describe('a plateau that ends without a jump is no staircase', () => {
  test('however far away it ends', () => {
    for (let k = 1; k < 100; k += 7) {
      const at = k / 100;
      const { value, bound, steps } = bestOf((x) => max(x - at, 0), at - 0.01);
      expect([value, steps]).toEqual([0, undefined]);
      expect(bound).toBeLessThan(1e-6);
    }
  });

  test('even if it ends in a parabola', () => {
    expect(bestOf((x) => max(x - 0.1, 0) ** 2, 0)).toMatchObject({ value: 0 });
    expect(bestOf((x) => max(x - 0.1, 0) ** 2, 0)).not.toHaveProperty('steps');
  });
});

describe('a constant', () => {
  test.each([
    [42, 3, 0.5],
    [-42, 3, 0.5],
    [1e-30, 1, 0.25],
    [0, 0, 0.25],
  ])('%p at %p hides no slope above 2e-5 of it over the step %p', (value, x, step) => {
    const digit = 2 ** -52 * max(1, abs(value));
    expect(bestOf(() => value, x)).toEqual({
      value: 0,
      steepest: 0,
      usual: 0,
      bound: digit / step,
      hidden: (2e-5 * abs(value)) / step,
    });
  });

  test.each<[string, Values, number]>([
    ['both sides', (x) => max(abs(x) - 100, 0), 1],
    ['the left', (x) => max(-3 * x - 100, 0), 3],
    ['the right', (x) => max(x / 2 - 1e6, 0), 0.5],
  ])('that changes far away on %s has the slope there as its usual one', (_, f, slope) => {
    const { value, steepest, usual, hidden, steps } = bestOf(f, 0);
    expect([value, steepest, steps, hidden]).toEqual([0, 0, undefined, undefined]);
    // Some 1e12 away the secant has nearly the slope of the line.
    expect(usual / slope).toBeCloseTo(1, 5);
  });

  test('is recognised even if f is not finite far away', () => {
    expect(bestOf((x) => (abs(x) > 1000 ? NaN : 5), 0)).toMatchObject({ value: 0, usual: 0 });
    expect(bestOf((x) => (x > 1000 ? Infinity : 5), 0)).toMatchObject({ value: 0, usual: 0 });
  });
});
