/** @file Why there is no value, for people: which function, and what it gets. */

import type { Ball } from '../../../math/ball';
import { describeOutside } from '../../explain/outside-domain';
import { argumentsText, subject } from '../../explain/subject';
import { formatNumber } from '../../text/format-number';
import { type Constant, type Graph, inputsOf, type Node } from '../../graph/graph';
import { isInDomain, valueAt } from '../../engine/at-point';
import type { NoNumber } from '../outcome';

/** @param at the node or constant that has none; the arguments of a node have values */
export function whyNoValue<T extends Ball<T>>(
  graph: Graph,
  at: number,
  values: readonly T[],
): NoNumber {
  const node = graph.vertices[at] as Node | Constant;
  if (node.kind === 'constant') return { kind: 'none', at, why: whyNoConstant(node) };
  const x = inputsOf(node, values).map((ball) => ball.approximation);
  return { kind: 'none', at, why: textOf(graph, node, at, x, values[at]?.doubt === 'pole') };
}

/** Doubles may have one: tanh(100) is 1 for them, and a root of -1 has a value with that exponent. */
function whyNoConstant({ text, value }: Constant): string {
  return `${text} has no value; rounding to doubles makes it ${formatNumber(value)}`;
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
  if (isInDomain(node.f, x)) return `${start} has no value at ${given}`;
  return describeOutside(graph, node, at, x);
}
