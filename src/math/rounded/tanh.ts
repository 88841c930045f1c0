/** @file tanh and its derivative, correctly rounded: double-doubles where they decide the last bit. */

import {
  addDouble,
  divide,
  keepPair,
  multiply,
  negate,
  scale,
  withKeptLow,
} from '../double/double-double';
import { expDoubleDouble, expm1Kernel } from '../double/exp-kernel';
import { nearestWithin } from './nearest';
import { rounded } from './rounded';
import { accelerated } from '../ball';
import { even, odd } from '../wrapped';

/** (1 - e)/(1 + e) with e = e^(-2x) */
const roundedTanh = odd(
  rounded(
    (x) => {
      const e = x.times(-2).expm1();
      return e.negated().over(e.plus(2));
    },
    [NaN, 1],
  ),
);

/** 4 e/(1 + e)^2 with e = e^(-2x) */
const roundedDerivative = even(
  rounded(
    (x) => {
      const e = x.times(-2).exp();
      return e.times(4).over(e.plus(1).squared());
    },
    [NaN, 0],
  ),
);

/** For x from 2^-500 to 300 nothing below overflows or leaves the normal numbers. */
const LEAST = 3.054936363499605e-151;
const MOST = 300;
/**
 * With e off by 2^-70 of itself, e/(e + 2) is off by twice that at most, as 2/(e + 2) <= 2; what
 * double-double adds does not count. 2^-68 leaves a factor of 2.
 */
const ERROR = 3.388131789017201e-21;

export const tanh = accelerated((x: number): number => {
  const size = Math.abs(x);
  if (!(size > LEAST && size < MOST)) return roundedTanh(x);
  const e = withKeptLow(expm1Kernel(-2 * size, 0));
  const y = keepPair(divide(negate(e), addDouble(e, 2)));
  const nearest = nearestWithin(y, y * ERROR);
  if (Number.isNaN(nearest)) return roundedTanh(x);
  return x < 0 ? -nearest : nearest;
}, roundedTanh);

/** The derivative of tanh, 1/cosh(x)^2. */
export const tanhDerivative = accelerated((x: number): number => {
  const size = Math.abs(x);
  if (!(size < MOST)) return roundedDerivative(x);
  const e = withKeptLow(expDoubleDouble(-2 * size));
  const sum = addDouble(e, 1);
  const y = keepPair(divide(scale(e, 4), multiply(sum, sum)));
  const nearest = nearestWithin(y, y * ERROR);
  return Number.isNaN(nearest) ? roundedDerivative(x) : nearest;
}, roundedDerivative);
