/** @file Numbers to any precision: decimals as they are written, and what is made of them. */

import type { Ball } from './ball';
import { PI } from './constants';
import { toInteger } from './exact';
import { powerOfTen, toDouble } from './whole/whole-number';

/** A number as mathematics has it, of which a double is only the nearest neighbour. */
export interface Real {
  /** The double nearest to it. */
  readonly nearest: number;
  /** The number as a ball of the same kind as another. */
  readonly in: <T extends Ball<T>>(like: T) => T;
  /** There where it is known to be `nearest` itself; elsewhere a ball of it can tell. */
  readonly isDouble?: true;
}

/** A double, as exactly the number that it is. */
export function realOfDouble(x: number): Real {
  return { nearest: x, in: (like) => like.exact(x), isDouble: true };
}

export const REAL_PI: Real = { nearest: PI.hi, in: (like) => like.constant(PI) };
export const REAL_E: Real = { nearest: 2.718281828459045, in: (like) => like.exact(1).exp() };

/**
 * A decimal as it is written: 0.1 is a tenth, not the double next to it.
 *
 * @param text a decimal such as -1.5e-3, without blanks
 * @param nearest the double nearest to it
 */
export function realOfDecimal(text: string, nearest: number): Real {
  const { digits, isNegative, exponent } = decimalOf(text);
  if (isDouble(digits, exponent, nearest)) return realOfDouble(nearest);
  return {
    nearest,
    in: (like) => {
      const size = scaledByTen(wholeNumber(like, digits), exponent);
      return isNegative ? size.negated() : size;
    },
  };
}

/**
 * Decimals of more digits, or of a larger power of ten, count as no doubles unless they are 0: few are doubles,
 * and to find out would take ever longer numbers.
 */
const MOST_TENS = 60;

/** Whether digits * 10^exponent, in size, is that double and no other number: 0.5 is one, 0.1 is not. */
function isDouble(digits: string, exponent: number, nearest: number): boolean {
  if (digits.length <= CHUNK && exponent === 0) return true;
  if (digits.length > MOST_TENS || Math.abs(exponent) > MOST_TENS || nearest === 0) {
    return digits === '';
  }
  const { integer, exponent: twos } = toInteger(Math.abs(nearest));
  const tens = powerOfTen(Math.abs(exponent));
  const power = 1n << BigInt(Math.abs(twos));
  const decimal = BigInt(digits) * (exponent > 0 ? tens : 1n) * (twos < 0 ? power : 1n);
  return decimal === integer * (exponent < 0 ? tens : 1n) * (twos > 0 ? power : 1n);
}

interface Decimal {
  /** Without zeros before them; none of 0. */
  readonly digits: string;
  readonly isNegative: boolean;
  /** Of ten. */
  readonly exponent: number;
}

function decimalOf(text: string): Decimal {
  const [mantissa, power = '0'] = text.toLowerCase().split('e') as [string, string?];
  const [whole, decimals = ''] = mantissa.replace(/^[+-]/, '').split('.') as [string, string?];
  const digits = `${whole}${decimals}`.replace(/^0+/, '');
  const isPowerNegative = power.startsWith('-');
  const size = numberOf(power.replace(/^[+-]/, ''));
  return {
    digits,
    isNegative: mantissa.startsWith('-'),
    exponent: digits === '' ? 0 : (isPowerNegative ? -size : size) - decimals.length,
  };
}

/** Fifteen digits make a whole number that is a double. */
const CHUNK = 15;

/** Digits as the number that they are, rounded if there are more than 15. */
function numberOf(digits: string): number {
  let number = 0;
  for (let at = 0; at < digits.length; at++) number = 10 * number + (digits.charCodeAt(at) - 48);
  return number;
}

function wholeNumber<T extends Ball<T>>(like: T, digits: string): T {
  let ball = like.exact(numberOf(digits.slice(0, CHUNK)));
  for (let at = CHUNK; at < digits.length; at += CHUNK) {
    const chunk = digits.slice(at, at + CHUNK);
    ball = ball.times(toDouble(powerOfTen(chunk.length))).plus(numberOf(chunk));
  }
  return ball;
}

function scaledByTen<T extends Ball<T>>(ball: T, exponent: number): T {
  if (exponent === 0) return ball;
  let tens = ball.exact(1);
  let square = ball.exact(10);
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) tens = tens.times(square);
    if (rest > 1) square = square.squared();
  }
  return exponent > 0 ? ball.times(tens) : ball.over(tens);
}
