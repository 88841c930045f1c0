/** @file Powers and roots, and their derivatives, rounded once: the nearest double to the true value. */

import { divide, fromDouble, multiplyDouble, scale, squareRoot, twoProduct } from './double-double';
import { decompose, roundScaled } from './scaling';

/** x^3. Plain x * x * x rounds twice and is off by up to 1.2 ulp. */
export function cube(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const { mantissa, exponent } = decompose(x);
  return roundScaled(multiplyDouble(twoProduct(mantissa, mantissa), mantissa), 3 * exponent);
}

/** 3 x^2, the derivative of x^3. */
export function cubeDerivative(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x * x;
  const { mantissa, exponent } = decompose(x);
  return roundScaled(multiplyDouble(twoProduct(mantissa, mantissa), 3), 2 * exponent);
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
  return roundScaled(quotient, -2 * exponent);
}

/** 1 / (2 sqrt(x)), the derivative of sqrt: Infinity at 0 of either sign, NaN for x < 0. */
export function sqrtDerivative(x: number): number {
  if (x === 0) return Infinity;
  if (!(x > 0) || x === Infinity) return 0.5 / Math.sqrt(x);
  const { mantissa, exponent } = decompose(x);
  const odd = exponent & 1;
  const root = squareRoot(odd ? 2 * mantissa : mantissa);
  return roundScaled(divide(fromDouble(1), scale(root, 2)), -(exponent - odd) / 2);
}
