/**
 * @file a^b for any two doubles, correctly rounded, with its slopes by either of them.
 *
 * What is decided, where habits differ (C99, IEEE 754 and JavaScript do not agree either):
 * - NaN if a or b is NaN, also NaN^0 and 1^NaN: what has no value before has none after. (C: 1.)
 * - a^0 is 1 for every other a, also 0^0 and Infinity^0.
 * - 1^Infinity is NaN, as in JavaScript: (1 + 1/x)^x grows to e, not to 1. (C: 1.)
 * - A negative base has values at whole exponents alone; Infinity is no whole number, so that
 *   (-0.5)^Infinity is NaN as (-1)^Infinity and (-2)^Infinity are. (C: 0, 1 and Infinity.)
 */

import { ARITHMETIC_ERROR } from '../double/ball-radius';
import {
  add,
  keepPair,
  keptWhole,
  multiplyDouble,
  negate,
  withKeptLow,
} from '../double/double-double';
import { EXP_ERROR, expKernel } from '../double/exp-kernel';
import { log } from './log';
import { logError, logOf } from '../double/log-kernel';
import { nearestWithin } from './nearest';
import { roundedOfTwo } from './rounded';
import { powerOfTwo } from '../scaling';
import { exactPower, nearestBeside } from './ties';

/** Below it b log a is below 2^-190 for any a: a^b is 1, but for what decides a tie. */
const TINY_EXPONENT = 6.223015277861142e-61; // 2^-200

/** Below it, in size, e^z is a normal number, its low part too. */
const MOST_QUICK = 650;
/** Between these sizes of b, b e^z is a normal number as well. */
const LEAST_FACTOR = 1e-20;
const MOST_FACTOR = 1e20;

/**
 * a^b = e^(b log a), or its slope b a^(b - 1) = b e^(b log a - log a), for a > 0 by the kernels of log and exp; NaN
 * where these do not decide the last bit.
 */
function quick(a: number, b: number, isSlope: boolean): number {
  const y = withKeptLow(logOf(a));
  const z = multiplyDouble(y, b);
  const size = Math.abs(z.hi) + Math.abs(y.hi);
  const factor = Math.abs(b);
  if (!(size < MOST_QUICK && factor > LEAST_FACTOR && factor < MOST_FACTOR)) return NaN;
  const exponent = isSlope ? add(z, negate(y)) : z;
  const power = expKernel(exponent.hi, exponent.lo);
  const result = isSlope ? keepPair(multiplyDouble(withKeptLow(power), b)) : power;
  // What the exponent is off by, relative to e^z.
  const inExponent = logError(y.hi) * (factor + 1) + size * ARITHMETIC_ERROR;
  const error = EXP_ERROR + ARITHMETIC_ERROR + 1.1 * inExponent;
  return nearestWithin(result, Math.abs(result) * error) * powerOfTwo(keptWhole());
}

/** a^b for a > 0: e^(b log a), but exact where it may be a tie, such as 3^34 or 81^8.5. */
const longPower = roundedOfTwo(
  (a, b) => a.log().times(b).exp(),
  (a, b) => exactPower(a, b, 0, 1),
);

/** b a^(b - 1) for a > 0, without forming b - 1, which may round. */
const slopeByBase = roundedOfTwo(
  (a, b) => a.log().times(b).exp().over(a).times(b),
  (a, b) => {
    if (Math.abs(b) > TINY_EXPONENT) return exactPower(a, b, 1, b);
    return nearestBeside(b, [a], b > 0 === a > 1 ? 'above' : 'below');
  },
);

/** a^b log a for a > 0 other than 1: transcendental, so never a tie. */
const slopeByExponent = roundedOfTwo((a, b) => {
  const logarithm = a.log();
  return logarithm.times(b).exp().times(logarithm);
});

/**
 * a^b: for a < 0 only where b is a whole number, NaN otherwise. At 0 it is 0, 1 or infinite, as b is
 * above, at or below 0.
 */
export function powerOf(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (b === 0) return 1;
  if (isReflected(a, b)) return b % 2 === 0 ? powerOf(-a, b) : -powerOf(-a, b);
  if (a < 0) return NaN;
  if (a === 0) return b > 0 ? 0 : Infinity;
  if (a === 1) return Number.isFinite(b) ? 1 : NaN;
  if (a === Infinity || !Number.isFinite(b)) return a > 1 === b > 0 ? Infinity : 0;
  const power = quick(a, b, false);
  return Number.isNaN(power) ? longPower(a, b) : power;
}

/**
 * The slope by the base, b a^(b - 1). At 0 the slope on the right; NaN at the pole of a whole b < 0.
 * Where a or b is infinite, the limit.
 */
export function powerByBase(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (b === 0) return 0;
  if (isReflected(a, b)) return b % 2 === 0 ? -powerByBase(-a, b) : powerByBase(-a, b);
  if (a < 0) return NaN;
  if (a === 0) return slopeAtZero(b);
  if (a === 1) return Number.isFinite(b) ? b : NaN;
  if (a === Infinity || !Number.isFinite(b)) {
    if (b === 1) return 1;
    return Math.sign(b) * (a > 1 === b > 1 ? Infinity : 0);
  }
  const slope = quick(a, b, true);
  return Number.isNaN(slope) ? slopeByBase(a, b) : slope;
}

function slopeAtZero(b: number): number {
  if (b === 1) return 1;
  if (b > 1) return 0;
  return Number.isInteger(b) ? NaN : Math.sign(b) * Infinity;
}

/**
 * The slope by the exponent, a^b log a; NaN for a < 0, where no other exponent is near. At a = 0 it is
 * 0 for b > 0, where the value is 0 all around, and -Infinity at b = 0, where it falls from Infinity
 * to 1 to 0. Where a or b is infinite, the limit.
 */
export function powerByExponent(a: number, b: number): number {
  if (Number.isNaN(b) || !(a >= 0)) return NaN;
  if (a === 0) return b > 0 ? 0 : b === 0 ? -Infinity : NaN;
  if (a === 1) return Number.isFinite(b) ? 0 : NaN;
  if (a === Infinity || !Number.isFinite(b)) {
    const limit = powerOf(a, b);
    return limit === 0 ? 0 : limit * log(a);
  }
  return slopeByExponent(a, b);
}

/** Whether a^b is that of -a with a sign: for a below 0, or the 0 below 0, and a whole b. */
function isReflected(a: number, b: number): boolean {
  return (a < 0 || Object.is(a, -0)) && Number.isInteger(b);
}
