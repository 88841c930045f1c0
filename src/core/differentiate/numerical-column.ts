/** @file The numerical derivative along one variable at every point of a block, with the faults of points. */

import { pointAt } from '../engine/at-point';
import type { Fault } from '../text/errors';
import { stencilFault } from '../explain/outside-domain';
import type { Graph } from '../graph/graph';
import { differenceOf, type Method } from './finite-differences';
import { difference, isStepKept, stepFault } from './numerical-diff';

interface NumericalPlace {
  readonly graph: Graph;
  /** A column for each variable. */
  readonly point: readonly Float64Array[];
  /** The index of the variable that is varied. */
  readonly along: number;
  readonly eps: number;
  readonly method: Method;
  readonly isLimited: boolean;
}

/** The finite differences; NaN where the step or the domain does not allow one. */
export function numericalColumn(
  { graph, point, along, eps, method, isLimited }: NumericalPlace,
  faults: Map<number, Fault>,
): Float64Array {
  const x = point[along] as Float64Array;
  const numerical = difference(
    (moved) => graph.evaluate(...point.map((each, k) => (k === along ? moved : each))),
    x,
    eps,
    method,
  );
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    const mayLeave = isLimited && !Number.isFinite(numerical[i]);
    if (isStepKept(value, eps, differenceOf(method)) && !mayLeave) continue;
    if (faults.get(i)?.code === 'outside-domain') continue;
    const fault =
      stepFault(value, eps, method) ??
      (mayLeave
        ? stencilFault(graph.along(along, pointAt(point, i)), value, eps, method)
        : undefined);
    if (fault === undefined) continue;
    if (!faults.has(i)) faults.set(i, fault);
    numerical[i] = NaN;
  }
  return numerical;
}
