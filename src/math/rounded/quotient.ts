/** @file The slope of a quotient, and the whole numbers in it: their rest, and how many. */

import { divide, fromDouble, keepPair, twoProduct } from '../double/double-double';
import { Fraction } from '../fraction';
import { SHORT_ERROR, shortcutOfTwo } from './nearest';
import { roundedOfTwo } from './rounded';

const roundedSlope = shortcutOfTwo(
  (a, b) => keepPair(divide(fromDouble(-a), twoProduct(b, b))),
  SHORT_ERROR,
  roundedOfTwo((a, b) => a.over(b.squared()).negated()),
);

/** -a/b^2, the slope of a/b by b, although b^2 may overflow or underflow; NaN at the pole b = 0. */
export function quotientByDivisor(a: number, b: number): number {
  if (a === 0 || !Number.isFinite(a) || !Number.isFinite(b)) return -(a / b) / b;
  return roundedSlope(a, b);
}

/**
 * a - b floor(a/b), the rest of a division by b, of the sign of b; 0 where b divides a. NaN for b = 0
 * and infinite a. % is exact, so the sum is rounded once; a rest all but as large as b may so become b.
 */
export function mod(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return 0;
  return rest < 0 === b < 0 ? rest : rest + b;
}

/** Up to here the quotient of doubles is so near a whole number that it can be none but the right one. */
const SURE = 1125899906842624; // 2^50

/** The whole number not above a/b, as the nearest double; NaN where `mod` is NaN. */
export function floorOfQuotient(a: number, b: number): number {
  const rest = a % b;
  if (Number.isNaN(rest)) return NaN;
  if (!Number.isFinite(b)) return rest < 0 === b < 0 || rest === 0 ? 0 : -1;
  const truncated = (a - rest) / b;
  if (Math.abs(truncated) < SURE) {
    // (a - rest)/b is whole, and its two roundings move it by less than a quarter.
    const whole = Math.round(truncated);
    return rest === 0 || rest < 0 === b < 0 ? whole : whole - 1;
  }
  return Fraction.zero.exact(a).over(b).floor().approximation;
}
