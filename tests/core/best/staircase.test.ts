/** @file Where f does not change round x: steps, rounded values, constants, and a plateau that ends. */

import { judge } from '../../../src/core/check/judge';
import { bestOf, type Values } from '../../support/at-point';

const { abs, floor, fround, max, round } = Math;

/** Steps of this width and height, or of one number for both. */
const rounded =
  (width: number, height = width): Values =>
  (x) =>
    round(x / width) * height;

describe('a staircase', () => {
  test.each<[string, Values, number, number, number, 'left' | 'right']>([
    ['floor', floor, 2.3, 1, 0.3, 'left'],
    ['floor', floor, 2.8, 1, 0.2, 'right'],
    ['floor below 0', floor, -7.9, 1, 0.1, 'left'],
    ['floor, of a value of 0', floor, 0.4, 1, 0.4, 'left'],
    ['minus the same', (x) => -floor(x), 2.8, 1, 0.2, 'right'],
    ['steps of 1/1000', rounded(1e-3), 1.0001, 1e-3, 4e-4, 'right'],
    ['steps three times as high', rounded(0.1, 0.3), 5.02, 0.3, 0.03, 'right'],
    // Half of 2e-5 beyond what is called fine.
    ['steps of 4e-5', (x) => floor(x / 4e-5) * 4e-5, 1.00001, 4e-5, 1e-5, 'left'],
    ['one step far away', (x) => (x >= 1e12 + 1e9 ? 3 : 2), 1e12, 1, 1e9, 'right'],
    ['one step near by', (x) => (x <= 1e12 - 0.2 ? 3 : 2), 1e12, 1, 0.2, 'left'],
    ['one step between', (x) => (x >= 1e12 + 1e4 ? 1 : 0), 1e12, 1, 1e4, 'right'],
    ['one step beside a tiny x', (x) => (x >= 1e-20 + 1e-25 ? 1 : 0), 1e-20, 1, 1e-25, 'right'],
    ['one step farther from it', (x) => (x <= 1e-20 - 1e-10 ? 1 : 0), 1e-20, 1, 1e-10, 'left'],
  ])('%s at %p is flat, %p high, and its next jump %p to the %s', (...row) => {
    const [, f, x, height, distance, side] = row;
    const { value, bound, finding, steps } = bestOf(f, x);
    expect([value, finding]).toEqual([0, undefined]);
    expect(bound).toBeLessThan(1e-10);
    expect(steps).toMatchObject({ isWide: true, side });
    expect(steps?.height).toBeCloseTo(height, 9);
    expect((steps?.distance as number) / distance).toBeGreaterThanOrEqual(1 - 1e-6);
    expect((steps?.distance as number) / distance).toBeLessThan(1.05);
  });

  test.each<[string, Values, number, number]>([
    ['of a tenth', rounded(0.1, 0.3), 5.02, 3],
    ['of a thousandth', rounded(1e-3, 7e-3), 1.0001, 7],
  ])('whose steps are %s wide has another slope from afar', (_, f, x, slope) => {
    const { trend = NaN, trendBound = NaN } = bestOf(f, x).steps ?? {};
    expect(abs(trend - slope)).toBeLessThanOrEqual(trendBound);
    expect(abs(trend - slope)).toBeLessThan(0.01 * slope);
  });

  test('is as flat as the last digit of its value over the piece it lies on', () => {
    // A last digit of 2^-51 over the half that is the largest step: the piece is wider on the right.
    expect(bestOf(floor, 2.3).bound).toBe(2 ** -51 / 0.5);
    // Of 0 that of 1 counts; the piece from 0 to 1 is as wide as the largest step, 0.25, on the right.
    expect(bestOf(floor, 0.3).bound).toBe(2 ** -52 / 0.25);
    // Here the piece of 0.001 is known to be flat for 2^-11 on its longer side.
    expect(bestOf(rounded(1e-3), 1.0001).bound).toBe((1 * 2 ** -52) / 2 ** -11);
  });

  test.each<[string, Values, number, number]>([
    ['steps of a millionth', rounded(1e-6), 1 + 1e-7, 1e-6],
    ['float32', fround, 1.1, 2 ** -23],
    ['steps of 1e-5', (x) => floor(x / 1e-5) * 1e-5, 1.000001, 1e-5],
  ])('that is fine, of %s, has the slope that it has from afar', (_, f, x, height) => {
    const { value, bound, steps } = bestOf(f, x);
    expect(abs(value - 1)).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(5e-4);
    // Two values are wrong by a step each, over a step of 1/8, and three times that is allowed.
    expect(bound).toBeCloseTo((3 * 2 * height) / 0.125, 9);
    expect(steps).toMatchObject({ isWide: false, trend: value, trendBound: bound });
    expect(steps?.height).toBeCloseTo(height, 12);
  });

  test('must have steps that are wide and high to be more than rounded', () => {
    const isWide = (f: Values, x: number): boolean | undefined => bestOf(f, x).steps?.isWide;
    // As high as 1.5e-5 of its values, and 3e-5.
    expect(isWide((x) => 1 + rounded(1e-3, 1.5e-5)(x), 1.0001)).toBe(false);
    expect(isWide((x) => 1 + rounded(1e-3, 3.5e-5)(x), 1.0001)).toBe(true);
    // As wide as 1.5e-5 of x, and 3e-5.
    expect(isWide(rounded(1.5e-5, 1), 1)).toBe(false);
    expect(isWide(rounded(6e-5, 1), 1)).toBe(true);
  });

  test.each([
    [0.24, 'has steps'],
    [0.26, 'has none'],
  ])('no higher than four times the round-off that is known is none: %p of a step %s', (part) => {
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
  ])('whose jump is at x has it beside x, on the side where it is', (f, side) => {
    const { bound, finding } = bestOf(f, 1);
    // 8 * 2^-52 is the smallest of the finer steps.
    expect(finding).toEqual({ kind: 'jump', height: 3, distance: 2 ** -49, side });
    expect(bound).toBe(Infinity);
  });

  // A float beside the middle of two: the next number is rounded to the other one.
  test.each<[Values, 'left' | 'right']>([
    [(x) => fround(1 + 2 ** -24 + 1e-9 + x), 'left'],
    [(x) => fround(1 + 2 ** -24 - 1e-9 + x), 'right'],
  ])(
    'that is fine has its slope even beside a jump, and its steps with it: to the %p',
    (f, side) => {
      const { value, bound, steps } = bestOf(f, 0.5);
      expect(abs(value - 1)).toBeLessThanOrEqual(bound);
      expect(steps).toMatchObject({ height: 2 ** -23, side, isWide: false, trend: value });
      expect(steps?.distance).toBeLessThan(1e-8);
    },
  );

  test('of the last digits of its values is none: a slope of 0 beside another one is wrong', () => {
    // At 2^-28, the smallest step, it is 1 on the right, and 1 - 2^-53 on the left.
    const best = bestOf((x) => 1 + 2 ** -25 * (x - 1), 1);
    expect(best.value).toBeCloseTo(2 ** -25, 15);
    expect(best).not.toHaveProperty('steps');
    expect(judge(0, best)).toEqual({ verdict: 'disagree' });
    expect(judge(2 ** -25, best)).toEqual({ verdict: 'agree' });
  });

  test('is none where f goes on beside its jump: there no piece is flat', () => {
    const { finding, steps } = bestOf((x) => (x > 1 ? 5 + x : 2 + x), 1);
    expect([finding?.kind, steps]).toEqual(['jump', undefined]);
    expect(bestOf((x) => x + (x > 1 ? 1e-9 : 0), 1)).not.toHaveProperty('steps');
  });
});

