/** @file What is known and judged from values alone, at one point. */

import { bestDerivatives, type KnownRoundOff } from '../../src/core/best/best-derivative';
import type { BestDerivative } from '../../src/core/best/best-at';
import { checkByValues } from '../../src/core/check/check';
import type { CheckedPoint } from '../../src/core/check/checked';
import type { Graph } from '../../src/core/graph/graph';

export type Values = (x: number) => number;

/** The derivative of a function of one number. */
export function bestOf(f: Values, x: number, known?: KnownRoundOff): BestDerivative {
  const [found] = bestDerivatives((points) => points.map(f), Float64Array.of(x), known);
  return found as BestDerivative;
}

export function checkAt(graph: Graph, x: number): CheckedPoint {
  return checkByValues(graph, Float64Array.of(x)).points[0] as CheckedPoint;
}
