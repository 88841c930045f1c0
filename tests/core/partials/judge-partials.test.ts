import {
  type Claimed,
  directionClaim,
  ClaimErrors,
  judgeDirection,
  judgePartial,
  partialLine,
  steadinessOf,
} from '../../../src/core/partials/judge-partials';
import type { BestDerivative } from '../../../src/core/best/best-at';
import type { Answer, Program } from '../../../src/core/partials/program';

const steady = { spread: 0, relative: 0, relativeOfPartials: 0 };

/** The errors of a program that prints its partials with two decimals, by default. */
function claimErrors(steadiness = steady, tolerance = 0, printed = 0.005): ClaimErrors {
  return new ClaimErrors(
    { printingError: () => printed } as unknown as Program,
    steadiness,
    tolerance,
  );
}
const exactly = claimErrors(steady, 0, 0);

const claimed: Claimed = {
  point: Float64Array.of(1, 2, 3),
  value: -10,
  partials: Float64Array.of(2, -3, 0),
};

const slope = (known: Partial<BestDerivative> = {}): BestDerivative => {
  return { value: 2, bound: 1e-9, steepest: 2, usual: 2, ...known };
};

describe('a partial', () => {
  test('is judged by the slope along its variable', () => {
    expect(judgePartial(claimed, 0, slope(), exactly)).toEqual({
      index: 0,
      x: 1,
      numerical: 2,
      bound: 1e-9,
      claim: 2,
      verdict: 'agree',
    });
    expect(judgePartial(claimed, 1, slope({ value: 3 }), exactly)).toEqual({
      index: 1,
      x: 2,
      numerical: 3,
      bound: 1e-9,
      claim: -3,
      verdict: 'disagree',
    });
  });

  test.each([
    ['the digits in which it is printed', claimErrors(), 0.005],
    [
      'a part of itself, where it differs from one time to the next',
      claimErrors({ ...steady, relativeOfPartials: 1e-3 }, 0, 0),
      0.002,
    ],
    ['both', claimErrors({ ...steady, relativeOfPartials: 1e-3 }), 0.007],
    ['the tolerance', claimErrors(steady, 1e-2, 0), 0.02],
  ])('may differ by %s', (_, allowed, off) => {
    const verdict = (value: number): string =>
      judgePartial(claimed, 0, slope({ value }), allowed).verdict;
    expect([verdict(2 + 0.99 * off), verdict(2 - 0.99 * off)]).toEqual(['agree', 'agree']);
    expect([verdict(2 + 1.02 * off), verdict(2 - 1.02 * off)]).toEqual(['disagree', 'disagree']);
  });

  test('is evaluated along its variable, with the noise of the values', () => {
    const noisy = claimErrors({ ...steady, relative: 1e-3 });
    expect(partialLine(claimed, 1, noisy)).toEqual({ point: claimed.point, along: 1, noise: 0.01 });
    expect([noisy.isNoisy, exactly.isNoisy]).toEqual([true, false]);
  });
});

describe('the claims along a direction', () => {
  test('add up, and so do their errors', () => {
    const { claim, error, share } = directionClaim(
      claimed,
      Float64Array.of(0.5, -2, 1),
      claimErrors(),
    );
    // The claim is 2 * 0.5 + 3 * 2, the error 0.005 * (0.5 + 2 + 1), the share sqrt((1 + 36 + 0)/3).
    expect(claim).toBe(7);
    expect(error).toBeCloseTo(0.0175, 12);
    expect(share).toBeCloseTo(Math.sqrt(37 / 3), 12);
  });

  test('may be wrong by their last digits, and by the tolerance', () => {
    const direction = Float64Array.of(0.5, -2, 1);
    // 16 * 2^-53 of 1 + 6.
    expect(directionClaim(claimed, direction, exactly).error).toBeCloseTo(7 * 16 * 2 ** -53, 25);
    const tolerant = claimErrors(steady, 0.01, 0);
    expect(directionClaim(claimed, direction, tolerant).error).toBeCloseTo(0.07, 12);
  });

  test('ignore variables that the direction leaves out', () => {
    const found = directionClaim(claimed, Float64Array.of(0, 2, 0), claimErrors());
    expect(found.claim).toBe(-6);
    expect(found.error).toBeCloseTo(0.01, 12);
    expect(found.share).toBe(6);
    expect(directionClaim(claimed, new Float64Array(3), claimErrors())).toEqual({
      claim: 0,
      error: 0,
      share: 0,
    });
  });
});

