/** @file Whether a derivative agrees with the numerical one, as far as that one can be trusted. */

import type { BestDerivative, Finding } from '../best/best-derivative';

/** `kink`: the slopes on both sides differ, and the derivative lies between them. */
export const VERDICTS = ['agree', 'disagree', 'kink', 'inconclusive'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judgement<Reason = Finding | { readonly kind: 'unresolved' }> {
  readonly verdict: Verdict;
  /** What was noticed at x, or that the bound is too large for a verdict. */
  readonly reason?: Reason;
}

/** What backprop may lose by the roundings of its products: 16 units of round-off. */
const ROUND_OFF = 1.7763568394002505e-15; // 16 * 2^-53
/** A derivative is known if its bound is no larger part of it. */
const LARGEST_PART = 0.1;
/** A derivative whose bound is no larger part of the slopes round about may be 0. */
const NEGLIGIBLE_PART = 1e-5;

/** Compares the derivative that backprop claims with what the values of the function show. */
export function judge(backprop: number, best: BestDerivative): Judgement {
  const { value, bound, steepest, finding } = best;
  if (finding?.kind === 'kink') return judgeAtKink(backprop, finding);
  if (finding !== undefined) return { verdict: 'inconclusive', reason: finding };
  const isKnown = (size: number): boolean => bound <= LARGEST_PART * size;
  const mayBeZero = steepest === 0 || bound <= NEGLIGIBLE_PART * steepest;
  if (!isKnown(Math.abs(value)) && !mayBeZero) return unresolved;
  const tolerance = bound + ROUND_OFF * Math.abs(backprop);
  // NaN compares false with everything, and an infinite backprop would be its own tolerance.
  const isClose = Number.isFinite(backprop) && Math.abs(value - backprop) <= tolerance;
  if (!isClose) return { verdict: 'disagree' };
  const isEnough = isKnown(Math.max(Math.abs(value), Math.abs(backprop))) || backprop === 0;
  return isEnough ? { verdict: 'agree' } : unresolved;
}

const unresolved: Judgement = { verdict: 'inconclusive', reason: { kind: 'unresolved' } };

function judgeAtKink(backprop: number, kink: Extract<Finding, { kind: 'kink' }>): Judgement {
  const { left, right, slopeBound } = kink;
  const [low, high] = left < right ? [left, right] : [right, left];
  if (!(slopeBound <= LARGEST_PART * (high - low))) return unresolved;
  const margin = slopeBound + ROUND_OFF * Math.abs(backprop);
  const isBetween =
    Number.isFinite(backprop) && backprop >= low - margin && backprop <= high + margin;
  return { verdict: isBetween ? 'kink' : 'disagree', reason: kink };
}
