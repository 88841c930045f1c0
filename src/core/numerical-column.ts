/** @file The numerical derivative at every x of a block, and why some have none. */

import type { Fault } from './errors';
import { stencilFault } from './explain/outside-domain';
import type { Graph } from './graph';
import { difference, isStepKept, type Method, stepFault } from './numerical-diff';

/** The finite differences, NaN where the step or the domain does not allow one. */
export function numericalColumn(
  {
    graph,
    x,
    eps,
    method,
    isLimited,
  }: { graph: Graph; x: Float64Array; eps: number; method: Method; isLimited: boolean },
  faults: Map<number, Fault>,
): Float64Array {
  const numerical = difference((points) => graph.evaluate(points), x, eps, method);
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    const mayLeave = isLimited && !Number.isFinite(numerical[i]);
    if ((isStepKept(value, eps) && !mayLeave) || faults.has(i)) continue;
    const fault =
      stepFault(value, eps, method) ??
      (mayLeave ? stencilFault(graph, value, eps, method) : undefined);
    if (fault === undefined) continue;
    faults.set(i, fault);
    numerical[i] = NaN;
  }
  return numerical;
}
