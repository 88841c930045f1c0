/** @file Whether a derivative agrees with the numerical one, as far as that one can be trusted. */

import type { BestDerivative, Finding } from '../best/best-derivative';

/**
 * `kink`: the slopes on both sides differ, and the derivative lies between them. `imprecise`: right as
 * a formula, but doubles lose its digits.
 */
export const VERDICTS = ['agree', 'disagree', 'imprecise', 'kink', 'inconclusive'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whether it says that the derivative is right. */
export function isRight(verdict: Verdict): boolean {
  return verdict === 'agree' || verdict === 'kink';
}

/** The bound is too large a part of the derivative, or what backprop may lose by round-off is. */
type Doubt =
  { readonly kind: 'unresolved' } | { readonly kind: 'cancellation'; readonly roundOff: number };

export interface Judgement<Reason = Finding | Doubt> {
  readonly verdict: Exclude<Verdict, 'imprecise'>;
  /** What was noticed at x, or what is too uncertain for a verdict. */
  readonly reason?: Reason;
}

/** What backprop may lose by the roundings of its products: 16 units of round-off, for some 8 factors. */
const ROUND_OFF = 1.7763568394002505e-15; // 16 * 2^-53
/** A derivative is known if its bound is no larger part of it: then its first digit is about right. */
const LARGEST_PART = 0.1;
/** A derivative whose bound is no larger part of the slopes round about may be 0: it shows in none of them. */
const NEGLIGIBLE_PART = 1e-5;

/**
 * Compares the derivative that backprop claims with what the values of the function show.
 *
 * @param roundOff what backprop may be wrong by, beside the roundings of its products
 */
export function judge(backprop: number, best: BestDerivative, roundOff = 0): Judgement {
  const { value, bound, steepest, finding } = best;
  if (finding?.kind === 'kink') return judgeAtKink(backprop, finding, roundOff);
  if (finding !== undefined) return { verdict: 'inconclusive', reason: finding };
  const isKnown = (size: number): boolean => bound <= LARGEST_PART * size;
  const mayBeZero = steepest === 0 || bound <= NEGLIGIBLE_PART * steepest;
  if (!isKnown(Math.abs(value)) && !mayBeZero) return unresolved;
  const size = Math.max(Math.abs(value), Math.abs(backprop));
  const isNegligible = !isKnown(Math.abs(value)) && roundOff <= NEGLIGIBLE_PART * steepest;
  if (roundOff > LARGEST_PART * size && roundOff > bound && !isNegligible) {
    return { verdict: 'inconclusive', reason: { kind: 'cancellation', roundOff } };
  }
  const tolerance = bound + roundOff + ROUND_OFF * Math.abs(backprop);
  // NaN compares false with everything, and an infinite backprop would be its own tolerance.
  const isClose = Number.isFinite(backprop) && Math.abs(value - backprop) <= tolerance;
  if (!isClose) return { verdict: 'disagree' };
  // So large a round-off may excuse nothing: it would let any derivative agree with 0.
  const isExcused = Math.abs(value - backprop) > bound + ROUND_OFF * Math.abs(backprop);
  if (isExcused && roundOff > LARGEST_PART * Math.max(Math.abs(value), bound)) {
    return { verdict: 'inconclusive', reason: { kind: 'cancellation', roundOff } };
  }
  const isEnough = isKnown(size) || backprop === 0;
  return isEnough ? { verdict: 'agree' } : unresolved;
}

const unresolved: Judgement = { verdict: 'inconclusive', reason: { kind: 'unresolved' } };

function judgeAtKink(
  backprop: number,
  kink: Extract<Finding, { kind: 'kink' }>,
  roundOff: number,
): Judgement {
  const { left, right, slopeBound } = kink;
  const [low, high] = left < right ? [left, right] : [right, left];
  if (!(slopeBound <= LARGEST_PART * (high - low))) return unresolved;
  const margin = slopeBound + roundOff + ROUND_OFF * Math.abs(backprop);
  const isBetween =
    Number.isFinite(backprop) && backprop >= low - margin && backprop <= high + margin;
  return { verdict: isBetween ? 'kink' : 'disagree', reason: kink };
}
