/** @file Powers of two: taking a double apart and putting a result together with a single rounding. */

import type { DoubleDouble } from './double/double-double';

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
/** Which of the two words holds sign and exponent: it depends on the byte order of the machine. */
const HIGH_WORD = ((): 0 | 1 => {
  double[0] = 1;
  return words[1] === 0 ? 0 : 1;
})();

/** 2^exponent, exactly, for -1074 <= exponent <= 1023. */
export function powerOfTwo(exponent: number): number {
  if (exponent < -1022) return Number.MIN_VALUE * powerOfTwo(exponent + 1074);
  words[1 - HIGH_WORD] = 0;
  words[HIGH_WORD] = (exponent + 1023) << 20;
  return double[0] as number;
}

/**
 * A finite x other than 0 as mantissa * 2^exponent, exactly, with 1 <= |mantissa| < 2.
 * Working on the mantissa keeps products and quotients away from overflow and underflow.
 */
export function decompose(x: number): { mantissa: number; exponent: number } {
  const isSubnormal = Math.abs(x) < 2.2250738585072014e-308;
  double[0] = isSubnormal ? x * 18014398509481984 /* 2^54 */ : x;
  const high = words[HIGH_WORD] as number;
  const biased = (high >>> 20) & 0x7ff;
  words[HIGH_WORD] = (high & ~(0x7ff << 20)) | (1023 << 20);
  return { mantissa: double[0], exponent: biased - 1023 - (isSubnormal ? 54 : 0) };
}

/** x * 2^exponent for an exponent up to 2000 in size: in two factors, as 2^exponent may be out of range. */
export function timesTwoTo(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return x * powerOfTwo(half) * powerOfTwo(exponent - half);
}

/**
 * The double nearest to (hi + lo) * 2^exponent, rounded once, for a value whose |hi| lies between
 * 2^-60 and 2^60 (or is 0). A normal result is hi scaled exactly, as hi is already the nearest
 * double; a subnormal one has fewer bits, and rounding hi again would round twice, so the low part
 * decides where hi lies half-way.
 */
export function roundScaled(value: DoubleDouble, exponent: number): number {
  const { hi, lo } = value;
  if (hi === 0) return hi;
  if (exponent > 1100) return hi * Infinity;
  if (exponent < -1200) return hi * 0;

  const isNormal = exponent > -900 || Math.abs(hi) >= powerOfTwo(-1022 - exponent);
  if (isNormal) {
    return timesTwoTo(hi, exponent);
  }

  // unit is the spacing of the subnormal numbers, 2^-1074, seen at the scale of hi; adding 2^52
  // units rounds to whole units.
  const unit = powerOfTwo(-1074 - exponent);
  const sign = hi < 0 ? -1 : 1;
  const magnitude = hi * sign;
  const low = lo * sign;
  const shift = unit * 4503599627370496;
  let units = (magnitude + shift - shift) / unit;
  const rest = magnitude - units * unit;
  if (rest === unit / 2 && low > 0) units += 1;
  else if (rest === -unit / 2 && low < 0) units -= 1;
  return sign * units * Number.MIN_VALUE;
}

/** The largest power of 2 that a finite x other than 0 is a whole multiple of. */
export function lowestBit(x: number): number {
  const { exponent } = decompose(x);
  double[0] = x;
  const low = words[1 - HIGH_WORD] as number;
  const high = words[HIGH_WORD] as number;
  // A normal double has a leading bit that is not stored.
  const zeros = low !== 0 ? trailingZeros(low) : 32 + trailingZeros(high | 0x100000);
  const unit = Math.max(exponent - 52, -1074);
  return powerOfTwo(unit + Math.min(zeros, exponent - unit));
}

function trailingZeros(word: number): number {
  return 31 - Math.clz32(word & -word);
}
