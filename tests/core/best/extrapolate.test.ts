import {
  choose,
  type Estimate,
  extrapolate as extrapolateWith,
  type Order,
  type DifferenceQuotient,
} from '../../../src/core/best/extrapolate';
import { noiseOf } from '../../../src/core/best/noise';

/** With the same noise at each step. */
function extrapolate(
  quotients: readonly DifferenceQuotient[],
  order: Order,
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

/** The quotients of this function of the step at 1, 1/2, 1/4 ...: all exact where it is. */
function halved(
  count: number,
  value: (step: number) => number,
  known?: Partial<DifferenceQuotient>,
) {
  return Array.from({ length: count }, (_, k) => quotient(2 ** -k, value(2 ** -k), known));
}

function lastOf(quotients: readonly DifferenceQuotient[], order: Order = 2, noise = 0): Estimate {
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

describe('quotients that come to no end', () => {
  test('have no estimate: not at the steps above these, either', () => {
    // |x|^(2/3) beside 0: they grow by 2^(1/3) from step to step.
    expect(
      extrapolate(
        halved(12, (h) => h ** (-1 / 3)),
        2,
        0,
      ),
    ).toEqual([]);
    const turned = halved(12, (h) => (h > 2 ** -6 ? 1 : h ** (-1 / 3)));
    expect(extrapolate(turned, 2, 0)).toEqual([]);
  });

  test('are as uncertain as the way that is left, where that gets shorter slowly', () => {
    // h^0.1 is to go, all of it.
    const { value, error, step } = lastOf(halved(12, (h) => 7 + h ** 0.1));
    expect(Math.abs(value - 7)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(3 * step ** 0.1);
    // A way of 0.75 times the last is no slow one: 3 times the last are left, and 4 allowed for.
    expect(lastOf(halved(12, (h) => 7 + h ** 0.41)).error).toBeLessThan(0.5);
  });

  test('go on in noise as they came in', () => {
    const growing = halved(12, (h) => (h < 2 ** -8 ? 2 ** 8 : 1 / h));
    // The last change, of 2^7, is hidden in noise of 4 * 0.1/h from the step 2^-8 on.
    expect(extrapolate(growing, 2, 0.1)).toEqual([]);
    // Without noise they have come to an end.
    expect(lastOf(growing).value).toBe(2 ** 8);
  });
});

describe('steps that are no halves', () => {
  test('are extrapolated by their own ratios', () => {
    const quotients = [1, 0.5, 0.0625, 0.001].map((h) => quotient(h, 7 + 3 * h * h));
    expect(Math.abs(lastOf(quotients).value - 7)).toBeLessThan(1e-14);
    const linear = [1, 0.3, 0.01].map((h) => quotient(h, 7 + 3 * h));
    expect(Math.abs(lastOf(linear, 1).value - 7)).toBeLessThan(1e-14);
  });
});

describe('the noise of f', () => {
  /** Quotients of 1 but for the k-th before the last, and those above it, of 1 + 2^-10. */
  const stepped = (k: number): DifferenceQuotient[] =>
    Array.from({ length: 12 }, (_, i) => quotient(2 ** -i, i < 12 - k ? 1 + 2 ** -10 : 1));
  const noise = 0.7 * 2 ** -10;

  test('is 0.7 of what two quotients differ by, about 1/sqrt(2), times the smaller step', () => {
    expect(noiseOf([quotient(1, 1), quotient(0.5, 3)])).toEqual([0.7, 0.7]);
    expect(noiseOf([quotient(1, 3), quotient(0.5, 1)])).toEqual([0.7, 0.7]);
  });

  test('is sought in the last six differences, and is the same everywhere', () => {
    expect(noiseOf(stepped(6))).toEqual(stepped(6).map(() => noise * 2 ** -6));
    expect(noiseOf(stepped(7))).toEqual(stepped(7).map(() => Number.MIN_VALUE));
  });

  test('is the smallest double where the quotients are all the same', () => {
    expect(noiseOf(halved(3, () => 1))).toEqual([1, 2, 3].map(() => Number.MIN_VALUE));
    expect(noiseOf([])).toEqual([]);
  });

  test('is that of no larger steps where some were added, and of four at least', () => {
    // The change lies between the steps 4 and 5 of 12; of these 6 were added.
    const found = noiseOf(stepped(7), 6);
    expect(found.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6].map(() => noise * 2 ** -5));
    expect(found.slice(6)).toEqual([7, 8, 9, 10, 11, 12].map(() => Number.MIN_VALUE));
    expect(noiseOf(stepped(3), 6).at(-1)).toBe(noise * 2 ** -9);
    expect(noiseOf(stepped(5), 6).at(-1)).toBe(Number.MIN_VALUE);
  });

  test('may hide rounding inside f, up to 1e-13 of its values', () => {
    expect(noiseOf(stepped(7), 6, 1e6).at(-1)).toBeCloseTo(1e-7, 20);
    expect(noiseOf(stepped(7), 6, 1e12).at(-1)).toBe(noise * 2 ** -5);
  });
});
