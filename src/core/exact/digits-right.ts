/** @file How many significant digits of a double are right. */

import { log } from '../../math/rounded/log';

/** A double that is the nearest one has all of its digits. */
export const ALL_DIGITS = 16;
/** Fewer digits than these are too few: half of a double. */
export const TOO_FEW_DIGITS = 8;
/** The relative error that leaves them. */
const ERROR_OF_TOO_FEW = 1e-8;

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
  const error = relativeError(approximate, exact, scale);
  if (!(error < 1)) return 0;
  return Math.min(ALL_DIGITS, Math.floor(-TENTHS * log(error)) / 10);
}

/** Whether TOO_FEW_DIGITS or more are right, to that tenth of a digit: this takes no logarithm. */
export function hasEnoughDigits(approximate: number, exact: number, scale: number): boolean {
  return approximate === exact || relativeError(approximate, exact, scale) <= ERROR_OF_TOO_FEW;
}

/** In halves, as a difference may overflow. */
function relativeError(approximate: number, exact: number, scale: number): number {
  return Math.abs(approximate / 2 - exact / 2) / (scale / 2);
}
