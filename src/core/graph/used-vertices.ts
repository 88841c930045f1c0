/** @file Finds the vertices that are used at one point: a branch that is not taken is not used. */

import type { Graph } from './graph';
import { inputsOf, leadingTo, type Node, nodesOf } from './vertex';
import { isUsedAt } from '../engine/at-point';

/** By vertex, 1 if it is used at one point, else 0; from the values of all. */
export function usedVertices(graph: Graph, values: readonly number[]): Uint8Array {
  const output = graph.vertices.length - 1;
  return leadingTo(graph, [output], (node, _, k) => isUsedAt(node.f, k, inputsOf(node, values)));
}

/** The nodes that are used at one point, with their indices and arguments. */
export function* usedNodes(
  graph: Graph,
  values: readonly number[],
): Generator<readonly [node: Node, at: number, x: number[]]> {
  const used = usedVertices(graph, values);
  for (const [node, at] of nodesOf(graph)) {
    if (used[at] === 1) yield [node, at, inputsOf(node, values)];
  }
}
