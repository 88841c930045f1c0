import {
  choose,
  type Estimate,
  extrapolate,
  noiseOf,
  type Order,
  type Quotient,
} from '../../../src/core/best/extrapolate';

function quotient(step: number, value: number, known: Partial<Quotient> = {}): Quotient {
  return { step, value, roundOff: 0, shift: 0, curvature: 0, ...known };
}

/** The quotients of this function of the step at 1, 1/2, 1/4 ...: all exact where it is. */
function halved(count: number, value: (step: number) => number, known?: Partial<Quotient>) {
  return Array.from({ length: count }, (_, k) => quotient(2 ** -k, value(2 ** -k), known));
}

function lastOf(quotients: readonly Quotient[], order: Order = 2, noise = 0): Estimate {
  const last = extrapolate(quotients, order, noise).at(-1);
  if (last === undefined) throw new Error('no estimate');
  return last;
}

describe('an extrapolated quotient', () => {
  test('of one step alone does not exist', () => {
    expect(extrapolate([quotient(1, 5)], 2, 0)).toEqual([]);
  });

  test('is free of the h^2 of a central difference, and of the h of a one-sided one', () => {
    expect(lastOf(halved(2, (h) => 7 + 3 * h * h)).value).toBe(7);
    expect(
      lastOf(
        halved(2, (h) => 7 + 3 * h),
        1,
      ).value,
    ).toBe(7);
  });

  test('is as uncertain as twice the way to the farther one of the two that it is made of', () => {
    // 2 and 1.25 lead to 1: the way is 1
    expect(lastOf(halved(2, (h) => 1 + h * h)).error).toBe(2);
    // 3 and 0 lead to -1 and are farther from it by 4 and 1
    expect(lastOf([quotient(1, 3), quotient(0.5, 0)]).error).toBe(8);
  });

  test('of four columns leaves h^10 as the first term, 2^20 times as large', () => {
    // Column j turns h^10 into h^10 (4^j - 2^10)/(4^j - 1): in all 340 * 67.2 * 320/21 * 256/85.
    const sum = (h: number): number => 1 + h ** 2 + h ** 4 + h ** 6 + h ** 8 + h ** 10;
    const { value, error } = lastOf(halved(6, sum));
    expect(Math.abs(value - (1 + 2 ** 20 * 2 ** -50))).toBeLessThan(1e-14);
    expect(error).toBeGreaterThan(2 ** -30);
  });

  test('below the normal doubles is uncertain by a few of the smallest', () => {
    // 8 * 2^-1074: each of four divisions rounds by half of one, and there is a factor of 4 in hand.
    expect(lastOf([quotient(1, 0), quotient(0.5, 0)]).error).toBe(2 ** -1071);
  });
});

describe('the round-off of the values', () => {
  const r = 2 ** -30;

  test('counts (4 + 2)/(4 - 1) times in the first column, divided by the step', () => {
    expect(lastOf(halved(2, () => 1, { roundOff: r })).error).toBe((2 * r) / 0.5);
    expect(
      lastOf(
        halved(2, () => 1),
        2,
        r,
      ).error,
    ).toBe((2 * r) / 0.5);
  });

  test('counts (2 + 2)/(2 - 1) times for one-sided differences', () => {
    expect(
      lastOf(
        halved(2, () => 1, { roundOff: r }),
        1,
      ).error,
    ).toBe((4 * r) / 0.5);
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

describe('two points that do not lie evenly round x', () => {
  test('cost four times what the slope changes by from x to the middle between them', () => {
    const quotients = halved(2, () => 1, { shift: 2 ** -20, curvature: 3 });
    expect(lastOf(quotients).error).toBe(4 * 3 * 2 ** -20);
  });

  test('cost as much for the second derivative that may hide in the round-off of four values', () => {
    const r = 2 ** -30;
    const quotients = halved(2, () => 1, { shift: 2 ** -4, roundOff: r });
    const hidden = (4 * r) / 0.5 / 0.5;
    expect(lastOf(quotients).error).toBe((2 * r) / 0.5 + 4 * 2 ** -4 * hidden);
  });

  test('cost nothing where they do, be the curvature infinite', () => {
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

  test('the most precise one is chosen, and of equal ones that of the smallest step', () => {
    const [a, b, c] = [estimate(1, 5, 1), estimate(2, 5.2, 0.1), estimate(3, 5.1, 0.1)];
    expect(choose([c, a, b])).toBe(b);
    expect(choose([])).toBeUndefined();
  });

  test.each([
    ['above', 7],
    ['below', 3],
  ])('a precise one that lies %s what smaller steps allow is not', (_, value) => {
    const first = estimate(1, 5, 1);
    expect(choose([first, estimate(2, value, 0.5)])).toBe(first);
    expect(choose([first, estimate(2, value, 0.5), estimate(3, 5, 0.1)])).toBe(first);
  });

  test('each must agree with all smaller steps, not with the one before it alone', () => {
    const [first, loose] = [estimate(1, 5, 1), estimate(2, 6, 10)];
    expect(choose([first, loose, estimate(3, 8, 0.5)])).toBe(first);
    expect(choose([first, loose, estimate(3, 2, 0.5)])).toBe(first);
    const narrowing = [estimate(1, 5, 2), estimate(2, 6.5, 1), estimate(3, 4, 0.9)];
    expect(choose(narrowing)).toBe(narrowing[1]);
  });
});

describe('the noise of f', () => {
  /** Quotients of 1 but for the k-th before the last, and those above it, of 1 + 2^-10. */
  const stepped = (k: number): Quotient[] =>
    Array.from({ length: 12 }, (_, i) => quotient(2 ** -i, i < 12 - k ? 1 + 2 ** -10 : 1));

  test('is 0.7 of what two quotients differ by, about 1/sqrt(2), times the smaller step', () => {
    expect(noiseOf([quotient(1, 1), quotient(0.5, 3)])).toBe(0.7 * 2 * 0.5);
    expect(noiseOf([quotient(1, 3), quotient(0.5, 1)])).toBe(0.7 * 2 * 0.5);
  });

  test('is sought in the last six differences', () => {
    expect(noiseOf(stepped(6))).toBe(0.7 * 2 ** -10 * 2 ** -6);
    expect(noiseOf(stepped(7))).toBe(Number.MIN_VALUE);
  });

  test('is the smallest double where the quotients are all the same', () => {
    expect(noiseOf(halved(9, () => 1))).toBe(Number.MIN_VALUE);
    expect(noiseOf([])).toBe(Number.MIN_VALUE);
  });
});
