/** @file What the functions of a graph, each checked by itself, say of the graph as a whole. */

import { relativeDistance, SMALLEST_NORMAL } from '../round-off/round-off';
import type { Checked, CheckedFunction } from './checked';

/**
 * Judges a graph that does not plainly agree from its parts: its derivative is made of products of
 * theirs, so it is wrong if one of them is and none is 0, and right if all are.
 *
 * @param tolerance how wrong each of them may be and agree, as a part of it
 */
export function conclude(
  whole: Checked,
  functions: readonly CheckedFunction[],
  tolerance: number,
): Checked {
  const indexOf = (verdict: Checked['verdict']): number =>
    functions.findIndex((f) => f.verdict === verdict);
  const [wrong, undecided, kink] = [indexOf('disagree'), indexOf('inconclusive'), indexOf('kink')];
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

/** Whether the functions are known so well that all their errors together explain no disagreement. */
function provesRight(
  { numerical, backprop }: Checked,
  functions: readonly CheckedFunction[],
  tolerance: number,
): boolean {
  const discrepancy = relativeDistance(numerical, backprop);
  return functions.reduce((sum, f) => sum + localRelativeBound(f) + tolerance, 0) < discrepancy;
}

/** How wrong a derivative that agrees may be, relative to itself, beside the tolerance. */
function localRelativeBound({ bound, backprop }: CheckedFunction): number {
  return bound / Math.abs(backprop);
}
