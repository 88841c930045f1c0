/** @file The singularities of the nodes of a graph: kinks, jumps, edges of domains; and whether a point hits one. */

import type { Ball, BallFormula } from '../../../math/ball';
import { isOperation } from '../../engine/define-operation';
import { type Graph, nodesOf } from '../../graph/graph';

/** Arguments at which a node may have a singularity. */
export interface NodeSingularity {
  readonly at: number;
  readonly inputs: readonly number[];
  /** Whether the value may jump there; otherwise it is continuous. */
  readonly isJump: boolean;
  /** A formula of the arguments that is 0 exactly at the singularity. */
  readonly distance: BallFormula;
}

/** The singularities of all nodes, in order. */
export function singularitiesOf(graph: Graph): NodeSingularity[] {
  const found: NodeSingularity[] = [];
  for (const [{ f, inputs }, at] of nodesOf(graph)) {
    if (!isOperation(f)) {
      for (const kink of f.definition.kinks ?? []) {
        found.push({ at, inputs, isJump: false, distance: (x) => x.minus(kink.at) });
      }
    }
    if (isOperation(f) && f.definition.edge !== undefined) {
      found.push({ at, inputs, isJump: true, distance: f.definition.edge });
    }
    for (const { kind, edge } of f.definition.singularities ?? []) {
      if (edge !== undefined) found.push({ at, inputs, isJump: kind === 'jump', distance: edge });
    }
  }
  return found;
}

/** Whether a node certainly is exactly at the singularity. */
export function isAtSingularity<T extends Ball<T>>(
  singularity: NodeSingularity,
  values: readonly T[],
): boolean {
  const { inputs, distance } = singularity;
  return distance(...inputs.map((input) => values[input] as T)).sign === 0;
}
