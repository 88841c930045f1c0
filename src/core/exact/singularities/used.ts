/** @file The vertices that certainly are used at a point, and those of them that certainly have no value. */

import { type Ball, type BallFormula, isCertain } from '../../../math/ball';
import type { NodeSingularity } from './node-singularities';
import { leadingTo } from '../../graph/vertex';
import { applied, partialOf } from '../pass';
import type { Tape } from '../tape';

/** By vertex, 1 if it certainly is used, else 0: the output depends on it through arguments that count. */
export function certainlyUsed<T extends Ball<T>>(tape: Tape, values: readonly T[]): Uint8Array {
  const { graph } = tape;
  return leadingTo(graph, [graph.vertices.length - 1], (_, at, k) => counts(tape, values, at, k));
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

/** The singularities that used vertices hit exactly. */
export function singularitiesHit<T extends Ball<T>>(
  tape: Tape,
  values: readonly T[],
): readonly NodeSingularity[] {
  const hit: NodeSingularity[] = [];
  for (const one of tape.singularities) {
    if (applied(tape, one.distance, values, one.at).sign === 0) hit.push(one);
  }
  if (hit.length === 0) return hit;
  const used = certainlyUsed(tape, values);
  return hit.filter(({ at }) => used[at] === 1);
}

/** The first used vertex that certainly has no value. */
export function firstWithout<T extends Ball<T>>(
  tape: Tape,
  values: readonly T[],
): number | undefined {
  const used = certainlyUsed(tape, values);
  const at = values.findIndex(({ doubt }, place) => used[place] === 1 && isCertain(doubt));
  return at < 0 ? undefined : at;
}
