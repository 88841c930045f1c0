/** @file Between doubles and whole numbers of any length: exactly, or rounded once. */

import { fastTwoSum } from './double/double-double';
import { decompose, roundScaled } from './scaling';
import { bitLength, magnitude, toDouble } from './whole/whole-number';

/** A finite x other than 0 as integer * 2^exponent, exactly. */
export function toInteger(x: number): { integer: bigint; exponent: number } {
  const { mantissa, exponent } = decompose(x);
  return { integer: BigInt(mantissa * 4503599627370496 /* 2^52 */), exponent: exponent - 52 };
}

/** The double nearest to numerator / denominator * 2^exponent; ties to even. Denominator > 0. */
export function nearestDouble(numerator: bigint, denominator: bigint, exponent: number): number {
  if (numerator === 0n) return 0;
  const sign = numerator < 0n ? -1 : 1;
  const dividend = magnitude(numerator);

  // A quotient of 56 or 57 bits, its last bit set where the division leaves a rest.
  const shift = 56 - (bitLength(dividend) - bitLength(denominator));
  const scaled = shift > 0 ? dividend << BigInt(shift) : dividend;
  const divisor = shift > 0 ? denominator : denominator << BigInt(-shift);
  const quotient = (scaled / divisor) | (scaled % divisor === 0n ? 0n : 1n);

  // Without its last 8 bits it is exact as a double; they make the low part.
  const low = quotient & 0xffn;
  const parts = fastTwoSum(toDouble(quotient - low) / UNIT, toDouble(low) / UNIT);
  return sign * roundScaled(parts, exponent - shift + UNIT_EXPONENT);
}

const UNIT_EXPONENT = 56;
const UNIT = 72057594037927936; // 2^56
