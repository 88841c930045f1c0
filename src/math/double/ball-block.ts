/**
 * @file Balls of double-doubles for a block of points, in arrays: the middles and the radii.
 *
 * The objects of DoubleBall cost more than their arithmetic. Blocks are for known numbers of ordinary size
 * other than 0. All others get the radius NaN, which they keep, and their points are read one by one.
 */

import { DoubleBall } from './double-ball';
import { certainSign, LARGE, SMALL } from './double-form';
import { ROUNDED_UP } from '../scaled';

/** Arrays by point. */
export interface BallBlock {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
  readonly radius: Float64Array;
}

export function newBlock(length: number): BallBlock {
  return {
    hi: new Float64Array(length),
    lo: new Float64Array(length),
    radius: new Float64Array(length),
  };
}

/** The radius to store: NaN if the number is not of ordinary size. */
export function storedRadius(hi: number, radius: number): number {
  const size = Math.abs(hi);
  const rounded = radius * ROUNDED_UP;
  // "? rounded : NaN" makes V8 put the number in an object, and sums took twice as long.
  let result = NaN;
  if (rounded <= size && size > SMALL && size < LARGE) result = rounded;
  return result;
}

/** Fills the block with the `count` doubles of x from `start`. */
export function fillFromDoubles(
  to: BallBlock,
  x: Float64Array,
  start: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const hi = x[start + i] as number;
    to.hi[i] = hi;
    to.radius[i] = storedRadius(hi, 0);
  }
}

/** Marks the points that are not asked for with the radius NaN, so that steps skip them. */
export function leaveOut({ radius }: BallBlock, isAsked: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) if (isAsked[i] === 0) radius[i] = NaN;
}

/** Removes from isAsked the points where the number is unknown or 0. */
export function dropUnknown({ hi, radius }: BallBlock, isAsked: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) if (hi[i] === 0 || Number.isNaN(radius[i])) isAsked[i] = 0;
}

/** Removes from isAsked the points where the number is not certainly of this sign. */
export function dropOthers(
  { hi, lo, radius }: BallBlock,
  sign: 1 | -1,
  isAsked: Uint8Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const found = certainSign(hi[i] as number, lo[i] as number, radius[i] as number);
    if (found !== sign) isAsked[i] = 0;
  }
}

/** Copies the points in isAsked. */
export function copyWhere(
  to: BallBlock,
  from: BallBlock,
  isAsked: Uint8Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    if (isAsked[i] === 0) continue;
    to.hi[i] = from.hi[i] as number;
    to.lo[i] = from.lo[i] as number;
    to.radius[i] = from.radius[i] as number;
  }
}

/** The same ball at all points; it may be 0, as signs of constants are not asked for again. */
export function fillWithBall(to: BallBlock, ball: DoubleBall): void {
  const isKnown = ball.exponent === 0 && ball.radius < Infinity;
  to.hi.fill(ball.hi);
  to.lo.fill(ball.lo);
  to.radius.fill(isKnown ? ball.radius : NaN);
}

export function ballAt({ hi, lo, radius }: BallBlock, i: number): DoubleBall {
  return DoubleBall.ordinary(hi[i] as number, lo[i] as number, radius[i] as number);
}

/** The nearest doubles of the first `count` points; NaN where they are undecided. */
export function nearestOf({ hi, lo, radius }: BallBlock, into: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const middle = hi[i] as number;
    const low = middle + ((lo[i] as number) - (radius[i] as number));
    const high = middle + ((lo[i] as number) + (radius[i] as number));
    into[i] = NaN;
    if (low === high) into[i] = low + 0;
  }
}
