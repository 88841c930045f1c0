/** @file Why there is no value, for people: which function, and what it gets. */

import type { Ball } from '../../math/ball';
import { isOperation } from '../define-operation';
import { describeOutside } from '../explain/outside-domain';
import { argumentsText, subject } from '../explain/subject';
import { type Graph, inputsOf, type Node } from '../graph';
import { valueAt } from '../kernels';
import type { NoNumber } from './outcome';

/** @param at the node that has none; its arguments have values */
export function whyNoValue<T extends Ball<T>>(
  graph: Graph,
  at: number,
  values: readonly T[],
): NoNumber {
  const node = graph.vertices[at] as Node;
  const x = inputsOf(node, values).map((ball) => ball.approximation);
  return { kind: 'none', at, why: textOf(graph, node, at, x, values[at]?.doubt === 'pole') };
}

function textOf(
  graph: Graph,
  node: Node,
  at: number,
  x: readonly number[],
  isPole: boolean,
): string {
  const [start, given] = [subject(graph, node, at), argumentsText(node, x)];
  if (isPole && Math.abs(valueAt(node.f, x)) === Infinity) return `${start} has a pole at ${given}`;
  if (isInDoubles(node, x)) return `${start} has no value at ${given}`;
  return describeOutside(graph, node, at, x);
}

function isInDoubles({ f }: Node, x: readonly number[]): boolean {
  return isOperation(f)
    ? f.definition.domain.contains(...x)
    : f.definition.domain.contains(x[0] as number);
}
