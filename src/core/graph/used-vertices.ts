/** @file Which parts of a formula have a say at one point. */

import { type Graph, inputsOf, nodesOf } from './graph';
import { isUsedAt } from '../engine/kernels';

/** For each vertex whether it has a say at one point, from the values of all. */
export function usedVertices(graph: Graph, values: readonly number[]): boolean[] {
  const used = values.map(() => false);
  used[used.length - 1] = true;
  for (const [node, at] of [...nodesOf(graph)].reverse()) {
    if (used[at] === false) continue;
    const x = inputsOf(node, values);
    for (const [k, input] of node.inputs.entries()) {
      if (isUsedAt(node.f, k, x)) used[input] = true;
    }
  }
  return used;
}
