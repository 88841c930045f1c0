/** @file Which parts of a formula are used at one point: the branch of a choice that is not taken is not. */

import { type Graph, inputsOf, type Node, nodesOf } from './graph';
import { isUsedAt } from '../engine/at-point';

/** For each vertex whether it is used at one point, from the values of all. */
export function usedVertices(graph: Graph, values: readonly number[]): boolean[] {
  return verticesUsedBy(graph, (node, _, k) => isUsedAt(node.f, k, inputsOf(node, values)));
}

/** The nodes that are used at one point, with their places and what they are applied to. */
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
 * From the output back to what it depends on.
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
