/** @file Finds a kink that the step of a finite difference spans. */

import type { Graph } from '../graph/graph';
import { inputsOf, nodesOf, reachedFrom } from '../graph/vertex';

/** A kink of a function, as a value of its argument. */
export interface KinkBetween {
  readonly name: string;
  readonly at: number;
}

/**
 * The first kink with arguments of its function on both sides.
 *
 * @param along the variable that has each of these numbers, while the others are as at the point
 */
export function kinkBetween(
  graph: Graph,
  numbers: readonly number[],
  along = 0,
  point: readonly number[] = [NaN],
): KinkBetween | undefined {
  if (!graph.someFunction(({ definition }) => definition.kinks !== undefined)) return undefined;
  const isMoved = reachedFrom(graph, [along]);
  const values = numbers.map((x) => graph.valuesAt(...point.with(along, x)));
  for (const [node, at] of nodesOf(graph)) {
    const { name, kinks } = node.f.definition;
    if (kinks === undefined || isMoved[at] === 0) continue;
    const inputs = values.flatMap((ofNumber) => inputsOf(node, ofNumber));
    const low = Math.min(...inputs);
    const high = Math.max(...inputs);
    const kink = kinks.find(({ at }) => at > low && at < high);
    if (kink !== undefined) return { name, at: kink.at };
  }
  return undefined;
}
