/** @file The radius of the result of each operation on balls of double-doubles: for single balls and for blocks. */

import { EXP_ERROR } from './exp-kernel';

/**
 * Bounds the relative error of every operation of double-double.ts, 15 u^2 for a division, and the rounding of
 * lo +- radius in `nearest`, below u^2/2.
 */
export const ARITHMETIC_ERROR = 2.465190328815662e-31; // 20 u^2
/** For larger radii (as a part of the number, where that is large) the slope in the middle is no bound. */
export const WIDE = 0.01;
/** Slopes within such a radius are no more than this factor above the slope in the middle. */
export const WITHIN = 1.1;

/** @param hi of the result, here and below */
export function sumRadius(known: number, hi: number): number {
  return known + Math.abs(hi) * ARITHMETIC_ERROR;
}

export function productRadius(
  aHi: number,
  aRadius: number,
  bHi: number,
  bRadius: number,
  hi: number,
): number {
  return (
    Math.abs(aHi) * bRadius + (Math.abs(bHi) + bRadius) * aRadius + Math.abs(hi) * ARITHMETIC_ERROR
  );
}

/** |hi + lo| is at least this part of |hi|. */
const WITHOUT_LOW = 0.9999999999999991; // 1 - 2^-50

/** Less than any number in the ball is in size; not above 0 where 0 may be in it. */
export function leastSize(hi: number, radius: number): number {
  return Math.abs(hi) * WITHOUT_LOW - radius;
}

/** @param least that of the divisor, above 0 */
export function quotientRadius(
  aRadius: number,
  bRadius: number,
  least: number,
  quotient: number,
): number {
  const size = Math.abs(quotient);
  return (aRadius + size * bRadius) / least + size * ARITHMETIC_ERROR;
}

/** |sqrt(a + r) - sqrt(a)| < |r| / sqrt(a) for |r| < a / 2. @param radius of the argument */
export function rootRadius(radius: number, root: number): number {
  return radius / root + root * ARITHMETIC_ERROR;
}

/** @param radius of the argument, up to WIDE */
export function expRadius(radius: number, hi: number): number {
  return hi * (EXP_ERROR + WITHIN * radius);
}
