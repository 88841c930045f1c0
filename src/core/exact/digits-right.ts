/** @file How many significant digits of a double are right. */

import { log } from '../../math/rounded/log';

/** A double that is the nearest one has all of its digits. */
export const ALL_DIGITS = 16;
/** Fewer digits than these are too few: half of a double. */
export const TOO_FEW_DIGITS = 8;

/** Tenths of digits in a factor of e: 10/log(10). */
const TENTHS = 4.342944819032518;

/**
 * How many digits are right, to a tenth of a digit and rounded down: 16 for the nearest double itself,
 * from 15.6 down beside it, 0 where nothing is right. NaN where the truth is not known.
 *
 * @param exact the double nearest to the truth
 * @param scale what the error is measured against. Beside a truth of 0 no digit is right, unless this
 *   tells how large the numbers were that cancelled
 */
export function digitsRight(approximate: number, exact: number, scale = Math.abs(exact)): number {
  if (Number.isNaN(exact)) return NaN;
  if (approximate === exact) return ALL_DIGITS;
  // Halves, as a difference may overflow.
  const error = Math.abs(approximate / 2 - exact / 2) / (scale / 2);
  if (!(error > 0 && error < 1)) return error === 0 ? ALL_DIGITS : 0;
  return Math.min(ALL_DIGITS, Math.floor(-TENTHS * log(error)) / 10);
}
