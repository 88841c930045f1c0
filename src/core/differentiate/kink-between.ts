/** @file Finds a kink that the step of a finite difference spans. */

import type { Graph } from '../graph/graph';
import { inputsOf, type Node, nodesOf, reachedFrom } from '../graph/vertex';

/** A kink of a function, as a value of its argument. */
export interface KinkBetween {
  readonly name: string;
  readonly at: number;
}

/** A node whose function has kinks, and its place among the vertices. */
export type KinkedNode = readonly [node: Node, at: number];

export function kinkedNodesOf(graph: Graph): KinkedNode[] {
  return [...nodesOf(graph)].filter(([{ f }]) => f.definition.kinks !== undefined);
}

/**
 * The first kink with arguments of its function on both sides.
 *
 * @param along the variable that has each of these numbers, while the others are as at the point
 * @param kinked those of the graph
 */
export function kinkBetween(
  graph: Graph,
  numbers: readonly number[],
  along = 0,
  point: readonly number[] = [NaN],
  kinked: readonly KinkedNode[] = kinkedNodesOf(graph),
): KinkBetween | undefined {
  if (kinked.length === 0) return undefined;
  const isMoved = reachedFrom(graph, [along]);
  const moved = kinked.filter(([, at]) => isMoved[at] === 1);
  const values = numbers.map((x) => graph.valuesAt(...point.with(along, x)));
  for (const [node] of moved) {
    const inputs = values.flatMap((at) => inputsOf(node, at));
    const { name, kinks = [] } = node.f.definition;
    const low = Math.min(...inputs);
    const high = Math.max(...inputs);
    const kink = kinks.find(({ at }) => at > low && at < high);
    if (kink !== undefined) return { name, at: kink.at };
  }
  return undefined;
}
