import type { DifferenceQuotient } from '../../../src/core/best/convergence';
import { choose, type Estimate } from '../../../src/core/best/estimate';
import { extrapolate as extrapolateWith } from '../../../src/core/best/extrapolate';
import { noiseOf } from '../../../src/core/best/noise';

/** Extrapolates with the same noise at each step. */
function extrapolate(
  quotients: readonly DifferenceQuotient[],
  order: 1 | 2,
  noise: number,
): Estimate[] {
  return extrapolateWith(
    quotients,
    order,
    quotients.map(() => noise),
  );
}

function quotient(
  step: number,
  value: number,
  known: Partial<DifferenceQuotient> = {},
): DifferenceQuotient {
  return { step, value, roundOff: 0, shift: 0, curvature: 0, ...known };
}

/** Quotients at the steps 1, 1/2, 1/4 ..., each a given function of the step. */
function halved(
  count: number,
  value: (step: number) => number,
  known?: Partial<DifferenceQuotient>,
) {
  return Array.from({ length: count }, (_, k) => quotient(2 ** -k, value(2 ** -k), known));
}

function lastOf(quotients: readonly DifferenceQuotient[], order: 1 | 2 = 2, noise = 0): Estimate {
  const last = extrapolate(quotients, order, noise).at(-1);
  if (last === undefined) throw new Error('no estimate');
  return last;
}

describe('an extrapolated estimate', () => {
  test('takes two steps at least', () => {
    expect(extrapolate([quotient(1, 5)], 2, 0)).toEqual([]);
  });

  test('is free of the h^2 term of a central difference, and of the h term of a one-sided one', () => {
    expect(lastOf(halved(2, (h) => 7 + 3 * h * h)).value).toBe(7);
    const linear = halved(2, (h) => 7 + 3 * h);
    expect(lastOf(linear, 1).value).toBe(7);
  });

  test('has twice the distance to the farther one of its two quotients as its error', () => {
    // 2 and 1.25 are extrapolated to 1: the distance is 1.
    expect(lastOf(halved(2, (h) => 1 + h * h)).error).toBe(2);
    // 3 and 0 are extrapolated to -1: the distances are 4 and 1.
    expect(lastOf([quotient(1, 3), quotient(0.5, 0)]).error).toBe(8);
  });

  test('of four columns has h^10 as its leading error term, 2^20 times as large', () => {
    // Column j multiplies h^10 by (4^j - 2^10)/(4^j - 1): in all by 340 * 67.2 * 320/21 * 256/85.
    const sum = (h: number): number => 1 + h ** 2 + h ** 4 + h ** 6 + h ** 8 + h ** 10;
    const { value, error } = lastOf(halved(6, sum));
    expect(Math.abs(value - (1 + 2 ** 20 * 2 ** -50))).toBeLessThan(1e-14);
    expect(error).toBeGreaterThan(2 ** -30);
  });

  test('among the subnormal doubles has an error of a few of the smallest', () => {
    // 8 * 2^-1074: each of four divisions rounds by half of the smallest double, times 4 for safety.
    expect(lastOf([quotient(1, 0), quotient(0.5, 0)]).error).toBe(2 ** -1071);
  });
});

describe('the round-off of the values', () => {
  const r = 2 ** -30;

  test('counts (4 + 2)/(4 - 1) times in the first column, divided by the step', () => {
    expect(lastOf(halved(2, () => 1, { roundOff: r })).error).toBe((2 * r) / 0.5);
    const exact = halved(2, () => 1);
    expect(lastOf(exact, 2, r).error).toBe((2 * r) / 0.5);
  });

  test('counts (2 + 2)/(2 - 1) times for one-sided differences', () => {
    const rounded = halved(2, () => 1, { roundOff: r });
    expect(lastOf(rounded, 1).error).toBe((4 * r) / 0.5);
  });

  test('counts (16 + 2)/(16 - 1) times as much again in the second column', () => {
    // Without noise 1 + h^2 is known exactly from three steps, and not from two.
    const { value, error } = lastOf(halved(3, (h) => 1 + h * h, { roundOff: r }));
    expect(value).toBe(1);
    expect(error / ((2 * (18 / 15) * r) / 0.25)).toBeCloseTo(1, 12);
  });

  test('is that of the values or the noise, whichever is larger', () => {
    const quotients = halved(2, () => 1, { roundOff: 3 * r });
    expect(lastOf(quotients, 2, r).error).toBe(12 * r);
    expect(lastOf(quotients, 2, 5 * r).error).toBe(20 * r);
  });
});

describe('two points whose midpoint is not x', () => {
  test('add four times the change of the slope from x to the midpoint', () => {
    const quotients = halved(2, () => 1, { shift: 2 ** -20, curvature: 3 });
    expect(lastOf(quotients).error).toBe(4 * 3 * 2 ** -20);
  });

  test('add nothing if the midpoint is x, even with infinite curvature', () => {
    const quotients = halved(2, () => 1, { curvature: Infinity });
    expect(lastOf(quotients).error).toBe(2 ** -1071);
  });
});

