/** @file From balls to what is said of them: the nearest double, or both that it may be. */

import type { Ball } from '../../math/ball';
import type { Figure, Neighbours } from './outcome';

/** A ball that is rounded to a double where it leaves but one. */
export interface RoundedBall<T> extends Ball<T> {
  nearest(): number | undefined;
}

export const NOTHING_KNOWN: Figure = { kind: 'undecided', neighbours: [-Infinity, Infinity] };

/** The nearest double; undefined where the ball does not decide it. */
export function decided<T extends RoundedBall<T>>(ball: T): Figure | undefined {
  if (ball.doubt !== undefined) return undefined;
  const value = ball.nearest();
  // A number that is 0 has no sign.
  return value === undefined ? undefined : { kind: 'nearest', value: value + 0 };
}

export function figureOf<T extends RoundedBall<T>>(ball: T): Figure {
  return decided(ball) ?? { kind: 'undecided', neighbours: neighboursOf(ball) };
}

/** Neighbours farther apart than so many doubles are reported as unknown. */
const MOST_STEPS = 1024;

/** The doubles next to a ball on both sides. */
function neighboursOf<T extends Ball<T>>(ball: T): Neighbours {
  const middle = ball.approximation;
  return [beyond(ball, middle, -1), beyond(ball, middle, 1)];
}

/** The first double tried that certainly lies below the ball, or above it, or is all of it. */
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

/** The double so many steps above. */
function nextBy(x: number, steps: number): number {
  double[0] = x;
  // Doubles are in the order of their bits on either side of 0.
  const place = (bits[0] as bigint) < 0n ? -((bits[0] as bigint) & LARGEST) : (bits[0] as bigint);
  const moved = place + BigInt(steps);
  bits[0] = moved < 0n ? -moved : moved;
  const size = double[0];
  return moved < 0n ? -size : size;
}

/** All bits but the sign. */
const LARGEST = 0x7fffffffffffffffn;
