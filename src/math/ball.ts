/**
 * @file Ball arithmetic: a number known up to a radius, the true value lying somewhere in the ball.
 *
 * A formula written over balls carries its own error bound through every operation (Johansson,
 * "Arb: efficient arbitrary-precision midpoint-radius interval arithmetic", 2017). It is written
 * once and evaluated twice: in `DoubleBall`, 62 bits and more, fast; and in the rare case that
 * this leaves the last bit undecided, in `WholeBall`, with as many bits as it takes.
 */

import type { Constant } from './constants';

/**
 * A number to compute formulas with; T is the kind of ball itself. A plain number as an operand
 * stands for exactly that double. Outside a function's domain the result is a ball of infinite
 * radius, which says nothing.
 */
export interface Ball<T> {
  readonly isNegative: boolean;
  /** A double near the number, to choose between formulas by; it may overflow. */
  readonly approximation: number;

  negated(): T;
  abs(): T;
  plus(b: T | number): T;
  minus(b: T | number): T;
  times(b: T | number): T;
  over(b: T | number): T;
  inverse(): T;
  squared(): T;
  sqrt(): T;

  exp(): T;
  /** e^x - 1, without loss near 0. */
  expm1(): T;
  log(): T;
  /** log(1 + x), without loss near 0. */
  log1p(): T;
  sin(): T;
  cos(): T;
  atan(): T;
  erf(): T;
  /** 1 - erf(x), without loss for large x. */
  erfc(): T;

  /** A constant as a ball of the same kind. */
  constant(c: Constant): T;
  /** The ball made wider by |bound|: the remainder of a series that was cut off. */
  widened(bound: T): T;
  /** Whether adding this to `sum` would change nothing beyond the precision at hand. */
  isNegligibleIn(sum: T): boolean;
}

/** A formula of one variable, in whatever arithmetic. */
export type Formula = <T extends Ball<T>>(x: T) => T;
