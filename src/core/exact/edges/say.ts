/** @file Which vertices have a say at a point, and where what has one certainly has no value. */

import { type Ball, type BallFormula, isCertain } from '../../../math/ball';
import { type Edge, isHit } from './edges';
import { partialOf } from '../pass';
import type { Tape } from '../tape';

/**
 * For each vertex whether it certainly has a say: the output depends on it through arguments that
 * count. The branch that is not taken has none.
 */
export function verticesWithSay<T extends Ball<T>>(tape: Tape, values: readonly T[]): Uint8Array {
  const { nodes, inputs } = tape;
  const say = new Uint8Array(values.length);
  say[values.length - 1] = 1;
  for (let place = nodes.length - 1; place >= 0; place--) {
    const at = nodes[place] as number;
    if (say[at] === 0) continue;
    for (const [k, input] of (inputs[at] ?? []).entries()) {
      if (counts(tape, values, at, k)) say[input] = 1;
    }
  }
  return say;
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

/** The edges that are hit exactly, by vertices with a say. */
export function edgesHit<T extends Ball<T>>(
  { edges }: Tape,
  values: readonly T[],
  say: Uint8Array,
): Edge[] {
  return edges.filter((edge) => say[edge.at] === 1 && isHit(edge, values));
}

/** The first vertex with a say that certainly is no number. */
export function firstWithout<T extends Ball<T>>(
  values: readonly T[],
  say: Uint8Array,
): number | undefined {
  const at = values.findIndex(({ doubt }, place) => say[place] === 1 && isCertain(doubt));
  return at < 0 ? undefined : at;
}
