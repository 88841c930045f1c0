/** @file Ziv's rounding test. */

import { stated, type UnaryKernel } from '../ball';
import { keptLow } from '../double/double-double';

/**
 * The double nearest to hi + lo, of which a kernel has kept the low part, where both ends of the interval
 * that the error leaves round to the same one; NaN where they do not (Ziv, "Fast evaluation of elementary
 * mathematical functions with correctly rounded last bit", 1991).
 *
 * @param error a bound on the absolute error of hi + lo, which must not be subnormal
 */
export function nearestWithin(hi: number, error: number): number {
  const lo = keptLow();
  const lower = hi + (lo - error);
  // "? lower : NaN" makes V8 put the number in an object: x^3 took three times as long.
  let nearest = NaN;
  if (lower === hi + (lo + error)) nearest = lower;
  return nearest;
}

/** Above the error of a few operations of double-double.ts, of 64 u^2 together. */
export const SHORT_ERROR = 7.888609052210118e-31; // 2^-100
/** Between these a few products and quotients stay far from overflow, their low parts from underflow. */
const LEAST = 1e-75;
const MOST = 1e75;

/**
 * A function by a short way where that decides the last bit, and by the long way elsewhere.
 *
 * @param short the function for 1e-75 < |x| < most, its low part kept; NaN where it does not know it
 * @param error a bound on the relative error of `short`
 * @param long the function, correctly rounded
 */
export function shortcut(
  short: (x: number) => number,
  error: number,
  long: UnaryKernel,
  most = MOST,
): UnaryKernel {
  return stated(long.ball, (x: number) => {
    const size = Math.abs(x);
    if (!(size > LEAST && size < most)) return long(x);
    const y = short(x);
    const nearest = nearestWithin(y, Math.abs(y) * error);
    return Number.isNaN(nearest) ? long(x) : nearest;
  });
}

/** The same of two numbers other than 0, whose sizes lie between those. */
export function shortcutOfTwo(
  short: (a: number, b: number) => number,
  error: number,
  long: (a: number, b: number) => number,
): (a: number, b: number) => number {
  return (a, b) => {
    const p = Math.abs(a);
    const q = Math.abs(b);
    if (!(p > LEAST && p < MOST && q > LEAST && q < MOST)) return long(a, b);
    const y = short(a, b);
    const nearest = nearestWithin(y, Math.abs(y) * error);
    return Number.isNaN(nearest) ? long(a, b) : nearest;
  };
}
