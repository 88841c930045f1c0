/** @file Constants of rounding to doubles. */

/** The unit round-off, 2^-53: the largest relative error of rounding to the nearest double. */
export const UNIT_ROUND_OFF = 1.1102230246251565e-16;

/** The relative error that some 8 products and sums may make: 16 unit round-offs. */
export const LAST_DIGITS = 16 * UNIT_ROUND_OFF;

/** The smallest normal double, 2^-1022: smaller ones have fewer digits. */
export const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** 2^-52, the spacing of doubles above 1: the least relative error that is assumed for a value. */
export const TWO_UNITS = 2.220446049250313e-16;

/** The distance of two numbers relative to the larger one; 0 if they are equal. */
export function relativeDistance(a: number, b: number): number {
  const distance = Math.abs(a - b);
  return distance === 0 ? 0 : distance / Math.max(Math.abs(a), Math.abs(b));
}
