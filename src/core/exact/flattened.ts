/** @file A graph without claims: what a formula defines stands there with all that is inside it. */

import { DezeroError } from '../text/errors';
import type { AnyFunctionClass } from '../engine/define-operation';
import { isFormula } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import { GraphBuilder, MOST_VERTICES } from '../graph/graph-builder';

/**
 * The same graph without functions that formulas define: no claimed derivative is in it. The graph
 * itself, where there is nothing to replace.
 *
 * @param isReplaced which of these functions are replaced: all of them by default
 * @throws DezeroError `no-exact-reading` where it would be too long
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
