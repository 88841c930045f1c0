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
 * Why nothing is known of a number:
 * - `outside`: it certainly has no value, as log(-1) has none;
 * - `pole`: it is certainly divided by 0, or is the logarithm of 0;
 * - `undecided`: the ball of an argument lies on both sides of an edge, or is too wide; more bits may help;
 * - `overflow`: it is too large to be handled; more bits do not help.
 */
export type Doubt = (typeof DOUBTS)[number];
/** Where two are in doubt, the later one holds of what is made of them. */
export const DOUBTS = ['undecided', 'overflow', 'pole', 'outside'] as const;

/** Whether there certainly is no number, however many bits are spent. */
export function isCertain(doubt: Doubt | undefined): doubt is 'outside' | 'pole' {
  return doubt === 'outside' || doubt === 'pole';
}

/**
 * A number to compute formulas with; T is the kind of ball itself. A plain number as an operand
 * stands for exactly that double. Every operation is right for any ball. Outside a
 * function's domain the result is unknown, for a reason, and what is made of it is unknown for the
 * same reason. What is exactly known stays exact where the result of + - x / and sqrt is a number of
 * the kind, and in e^0 = 1, log 1 = 0 and the like.
 */
export interface Ball<T> {
  /** The sign of every number in the ball; 0 where it is exactly 0, undefined where it is not known. */
  readonly sign: 1 | -1 | 0 | undefined;
  /** Whether it is one number and no other. */
  readonly isExact: boolean;
  /** Why nothing is known of the number; undefined where something is. */
  readonly doubt: Doubt | undefined;
  /** A double near the number, to choose between formulas by; it may overflow. */
  readonly approximation: number;

  /** A finite double, exactly, as a ball of the same kind. */
  exact(x: number): T;
  /** A ball of the same kind that says nothing. */
  unknown(doubt: Doubt): T;
  /** The largest whole number not above; unknown where the ball has numbers on both sides of one. */
  floor(): T;

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

/** A formula of one variable or several, in whatever arithmetic; right for any balls. */
export type BallFormula = (<T extends Ball<T>>(...x: readonly T[]) => T) & {
  /** The number that the formula is for all x, if it was made by `always`. */
  readonly constant?: number;
};

/** The formula of a function of doubles, where it has one: the same function over balls of any kind. */
export interface Stated {
  readonly ball?: BallFormula;
}

/** A function of doubles, with its formula. */
export type Kernel = ((...x: readonly number[]) => number) & Stated;
export type UnaryKernel = ((x: number) => number) & Stated;
export type BinaryKernel = ((a: number, b: number) => number) & Stated;

/** A function of doubles that states its formula too. */
export function stated<F extends (...x: never[]) => number>(
  ball: BallFormula | undefined,
  f: F,
): F & Stated {
  return ball === undefined ? f : Object.assign(f, { ball });
}

/** A faster way to a function of doubles, with the formula of the other. */
export function accelerated<F extends (...x: never[]) => number>(
  fast: F,
  exact: Stated,
): F & Stated {
  return stated(exact.ball, fast);
}

/** What is said where a sign decides and is not known; why numbers are not known is passed on. */
export function undecided<T extends Ball<T>>(...balls: readonly [T, ...T[]]): T {
  const doubtful = balls.find(({ doubt }) => doubt !== undefined) ?? balls[0];
  return balls[0].unknown(doubtful.doubt ?? 'undecided');
}
