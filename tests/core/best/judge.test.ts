import type { BestDerivative } from '../../../src/core/best/best-at';
import { isRight, judge, VERDICTS, worstOf } from '../../../src/core/best/judge';

/** An exact numerical derivative of 1 with usual slopes of 1, except for these properties. */
function best(known: Partial<BestDerivative> = {}): BestDerivative {
  const { steepest = 1 } = known;
  return { value: 1, bound: 0, steepest, usual: steepest, ...known };
}

const UNIT = 2 ** -53;

describe('backprop and an exact numerical derivative', () => {
  test.each([
    [0, 'agree'],
    // Doubles above 1 are two unit round-offs apart.
    [14, 'agree'],
    [18, 'disagree'],
    [-15, 'agree'],
    [-17, 'disagree'],
  ])('that differ by %p unit round-offs, of which 16 are allowed, %p', (units, verdict) => {
    expect(judge(1 + units * UNIT, best()).verdict).toBe(verdict);
    expect(judge(-1 - units * UNIT, best({ value: -1 })).verdict).toBe(verdict);
  });

  test.each([NaN, Infinity, -Infinity])('disagree if backprop is %p', (backprop) => {
    expect(judge(backprop, best()).verdict).toBe('disagree');
    expect(judge(backprop, best(), Infinity).verdict).not.toBe('agree');
  });

  test('disagree if the signs differ', () => {
    expect(judge(-1, best()).verdict).toBe('disagree');
    expect(judge(1, best({ value: -1 })).verdict).toBe('disagree');
  });
});

describe('the errors of both derivatives add up', () => {
  test.each([
    [1.00039, 0.0004, 0, 'agree'],
    [1.00041, 0.0004, 0, 'disagree'],
    [0.99961, 0.0004, 0, 'agree'],
    [0.99959, 0.0004, 0, 'disagree'],
    [1.049, 0, 0.05, 'agree'],
    [1.051, 0, 0.05, 'disagree'],
    [1.0503, 0.0004, 0.05, 'agree'],
    [1.0505, 0.0004, 0.05, 'disagree'],
  ])('backprop %p, with a bound of %p and a round-off of %p, gives %p', (...row) => {
    const [backprop, bound, roundOff, verdict] = row;
    expect(judge(backprop, best({ bound }), roundOff).verdict).toBe(verdict);
  });
});

describe('a numerical derivative', () => {
  const unresolved = { verdict: 'inconclusive', reason: { kind: 'unresolved' } };

  test.each([
    [0.00049, { verdict: 'agree' }],
    [0.00051, unresolved],
    [0.0005, { verdict: 'agree' }],
  ])('is known if its bound is at most 1/2000 of it: a bound of %p', (bound, judgement) => {
    expect(judge(1, best({ bound }))).toEqual(judgement);
    expect(judge(-1, best({ value: -1, bound }))).toEqual(judgement);
  });

  test('that is not known may still disprove another one', () => {
    expect(judge(1.2, best({ bound: 0.1 })).verdict).toBe('disagree');
    expect(judge(0, best({ bound: 0.9 })).verdict).toBe('disagree');
    expect(judge(0, best({ bound: 1 }))).toEqual(unresolved);
    expect(judge(0, best({ bound: 1.1 }))).toEqual(unresolved);
    expect(judge(9, best({ bound: Infinity }))).toEqual(unresolved);
  });

  test.each([
    [0.99e-6, { verdict: 'agree' }],
    [1e-6, { verdict: 'agree' }],
    [1.01e-6, unresolved],
  ])('of 0 is known if its bound is 1e-6 of the usual slopes: %p', (bound, judgement) => {
    for (const claim of [0, bound / 2, -bound / 2]) {
      expect(judge(claim, best({ value: 0, bound }))).toEqual(judgement);
      expect(judge(claim, best({ value: 0, bound: 8 * bound, steepest: 8 }))).toEqual(judgement);
    }
  });

  test('of 0 is compared with the usual slopes, not the steepest, which a jump beside x may make', () => {
    expect(judge(0, { ...best({ value: 0, bound: 1e-3, steepest: 1e9 }), usual: 1 })).toEqual(
      unresolved,
    );
  });

  test('below the normal doubles counts as 0', () => {
    expect(judge(0, best({ value: 0, bound: 2e-308, steepest: 1e-307 })).verdict).toBe('agree');
    expect(judge(0, best({ value: 0, bound: 3e-308, steepest: 1e-307 }))).toEqual(unresolved);
  });

  test('of 0 is known if no slope is visible at all', () => {
    expect(judge(0, best({ value: 0, bound: 1e-16, steepest: 0 }))).toEqual({ verdict: 'agree' });
  });

  test('with a bound that contains 0 and the claim is not known', () => {
    expect(judge(4e-6, best({ value: 0, bound: 5e-6 }))).toEqual(unresolved);
    expect(judge(6e-6, best({ value: 0, bound: 5e-6 })).verdict).toBe('disagree');
  });

  test('with a finding other than a kink is undecided', () => {
    const finding = { kind: 'steep' } as const;
    expect(judge(1, best({ finding }))).toEqual({ verdict: 'inconclusive', reason: finding });
  });
});

