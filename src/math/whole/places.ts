/**
 * @file What functions of whole numbers take and return: the number in the middle of a ball goes in, a
 * number in fixed point with a bound on its error comes out; and how many places make so many bits right.
 */

import type { Sum } from './fixed-series';

/** The number in the middle of a ball, which is exact: mantissa * 2^exponent. */
export interface Middle {
  readonly mantissa: bigint;
  readonly exponent: number;
  /** How many bits of the result are wanted. */
  readonly bits: number;
  /** The power of two above the number, in size. */
  readonly size: number;
  /** The double nearest to the number. */
  readonly approximation: number;
  /** The number in units of 2^-places, rounded down. */
  fixed(places: number): bigint;
}

/** sum * 2^exponent, off by less than error * 2^scale in units of 2^exponent. */
export interface Enclosure extends Sum {
  readonly exponent: number;
  /** 0 unless given. */
  readonly scale?: number;
}

/** So many bits more than a result has are computed, which hold the roundings on the way. */
export const GUARD_BITS = 16;
/** With so many places more a result above 2^-10 has all its bits. */
export const SMALL_BITS = 10;

/**
 * How many places a number of so many bits gets: 62, 126, 190 and so on, so that coefficients are kept for few
 * different numbers of places, and that a number with two bits before its point fills digits of 64 bits.
 */
export function placesFor(bits: number): number {
  return 64 * Math.ceil((bits + 2) / 64) - 2;
}

/** By how many powers of two an argument is made smaller before its series is summed; 0.6 is measured. */
export function reductionOf(bits: number): number {
  return Math.round(0.6 * Math.sqrt(bits));
}
