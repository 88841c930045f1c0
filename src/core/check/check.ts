/** @file Checks the derivatives of a graph, and names the function whose derivative is wrong. */

import { type Graph, requireGraph, requireOneVariable } from '../graph/graph';
import { SMALLEST_NORMAL } from '../round-off/round-off';
import { requireBlock } from '../text/require';
import { checkByProof, isProvable } from './check-by-proof';
import { checkByValues } from './check-by-values';
import type { CheckedBlock, CheckedPoint } from './checked';
import { overflow } from './proof';

/** The options of `check` and `checkSeveral`. */
export interface CheckOptions {
  /** Whether to compute the numerical derivative even where a proof does without it. */
  readonly numerical?: boolean;
  /** A relative error that is accepted, for derivatives that are approximations themselves. */
  readonly tolerance?: number;
}

/**
 * Checks the derivative that backprop gives at every x: by proof where all functions have formulas,
 * otherwise against the values of the graph.
 *
 * @param graph of one variable, such as `parseFormula('x^2; 2*x')`
 * @param x where, as many numbers as you like
 * @returns a verdict with its numbers and its reason for each x; errors at single x are in `faults`
 * @throws DezeroError `wrong-type`
 */
export function check(
  graph: Graph,
  x: Float64Array,
  { numerical = false, tolerance = 0 }: CheckOptions = {},
): CheckedBlock {
  requireGraph('check', graph);
  requireOneVariable('check', graph);
  requireBlock('check', x);
  if (!isProvable(graph)) return checkByValues(graph, x, tolerance);
  const proved = checkByProof(graph, x, numerical);
  if (tolerance === 0) return proved;
  return { ...proved, points: proved.points.map((point) => tolerating(point, tolerance)) };
}

/** Turns a disagreement by proof into agreement if it is within the tolerance. */
function tolerating(point: CheckedPoint, tolerance: number): CheckedPoint {
  const { x, y, numerical, bound, backprop, reason } = point;
  const exact = point.exact as number;
  const isNormal = Math.abs(exact) >= SMALLEST_NORMAL && Number.isFinite(exact);
  // Beyond the normal doubles these do not show how far a claim is off.
  const factor = reason?.kind === 'beyond-doubles' ? reason.factor : NaN;
  const isClose = isNormal
    ? Math.abs(backprop - exact) <= tolerance * Math.abs(exact)
    : Math.abs(factor - 1) <= tolerance;
  if (point.verdict !== 'disagree' || !isClose) return point;
  const figures = { x, y, numerical, bound, backprop, exact };
  return Number.isFinite(exact) ? { ...figures, verdict: 'agree' } : { ...figures, ...overflow };
}
