/** @file The edges of functions: kinks, jumps and ends of domains, and which of them a point is on. */

import type { Ball, BallFormula } from '../../../math/ball';
import { isOperation } from '../../engine/define-operation';
import { type Graph, nodesOf } from '../../graph/graph';

/** Where a node may be at an edge. */
export interface Edge {
  readonly at: number;
  readonly inputs: readonly number[];
  /** Whether the value may jump there; elsewhere it has no gap. */
  readonly isJump: boolean;
  /** Of the arguments: exactly 0 at the edge, and nowhere beside it. */
  readonly distance: BallFormula;
}

/** All edges of all nodes, in their order. */
export function edgesOf(graph: Graph): Edge[] {
  const edges: Edge[] = [];
  for (const [{ f, inputs }, at] of nodesOf(graph)) {
    if (!isOperation(f)) {
      for (const kink of f.definition.kinks ?? []) {
        edges.push({ at, inputs, isJump: false, distance: (x) => x.minus(kink.at) });
      }
    }
    if (isOperation(f) && f.definition.edge !== undefined) {
      edges.push({ at, inputs, isJump: true, distance: f.definition.edge });
    }
    for (const { kind, edge } of f.definition.singularities ?? []) {
      if (edge !== undefined) edges.push({ at, inputs, isJump: kind === 'jump', distance: edge });
    }
  }
  return edges;
}

/** Whether a node is at the edge, certainly and exactly. */
export function isHit<T extends Ball<T>>(edge: Edge, values: readonly T[]): boolean {
  const { inputs, distance } = edge;
  return distance(...inputs.map((input) => values[input] as T)).sign === 0;
}