describe('of several estimates', () => {
  const estimate = (step: number, value: number, error: number): Estimate => ({
    step,
    value,
    error,
  });

  test('the most precise one is chosen; among equals, that of the smallest step', () => {
    const [a, b, c] = [estimate(1, 5, 1), estimate(2, 5.2, 0.1), estimate(3, 5.1, 0.1)];
    expect(choose([c, a, b])).toBe(b);
    expect(choose([])).toBeUndefined();
  });

  test.each([
    ['above', 7],
    ['below', 3],
  ])('a precise one that lies %s the interval of smaller steps is not chosen', (_, value) => {
    const first = estimate(1, 5, 1);
    expect(choose([first, estimate(2, value, 0.5)])).toBe(first);
    expect(choose([first, estimate(2, value, 0.5), estimate(3, 5, 0.1)])).toBe(first);
  });

  test('each must agree with all smaller steps, not only with the next smaller one', () => {
    const [first, loose] = [estimate(1, 5, 1), estimate(2, 6, 10)];
    expect(choose([first, loose, estimate(3, 8, 0.5)])).toBe(first);
    expect(choose([first, loose, estimate(3, 2, 0.5)])).toBe(first);
    const narrowing = [estimate(1, 5, 2), estimate(2, 6.5, 1), estimate(3, 4, 0.9)];
    expect(choose(narrowing)).toBe(narrowing[1]);
  });
});

describe('quotients that converge slowly or not at all', () => {
  test('have no estimate, nor have the steps above them', () => {
    // Those of |x|^(2/3) near 0 grow by 2^(1/3) from step to step.
    const steep = halved(12, (h) => h ** (-1 / 3));
    expect(extrapolate(steep, 2, 0)).toEqual([]);
    const turned = halved(12, (h) => (h > 2 ** -6 ? 1 : h ** (-1 / 3)));
    expect(extrapolate(turned, 2, 0)).toEqual([]);
  });

  test('have an error that covers the change still to come', () => {
    // The change still to come is h^0.1.
    const { value, error, step } = lastOf(halved(12, (h) => 7 + h ** 0.1));
    expect(Math.abs(value - 7)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(3 * step ** 0.1);
    // Changes with the ratio 0.75 do not count as slow: 3 times the last change is to come, and 4 times is allowed.
    expect(lastOf(halved(12, (h) => 7 + h ** 0.41)).error).toBeLessThan(0.5);
  });

  test('are assumed to go on in noise as they did before', () => {
    const growing = halved(12, (h) => (h < 2 ** -8 ? 2 ** 8 : 1 / h));
    // The last change, of 2^7, is hidden in noise of 4 * 0.1/h from the step 2^-8 on.
    expect(extrapolate(growing, 2, 0.1)).toEqual([]);
    // Without noise they have converged.
    expect(lastOf(growing).value).toBe(2 ** 8);
  });
});

describe('steps with a ratio other than 2', () => {
  test('are extrapolated by their own ratios', () => {
    const quotients = [1, 0.5, 0.0625, 0.001].map((h) => quotient(h, 7 + 3 * h * h));
    expect(Math.abs(lastOf(quotients).value - 7)).toBeLessThan(1e-14);
    const linear = [1, 0.3, 0.01].map((h) => quotient(h, 7 + 3 * h));
    expect(Math.abs(lastOf(linear, 1).value - 7)).toBeLessThan(1e-14);
  });
});

describe('the noise of f', () => {
  /** The last k of 12 quotients are 1, those above are 1 + 2^-10. */
  const stepped = (k: number): DifferenceQuotient[] =>
    Array.from({ length: 12 }, (_, i) => quotient(2 ** -i, i < 12 - k ? 1 + 2 ** -10 : 1));
  const noise = 0.7 * 2 ** -10;

  test('is 0.7 (about 1/sqrt(2)) of the difference of two quotients, times the smaller step', () => {
    expect(noiseOf([quotient(1, 1), quotient(0.5, 3)])).toEqual([0.7, 0.7]);
    expect(noiseOf([quotient(1, 3), quotient(0.5, 1)])).toEqual([0.7, 0.7]);
  });

  test('is the largest of the last six differences, and the same at all steps', () => {
    expect(noiseOf(stepped(6))).toEqual(stepped(6).map(() => noise * 2 ** -6));
    expect(noiseOf(stepped(7))).toEqual(stepped(7).map(() => Number.MIN_VALUE));
  });

  test('is the smallest double if all quotients are equal', () => {
    expect(noiseOf(halved(3, () => 1))).toEqual([1, 2, 3].map(() => Number.MIN_VALUE));
    expect(noiseOf([])).toEqual([]);
  });

  test('is taken from no larger step among refinement steps, but from at least four differences', () => {
    // The change lies between the steps 5 and 6 of 12; the last 6 are refinement steps.
    const found = noiseOf(stepped(7), 6);
    expect(found.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6].map(() => noise * 2 ** -5));
    expect(found.slice(6)).toEqual([7, 8, 9, 10, 11, 12].map(() => Number.MIN_VALUE));
    expect(noiseOf(stepped(3), 6).at(-1)).toBe(noise * 2 ** -9);
    expect(noiseOf(stepped(5), 6).at(-1)).toBe(Number.MIN_VALUE);
  });

  test('of larger steps counts at refinement steps up to 1e-13 of the values', () => {
    expect(noiseOf(stepped(7), 6, 1e6).at(-1)).toBeCloseTo(1e-7, 20);
    expect(noiseOf(stepped(7), 6, 1e12).at(-1)).toBe(noise * 2 ** -5);
  });
});
