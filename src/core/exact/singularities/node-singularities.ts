/** @file The singularities of the nodes of a graph: kinks, jumps, edges of domains. */

import type { BallFormula } from '../../../math/ball';
import type { Graph } from '../../graph/graph';
import { nodesOf } from '../../graph/vertex';

/** Arguments at which a node may have a singularity. */
export interface NodeSingularity {
  readonly at: number;
  /** Whether the value may jump there; otherwise it is continuous. */
  readonly isJump: boolean;
  /** A formula of the arguments of the node that is 0 exactly at the singularity. */
  readonly distance: BallFormula;
}

export function singularitiesOf(graph: Graph): NodeSingularity[] {
  const found: NodeSingularity[] = [];
  for (const [{ f }, at] of nodesOf(graph)) {
    const { kinks = [], edge: turn, singularities = [] } = f.definition;
    for (const kink of kinks) found.push({ at, isJump: false, distance: (x) => x.minus(kink.at) });
    if (turn !== undefined) found.push({ at, isJump: true, distance: turn });
    for (const { kind, edge } of singularities) {
      if (edge !== undefined) found.push({ at, isJump: kind === 'jump', distance: edge });
    }
  }
  return found;
}
