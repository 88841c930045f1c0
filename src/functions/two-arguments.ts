/** @file What the functions of two arguments share. */

/** Points at which nothing is special, in all four quadrants. */
export const pairs: readonly (readonly [number, number])[] = [
  [0.5, 2],
  [-3, 0.7],
  [2.5, -0.4],
  [-1.5, -10],
];

/** The slope where the value is a number; NaN from NaN, and from Infinity - Infinity and its like. */
export function unlessNaN(value: number, slope: number): number {
  return Number.isNaN(value) ? NaN : slope;
}
