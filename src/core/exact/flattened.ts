/** @file A graph without definitions: each is replaced by its inside, and claims with it. */

import { DezeroError } from '../text/errors';
import type { AnyFunctionClass } from '../engine/define-operation';
import { isFormula } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import { GraphBuilder, MOST_VERTICES } from '../graph/graph-builder';

/**
 * The graph with functions that a formula defines replaced by their insides, so that no claimed derivative
 * is left. The same graph if there is nothing to replace.
 *
 * @param isReplaced which of these functions to replace: all by default
 * @throws DezeroError `no-exact-reading` if the result would be too long
 */
export function flattened(
  graph: Graph,
  isReplaced: (f: AnyFunctionClass) => boolean = isFormula,
): Graph {
  if (!graph.someFunction(isReplaced)) return graph;
  const builder = new GraphBuilder(graph.inputs);
  const inputs = graph.inputs.map((_, place) => place);
  const output = builder.include(graph, inputs, (f) => {
    if (builder.size <= MOST_VERTICES) return isFormula(f) && isReplaced(f) ? f.inside : undefined;
    const message = `the definitions put together are too long to be read exactly: more than ${String(MOST_VERTICES)} parts`;
    throw new DezeroError('no-exact-reading', message);
  });
  return builder.build(output, {
    formula: () => graph.formula,
    text: () => graph.toString(),
  });
}
