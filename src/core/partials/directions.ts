/** @file Directions in which many partials are checked at once: random, and the same in every run. */

import { decompose, powerOfTwo } from '../../math/scaling';

/** Random numbers from 0 to 1, the same for the same seed (mulberry32, by Tommy Ettinger). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A direction with a component of either sign for every variable. Its size is between a half and the whole
 * of the variable's scale, so that the errors of several partials do not cancel. The scale is the power of
 * two below |x|, but at least 1.
 */
export function randomDirection(point: Float64Array, random: () => number): Float64Array {
  return point.map((x) => {
    const size = Math.abs(x);
    const scale = size > 1 && size < Infinity ? powerOfTwo(decompose(size).exponent) : 1;
    return (random() < 0.5 ? -1 : 1) * (0.5 + random() / 2) * scale;
  });
}

/** The direction with the components from start to end only, and 0 elsewhere. */
export function partOf(direction: Float64Array, start: number, end: number): Float64Array {
  return direction.map((d, i) => (i >= start && i < end ? d : 0));
}