describe('a plateau that ends without a jump is no staircase', () => {
  test('wherever it ends', () => {
    for (let k = 1; k < 100; k += 7) {
      const at = k / 100;
      const { value, bound, steps } = bestOf((x) => max(x - at, 0), at - 0.01);
      expect([value, steps]).toEqual([0, undefined]);
      expect(bound).toBeLessThan(1e-6);
    }
  });

  test('nor is it if it ends in a parabola', () => {
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
  ])('%p at %p hides no slope above 2e-5 of it, over the largest step, %p', (value, x, step) => {
    const digit = 2 ** -52 * max(1, abs(value));
    expect(bestOf(() => value, x)).toEqual({
      ...{ value: 0, steepest: 0, usual: 0 },
      bound: digit / step,
      hidden: (2e-5 * abs(value)) / step,
    });
  });

  test.each<[string, Values, number]>([
    ['both sides', (x) => max(abs(x) - 100, 0), 1],
    ['the left', (x) => max(-3 * x - 100, 0), 3],
    ['the right', (x) => max(x / 2 - 1e6, 0), 0.5],
  ])('as far as one looks has the slope that it has far away, on %s', (_, f, slope) => {
    const { value, steepest, usual, hidden, steps } = bestOf(f, 0);
    expect([value, steepest, steps, hidden]).toEqual([0, 0, undefined, undefined]);
    // What a slope of 0 is measured by: some 1e12 away it is that of the line.
    expect(usual / slope).toBeCloseTo(1, 5);
  });

  test('is one as far as f is finite', () => {
    expect(bestOf((x) => (abs(x) > 1000 ? NaN : 5), 0)).toMatchObject({ value: 0, usual: 0 });
    expect(bestOf((x) => (x > 1000 ? Infinity : 5), 0)).toMatchObject({ value: 0, usual: 0 });
  });
});
