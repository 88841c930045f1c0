/** @file The errors of both derivatives at one point, measured against the exact one. */

import type { Compared } from './agreement';
import { digitsRight, TOO_FEW_DIGITS } from '../exact/digits-right';
import type { Loss } from '../exact/loss';
import { isClaimed } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import { type KinkBetween, kinkBetween } from './kink-between';
import { type Method, stencil } from './finite-differences';
import { LAST_DIGITS } from '../round-off/round-off';
import { exactYardstickAt, measuredStepError, type StepError } from '../round-off/yardstick';

/** Both derivatives at one x, with the exact one. */
interface ComparedWithExact extends Compared {
  /** The double nearest to the exact derivative. */
  readonly exact: number;
  /** The computed value and the exact one; NaN if unknown. */
  readonly y: number;
  readonly exactY: number;
  /** The bound of the best derivative. */
  readonly bound?: number;
}

export interface Measured {
  /** The function where the value loses its digits, if fewer than 8 of them are right. */
  readonly loss?: Loss;
  /** The error of `numerical`; for a finite difference also its causes, as far as they are known. */
  readonly numerical: Pick<StepError, 'error'> & Partial<StepError> & { readonly bound?: number };
  /** The kink that the step of a finite difference spans. */
  readonly kinkInStep?: KinkBetween;
  readonly backprop: {
    readonly error: number;
    /** The number of right digits, of 16. */
    readonly digits: number;
    /** Whether a derivative was claimed, and round-off does not seem to explain the error. */
    readonly isClaimDoubtful: boolean;
  };
}

export function measuredAt(
  graph: Graph,
  { x, numerical, backprop, exact, roundOff, bound, y, exactY }: ComparedWithExact,
  eps: number,
  method: Method | 'best',
): Measured {
  const error = distance(backprop, exact);
  const hasClaim = graph.someFunction(isClaimed);
  const digits = digitsRight(backprop, exact);
  const isRounding = digits >= TOO_FEW_DIGITS && error <= roundOff + LAST_DIGITS * Math.abs(exact);
  const yardstick = method === 'best' ? undefined : exactYardstickAt(graph, x);
  const ofStep =
    method === 'best' || yardstick === undefined
      ? undefined
      : measuredStepError(eps, numerical, method, yardstick);
  const kinkInStep = method === 'best' ? undefined : kinkBetween(graph, stencil(x, eps, method));
  const loss = digitsRight(y, exactY) < TOO_FEW_DIGITS ? lossAt(graph, x) : undefined;
  return {
    ...(loss && { loss }),
    numerical: ofStep ?? {
      error: distance(numerical, exact),
      ...(bound !== undefined && { bound }),
    },
    ...(kinkInStep && { kinkInStep }),
    backprop: {
      error,
      digits,
      isClaimDoubtful: hasClaim && Number.isFinite(error) && !isRounding,
    },
  };
}

function lossAt(graph: Graph, x: number): Loss | undefined {
  // Loaded here because hardly any point needs it.
  return (require('../exact/loss') as typeof import('../exact/loss')).lossOf(graph, [x]);
}

/** 0 for equal infinities. */
function distance(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b);
}
