/** @file The best numerical derivative of a graph of one variable. */

import { type Graph, requireGraph, requireOneVariable } from '../graph/graph';
import { OBSERVED, valueRoundOff } from '../round-off/graph-round-off';
import { guarding } from '../graph/guarded-graph';
import { requireBlock } from '../text/require';
import { answered, type BlockFunction } from './asking';
import {
  bestDerivatives,
  type BestWithValues,
  bestWithValues,
  type KnownRoundOff,
} from './best-derivative';
import type { BestDerivative } from './best-at';

/** The values of a graph; NaN where a function of the user fails. */
export function valuesOf(graph: Graph): BlockFunction {
  return (x) => guarding(graph, (usable) => usable.evaluate(x));
}

/**
 * The best numerical derivative that the values of a graph allow, from differences at many steps.
 *
 * @param graph of one variable, such as `parseFormula('x*exp(-x)')`
 * @param x where, as many numbers as you like
 * @returns for each x the derivative, and a bound that its error does not exceed
 * @throws DezeroError `wrong-type`
 */
export function bestOfGraph(graph: Graph, x: Float64Array): BestDerivative[] {
  requireGraph('bestOfGraph', graph);
  requireOneVariable('bestOfGraph', graph);
  requireBlock('bestOfGraph', x);
  return bestDerivatives(valuesOf(graph), x, roundOffOf(graph));
}

/** The best derivative of a graph at one x, with the samples it was made from. */
export function bestOfGraphAt(graph: Graph, x: number): BestWithValues {
  const [found] = answered(valuesOf(graph), [bestWithValues(x, roundOffOf(graph))]);
  return found as BestWithValues;
}

function roundOffOf(graph: Graph): KnownRoundOff {
  // Where a function states its round-off, cancellation inside it may make that differ between steps.
  const isUneven = graph.someFunction(({ definition }) => definition.roundOff !== undefined);
  const roundOffAt = (usable: Graph, x: number): number =>
    valueRoundOff(usable, usable.valuesAt(x), OBSERVED).at(-1) as number;
  return {
    isUneven,
    isWhole: !graph.someFunction(({ definition }) => definition.isForeign === true),
    roundOff: (points) => guarding(graph, (usable) => points.map((x) => roundOffAt(usable, x))),
  };
}
