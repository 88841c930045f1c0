/** @file Finds the vertices that are used at one point: not those of a branch that is not taken. */

import { type Graph, inputsOf, type Node, nodesOf, type Vertex } from './graph';
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

/** By vertex, 1 if it is one of these inputs or depends on one of them, else 0. */
export function reachedFrom({ vertices }: Graph, inputs: readonly number[]): Uint8Array {
  const isReached = new Uint8Array(vertices.length);
  for (const k of inputs) isReached[k] = 1;
  for (let at = 0; at < vertices.length; at++) {
    const vertex = vertices[at] as Vertex;
    if (vertex.kind !== 'node') continue;
    for (const input of vertex.inputs) if (isReached[input] === 1) isReached[at] = 1;
  }
  return isReached;
}
