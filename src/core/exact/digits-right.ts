/** @file How many significant digits of a double are right. */

import { log } from '../../math/rounded/log';

/** The number of right digits of the nearest double. */
export const ALL_DIGITS = 16;
/** Fewer right digits than these, half of those of a double, are too few. */
export const TOO_FEW_DIGITS = 8;
/** The relative error that leaves TOO_FEW_DIGITS. */
const ERROR_OF_TOO_FEW = 1e-8;

/** Tenths of decimal digits for each power of e: 10/log(10). */
const TENTHS = 4.342944819032518;

/**
 * The number of right digits, rounded down to a tenth: 16 for the nearest double, up to 15.6 for others, 0 if
 * none is right, NaN if the truth is not known.
 *
 * @param exact the double nearest to the truth
 * @param scale the size that the error is relative to. For a truth of 0 no digit is right, unless this is
 *   the size of the numbers that cancelled
 */
export function digitsRight(approximate: number, exact: number, scale = Math.abs(exact)): number {
  if (Number.isNaN(exact)) return NaN;
  if (approximate === exact) return ALL_DIGITS;
  const error = relativeError(approximate, exact, scale);
  if (!(error < 1)) return 0;
  return Math.min(ALL_DIGITS, Math.floor(-TENTHS * log(error)) / 10);
}

/** Whether TOO_FEW_DIGITS or more are right: the same answer as by `digitsRight`, without a logarithm. */
export function hasEnoughDigits(approximate: number, exact: number, scale: number): boolean {
  return approximate === exact || relativeError(approximate, exact, scale) <= ERROR_OF_TOO_FEW;
}

/** The halves keep the difference from overflowing. */
function relativeError(approximate: number, exact: number, scale: number): number {
  return Math.abs(approximate / 2 - exact / 2) / (scale / 2);
}
