/** @file What the functions of two arguments share. */

import { type BallFormula, type Kernel, stated } from '../math/ball';
import { always } from '../math/piecewise';

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

/** A partial derivative that is 1 or -1 wherever there is a value. */
export function constantSlope(slope: 1 | -1, value: (a: number, b: number) => number): Kernel {
  return stated(always(slope), (a: number, b: number) => unlessNaN(value(a, b), slope));
}

/** A partial derivative that is one of the arguments wherever there is a value. */
export function argumentSlope(at: 0 | 1, value: (a: number, b: number) => number): Kernel {
  const ball: BallFormula = (...x) => x[at] as (typeof x)[number];
  return stated(ball, (a: number, b: number) => unlessNaN(value(a, b), at === 0 ? a : b));
}
