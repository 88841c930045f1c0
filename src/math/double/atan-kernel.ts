/** @file atan as a double-double, from a table of 65 arc tangents. */

import { fastSumError, keep, keepSum, keptLow, productError, sumError } from './double-double';
import { LookupTable } from '../lookup-table';

const STEPS = 64;
/** atan(i/64), i = 0 to 64. */
const ARC_TANGENTS = new LookupTable(STEPS + 1, (i) => i.over(STEPS).atan());

/** A bound on the relative error: 2^-65. */
export const ATAN_ERROR = 2.710505431213761e-20;

/**
 * atan(hi + lo) for 0 <= hi <= 1:
 *   atan x = atan c + atan t, t = (x - c)/(1 + x c), c = i/64 near x, so that |t| <= 2^-7.
 * The series after t is below t^3/3 and evaluated in doubles: 2^-53 t^2/3 = 2^-68 of t.
 */
export function atanKernel(hi: number, lo: number): number {
  const i = Math.round(hi * STEPS);
  const t = i === 0 ? keep(hi, lo) : tangentOfDifference(hi, lo, i / STEPS);
  const square = t * t;
  const series =
    t *
    square *
    (-1 / 3 + square * (1 / 5 + square * (-1 / 7 + square * (1 / 9 + square * (-1 / 11)))));
  const low = keptLow() * (1 - square) + series;
  if (i === 0) return keepSum(t, low);
  const c = ARC_TANGENTS.at(i);
  const sum = c + t;
  return keepSum(sum, fastSumError(c, t, sum) + ((ARC_TANGENTS.lo[i] as number) + low));
}

/** (hi + lo - c)/(1 + (hi + lo) c), as `divide` of double-double.ts has it. */
function tangentOfDifference(hi: number, lo: number, c: number): number {
  const difference = hi - c;
  const p = difference + lo;
  const pLow = sumError(difference, lo, p);

  const product = hi * c;
  const inProduct = productError(hi, c, product) + lo * c;
  const multiple = product + inProduct;
  const one = multiple + 1;
  const inOne = fastSumError(product, inProduct, multiple) + sumError(multiple, 1, one);
  const q = one + inOne;
  const qLow = fastSumError(one, inOne, q);

  const quotient = p / q;
  const back = quotient * q;
  const rest = p - back - productError(quotient, q, back) + (pLow - quotient * qLow);
  return keepSum(quotient, rest / q);
}
