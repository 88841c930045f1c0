/** @file Finds a kink that the step of a finite difference spans. */

import { isOperation } from '../engine/define-operation';
import { type Graph, inputsOf, nodesOf } from '../graph/graph';

/** A kink of a function, as a value of its argument. */
export interface KinkBetween {
  readonly name: string;
  readonly at: number;
}

/** The first kink with arguments of its function on both sides. */
export function kinkBetween(graph: Graph, points: readonly number[]): KinkBetween | undefined {
  const values = points.map((x) => graph.valuesAt(x));
  for (const [node] of nodesOf(graph)) {
    if (isOperation(node.f)) continue;
    const inputs = values.flatMap((at) => inputsOf(node, at));
    const { name, kinks = [] } = node.f.definition;
    const [low, high] = [Math.min(...inputs), Math.max(...inputs)];
    const kink = kinks.find(({ at }) => at > low && at < high);
    if (kink !== undefined) return { name, at: kink.at };
  }
  return undefined;
}
