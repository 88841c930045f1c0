/** @file How far rounding to a double moves a number, as a part of it. */

/** 2^-53: the nearest double is no farther away. */
export const UNIT_ROUND_OFF = 1.1102230246251565e-16;

/** What a few products and sums may lose, as a part of the result: 16 units, for some 8 operations. */
export const LAST_DIGITS = 16 * UNIT_ROUND_OFF;

/** 2^-1022: below it doubles have fewer digits, and at last none. */
export const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** 2^-52, two of them: the distance of doubles above 1, and what a value is taken to be off by at least. */
export const TWO_UNITS = 2.220446049250313e-16;

/** The distance of two numbers as a part of the larger one; 0 for two equal ones. */
export function relativeDistance(a: number, b: number): number {
  const distance = Math.abs(a - b);
  return distance === 0 ? 0 : distance / Math.max(Math.abs(a), Math.abs(b));
}