describe('a round-off of backprop', () => {
  const cancellation = (roundOff: number) => ({
    verdict: 'inconclusive',
    reason: { kind: 'cancellation', roundOff },
  });

  test.each([
    [0.099, { verdict: 'agree' }],
    [0.1, { verdict: 'agree' }],
    [0.101, cancellation(0.101)],
  ])('above a tenth of the derivative decides nothing: %p', (roundOff, judgement) => {
    expect(judge(1, best(), roundOff)).toEqual(judgement);
    expect(judge(-1, best({ value: -1 }), roundOff)).toEqual(judgement);
  });

  test('is compared with the larger one of both derivatives', () => {
    expect(judge(1.2, best(), 0.119)).toEqual({ verdict: 'disagree' });
    expect(judge(1.2, best(), 0.121)).toEqual(cancellation(0.121));
  });

  test('matters only if it is above the bound', () => {
    // The derivative is 0.5, with a bound of 0.6 on its error.
    const loose = best({ value: 0.5, bound: 0.6, steepest: 1e5 });
    expect(judge(0.5, loose, 0.59).reason).toEqual({ kind: 'unresolved' });
    expect(judge(0.5, loose, 0.6).reason).toEqual({ kind: 'unresolved' });
    expect(judge(5, loose, 2)).toEqual(cancellation(2));
    expect(judge(5, loose, 0.6)).toEqual({ verdict: 'disagree' });
  });

  test.each([
    [0.99e-6, { verdict: 'agree' }],
    [1e-6, { verdict: 'agree' }],
    [1.01e-6, cancellation(1.01e-6)],
  ])('below 1e-6 of the usual slopes is nothing beside 0: %p', (roundOff, judgement) => {
    const steep = best({ value: 0, bound: 1e-9, steepest: 8 });
    expect(judge(0, steep, 8 * roundOff).verdict).toBe(judgement.verdict);
    expect(judge(0, best({ value: 0, bound: 1e-9 }), roundOff)).toEqual(judgement);
    expect(judge(0, best({ value: 0, bound: 1e-9, steepest: 0 }), roundOff)).toEqual(judgement);
  });

  test('is not compared with the usual slopes if the derivative itself is known', () => {
    // 1e-7 is known to a ten-thousandth: a round-off of that size decides nothing, although it is small.
    const small = best({ value: 1e-7, bound: 1e-11 });
    expect(judge(1e-7, small, 1e-7)).toEqual(cancellation(1e-7));
  });
});

describe('a tolerance', () => {
  test('excuses relative errors up to its size', () => {
    expect(judge(1 + 0.9e-6, best(), 0, 1e-6).verdict).toBe('agree');
    expect(judge(1 + 1.1e-6, best(), 0, 1e-6).verdict).toBe('disagree');
    expect(judge(-8 - 7e-6, best({ value: -8 }), 0, 1e-6).verdict).toBe('agree');
  });

  test('allows the derivative to be as uncertain', () => {
    expect(judge(1, best({ bound: 0.009 }), 0, 0.01).verdict).toBe('agree');
    expect(judge(1, best({ bound: 0.011 }), 0, 0.01)).toMatchObject({
      verdict: 'inconclusive',
      reason: { kind: 'unresolved' },
    });
  });

  test('does not excuse a claim that is not finite', () => {
    expect(judge(Infinity, best(), 0, 0.5).verdict).toBe('disagree');
    expect(judge(NaN, best(), 0, 0.5).verdict).toBe('disagree');
  });
});

describe('on a staircase', () => {
  const steps = (isWide: boolean) =>
    ({ height: 0.1, distance: 0.2, side: 'left', isWide, trend: 3, trendBound: 0.1 }) as const;
  const undecided = { verdict: 'inconclusive', reason: { kind: 'steps', height: 0.1 } };

  test('with wide steps the slope is 0, and a claim of that from afar is undecided', () => {
    const wide = best({ value: 0, bound: 1e-16, steps: steps(true) });
    expect(judge(0, wide)).toEqual({ verdict: 'agree' });
    expect(judge(1, wide)).toEqual({ verdict: 'disagree' });
    expect(judge(3.09, wide)).toEqual(undecided);
    expect(judge(3.11, wide)).toEqual({ verdict: 'disagree' });
  });

  test('a trend that is not known to a tenth does not count', () => {
    const wide = (trend: number, trendBound: number) =>
      best({ value: 0, bound: 1e-16, steps: { ...steps(true), trend, trendBound } });
    expect(judge(3, wide(3, 0.29))).toEqual(undecided);
    expect(judge(3, wide(3, 0.31))).toEqual({ verdict: 'disagree' });
    expect(judge(-3, wide(-3, 0.29))).toEqual(undecided);
  });

  test('a claim may differ from the trend by the round-off of backprop', () => {
    const wide = best({ value: 0, bound: 1e-16, steps: { ...steps(true), trendBound: 0.01 } });
    expect(judge(3.05, wide)).toEqual({ verdict: 'disagree' });
    expect(judge(3.05, wide, 0.05)).toEqual(undecided);
  });

  test('with fine steps the slope is that from afar, and a claim of 0 is undecided', () => {
    const fine = best({ value: 3, bound: 1e-3, steps: steps(false) });
    expect(judge(3, fine)).toEqual({ verdict: 'agree' });
    expect(judge(0, fine)).toEqual(undecided);
    expect(judge(1, fine)).toEqual({ verdict: 'disagree' });
  });
});

