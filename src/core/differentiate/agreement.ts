/** @file Whether a numerical derivative and backprop agree within the error of the numerical one. */

import type { BestDerivative } from '../best/best-at';
import type { Graph } from '../graph/graph';
import { guarding } from '../graph/guarded-graph';
import { type Break, breakInStep } from './break-between';
import { judge, type Judgement } from '../best/judge';
import type { Method } from '../../math/finite-differences';
import { LAST_DIGITS } from '../round-off/round-off';
import { type StepError, stepError, yardstickAt } from './yardstick';

export interface Agreement extends Omit<Judgement, 'reason'> {
  /** The finding at x, the reason for the verdict, or which of both derivatives is not finite. */
  readonly reason?: Judgement['reason'] | { readonly kind: 'not-finite'; readonly which: string };
  /** For a finite difference: its distance from the best derivative, and the main cause. */
  readonly difference?: StepError;
  /** An upper bound on the error of the best derivative. */
  readonly bound: number;
  /** What the step of a finite difference spans, where the step is what makes the difference. */
  readonly breakInStep?: Break;
}

/** Both derivatives at one x. */
export interface BothDerivatives {
  readonly x: number;
  readonly numerical: number;
  readonly backprop: number;
  /** A bound on the error of backprop, without the roundings of its products. */
  readonly roundOff: number;
}

/** Judges backprop by the best derivative, which is the numerical one in this case. */
export function agreementWithBest(compared: BothDerivatives, best: BestDerivative): Agreement {
  return { ...judged(compared, best), bound: best.bound };
}

/** Judges backprop by the best derivative, and measures the finite difference by the same. */
export function agreementWithDifference(
  graph: Graph,
  compared: BothDerivatives,
  eps: number,
  method: Method,
): Agreement {
  const { x, numerical } = compared;
  const yardstick = yardstickAt(graph, x, method);
  const { best } = yardstick;
  const difference = stepError(eps, numerical, method, yardstick);
  // Of wide steps the theory of errors knows no more than of fine ones, which are round-off.
  const isOfStep = difference.error > best.bound;
  const spanned = isOfStep
    ? guarding(graph, (usable) => breakInStep(usable, 0, [x], eps, method))
    : undefined;
  return {
    ...judged(compared, best),
    difference,
    bound: best.bound,
    ...(spanned && { breakInStep: spanned }),
  };
}

function judged(
  { numerical, backprop, roundOff }: BothDerivatives,
  best: BestDerivative,
): Pick<Agreement, 'verdict' | 'reason'> {
  for (const [which, value] of Object.entries({ numerical, backprop })) {
    if (Number.isFinite(value) || best.finding !== undefined) continue;
    return { verdict: 'inconclusive', reason: { kind: 'not-finite', which } };
  }
  const judgement = judge(backprop, best, roundOff);
  const isOwn = Math.abs(best.value - backprop) > best.bound + LAST_DIGITS * Math.abs(backprop);
  // They agree only because of the round-off of backprop itself.
  if (judgement.verdict !== 'agree' || !isOwn) return judgement;
  return { verdict: 'agree', reason: { kind: 'cancellation', roundOff } };
}
