/**
 * @file log as a double-double, from a table of 183 logarithms.
 *
 * Method (Tang 1990): x = 2^e m with m from 0.7 to 1.42, and c = i/256 near 1/m, so that
 *   log x = e ln2 - log c + log(1 + r), r = m c - 1, |r| < 2^-8.5.
 */

import { type DoubleDouble, fastTwoSum, twoProduct, twoSum } from './double-double';
import { decompose } from '../scaling';
import { LookupTable } from '../lookup-table';

const STEPS = 256;
/** -log(i/256), i = 181 to 363. */
const LOGARITHMS = new LookupTable(364, (i) => i.over(STEPS).log().negated());

/** ln2 in two parts; the first has 42 bits, so that e times it is exact. */
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;

/** Up to here the exponent times LN2_HIGH is exact, which the error is made out for. */
export const LARGEST_POWER = 2047;

/**
 * log((hi + lo) 2^exponent) for sqrt(1/2) <= hi <= sqrt(2), |exponent| up to LARGEST_POWER; its error
 * is below `logError`.
 *
 * The errors: r^3/3 - ... is below 2^-27 and evaluated in doubles (2^-79), cut at r^10 (2^-88). Near
 * one, where i is 256, nothing is larger than r < 2^-9, and the error of the series is relative to
 * it: r^2/3 2^-53 = 2^-72.
 */
export function logKernel(hi: number, lo: number, exponent: number): DoubleDouble {
  const i = Math.round(STEPS / hi);
  const c = i / STEPS;
  const product = twoProduct(hi, c);
  const r = twoSum(product.hi - 1, product.lo + lo * c);
  return addLogarithms(r, i, exponent);
}

/** log x for a finite x > 0; its error is below `logError`. */
export function logOf(x: number): DoubleDouble {
  const { mantissa, exponent } = decompose(x);
  const isHigh = mantissa > Math.SQRT2;
  return isHigh ? logKernel(0.5 * mantissa, 0, exponent + 1) : logKernel(mantissa, 0, exponent);
}

/** log(1 + r) for |r| <= 1/512; its error is below `logError`. */
export function log1pKernel(r: DoubleDouble): DoubleDouble {
  return addLogarithms(r, STEPS, 0);
}

/** A bound on the error of a logarithm y of the kernels: 2^-67 of it, or of 2^-9, and its last bits. */
export function logError(y: number): number {
  const size = Math.abs(y);
  return Math.min(size, 0.001953125) * 6.776263578034403e-21 + size * 8.077935669463161e-28;
}

/** exponent ln2 - log(i/256) + log(1 + r). */
function addLogarithms(r: DoubleDouble, i: number, exponent: number): DoubleDouble {
  const x = r.hi;
  const square = twoProduct(x, x);
  const series =
    x *
    square.hi *
    (1 / 3 - x * (1 / 4 - x * (1 / 5 - x * (1 / 6 - x * (1 / 7 - x * (1 / 8 - x * (1 / 9)))))));
  const rest = r.lo - x * r.lo - 0.5 * square.lo + series;
  const upper = fastTwoSum(x, -0.5 * square.hi);
  if (i === STEPS && exponent === 0) return fastTwoSum(upper.hi, upper.lo + rest);

  const constant = twoSum(exponent * LN2_HIGH, LOGARITHMS.at(i));
  const sum = fastTwoSum(constant.hi, upper.hi);
  const low = constant.lo + (exponent * LN2_LOW + (LOGARITHMS.lo[i] as number));
  return fastTwoSum(sum.hi, sum.lo + (low + (upper.lo + rest)));
}
