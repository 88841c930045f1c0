/**
 * @file sin and cos as double-doubles, from a table of 129 sines.
 *
 * Method (Tang 1991): x = j pi/256 + r with |r| <= pi/512, and
 *   sin x = sin(j pi/256) cos r + cos(j pi/256) sin r.
 */

import { PI } from '../constants';
import { keep, keepSum, keepWhole, productError, sumError } from './double-double';
import { nearestDouble, toInteger } from '../exact';
import { LookupTable } from '../lookup-table';
import { floorDivided, shifted, toDouble } from '../whole/whole-number';
import { pi } from '../whole/whole-series';

/** Half a turn is 256 steps. */
const QUARTER_TURN = 128;
/** sin(j pi/256), j = 0 to 128. */
const SINES = new LookupTable(QUARTER_TURN + 1, (j) => j.times(j.constant(PI)).over(256).sin());

const STEPS_PER_UNIT = 81.48733086305042; // 256 / pi
/** pi/256 in five parts; the first four have 26 bits, so that up to 2^27 times each is exact. */
const STEP_1 = 0.012271846178919077;
const STEP_2 = 1.2416605243981138e-10;
const STEP_3 = 4.7837765094168705e-19;
const STEP_4 = 4.975247699394752e-27;
const STEP_5 = 8.459817765014953e-35;

/** Up to here the number of steps is below 2^27. */
const LARGEST_FOR_PARTS = 1600000;
/** Up to here x is a remainder itself. */
const HALF_STEP = 0.006135923151542565;

/** A bound on the relative error of a remainder: 2^-70. */
export const REDUCTION_ERROR = 8.470329472543003e-22;

/** The r of x = index pi/256 + r, for a finite x; the index, from 0 to 511, is kept as the whole number. */
export function reduce(x: number): number {
  if (Math.abs(x) <= HALF_STEP) {
    keepWhole(0);
    return keep(x, 0);
  }
  if (Math.abs(x) > LARGEST_FOR_PARTS) return reduceByWholeNumbers(x);
  const k = Math.round(x * STEPS_PER_UNIT);
  keepWhole(k & 511);
  const high = x - k * STEP_1;
  const first = high - k * STEP_2;
  const firstLow = sumError(high, -k * STEP_2, first);
  // Where the first two parts leave next to nothing (x near a multiple of pi/2), the others count.
  const second = first - k * STEP_3;
  const low = firstLow - k * STEP_4;
  const rest = sumError(first, -k * STEP_3, second) + low;
  const sum = second + rest;
  const last = sumError(firstLow, -k * STEP_4, low) - k * STEP_5;
  return keepSum(sum, sumError(second, rest, sum) + last);
}

/** The same by whole numbers: as many places of pi as x has digits before the point. */
function reduceByWholeNumbers(x: number): number {
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
  keepWhole(toDouble(k & 511n));
  return keep(hi, lo);
}

/** A bound on the relative error of both kernels: 2^-65. */
export const WAVE_ERROR = 2.710505431213761e-20;

/** sin(index pi/256 + r + rLow) */
export function sinKernel(index: number, r: number, rLow: number): number {
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
    rLow,
  );
}

/** cos(index pi/256 + r + rLow) */
export function cosKernel(index: number, r: number, rLow: number): number {
  return sinKernel((index + QUARTER_TURN) & 511, r, rLow);
}

/**
 * S cos x + C sin x, where S and C are sine and cosine of a multiple of pi/256. The largest term in
 * plain doubles is S x^2/2 < 2^-15.7 S, with an error of 2^-68.7 S; S is 0 or at most twice the
 * result.
 */
function rotate(s: number, sLow: number, c: number, cLow: number, x: number, xLow: number): number {
  const square = x * x;
  const sinRest = x * square * (-1 / 6 + square * (1 / 120 - square * (1 / 5040)));
  const cosRest = square * (-0.5 + square * (1 / 24 + square * (-1 / 720)));
  const product = c * x;
  const sum = s + product;
  const low = sLow + cLow * x + (c * xLow - s * x * xLow);
  const rest = productError(c, x, product) + low + (s * cosRest + c * sinRest);
  return keepSum(sum, sumError(s, product, sum) + rest);
}
