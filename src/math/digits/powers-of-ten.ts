/** @file Powers of ten as double-doubles, ready to multiply with; each is computed when first used. */

import { nearestDouble, toInteger } from '../exact';
import { powerOfTen, toDouble } from '../whole/whole-number';

/** 10^k for every |k| up to this, so that neither it nor its halves overflow or underflow. */
export const MOST_TENS = 290;

const LENGTH = 2 * MOST_TENS + 1;
/**
 * 10^k = hi + lo at index k + MOST_TENS, off by less than 2^-106 of it; hi = upper + lower, two
 * halves of 26 bits each for exact products (Dekker 1971). hi is 0 where it is not yet computed.
 */
export const tens = {
  hi: new Float64Array(LENGTH),
  upper: new Float64Array(LENGTH),
  lower: new Float64Array(LENGTH),
  lo: new Float64Array(LENGTH),
};

/** Computes 10^k, for a k whose hi is 0. */
export function fillTens(k: number): void {
  const index = k + MOST_TENS;
  const power = powerOfTen(Math.abs(k));
  const hi = k < 0 ? nearestDouble(1n, power, 0) : toDouble(power);
  const upper = upperHalf(hi);
  tens.upper[index] = upper;
  tens.lower[index] = hi - upper;
  tens.lo[index] = k < 0 ? restOfInverse(power, hi) : restOf(power, hi);
  tens.hi[index] = hi;
}

/** The upper 26 bits (Veltkamp). */
function upperHalf(x: number): number {
  const shifted = 134217729 * x; // 2^27 + 1
  return shifted - (shifted - x);
}

/** power - hi; a power that hi is exactly may have a negative exponent there. */
function restOf(power: bigint, hi: number): number {
  const { integer, exponent } = toInteger(hi);
  return toDouble(power - (integer << BigInt(exponent)));
}

/** 1/power - hi */
function restOfInverse(power: bigint, hi: number): number {
  const { integer, exponent } = toInteger(hi);
  return nearestDouble((1n << BigInt(-exponent)) - integer * power, power, exponent);
}