describe('the judgement along a direction', () => {
  const unresolved = { verdict: 'inconclusive', reason: { kind: 'unresolved' } };

  test.each<[string, Partial<BestDerivative>, object]>([
    ['agrees with a slope that is known', { value: 2.05, bound: 0.04 }, { verdict: 'agree' }],
    ['disagrees with another slope', { value: 2.07, bound: 0.04 }, { verdict: 'disagree' }],
    // One partial contributes 1: an error of it would show if the bounds together are at most a tenth of that.
    ['agrees if one wrong partial would show', { bound: 0.08 }, { verdict: 'agree' }],
    ['is unresolved if one wrong partial would not show', { bound: 0.1 }, unresolved],
    ['is unresolved with an unknown slope', { value: 9, bound: Infinity }, unresolved],
    [
      'is inconclusive at a kink',
      { finding: { kind: 'odd' } },
      { verdict: 'inconclusive', reason: { kind: 'odd' } },
    ],
  ])('%s', (_, known, judgement) => {
    const best = slope(known);
    expect(judgeDirection({ claim: 2, error: 0.0125, share: 1 }, best)).toEqual({
      numerical: best.value,
      bound: best.bound + 0.0125,
      claim: 2,
      ...judgement,
    });
  });

  test.each([NaN, Infinity])('disagrees for claims that add up to %p', (claim) => {
    const found = (bound: number) =>
      judgeDirection({ claim, error: 0, share: 1 }, slope({ bound }));
    expect(found(0.01).verdict).toBe('disagree');
    expect(found(Infinity)).toMatchObject(unresolved);
  });

  test.each([1e200, 1e-200])('does not depend on the size of claims: %p times as large', (size) => {
    const large = { ...claimed, partials: claimed.partials.map((partial) => size * partial) };
    const claim = directionClaim(large, Float64Array.of(0.5, -2, 1), exactly);
    expect(claim.share / size).toBeCloseTo(Math.sqrt(37 / 3), 12);
    const beside = (part: number) =>
      judgeDirection(claim, slope({ value: 7 * size, bound: part * size }));
    expect(beside(0.3).verdict).toBe('agree');
    expect(beside(0.4)).toMatchObject(unresolved);
  });

  test('of claims that are all 0 is that of a single claim of 0', () => {
    const zero = { claim: 0, error: 0, share: 0 };
    expect(judgeDirection(zero, slope({ value: 0, bound: 1e-7 })).verdict).toBe('agree');
    expect(judgeDirection(zero, slope({ value: 0, bound: 1e-3 }))).toMatchObject(unresolved);
    expect(judgeDirection(zero, slope({ value: 2 })).verdict).toBe('disagree');
  });
});

describe('the steadiness of the answers at one point', () => {
  const answers = (...rows: [number, number[]?][]): Answer[] =>
    rows.map(([value, partials]) => ({ value, partials: partials && Float64Array.from(partials) }));

  test.each<[string, Answer[], number[]]>([
    ['all the same', answers([3, [1, 2]], [3, [1, 2]]), [0, 0, 0]],
    ['values that differ', answers([-4, [1]], [-5, [1]], [-4.5, [1]]), [1, 0.2, 0]],
    ['values alone', answers([4], [5]), [1, 0.2, 0]],
    ['values that are no numbers', answers([NaN, [1]], [NaN, [1]]), [0, 0, 0]],
    // 0.5 relative to 2, and 0.1 relative to 1: the larger one counts.
    ['partials', answers([3, [1, -2, 0]], [3, [0.9, -1.5, 0]]), [0, 0, 0.25]],
    ['the other way round', answers([3, [-1.5, 0.9]], [3, [-2, 1]]), [0, 0, 0.25]],
  ])('%s', (_, all, [spread, relative, relativeOfPartials]) => {
    expect(steadinessOf(all)).toEqual({ spread, relative, relativeOfPartials });
  });
});
