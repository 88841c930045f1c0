/**
 * @file Whether a derivative agrees with the numerical one, as far as that one can be trusted: what is
 * known where there are only values. A claim of 0 is judged as any other.
 */

import type { Finding } from '../best/finding';
import type { BestDerivative } from '../best/best-at';
import { LAST_DIGITS, SMALLEST_NORMAL } from '../round-off/round-off';

/**
 * `kink`: the slopes on both sides differ, and the derivative lies between them. `imprecise`: right as
 * a formula, but doubles lose its digits. The worst has the rank 1.
 */
const RANKS = { agree: 5, disagree: 1, imprecise: 2, kink: 4, inconclusive: 3 } as const;
/** What is said of a derivative: `agree`, `disagree`, `imprecise`, `kink` or `inconclusive`. */
export type Verdict = keyof typeof RANKS;
export const VERDICTS = Object.keys(RANKS) as readonly Verdict[];

export const WORST_FIRST = VERDICTS.toSorted((a, b) => RANKS[a] - RANKS[b]);

/** The worst of them. */
export function worstOf(all: readonly { readonly verdict: Verdict }[]): Verdict {
  return WORST_FIRST.find((verdict) => all.some((one) => one.verdict === verdict)) ?? 'agree';
}

/** Whether it says that the derivative is right. */
export function isRight(verdict: Verdict): boolean {
  return verdict === 'agree' || verdict === 'kink';
}

/** What is too uncertain for a verdict. */
type Doubt =
  /** The bound is too large a part of the derivative. */
  | { readonly kind: 'unresolved' }
  /** What backprop may lose by round-off is. */
  | { readonly kind: 'cancellation'; readonly roundOff: number }
  /** f is a staircase: the claim is 0 between steps that are too fine to tell, or the slope of wide ones from afar. */
  | { readonly kind: 'steps'; readonly height: number };

export interface Judgement {
  readonly verdict: Exclude<Verdict, 'imprecise'>;
  /** What was noticed at x, or what is too uncertain for a verdict. */
  readonly reason?: Finding | Doubt;
}

/** A derivative is known if its bound is no larger part of it: a factor of 1.001 never agrees. */
const LARGEST_PART = 5e-4;
/** A derivative whose bound is no larger part of the slopes round about may be 0: it shows in none of them. */
const NEGLIGIBLE_PART = 1e-6;
/** Where no slope is seen at all. */
const USUAL_SLOPE = 1;
/** So large a part of a derivative may its own round-off be, for its first digit to be right. */
const LARGEST_ROUND_OFF = 0.1;
/** Steps whose trend is less certain have none. */
const LARGEST_TREND_PART = 0.1;
/** The slopes at a kink must be known to this part of what they differ by. */
const LARGEST_SLOPE_PART = 0.1;

/**
 * Compares the derivative that backprop claims with what the values of the function show.
 *
 * @param roundOff what backprop may be wrong by, beside the roundings of its products
 * @param tolerance how wrong it may be on top of that, as a part of the derivative
 */
export function judge(
  backprop: number,
  best: BestDerivative,
  roundOff = 0,
  tolerance = 0,
): Judgement {
  const { value, bound, finding, steps } = best;
  const allowed = roundOff + (LAST_DIGITS + tolerance) * Math.abs(backprop);
  if (finding?.kind === 'kink') return judgeAtKink(backprop, finding, allowed);
  if (finding !== undefined) return { verdict: 'inconclusive', reason: finding };
  // NaN compares false with everything, and an infinite backprop would be its own tolerance.
  const isClose = Number.isFinite(backprop) && Math.abs(value - backprop) <= bound + allowed;
  const isCancelled = roundOff > bound && isLarge(roundOff, best, Math.abs(backprop));
  const cancellation = {
    verdict: 'inconclusive',
    reason: { kind: 'cancellation', roundOff },
  } as const;
  if (!isClose) {
    if (isCancelled) return cancellation;
    if (steps !== undefined && isOfSteps(backprop, steps, allowed)) {
      return { verdict: 'inconclusive', reason: { kind: 'steps', height: steps.height } };
    }
    if (best.hidden !== undefined && Math.abs(backprop) <= best.hidden) return unresolved;
    return bound < Infinity ? { verdict: 'disagree' } : unresolved;
  }
  const largest = Math.max(LARGEST_PART, tolerance) * Math.abs(value);
  const isZero = bound <= Math.max(NEGLIGIBLE_PART * slopesOf(best), SMALLEST_NORMAL);
  if (bound > largest && !isZero) return unresolved;
  return isCancelled ? cancellation : { verdict: 'agree' };
}

const unresolved: Judgement = { verdict: 'inconclusive', reason: { kind: 'unresolved' } };

/** Whether it is right in the other view of a staircase: 0 between fine jumps, the trend of wide ones. */
function isOfSteps(
  backprop: number,
  steps: NonNullable<BestDerivative['steps']>,
  allowed: number,
): boolean {
  const { isWide, trend, trendBound } = steps;
  if (!isWide) return backprop === 0;
  const isTrend = trendBound <= LARGEST_TREND_PART * Math.abs(trend);
  return isTrend && Math.abs(trend - backprop) <= trendBound + allowed;
}

function slopesOf({ usual }: BestDerivative): number {
  return usual === 0 ? USUAL_SLOPE : usual;
}

/** Whether a round-off leaves no digit of a derivative, or none of the slopes if that may be 0. */
function isLarge(roundOff: number, best: BestDerivative, claimed: number): boolean {
  const { value, bound } = best;
  const size = Math.max(Math.abs(value), claimed);
  const isZero = bound > LARGEST_PART * Math.abs(value);
  return (
    roundOff > LARGEST_ROUND_OFF * size && !(isZero && roundOff <= NEGLIGIBLE_PART * slopesOf(best))
  );
}

function judgeAtKink(
  backprop: number,
  kink: Extract<Finding, { kind: 'kink' }>,
  allowed: number,
): Judgement {
  const { left, right, slopeBound } = kink;
  const [low, high] = left < right ? [left, right] : [right, left];
  if (!(slopeBound <= LARGEST_SLOPE_PART * (high - low))) return unresolved;
  const margin = slopeBound + allowed;
  const isBetween =
    Number.isFinite(backprop) && backprop >= low - margin && backprop <= high + margin;
  return { verdict: isBetween ? 'kink' : 'disagree', reason: kink };
}
