/**
 * @file log as a double-double, from a table of 183 logarithms.
 *
 * Method (Tang 1990): x = 2^e m with m from 0.7 to 1.42, and c = i/256 near 1/m, so that
 *   log x = e ln2 - log c + log(1 + r), r = m c - 1, |r| < 2^-8.5.
 */

import { fastSumError, keepSum, productError, sumError } from './double-double';
import { decompose, powerOfTwo } from '../scaling';
import { LookupTable } from '../lookup-table';

const STEPS = 256;
/** -log(i/256), i = 181 to 363. */
const LOGARITHMS = new LookupTable(364, (i) => i.over(STEPS).log().negated());

/** ln2 in two parts; the first has 42 bits, so that e times it is exact. */
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;

/** Up to twice this the exponent times LN2_HIGH is exact, which the error is made out for. */
export const LARGEST_POWER = 1023;

/**
 * log((hi + lo) 2^exponent) for sqrt(1/2) <= hi <= sqrt(2), |exponent| up to 2 LARGEST_POWER + 1; its error
 * is below `logError`.
 *
 * The errors: r^3/3 - ... is below 2^-27 and evaluated in doubles (2^-79), cut at r^10 (2^-88). Near
 * one, where i is 256, nothing is larger than r < 2^-9, and the error of the series is relative to
 * it: r^2/3 2^-53 = 2^-72.
 */
function logKernel(hi: number, lo: number, exponent: number): number {
  const i = Math.round(STEPS / hi);
  const c = i / STEPS;
  const product = hi * c;
  const low = productError(hi, c, product) + lo * c;
  const r = product - 1 + low;
  return addLogarithms(r, sumError(product - 1, low, r), i, exponent);
}

/** log((x + low) 2^power) for a finite x > 0, |power| up to LARGEST_POWER; its error is below `logError`. */
export function logOf(x: number, low = 0, power = 0): number {
  const { mantissa, exponent } = decompose(x);
  const lo = low === 0 ? 0 : low * powerOfTwo(-exponent);
  const isHigh = mantissa > Math.SQRT2;
  return isHigh
    ? logKernel(0.5 * mantissa, 0.5 * lo, exponent + power + 1)
    : logKernel(mantissa, lo, exponent + power);
}

/** Up to this size of x, 1/512, log(1 + x) has a kernel of its own. */
export const LARGEST_LOG1P = 0.001953125;

/** log(1 + hi + lo) for |hi| <= 1/512; its error is below `logError`. */
export function log1pKernel(hi: number, lo: number): number {
  return addLogarithms(hi, lo, STEPS, 0);
}

/** A bound on the error of a logarithm y of the kernels: 2^-67 of it, or of 2^-9, and its last bits. */
export function logError(y: number): number {
  const size = Math.abs(y);
  return Math.min(size, LARGEST_LOG1P) * 6.776263578034403e-21 + size * 8.077935669463161e-28;
}

/** exponent ln2 - log(i/256) + log(1 + x + xLow). */
function addLogarithms(x: number, xLow: number, i: number, exponent: number): number {
  const square = x * x;
  const half = -0.5 * square;
  const series =
    x *
    square *
    (1 / 3 - x * (1 / 4 - x * (1 / 5 - x * (1 / 6 - x * (1 / 7 - x * (1 / 8 - x * (1 / 9)))))));
  const rest = xLow - x * xLow - 0.5 * productError(x, x, square) + series;
  const upper = x + half;
  const upperLow = fastSumError(x, half, upper) + rest;
  if (i === STEPS && exponent === 0) return keepSum(upper, upperLow);

  const power = exponent * LN2_HIGH;
  const logarithm = LOGARITHMS.at(i);
  const constant = power + logarithm;
  const sum = constant + upper;
  const low =
    sumError(power, logarithm, constant) + (exponent * LN2_LOW + (LOGARITHMS.lo[i] as number));
  return keepSum(sum, fastSumError(constant, upper, sum) + (low + upperLow));
}
