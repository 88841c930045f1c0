/** @file Powers and roots, and their derivatives, rounded once: the nearest double to the true value. */

import { divide, fromDouble, multiplyDouble, scale, squareRoot, twoProduct } from './double-double';
import { integerSquareRoot, nearestDouble, roundOrElse, toInteger } from './exact';
import { decompose } from './scaling';

/** Bounds the relative error of every double-double below: 15 u^2 for a division, 5 for a root. */
const RELATIVE_ERROR = 2.465190328815662e-31; // 20 u^2

/** x^3. Plain x * x * x rounds twice and is off by up to 1.2 ulp. */
export function cube(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const { mantissa, exponent } = decompose(x);
  const power = multiplyDouble(twoProduct(mantissa, mantissa), mantissa);
  return roundOrElse(power, RELATIVE_ERROR, 3 * exponent, () => {
    const { integer, exponent: e } = toInteger(x);
    return nearestDouble(integer * integer * integer, 1n, 3 * e);
  });
}

/** 3 x^2, the derivative of x^3. */
export function cubeDerivative(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x * x;
  const { mantissa, exponent } = decompose(x);
  const product = multiplyDouble(twoProduct(mantissa, mantissa), 3);
  return roundOrElse(product, RELATIVE_ERROR, 2 * exponent, () => {
    const { integer, exponent: e } = toInteger(x);
    return nearestDouble(3n * integer * integer, 1n, 2 * e);
  });
}

/**
 * -1 / x^2, the derivative of 1/x; NaN at the pole.
 * The textbook -1/(x*x) is 0 from |x| = 1.34e154 and loses everything below 1e-154.
 */
export function reciprocalDerivative(x: number): number {
  if (x === 0) return NaN;
  if (!Number.isFinite(x)) return -1 / (x * x);
  const { mantissa, exponent } = decompose(x);
  const quotient = divide(fromDouble(-1), twoProduct(mantissa, mantissa));
  return roundOrElse(quotient, RELATIVE_ERROR, -2 * exponent, () => {
    const { integer, exponent: e } = toInteger(x);
    return nearestDouble(-1n, integer * integer, -2 * e);
  });
}

/** The binary places of the root of a whole number, beyond those of the number. */
const ROOT_PLACES = 256;

/** 1 / (2 sqrt(x)), the derivative of sqrt: Infinity at 0 of either sign, NaN for x < 0. */
export function sqrtDerivative(x: number): number {
  if (x === 0) return Infinity;
  if (!(x > 0) || x === Infinity) return 0.5 / Math.sqrt(x);
  const { mantissa, exponent } = decompose(x);
  const odd = exponent & 1;
  const root = squareRoot(odd === 1 ? 2 * mantissa : mantissa);
  const quotient = divide(fromDouble(1), scale(root, 2));
  return roundOrElse(quotient, RELATIVE_ERROR, -(exponent - odd) / 2, () => {
    const { integer, exponent: e } = toInteger(x);
    const even = BigInt(2 * ROOT_PLACES + (e & 1));
    const exactRoot = integerSquareRoot(integer << even);
    return nearestDouble(1n, 2n * exactRoot, ROOT_PLACES - (e - (e & 1)) / 2);
  });
}
