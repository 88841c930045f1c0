/** @file Judges a derivative by the numerical one and its bound, where only values of the function are known. */

import type { Finding } from './finding';
import type { BestDerivative } from './best-at';
import { LAST_DIGITS, SMALLEST_NORMAL } from '../round-off/round-off';

/**
 * The ranks of the verdicts, 1 for the worst. `kink`: the slopes on both sides differ, and the derivative
 * lies between them. `imprecise`: right as a formula, but doubles lose its digits.
 */
const RANKS = { agree: 5, disagree: 1, imprecise: 2, kink: 4, inconclusive: 3 } as const;
/** The verdict on a derivative: `agree`, `disagree`, `imprecise`, `kink` or `inconclusive`. */
export type Verdict = keyof typeof RANKS;
export const VERDICTS = Object.keys(RANKS) as readonly Verdict[];

export const WORST_FIRST = VERDICTS.toSorted((a, b) => RANKS[a] - RANKS[b]);

export function worstOf(all: readonly { readonly verdict: Verdict }[]): Verdict {
  return WORST_FIRST.find((verdict) => all.some((one) => one.verdict === verdict)) ?? 'agree';
}

/** Whether the verdict says that the derivative is right. */
export function isRight(verdict: Verdict): boolean {
  return verdict === 'agree' || verdict === 'kink';
}

/** Why the values do not allow a verdict. */
type Uncertainty =
  /** The bound is too large beside the derivative. */
  | { readonly kind: 'unresolved' }
  /** The round-off of backprop is too large beside it. */
  | { readonly kind: 'cancellation'; readonly roundOff: number }
  /** f is a staircase, and the claim is right in one view: 0 between fine steps, or the slope of wide ones from afar. */
  | { readonly kind: 'steps'; readonly height: number };

export interface Judgement {
  readonly verdict: Exclude<Verdict, 'imprecise'>;
  /** The finding at x, or the reason why there is no verdict. */
  readonly reason?: Finding | Uncertainty;
}

/** A derivative counts as known if its bound is at most this fraction of it: a factor of 1.001 never agrees. */
const LARGEST_PART = 5e-4;
/** A derivative may count as 0 if its bound is at most this fraction of the usual slopes: it is visible in none. */
const NEGLIGIBLE_PART = 1e-6;
/** The usual slope that is assumed if f is constant as far as it was sampled. */
const USUAL_SLOPE = 1;
/** With a round-off above this fraction of it, the first digit of a derivative may be wrong. */
const LARGEST_ROUND_OFF = 0.1;
/** The slope of a staircase from afar is known if its bound is at most this fraction of it. */
const LARGEST_TREND_PART = 0.1;
/** The slopes at a kink must be known to this fraction of their difference. */
const LARGEST_SLOPE_PART = 0.1;

/**
 * Compares the derivative by backprop with the values of the function.
 *
 * @param roundOff an error of backprop, in addition to the rounding of its products
 * @param tolerance a relative error of backprop that is accepted on top of that
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

/** Whether a claim is right for a staircase seen the other way: 0 between fine jumps, or the trend of wide ones. */
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

/** Whether a round-off leaves no digit of the derivative, and is not negligible beside the usual slopes. */
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
