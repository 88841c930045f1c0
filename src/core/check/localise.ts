/** @file Concludes from the check of each function on the graph as a whole. */

import { relativeDistance, SMALLEST_NORMAL } from '../round-off/round-off';
import type { Checked, CheckedFunction } from './checked';

/**
 * Judges a graph that does not agree by its functions. Its derivative is a sum of products of theirs: it is
 * wrong if one of them is wrong and none is 0, and right if all are right.
 *
 * @param tolerance a relative error that each function may have and agree
 */
export function conclude(
  whole: Checked,
  functions: readonly CheckedFunction[],
  tolerance: number,
): Checked {
  const indexOf = (verdict: Checked['verdict']): number =>
    functions.findIndex((f) => f.verdict === verdict);
  const wrong = indexOf('disagree');
  const undecided = indexOf('inconclusive');
  const kink = indexOf('kink');
  if (wrong >= 0 && (whole.verdict === 'disagree' || whole.backprop !== 0)) {
    return { ...whole, verdict: 'disagree', reason: { kind: 'wrong-function', index: wrong } };
  }
  if (whole.verdict === 'kink') return whole;
  if (undecided >= 0) {
    const reason = { kind: 'undecided-function', index: undecided } as const;
    return { ...whole, verdict: 'inconclusive', reason };
  }
  if (whole.verdict === 'disagree' && kink >= 0) {
    return { ...whole, verdict: 'kink', reason: { kind: 'kink-inside', index: kink } };
  }
  const underflow = functions.findIndex(isUnderflow);
  if (underflow >= 0 && whole.backprop === 0) {
    return { ...whole, verdict: 'inconclusive', reason: { kind: 'underflow', index: underflow } };
  }
  if (whole.verdict === 'disagree' && !provesRight(whole, functions, tolerance)) return whole;
  return { ...whole, verdict: 'inconclusive', reason: { kind: 'ill-conditioned' } };
}

function isUnderflow({ numerical, bound, backprop }: CheckedFunction): boolean {
  return backprop === 0 && Math.abs(numerical) + bound < SMALLEST_NORMAL;
}

/** Whether the errors that all functions may have together cannot explain the disagreement. */
function provesRight(
  { numerical, backprop }: Checked,
  functions: readonly CheckedFunction[],
  tolerance: number,
): boolean {
  const discrepancy = relativeDistance(numerical, backprop);
  return functions.reduce((sum, f) => sum + localRelativeBound(f) + tolerance, 0) < discrepancy;
}

/** The relative bound of a derivative that agrees, without the tolerance. */
function localRelativeBound({ bound, backprop }: CheckedFunction): number {
  return bound / Math.abs(backprop);
}
