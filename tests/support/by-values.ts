/** @file What is known and judged from values alone, at one point. */

import { answered, type Asking, type BlockFunction } from '../../src/core/best/asking';
import { bestDerivatives, type KnownRoundOff } from '../../src/core/best/best-derivative';
import type { BestDerivative } from '../../src/core/best/best-at';
import { checkByValues } from '../../src/core/check/check-by-values';
import type { CheckedPoint } from '../../src/core/check/checked';
import type { Graph } from '../../src/core/graph/graph';

export type Values = (x: number) => number;

/** The derivative of a function of one number. */
export function bestOf(f: Values, x: number, known?: KnownRoundOff): BestDerivative {
  const [found] = bestDerivatives((points) => points.map(f), Float64Array.of(x), known);
  return found as BestDerivative;
}

/** What a computation finds that asks for values of f. */
export function foundWith<T>(f: BlockFunction, computation: Asking<T>): T {
  return answered(f, [computation])[0] as T;
}

export function checkAt(graph: Graph, x: number): CheckedPoint {
  return checkByValues(graph, Float64Array.of(x)).points[0] as CheckedPoint;
}
