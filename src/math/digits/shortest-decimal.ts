/**
 * @file The shortest decimal that reads back to the same double, by arithmetic on doubles.
 *
 * Method: x is scaled by a power of ten to v = x 10^-e between 10^16 and 10^17, as a double-double
 * that is off by less than 2^-49 in these units. Every decimal nearer to v than h, half a unit in the
 * last place of x, reads back to x. Half a unit of v is less than h, so the nearest whole number is
 * such a decimal, of 17 digits; a multiple of 10 is one of 16, a multiple of 100 one of 15 or fewer.
 * Where a comparison is too close for the error, or the gaps on both sides differ, the answer is left
 * to the caller: about one double in a million, and the powers of two; between 10^13 and 10^18, where
 * doubles end in a half or are as far apart as decimals, up to one in four.
 */

import { fillTens, MOST_TENS, tens } from './powers-of-ten';

/** The indices of the result: v is high 10^8 + low, and x = v 10^exponent. */
export const HIGH = 0;
export const LOW = 1;
export const EXPONENT = 2;

/** The argument of `shortestDecimal`, which has its bits in hand. */
export const argument = new Float64Array(1);
const words = new Int32Array(argument.buffer);
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const HIGH_WORD = IS_LITTLE_ENDIAN ? 1 : 0;

/** Beyond these, v or its error would not be exact. */
const LEAST = 1e-270;
const MOST = 1e270;

/** What a comparison must clear: the error of v, and of sums of the size of `low`. */
const MARGIN = 1e-6;
/** Adding and subtracting it rounds to a whole number, one of the nearest two where both are near. */
const TO_INTEGER = 6755399441055744; // 1.5 * 2^52
const LOG10_OF_2 = 0.30102999566398114;

/** Half a unit in the last place of numbers with this binary exponent, from -1023 up. */
const HALF_UNITS = new Float64Array(2048);

/**
 * Finds the shortest decimal of the argument, if that is positive.
 *
 * @param result HIGH below 10^9, LOW below 10^8, EXPONENT; trailing zeros of v are left in
 * @returns whether it was found
 */
export function shortestDecimal(result: Int32Array): boolean {
  const value = argument[0] as number;
  if (!(value > LEAST && value < MOST)) return false;
  const highWord = words[HIGH_WORD] as number;
  if ((highWord & 0xfffff) === 0 && words[1 - HIGH_WORD] === 0) return false;
  const binary = highWord >>> 20;

  // The decimal exponent, or one less.
  let k = Math.floor((binary - 1023) * LOG10_OF_2);
  if (value >= powerOfTen(k + 1)) k++;
  const i = 16 - k + MOST_TENS;
  if (tens.hi[i] === 0) fillTens(16 - k);
  const ten = tens.hi[i] as number;
  const upper = tens.upper[i] as number;
  const lower = tens.lower[i] as number;

  const v = value * ten;
  const shifted = 134217729 * value;
  const valueUpper = shifted - (shifted - value);
  const valueLower = value - valueUpper;
  const error =
    valueUpper * upper - v + valueUpper * lower + valueLower * upper + valueLower * lower;

  // v is a whole number, and so is each of these; all three are exact.
  let high = Math.floor(v * 1e-8);
  const whole = v - high * 1e8;
  const low = whole + (error + value * (tens.lo[i] as number));

  let half = HALF_UNITS[binary] as number;
  if (half === 0) {
    words[HIGH_WORD] = (binary - 53) << 20;
    words[1 - HIGH_WORD] = 0;
    half = HALF_UNITS[binary] = argument[0] as number;
  }
  const h = half * ten;

  let digits = (low * 0.1 + TO_INTEGER - TO_INTEGER) * 10;
  const distance = Math.abs(low - digits);
  if (distance > h - MARGIN) {
    if (distance < h + MARGIN) return false;
    digits = low + TO_INTEGER - TO_INTEGER;
    if (Math.abs(Math.abs(low - digits) - 0.5) < MARGIN) return false;
  } else {
    // The nearest of two multiples of 10, if there are two.
    if (Math.abs(distance - 5) < MARGIN) return false;
    const hundreds = (low * 0.01 + TO_INTEGER - TO_INTEGER) * 100;
    const distanceOfHundreds = Math.abs(low - hundreds);
    if (distanceOfHundreds < h - MARGIN) digits = hundreds;
    else if (distanceOfHundreds < h + MARGIN) return false;
  }
  if (digits < 0) {
    digits += 1e8;
    high -= 1;
  } else if (digits >= 1e8) {
    digits -= 1e8;
    high += 1;
  }
  if (high < 1e8 || high >= 1e9) return false;
  result[HIGH] = high;
  result[LOW] = digits;
  result[EXPONENT] = k - 16;
  return true;
}

function powerOfTen(k: number): number {
  const index = k + MOST_TENS;
  if (tens.hi[index] === 0) fillTens(k);
  return tens.hi[index] as number;
}
