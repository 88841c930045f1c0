/**
 * @file Tells jumps and poles from noise. A wave that is faster than doubles, as sin(x) at 1e300, has another value
 * at each of them: wherever two are compared, it seems to jump.
 */

import { powerOfTwo } from '../../math/scaling';
import type { BlockFunction } from '../best/asking';
import type { Cut } from './curve';

/** Of random numbers, one place in millions has so many values to each side that look like a jump or a pole. */
const VALUES_BESIDE = 8;
/** Values beside a jump differ by less than this fraction of it. */
const QUIET_PART = 1 / 4;
/** Values beside a pole fall to this fraction or less with the distance from it. */
const FALLEN_PART = 15 / 16;
/**
 * Beside a pole of a logarithm of small numbers they fall less, but evenly: each step is at least this fraction of the
 * largest.
 */
const EVEN_PART = 1 / 2;
/** The first steps may be uneven: so close to a pole, what is small there has few digits. */
const UNEVEN_STEPS = 2;

/** The cuts at which f is seen to jump or to have a pole, and those of other kinds. */
export function withoutNoise(f: BlockFunction, cuts: readonly Cut[]): Cut[] {
  const isDoubted = ({ kind, side }: Cut): boolean =>
    side === undefined && (kind === 'jump' || kind === 'pole');
  const doubted = cuts.filter(isDoubted);
  if (doubted.length === 0) return [...cuts];
  const count = VALUES_BESIDE + 1;
  const points = Float64Array.from(doubted.flatMap(pointsAround));
  const values = f(points);
  const seen = doubted.flatMap((cut, i): Cut[] => {
    const at = 2 * count * i;
    const left = values.subarray(at, at + count);
    const right = values.subarray(at + count, at + 2 * count);
    const change = Math.abs((right[0] as number) - (left[0] as number));
    // The value at an end may stand alone, as sign(0). The next double may be further away than the step.
    const beside = [at, at + count].map((end) =>
      values.subarray(end + 1, end + count).filter((_, k) => points[end + 1 + k] !== points[end]),
    );
    const falls = beside.map(fallsAway);
    if (!beside.every((side, at) => falls[at] === true || isQuiet(side, change))) return [];
    // A jump between values that are much larger than those around it was taken for a pole.
    return falls.includes(true) ? [cut] : [{ ...cut, kind: 'jump' }];
  });
  return [...cuts.filter((cut) => !isDoubted(cut)), ...seen];
}

/**
 * The left end of a cut and points further and further from it, then the right: at the length of the cut, at twice that
 * and so on. At equal distances a wave may by chance be at the same place of its period each time.
 */
function pointsAround({ left, right }: Cut): number[] {
  const steps = [
    0,
    ...Array.from({ length: VALUES_BESIDE }, (_, k) => powerOfTwo(k) * (right - left)),
  ];
  return [...steps.map((step) => left - step), ...steps.map((step) => right + step)];
}

/** Whether f changes much less beside an end than between both. */
function isQuiet(beside: Float64Array, change: number): boolean {
  return !(Math.max(...beside) - Math.min(...beside) > QUIET_PART * change);
}

/**
 * Whether the sizes beside an end fall, from each to the next. From a pole they fall the most at first, or, from one of
 * a logarithm, by as much at each doubling of the distance; from the peak of a wave they fall more and more.
 */
function fallsAway(beside: Float64Array): boolean {
  const sizes = beside.map(Math.abs);
  const falls = sizes.subarray(1).map((size, k) => (sizes[k] as number) - size);
  if (falls.some((fall) => fall < 0) || !(hasFallen(sizes) || isEven(falls))) return false;
  return !((falls.at(-1) as number) > 2 * Math.max(...falls.subarray(0, -1)));
}

function isEven(falls: Float64Array): boolean {
  const largest = Math.max(...falls);
  return largest > 0 && falls.subarray(UNEVEN_STEPS).every((fall) => fall >= EVEN_PART * largest);
}

function hasFallen(sizes: Float64Array): boolean {
  return sizes[0] !== 0 && !((sizes.at(-1) as number) > FALLEN_PART * (sizes[0] as number));
}
