/**
 * @file sin and cos as double-doubles, from a table of 129 sines.
 *
 * Method (Tang 1991): x = j pi/256 + r with |r| <= pi/512, and
 *   sin x = sin(j pi/256) cos r + cos(j pi/256) sin r.
 */

import { PI } from '../constants';
import { type DoubleDouble, fastTwoSum, twoProduct, twoSum } from './double-double';
import { nearestDouble, toInteger } from '../exact';
import { LookupTable } from '../lookup-table';
import { floorDivided, shifted } from '../whole/whole-number';
import { pi } from '../whole/whole-series';

/** Half a turn is 256 steps. */
const QUARTER_TURN = 128;
/** sin(j pi/256), j = 0 to 128. */
const SINES = new LookupTable(QUARTER_TURN + 1, (j) => j.times(j.constant(PI)).over(256).sin());

const STEPS_PER_UNIT = 81.48733086305042; // 256 / pi
/** pi/256 in five parts; the first four have 26 bits, so that up to 2^27 times each is exact. */
const STEP_PARTS = [
  0.012271846178919077, 1.2416605243981138e-10, 4.7837765094168705e-19, 4.975247699394752e-27,
  8.459817765014953e-35,
] as const;

/** Up to here the number of steps is below 2^27. */
const LARGEST_FOR_PARTS = 1600000;
/** Up to here x is a remainder itself. */
const HALF_STEP = 0.006135923151542565;

/** x = index pi/256 + r. */
interface Reduced {
  /** From 0 to 511. */
  readonly index: number;
  readonly r: DoubleDouble;
}

/** A bound on the relative error of a remainder: 2^-70. */
export const REDUCTION_ERROR = 8.470329472543003e-22;

/** The remainder of a finite x. */
export function reduce(x: number): Reduced {
  if (Math.abs(x) <= HALF_STEP) return { index: 0, r: { hi: x, lo: 0 } };
  if (Math.abs(x) > LARGEST_FOR_PARTS) return reduceByWholeNumbers(x);
  const k = Math.round(x * STEPS_PER_UNIT);
  const first = twoSum(x - k * STEP_PARTS[0], -k * STEP_PARTS[1]);
  // Where the first two parts leave next to nothing (x near a multiple of pi/2), the others count.
  const second = twoSum(first.hi, -k * STEP_PARTS[2]);
  const low = twoSum(first.lo, -k * STEP_PARTS[3]);
  const sum = twoSum(second.hi, second.lo + low.hi);
  return { index: k & 511, r: fastTwoSum(sum.hi, sum.lo + (low.lo - k * STEP_PARTS[4])) };
}

/** The same by whole numbers: as many places of pi as x has digits before the point. */
function reduceByWholeNumbers(x: number): Reduced {
  const { integer, exponent } = toInteger(x);
  const places = 192 + Math.max(0, exponent);
  const step = pi(places + 8) >> 8n;
  const whole = shifted(integer, exponent + places);
  // Steps of pi/256, in units of 2^-(places + 8).
  const units = whole << 8n;
  const k = floorDivided(2n * units + step, 2n * step);
  const rest = units - k * step;
  const hi = nearestDouble(rest, 1n, -places - 8);
  const hiWhole = toInteger(hi);
  const low = rest - shifted(hiWhole.integer, hiWhole.exponent + places + 8);
  const lo = nearestDouble(low, 1n, -places - 8);
  return { index: nearestDouble(k & 511n, 1n, 0), r: { hi, lo } };
}

/** A bound on the relative error of both kernels: 2^-65. */
export const WAVE_ERROR = 2.710505431213761e-20;

/** sin(index pi/256 + r) */
export function sinKernel(index: number, r: DoubleDouble): DoubleDouble {
  const half = index & 255;
  const mirrored = half > QUARTER_TURN ? 256 - half : half;
  const sign = (index & 256) === 0 ? 1 : -1;
  const cosSign = half > QUARTER_TURN ? -sign : sign;
  return rotate(
    sign * SINES.at(mirrored),
    sign * (SINES.lo[mirrored] as number),
    cosSign * SINES.at(QUARTER_TURN - mirrored),
    cosSign * (SINES.lo[QUARTER_TURN - mirrored] as number),
    r,
  );
}

/** cos(index pi/256 + r) */
export function cosKernel(index: number, r: DoubleDouble): DoubleDouble {
  return sinKernel((index + QUARTER_TURN) & 511, r);
}

/**
 * S cos r + C sin r, where S and C are sine and cosine of a multiple of pi/256. The largest term in
 * plain doubles is S r^2/2 < 2^-15.7 S, with an error of 2^-68.7 S; S is 0 or at most twice the
 * result.
 */
function rotate(s: number, sLow: number, c: number, cLow: number, r: DoubleDouble): DoubleDouble {
  const x = r.hi;
  const square = x * x;
  const sinRest = x * square * (-1 / 6 + square * (1 / 120 - square * (1 / 5040)));
  const cosRest = square * (-0.5 + square * (1 / 24 + square * (-1 / 720)));
  const product = twoProduct(c, x);
  const sum = twoSum(s, product.hi);
  const low = sLow + cLow * x + (c * r.lo - s * x * r.lo);
  return fastTwoSum(sum.hi, sum.lo + (product.lo + low + (s * cosRest + c * sinRest)));
}
