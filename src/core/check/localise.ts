/** @file What the functions of a chain, each checked by itself, say of the chain as a whole. */

import type { Checked, CheckedFunction } from './checked';

/**
 * Judges a chain that does not plainly agree from its parts: its derivative is the product of
 * theirs, so it is wrong if one of them is and none is 0, and right if all are.
 */
export function conclude(chain: Checked, functions: readonly CheckedFunction[]): Checked {
  const indexOf = (verdict: Checked['verdict']): number =>
    functions.findIndex((f) => f.verdict === verdict);
  const [wrong, undecided, kink] = [indexOf('disagree'), indexOf('inconclusive'), indexOf('kink')];
  if (wrong >= 0 && (chain.verdict === 'disagree' || chain.backprop !== 0)) {
    return { ...chain, verdict: 'disagree', reason: { kind: 'wrong-function', index: wrong } };
  }
  if (chain.verdict === 'kink') return chain;
  if (undecided >= 0) {
    const reason = { kind: 'undecided-function', index: undecided } as const;
    return { ...chain, verdict: 'inconclusive', reason };
  }
  if (chain.verdict === 'disagree' && kink >= 0) {
    return { ...chain, verdict: 'kink', reason: { kind: 'kink-inside', index: kink } };
  }
  const underflow = functions.findIndex(isUnderflow);
  if (underflow >= 0 && chain.backprop === 0) {
    return { ...chain, verdict: 'inconclusive', reason: { kind: 'underflow', index: underflow } };
  }
  if (chain.verdict === 'disagree' && !provesRight(chain, functions)) return chain;
  return { ...chain, verdict: 'inconclusive', reason: { kind: 'ill-conditioned' } };
}

/** Below it doubles lose their digits, and at last themselves. */
const SMALLEST_NORMAL = 2.2250738585072014e-308;

function isUnderflow({ numerical, bound, backprop }: CheckedFunction): boolean {
  return backprop === 0 && bound > 0 && Math.abs(numerical) + bound < SMALLEST_NORMAL;
}

/** Whether the functions are known so well that all their errors together explain no disagreement. */
function provesRight(
  { numerical, backprop }: Checked,
  functions: readonly CheckedFunction[],
): boolean {
  const discrepancy =
    Math.abs(numerical - backprop) / Math.max(Math.abs(numerical), Math.abs(backprop));
  return functions.reduce((sum, f) => sum + localRelativeBound(f), 0) < discrepancy;
}

/** How wrong a derivative that agrees may be, relative to itself. */
function localRelativeBound({ bound, backprop }: CheckedFunction): number {
  return bound / Math.abs(backprop);
}
