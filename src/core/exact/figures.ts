/** @file Rounds a ball to the nearest double, or to the doubles on both sides of it if that is undecided. */

import type { Ball } from '../../math/ball';
import type { Figure, Neighbours } from './outcome';

/** A ball that can be rounded: `nearest` is undefined if it contains numbers with different nearest doubles. */
export interface RoundedBall<T> extends Ball<T> {
  nearest(): number | undefined;
}

export const NOTHING_KNOWN: Figure = { kind: 'undecided', neighbours: [-Infinity, Infinity] };

/** The nearest double; undefined if the ball does not decide it. */
export function decided<T extends RoundedBall<T>>(ball: T): Figure | undefined {
  if (ball.doubt !== undefined) return undefined;
  const value = ball.nearest();
  // Adding 0 turns -0 into 0.
  return value === undefined ? undefined : { kind: 'nearest', value: value + 0 };
}

export function figureOf<T extends RoundedBall<T>>(ball: T): Figure {
  return decided(ball) ?? { kind: 'undecided', neighbours: neighboursOf(ball) };
}

/** Neighbours farther away than this many doubles are reported as unknown. */
const MOST_STEPS = 1024;

/** The doubles on both sides of a ball. */
function neighboursOf<T extends Ball<T>>(ball: T): Neighbours {
  const middle = ball.approximation;
  return [beyond(ball, middle, -1), beyond(ball, middle, 1)];
}

/** The nearest double tried that certainly is not on the other side of any number of the ball. */
function beyond<T extends Ball<T>>(ball: T, middle: number, direction: 1 | -1): number {
  for (let steps = 0; ; steps = Math.max(1, 2 * steps)) {
    const bound = nextBy(middle, direction * steps);
    if (!Number.isFinite(bound) || steps > MOST_STEPS) return direction * Infinity;
    const { sign } = ball.minus(bound);
    if (sign === -direction || sign === 0) return bound;
  }
}

const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/** The double this many steps above x. */
function nextBy(x: number, steps: number): number {
  double[0] = x;
  // For positive doubles the bits increase with the number; for negative ones they decrease.
  const place = (bits[0] as bigint) < 0n ? -((bits[0] as bigint) & LARGEST) : (bits[0] as bigint);
  const moved = place + BigInt(steps);
  bits[0] = moved < 0n ? -moved : moved;
  const size = double[0];
  return moved < 0n ? -size : size;
}

/** All bits but that of the sign. */
const LARGEST = 0x7fffffffffffffffn;
