/** @file Texts that say why there is no value: which function has none, and at which arguments. */

import type { Ball } from '../../../math/ball';
import { describeOutside } from '../../explain/outside-domain';
import { argumentsText, subject } from '../../explain/subject';
import { formatNumber } from '../../text/format-number';
import type { Graph } from '../../graph/graph';
import { type Constant, inputsOf, type Node } from '../../graph/vertex';
import { isInDomain, valueAt } from '../../engine/at-point';
import type { NoNumber } from '../outcome';

/** @param at the node or constant without a value; the arguments of a node must have values */
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

/** A constant without a value may have one in doubles: rounding makes tanh(100) equal to 1. */
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
  const start = subject(graph, node, at);
  const given = argumentsText(node, x);
  if (isPole && Math.abs(valueAt(node.f, x)) === Infinity) return `${start} has a pole at ${given}`;
  if (isInDomain(node.f, x)) return `${start} has no value at ${given}`;
  return describeOutside(graph, node, at, x);
}
