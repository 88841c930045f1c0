/** @file What the step of a finite difference goes across. */

import { type Method, stencil } from '../../math/finite-differences';
import type { Graph } from '../graph/graph';
import { type BreakBetween, breakBetween } from './break-between';
import { type KinkBetween, kinkBetween } from './kink-between';

export interface Crossed {
  /** The kink that the step of a finite difference spans. */
  readonly kinkInStep?: KinkBetween;
  /** What else it spans, where the step is what makes the error. */
  readonly breakInStep?: BreakBetween;
}

/** @param k the variable along which the step is taken from the point */
export function crossedBy(
  graph: Graph,
  k: number,
  point: readonly number[],
  eps: number,
  method: Method,
  isErrorOfStep: boolean,
): Crossed {
  const ends = stencil(point[k] as number, eps, method);
  const f = (x: number): number => graph.valuesAt(...point.with(k, x)).at(-1) as number;
  const kinkInStep = kinkBetween(graph, ends, k, point);
  const breakInStep = isErrorOfStep ? breakBetween(f, ends) : undefined;
  return { ...(kinkInStep && { kinkInStep }), ...(breakInStep && { breakInStep }) };
}
