/** @file atan as a double-double, from a table of 65 arc tangents. */

import {
  addDouble,
  divide,
  type DoubleDouble,
  fastTwoSum,
  multiplyDouble,
  twoSum,
} from './double-double';
import { LookupTable } from '../lookup-table';

const STEPS = 64;
/** atan(i/64), i = 0 to 64. */
const ARC_TANGENTS = new LookupTable(STEPS + 1, (i) => i.over(STEPS).atan());

/** A bound on the relative error: 2^-65. */
export const ATAN_ERROR = 2.710505431213761e-20;

/**
 * atan x for 0 <= x <= 1:
 *   atan x = atan c + atan t, t = (x - c)/(1 + x c), c = i/64 near x, so that |t| <= 2^-7.
 * The series after t is below t^3/3 and evaluated in doubles: 2^-53 t^2/3 = 2^-68 of t.
 */
export function atanKernel(x: DoubleDouble): DoubleDouble {
  const i = Math.round(x.hi * STEPS);
  const t = i === 0 ? x : tangentOfDifference(x, i / STEPS);
  const square = t.hi * t.hi;
  const series =
    t.hi *
    square *
    (-1 / 3 + square * (1 / 5 + square * (-1 / 7 + square * (1 / 9 + square * (-1 / 11)))));
  const low = t.lo * (1 - square) + series;
  if (i === 0) return fastTwoSum(t.hi, low);
  const sum = fastTwoSum(ARC_TANGENTS.at(i), t.hi);
  return fastTwoSum(sum.hi, sum.lo + ((ARC_TANGENTS.lo[i] as number) + low));
}

function tangentOfDifference(x: DoubleDouble, c: number): DoubleDouble {
  const difference = twoSum(x.hi - c, x.lo);
  return divide(difference, addDouble(multiplyDouble(x, c), 1));
}
