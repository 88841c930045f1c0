/**
 * @file Tells jumps and poles from noise. A wave that is faster than doubles, as sin(x) at 1e300, has another value
 * at each of them: wherever two are compared, it seems to jump.
 */

import type { BlockFunction } from '../best/ladder';
import type { Cut } from './curve';

/** Of random numbers, one place in millions has so many values to each side that look like a jump or a pole. */
const VALUES_BESIDE = 8;
/** Values beside a jump differ by less than this fraction of it. */
const QUIET_PART = 1 / 4;

/** The cuts at which f is seen to jump or to have a pole, and those of other kinds. */
export function withoutNoise(f: BlockFunction, cuts: readonly Cut[]): Cut[] {
  const isDoubted = ({ kind, side }: Cut): boolean =>
    side === undefined && (kind === 'jump' || kind === 'pole');
  const doubted = cuts.filter(isDoubted);
  const count = VALUES_BESIDE + 1;
  const values = f(Float64Array.from(doubted.flatMap(pointsAround)));
  const noise = doubted.filter(({ kind }, i) => {
    const at = 2 * count * i;
    const left = values.subarray(at, at + count);
    const right = values.subarray(at + count, at + 2 * count);
    return kind === 'jump' ? !isJump(left, right) : !(fallsAway(left) && fallsAway(right));
  });
  return cuts.filter((cut) => !noise.includes(cut));
}

/** The left end of a cut and points further and further from it, each by the length of the cut; then the right. */
function pointsAround({ left, right }: Cut): number[] {
  const steps = Array.from({ length: VALUES_BESIDE + 1 }, (_, k) => k * (right - left));
  return [...steps.map((step) => left - step), ...steps.map((step) => right + step)];
}

/** Whether f changes much less beside the ends than between them; a value at an end may stand alone, as sign(0). */
function isJump(left: Float64Array, right: Float64Array): boolean {
  const change = Math.abs((right[0] as number) - (left[0] as number));
  return [left, right].every((side) => {
    const beside = side.subarray(1);
    return !(Math.max(...beside) - Math.min(...beside) > QUIET_PART * change);
  });
}

/** Whether sizes fall from each to the next, and less and less: from the peak of a wave they fall more and more. */
function fallsAway(side: Float64Array): boolean {
  const sizes = side.subarray(1).map(Math.abs);
  const falls = sizes.subarray(1).map((size, k) => (sizes[k] as number) - size);
  return !falls.some((fall) => fall < 0) && !((falls[0] as number) < (falls.at(-1) as number));
}
