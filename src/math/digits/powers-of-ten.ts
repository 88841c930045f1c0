/** @file Powers of ten as double-doubles. */

import type { DoubleDouble } from '../double/double-double';
import { nearestDouble, toInteger } from '../exact';
import { LookupTable } from '../lookup-table';
import { powerOfTen, shifted } from '../whole/whole-number';

/** 10^k for every |k| up to this, so that products with it neither overflow nor underflow. */
export const MOST_TENS = 290;

/** 10^k at index k + MOST_TENS, off by less than 2^-106 of it. */
export const TENS = new LookupTable(2 * MOST_TENS + 1, (i) => powerOf(i - MOST_TENS));

function powerOf(k: number): DoubleDouble {
  const power = powerOfTen(Math.abs(k));
  const [numerator, denominator] = k < 0 ? [1n, power] : [power, 1n];
  const hi = nearestDouble(numerator, denominator, 0);
  const { integer, exponent } = toInteger(hi);
  const unit = Math.min(0, exponent);
  const rest = shifted(numerator, -unit) - shifted(integer, exponent - unit) * denominator;
  return { hi, lo: nearestDouble(rest, denominator, unit) };
}
