/** @file With how many places a function is computed so that so many bits of it are right. */

/** Bits beyond those that are kept, for the roundings on the way. */
export const GUARD = 16;
/** A result above 2^-10 has all its bits with so many places more. */
export const SMALL_BITS = 10;

/**
 * Places in few different numbers, as the coefficients of the series are kept for each; with two bits
 * before the point they make whole digits of the machine.
 */
export function placesFor(bits: number): number {
  return 64 * Math.ceil((bits + 2) / 64) - 2;
}

/** By how many powers of two an argument is best made smaller: measured. */
export function reductionOf(bits: number): number {
  return Math.round(0.6 * Math.sqrt(bits));
}
