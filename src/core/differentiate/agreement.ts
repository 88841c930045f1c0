/** @file Whether a numerical derivative and backprop agree within the error of the numerical one. */

import type { BestDerivative } from '../best/best-at';
import type { Graph } from '../graph/graph';
import { guarding } from '../graph/guarded-graph';
import { type KinkBetween, kinkBetween } from './kink-between';
import { judge, type Judgement } from '../check/judge';
import { type Method, stencil } from './finite-differences';
import { LAST_DIGITS } from '../round-off/round-off';
import { type StepError, stepError, yardstickAt } from '../round-off/yardstick';

export interface Agreement extends Omit<Judgement, 'reason'> {
  /** What was noticed, or which of the two is no finite number. */
  readonly reason?: Judgement['reason'] | { readonly kind: 'not-finite'; readonly which: string };
  /** Of a finite difference, how far it is from the best derivative, and what makes most of that. */
  readonly difference?: StepError;
  /** The error of the best derivative is no larger. */
  readonly bound: number;
  /** What the step of a finite difference goes across. */
  readonly kinkInStep?: KinkBetween;
}

/** Both derivatives at one x. */
export interface Compared {
  readonly x: number;
  readonly numerical: number;
  readonly backprop: number;
  /** What backprop may be wrong by, beside the roundings of its products. */
  readonly roundOff: number;
}

/** Judges backprop by the best derivative, which is the numerical one here. */
export function agreementWithBest(compared: Compared, best: BestDerivative): Agreement {
  return { ...judged(compared, best), bound: best.bound };
}

/** Judges backprop by the best derivative, and a finite difference by both. */
export function agreementWithDifference(
  graph: Graph,
  compared: Compared,
  eps: number,
  method: Method,
): Agreement {
  const { x, numerical } = compared;
  const yardstick = yardstickAt(graph, x, method);
  const { best } = yardstick;
  const kinkInStep = guarding(graph, (usable) => kinkBetween(usable, stencil(x, eps, method)));
  return {
    ...judged(compared, best),
    difference: stepError(eps, numerical, method, yardstick),
    bound: best.bound,
    ...(kinkInStep !== undefined && { kinkInStep }),
  };
}

function judged(
  { numerical, backprop, roundOff }: Compared,
  best: BestDerivative,
): Pick<Agreement, 'verdict' | 'reason'> {
  for (const [which, value] of Object.entries({ numerical, backprop })) {
    if (Number.isFinite(value) || best.finding !== undefined) continue;
    return { verdict: 'inconclusive', reason: { kind: 'not-finite', which } };
  }
  const judgement = judge(backprop, best, roundOff);
  const isOwn = Math.abs(best.value - backprop) > best.bound + LAST_DIGITS * Math.abs(backprop);
  // They agree, but only as far as the digits of backprop itself go.
  if (judgement.verdict !== 'agree' || !isOwn) return judgement;
  return { verdict: 'agree', reason: { kind: 'cancellation', roundOff } };
}
