/** @file Which vertices certainly are used at a point, and which of them certainly have no value. */

import { type Ball, type BallFormula, isCertain } from '../../../math/ball';
import { type Edge, isHit } from './edges';
import { verticesUsedBy } from '../../graph/used-vertices';
import { partialOf } from '../pass';
import type { Tape } from '../tape';

/** For each vertex whether it certainly is used: the output depends on it through arguments that count. */
export function certainlyUsed<T extends Ball<T>>(tape: Tape, values: readonly T[]): boolean[] {
  return verticesUsedBy(tape.graph, (_, at, k) => counts(tape, values, at, k));
}

/** Whether an argument certainly counts. */
function counts<T extends Ball<T>>(
  tape: Tape,
  values: readonly T[],
  at: number,
  k: number,
): boolean {
  const { inputs, partials, slopes, hasChoice } = tape;
  const given = inputs[at] ?? [];
  const isKnown = (vertex: number): boolean => (values[vertex] as T).doubt === undefined;
  // Known without it: `x > 1 && log(x) > 0` at -1.
  if (!isKnown(given[k] as number) && isKnown(at)) return false;
  // Without a slope everywhere it counts in another way: it is the test of a choice.
  if (hasChoice[at] !== true || slopes[at]?.[k] === 0) return true;
  const partial = partialOf(tape, partials[at]?.[k] as BallFormula, values, at);
  return partial.doubt === undefined && partial.sign !== 0;
}

/** The edges that are hit exactly, by vertices that are used. */
export function edgesHit<T extends Ball<T>>(tape: Tape, values: readonly T[]): readonly Edge[] {
  const hit = tape.edges.filter((edge) => isHit(edge, values));
  if (hit.length === 0) return hit;
  const used = certainlyUsed(tape, values);
  return hit.filter(({ at }) => used[at]);
}

/** The first vertex that is used and certainly is no number. */
export function firstWithout<T extends Ball<T>>(
  tape: Tape,
  values: readonly T[],
): number | undefined {
  const used = certainlyUsed(tape, values);
  const at = values.findIndex(({ doubt }, place) => used[place] === true && isCertain(doubt));
  return at < 0 ? undefined : at;
}
