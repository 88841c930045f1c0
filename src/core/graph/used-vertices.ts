/** @file Finds the vertices that are used at one point: not those of a branch that is not taken. */

import { type Graph, inputsOf, type Node, nodesOf } from './graph';
import { isUsedAt } from '../engine/at-point';

/** Whether each vertex is used at one point, from the values of all. */
export function usedVertices(graph: Graph, values: readonly number[]): boolean[] {
  return verticesUsedBy(graph, (node, _, k) => isUsedAt(node.f, k, inputsOf(node, values)));
}

/** The nodes that are used at one point, with their indices and arguments. */
export function* usedNodes(
  graph: Graph,
  values: readonly number[],
): Generator<readonly [node: Node, at: number, x: number[]]> {
  const used = usedVertices(graph, values);
  for (const [node, at] of nodesOf(graph)) {
    if (used[at] === true) yield [node, at, inputsOf(node, values)];
  }
}

/**
 * Goes from the output back to all vertices that it depends on.
 *
 * @param uses whether the node at a place, which is used, uses its argument k
 */
export function verticesUsedBy(
  { vertices }: Graph,
  uses: (node: Node, at: number, k: number) => boolean,
): boolean[] {
  const used = vertices.map(() => false);
  used[used.length - 1] = true;
  for (let at = vertices.length - 1; at >= 0; at--) {
    const vertex = vertices[at];
    if (vertex?.kind !== 'node' || used[at] !== true) continue;
    for (const [k, input] of vertex.inputs.entries()) if (uses(vertex, at, k)) used[input] = true;
  }
  return used;
}
