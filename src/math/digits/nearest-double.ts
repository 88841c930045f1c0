/** @file The double nearest to a decimal of up to 18 digits, by arithmetic on doubles. */

import { powerOfTen, toDouble } from '../whole/whole-number';
import { fillTens, MOST_TENS, tens } from './powers-of-ten';

/** 10^0 to 10^22 are doubles. */
const MOST_EXACT_TENS = 22;
const EXACT_TENS = Float64Array.from({ length: MOST_EXACT_TENS + 1 }, (_, n) =>
  toDouble(powerOfTen(n)),
);
const MOST_EXACT_INTEGER = 9007199254740992; // 2^53

/** More than twice a bound on the relative error of the double-double product below, 12 * 2^-106. */
const ERROR = 3e-31;
/** Beyond these, the product would not be exact. */
const LEAST = 1e-270;
const MOST = 1e270;

/**
 * The double nearest to (high 10^lowDigits + low) 10^exponent; NaN where that is not decided, which
 * is where it lies too near the middle between two doubles (one in 10^14), or is very large or small.
 *
 * @param high a whole number below 10^9
 * @param low a whole number below 10^lowDigits
 * @param lowDigits at most 9
 */
export function nearestDoubleOf(
  high: number,
  low: number,
  lowDigits: number,
  exponent: number,
): number {
  // 10^9 is 2^9 times a number of 21 bits, so the product is exact.
  const highPart = high * (EXACT_TENS[lowDigits] as number);
  const integer = highPart + low;
  if (integer < MOST_EXACT_INTEGER) {
    if (integer === 0) return 0;
    // Both operands are exact, so the result is rounded once (Clinger 1990).
    if (exponent < 0 && exponent >= -MOST_EXACT_TENS) {
      return integer / (EXACT_TENS[-exponent] as number);
    }
    if (exponent >= 0 && exponent <= MOST_EXACT_TENS) {
      return integer * (EXACT_TENS[exponent] as number);
    }
  }
  // Beyond the table there is nothing, and all that is computed from that is NaN.
  const i = exponent + MOST_TENS;
  if (tens.hi[i] === 0) fillTens(exponent);
  const ten = tens.hi[i] as number;
  const upper = tens.upper[i] as number;
  const lower = tens.lower[i] as number;

  const integerRest = low - (integer - highPart);
  const product = integer * ten;
  const shifted = 134217729 * integer;
  const integerUpper = shifted - (shifted - integer);
  const integerLower = integer - integerUpper;
  const error =
    integerUpper * upper -
    product +
    integerUpper * lower +
    integerLower * upper +
    integerLower * lower;
  const rest = error + (integer * (tens.lo[i] as number) + integerRest * ten);
  const margin = product * ERROR;
  const nearest = product + (rest - margin);
  if (nearest !== product + (rest + margin)) return NaN;
  return nearest > LEAST && nearest < MOST ? nearest : NaN;
}
