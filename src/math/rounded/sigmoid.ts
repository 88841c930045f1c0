/** @file The logistic sigmoid and its derivative, correctly rounded. */

import { accelerated, type Ball } from '../ball';
import {
  addDouble,
  divide,
  fromDouble,
  keepPair,
  multiply,
  withKeptLow,
} from '../double/double-double';
import { expDoubleDouble } from '../double/exp-kernel';
import { nearestWithin } from './nearest';
import { rounded } from './rounded';
import { even } from '../wrapped';

/** 1/(1 + e^-x), for x < 0 as e^x/(1 + e^x), where nothing overflows. */
export function logisticFormula<T extends Ball<T>>(x: T): T {
  if (x.sign !== -1) return x.negated().exp().plus(1).inverse();
  const e = x.exp();
  return e.over(e.plus(1));
}

const roundedSigmoid = rounded(logisticFormula, [0, 1]);

/** e^-x/(1 + e^-x)^2 */
const roundedDerivative = even(
  rounded(
    (x) => {
      const e = x.negated().exp();
      return e.over(e.plus(1).squared());
    },
    [NaN, 0],
  ),
);

/** For |x| below it the results are normal numbers, their low parts too. */
const MOST = 600;
/** Above the relative errors of the kernel and of what is made of it: 2^-75. */
const ERROR = 2.646977960169689e-23;

export const sigmoid = accelerated((x: number): number => {
  if (!(Math.abs(x) < MOST)) return roundedSigmoid(x);
  const y = keepPair(divide(fromDouble(1), addDouble(withKeptLow(expDoubleDouble(-x)), 1)));
  const nearest = nearestWithin(y, y * ERROR);
  return Number.isNaN(nearest) ? roundedSigmoid(x) : nearest;
}, roundedSigmoid);

/** The derivative of the sigmoid, s (1 - s). */
export const sigmoidDerivative = accelerated((x: number): number => {
  if (!(Math.abs(x) < MOST)) return roundedDerivative(x);
  const e = withKeptLow(expDoubleDouble(-Math.abs(x)));
  const sum = addDouble(e, 1);
  const y = keepPair(divide(e, multiply(sum, sum)));
  const nearest = nearestWithin(y, y * ERROR);
  return Number.isNaN(nearest) ? roundedDerivative(x) : nearest;
}, roundedDerivative);