test('a slope that a coarsely rounded constant may hide is undecided', () => {
  const constant = best({ value: 0, bound: 1e-15, steepest: 0, hidden: 1e-3 });
  expect(judge(0, constant)).toEqual({ verdict: 'agree' });
  for (const claim of [0.9e-3, -0.9e-3, 1e-3]) {
    expect(judge(claim, constant)).toMatchObject({ reason: { kind: 'unresolved' } });
  }
  expect(judge(1.1e-3, constant).verdict).toBe('disagree');
});

describe('at a kink', () => {
  const kink = (left: number, right: number, slopeBound = 0) =>
    best({ value: (left + right) / 2, finding: { kind: 'kink', left, right, slopeBound } });
  const { verdict: between } = judge(0.5, kink(0, 1));

  test('backprop must lie between the slopes, in either order', () => {
    expect(between).toBe('kink');
    expect(judge(0.5, kink(1, 0)).verdict).toBe('kink');
    for (const backprop of [-0.1, 1.1, NaN, Infinity]) {
      expect(judge(backprop, kink(0, 1)).verdict).toBe('disagree');
      expect(judge(backprop, kink(1, 0)).verdict).toBe('disagree');
    }
  });

  test.each([
    [0.099, 'kink'],
    [0.101, 'inconclusive'],
  ])('the slopes must be known to a tenth of their difference: %p', (slopeBound, verdict) => {
    expect(judge(0.5, kink(0, 1, slopeBound)).verdict).toBe(verdict);
    expect(judge(10.5, kink(10, 11, slopeBound)).verdict).toBe(verdict);
    expect(judge(1, kink(-4, 4, 8 * slopeBound)).verdict).toBe(verdict);
  });

  test.each([
    [0.049, 0, 'kink'],
    [0.051, 0, 'disagree'],
    [0.149, 0.1, 'kink'],
    [0.151, 0.1, 'disagree'],
  ])('backprop outside by %p, with a bound of 0.05 and a round-off of %p, gives %p', (...row) => {
    const [beyond, roundOff, verdict] = row;
    expect(judge(1 + beyond, kink(0, 1, 0.05), roundOff).verdict).toBe(verdict);
    expect(judge(-beyond, kink(0, 1, 0.05), roundOff).verdict).toBe(verdict);
  });

  test('backprop may lie outside by 16 unit round-offs', () => {
    expect(judge(1 + 14 * UNIT, kink(0, 1)).verdict).toBe('kink');
    expect(judge(1 + 18 * UNIT, kink(0, 1)).verdict).toBe('disagree');
    expect(judge(-1 - 14 * UNIT, kink(-1, 0)).verdict).toBe('kink');
  });
});

test('the verdict on the whole is the worst of all, or agree if there are none', () => {
  const worst = (...verdicts: (typeof VERDICTS)[number][]) =>
    worstOf(verdicts.map((verdict) => ({ verdict })));
  expect(worst(...VERDICTS)).toBe('disagree');
  expect(worst('agree', 'kink', 'inconclusive', 'imprecise')).toBe('imprecise');
  expect(worst('kink', 'inconclusive', 'agree')).toBe('inconclusive');
  expect(worst('agree', 'kink', 'agree')).toBe('kink');
  expect(worst('agree', 'agree')).toBe('agree');
  expect(worst()).toBe('agree');
});

test('kink and agree count as right, the others do not', () => {
  expect(VERDICTS.filter(isRight)).toEqual(['agree', 'kink']);
});

test('an unknown derivative disproves no claim', () => {
  const unknown = best({ value: 1, bound: Infinity });
  expect(judge(NaN, unknown)).toEqual({ verdict: 'inconclusive', reason: { kind: 'unresolved' } });
});

test('round-off below the bound does not excuse a claim that is farther away', () => {
  expect(judge(3, best({ bound: 0.9 }), 0.5)).toEqual({ verdict: 'disagree' });
  expect(judge(3, best({ bound: 0.4 }), 0.5).reason).toEqual({
    kind: 'cancellation',
    roundOff: 0.5,
  });
});
