/** @file How wrong the derivatives of one point are, measured against that of the formula itself. */

import type { Compared } from './agreement';
import { digitsRight, TOO_FEW_DIGITS } from '../exact/digits-right';
import type { Loss } from '../exact/loss';
import { isClaimed } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import { type KinkBetween, kinkBetween } from './kink-between';
import { type Method, stencil } from './finite-differences';
import { LAST_DIGITS } from '../round-off/round-off';
import { exactYardstickAt, measuredStepError, type StepError } from '../round-off/yardstick';

/** Both derivatives at one x, beside those of the formula itself. */
interface BesideTruth extends Compared {
  /** The double nearest to the derivative of the formula itself. */
  readonly exact: number;
  /** The value as it was computed, and that of the formula itself; NaN where it is not known. */
  readonly y: number;
  readonly exactY: number;
  /** What the best derivative says that it may be wrong by. */
  readonly bound?: number;
}

export interface Measured {
  /** The function at which the value loses its digits, where fewer than 8 of them are right. */
  readonly loss?: Loss;
  /** How far numerical is from exact; of a finite difference, what makes it so as far as that is known. */
  readonly numerical: Pick<StepError, 'error'> & Partial<StepError> & { readonly bound?: number };
  /** What the step of a finite difference goes across. */
  readonly kinkInStep?: KinkBetween;
  readonly backprop: {
    readonly error: number;
    /** How many of its 16 digits are right. */
    readonly digits: number;
    /** Whether roundings do not explain the error, as far as can be told, and a derivative was given. */
    readonly isClaimDoubtful: boolean;
  };
}

export function measuredAt(
  graph: Graph,
  { x, numerical, backprop, exact, roundOff, bound, y, exactY }: BesideTruth,
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

/** Of equal infinities, too. */
function distance(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b);
}
