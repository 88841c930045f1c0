/** @file Results that lie in the middle between two doubles, or all but there: by whole numbers. */

import { nearestDouble, toInteger } from '../exact';
import { bitLength, integerSquareRoot, magnitude } from '../whole/whole-number';

/**
 * So far beside a quotient, in powers of two, is a number that counts as beside it. The middles
 * between doubles that a quotient of one double by two is not itself are at least 2^-160 of it away:
 * its denominator has at most 106 bits, a middle 54.
 */
const BESIDE = 200;

/**
 * The double nearest to a number just below or above a / (b1 b2 ...), in size: closer to it than
 * 2^-160 of it, but not it. Where the quotient lies in the middle between two doubles, as subnormal
 * ones may, that decides.
 *
 * @param a finite and not 0
 * @param divisors one or two numbers, finite and not 0
 */
export function nearestBeside(
  a: number,
  divisors: readonly number[],
  side: 'below' | 'above',
): number {
  const { integer, exponent } = toInteger(a);
  let numerator = (magnitude(integer) << BigInt(BESIDE)) + (side === 'below' ? -1n : 1n);
  let denominator = 1n;
  let power = exponent - BESIDE;
  if (integer < 0n) numerator = -numerator;
  for (const divisor of divisors.map(toInteger)) {
    if (divisor.integer < 0n) numerator = -numerator;
    denominator *= magnitude(divisor.integer);
    power -= divisor.exponent;
  }
  return nearestDouble(numerator, denominator, power);
}

/** odd^power * 2^exponent, for an odd whole number. */
interface Rational {
  readonly odd: bigint;
  readonly power: number;
  readonly exponent: number;
}

/** An odd factor of more bits than this is in no double, in no middle, and divides neither. */
const MOST_BITS = 64;

/**
 * factor * a^(b - less), rounded once, where a^b is a rational number of few digits; undefined
 * elsewhere, where the result is not in the middle between two doubles: it is irrational, or has
 * too many digits for it.
 *
 * @param a finite and above 0
 * @param b finite; where its fraction is n/2^k, a must be the 2^k-th power of a number
 */
export function exactPower(a: number, b: number, less: 0 | 1, factor: number): number | undefined {
  const rational = rationalPower(a, b, less);
  if (rational === undefined) return undefined;
  const { odd, power, exponent } = rational;
  const { integer, exponent: more } = toInteger(factor);
  let size = 1n;
  for (let i = 0; i < Math.abs(power); i++) size *= odd;
  return power < 0
    ? nearestDouble(integer, size, exponent + more)
    : nearestDouble(integer * size, 1n, exponent + more);
}

function rationalPower(a: number, b: number, less: 0 | 1): Rational | undefined {
  let { odd, exponent } = oddPart(a);
  // a^(b - less) = root^(whole - parts less)
  let whole = b;
  let parts = 1;
  while (!Number.isInteger(whole)) {
    const root = integerSquareRoot(odd);
    if (exponent % 2 !== 0 || root * root !== odd) return undefined;
    [odd, exponent, whole, parts] = [root, exponent / 2, 2 * whole, 2 * parts];
  }
  const power = whole - less * parts;
  if (odd === 1n) return { odd, power: 0, exponent: exponent * power };
  if (Math.abs(power) * (bitLength(odd) - 1) > MOST_BITS) return undefined;
  return { odd, power, exponent: exponent * power };
}

/** a = odd * 2^exponent */
function oddPart(a: number): { odd: bigint; exponent: number } {
  let { integer: odd, exponent } = toInteger(a);
  while ((odd & 1n) === 0n) [odd, exponent] = [odd >> 1n, exponent + 1];
  return { odd, exponent };
}
