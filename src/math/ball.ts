/**
 * @file Ball arithmetic: a number is known up to a radius; the true value lies somewhere in the ball.
 *
 * A formula written over balls carries its own error bound through every operation (F. Johansson, "Arb:
 * efficient arbitrary-precision midpoint-radius interval arithmetic", 2017). It is written once, and
 * evaluated in arithmetics of six kinds:
 * - `DoubleBall`: pairs of doubles, 62 bits and more, fast;
 * - `WholeBall`: as many bits as it takes, where these leave the last bit undecided;
 * - `Fraction`: rational numbers times powers of e and pi, without any error, which decide ties and zeros;
 * - `MixedBall`: a `Fraction` where the number is such, otherwise a `WholeBall`;
 * - `Germ`: power series, for the limits of a formula from one side of a point;
 * - `RecordedBall`: records the operations, to repeat them for blocks of points.
 */

import type { Constant } from './constants';

/**
 * Why a number is unknown:
 * - `outside`: it certainly has no value, as log(-1) has none;
 * - `pole`: it is certainly a quotient by 0, or the logarithm of 0;
 * - `undecided`: the ball of an argument is too wide, or contains arguments with and without a value; more
 *   bits may help;
 * - `overflow`: it is too large to be represented; more bits do not help.
 */
export type Doubt = (typeof DOUBTS)[number];
/** The reasons in increasing order: of two unknown operands, the result takes the later reason. */
export const DOUBTS = ['undecided', 'overflow', 'pole', 'outside'] as const;

/** The later reason, of two operands of which one is unknown at least. */
export function laterDoubt(...operands: readonly { readonly doubt: Doubt | undefined }[]): Doubt {
  const ranks = operands.map(({ doubt = 'undecided' }) => DOUBTS.indexOf(doubt));
  return DOUBTS[Math.max(...ranks)] as Doubt;
}

/** Whether the number certainly does not exist, however many bits are spent. */
export function isCertain(doubt: Doubt | undefined): doubt is 'outside' | 'pole' {
  return doubt === 'outside' || doubt === 'pole';
}

/**
 * A number to compute formulas with; T is the class of the ball itself. A plain number as an operand stands
 * for exactly that double. Every operation is valid for any ball: the result contains the result for every
 * number in the operands. Outside a function's domain the result is unknown, with a reason that is passed on.
 * Exact operands give exact results of e^0 = 1, log 1 = 0 and the like, and wherever the result is 0; also of
 * + - x / and sqrt if the result can be represented, but in double-doubles only sums and products of doubles: what
 * these leave undecided, other balls decide.
 */
export interface Ball<T> {
  /** The sign of all numbers in the ball; 0 if it is exactly 0, undefined if the sign is not known. */
  readonly sign: 1 | -1 | 0 | undefined;
  /** Whether the ball is a single number. */
  readonly isExact: boolean;
  /** Why the number is unknown; undefined if it is known. */
  readonly doubt: Doubt | undefined;
  /** A double near the number, for choosing between formulas; it may overflow. */
  readonly approximation: number;

  /** A finite double, exactly, as a ball of the same kind. */
  exact(x: number): T;
  /** An unknown number of the same kind. */
  unknown(doubt: Doubt): T;
  /** The floor; unknown if the ball contains numbers with different floors. */
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
  /** The ball widened by |bound|, for the remainder of a series that was cut off. */
  widened(bound: T): T;
  /** Whether adding this to `sum` changes nothing within the precision of the balls. */
  isNegligibleIn(sum: T): boolean;
}

/** A formula of one variable, in any arithmetic. */
export type Formula = <T extends Ball<T>>(x: T) => T;

/** A formula of one or more variables, in any arithmetic; valid for any balls. */
export type BallFormula = (<T extends Ball<T>>(...x: readonly T[]) => T) & {
  /** The number that the formula is for all x, if it was made by `always`. */
  readonly constant?: number;
};

/** A function of doubles that may have a formula over balls. */
export interface Stated {
  readonly ball?: BallFormula;
}

/** A function of doubles, with its formula. */
export type Kernel = ((...x: readonly number[]) => number) & Stated;
export type UnaryKernel = ((x: number) => number) & Stated;
export type BinaryKernel = ((a: number, b: number) => number) & Stated;

/** A function of doubles with its formula. */
export function stated<F extends (...x: never[]) => number>(
  ball: BallFormula | undefined,
  f: F,
): F & Stated {
  return ball === undefined ? f : Object.assign(f, { ball });
}

/** The result of a formula that branches on a sign it does not know; the reason of an unknown ball is passed on. */
export function undecided<T extends Ball<T>>(...balls: readonly [T, ...T[]]): T {
  const doubtful = balls.find(({ doubt }) => doubt !== undefined) ?? balls[0];
  return balls[0].unknown(doubtful.doubt ?? 'undecided');
}
