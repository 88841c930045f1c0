/** @file The vertices that certainly matter at a point, those of them that certainly have no value, and why. */

import { type Ball, type BallFormula, isCertain } from '../../../math/ball';
import type { NodeSingularity } from './node-singularities';
import { describeOutside } from '../../explain/outside-domain';
import { argumentsText, subject } from '../../explain/subject';
import { formatNumber } from '../../text/format-number';
import type { Graph } from '../../graph/graph';
import { type Constant, inputsOf, leadingTo, type Node } from '../../graph/vertex';
import { isInDomain, valueAt } from '../../engine/at-point';
import type { NoNumber } from '../outcome';
import { applied, partialOf } from '../pass';
import type { Tape } from '../tape';

/** By vertex, 1 if it certainly is used, else 0: the output depends on it through arguments that count. */
export function certainlyUsed<T extends Ball<T>>(tape: Tape, values: readonly T[]): Uint8Array {
  return certainlyReached(tape, (at, k) => counts(tape, values, at, k));
}

/**
 * By vertex, 1 if it certainly is used or compared with what is used, else 0. Where max(mod(x, 1), 0.5) is 0.5, it has
 * no value if mod(x, 1) has none, and may jump where mod(x, 1) jumps.
 */
function certainlyUsedOrCompared<T extends Ball<T>>(tape: Tape, values: readonly T[]): Uint8Array {
  const { hasChoice, slopes } = tape;
  // A choice by a test, whose slope is 0, compares no branches.
  const compares = (at: number): boolean => hasChoice[at] === true && !slopes[at]?.includes(0);
  return certainlyReached(tape, (at, k) => compares(at) || counts(tape, values, at, k));
}

function certainlyReached(
  { graph }: Tape,
  reaches: (at: number, k: number) => boolean,
): Uint8Array {
  return leadingTo(graph, [graph.vertices.length - 1], (_, at, k) => reaches(at, k));
}

/** Whether an argument certainly counts. */
function counts<T extends Ball<T>>(
  tape: Tape,
  values: readonly T[],
  at: number,
  k: number,
): boolean {
  const { inputs, partials, slopes, hasChoice } = tape;
  const given = inputs[at] as readonly number[];
  const isKnown = (vertex: number): boolean => (values[vertex] as T).doubt === undefined;
  // The node has a value although the argument has none, as `x > 1 && log(x) > 0` at -1.
  if (!isKnown(given[k] as number) && isKnown(at)) return false;
  // An argument with the slope 0 everywhere is the test of a choice: it always counts.
  if (hasChoice[at] !== true || slopes[at]?.[k] === 0) return true;
  const partial = partialOf(tape, partials[at]?.[k] as BallFormula, values, at);
  return partial.doubt === undefined && partial.sign !== 0;
}

/** The singularities that are hit exactly by vertices that are used or compared. */
export function singularitiesHit<T extends Ball<T>>(
  tape: Tape,
  values: readonly T[],
): readonly NodeSingularity[] {
  const hit: NodeSingularity[] = [];
  for (const one of tape.singularities) {
    if (applied(tape, one.distance, values, one.at).sign === 0) hit.push(one);
  }
  if (hit.length === 0) return hit;
  const isReached = certainlyUsedOrCompared(tape, values);
  return hit.filter(({ at }) => isReached[at] === 1);
}

/** The first vertex that is used or compared and certainly has no value. */
export function firstWithout<T extends Ball<T>>(
  tape: Tape,
  values: readonly T[],
): number | undefined {
  const isReached = certainlyUsedOrCompared(tape, values);
  const at = values.findIndex(({ doubt }, place) => isReached[place] === 1 && isCertain(doubt));
  return at < 0 ? undefined : at;
}

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
