/**
 * @file Functions made of powers of e and logarithms, by their kernels where these decide the last bit, else by their
 * formulas over balls: sinh takes 220 ns instead of 920, log1p 110 instead of 370.
 */

import type { Ball, UnaryKernel } from '../ball';
import { type Constant, LN2 } from '../constants';
import {
  add,
  addDouble,
  divide,
  type DoubleDouble,
  fromDouble,
  keepPair,
  multiply,
  multiplyDouble,
  negate,
  scale,
  twoSum,
  keptWhole,
  withKeptLow,
} from '../double/double-double';
import { EXP_ERROR, expKernel, EXPM1_ERROR, expm1Kernel } from '../double/exp-kernel';
import { LARGEST_LOG1P, log1pKernel, logOf } from '../double/log-kernel';
import { powerOfTwo } from '../scaling';
import { even, odd } from '../wrapped';
import { SHORT_ERROR, shortcut } from './nearest';
import { rounded } from './rounded';

const ONE = fromDouble(1);

/** Up to here e^x, e^-x and their low parts are normal numbers. */
const MOST_EXPONENT = 600;
/** Up to this x, `expm1Kernel` returns e^x - 1 itself, with no power of two left to multiply by. */
const MOST_WHOLE = 80;

/** The number that one of the kernels of exp has just returned, with the power of two that it has kept. */
function scaled(hi: number): DoubleDouble {
  return scale(withKeptLow(hi), powerOfTwo(keptWhole()));
}

/** e^x for |x| up to MOST_EXPONENT. */
function expOf(x: number): DoubleDouble {
  return scaled(expKernel(x, 0));
}

export const expm1 = shortcut(
  (x) => keepPair(scaled(expm1Kernel(x, 0))),
  2 * EXPM1_ERROR,
  rounded((x) => x.expm1(), [-1, Infinity]),
  MOST_EXPONENT,
);

/** e^(x ln2) for |x| up to MOST_EXPONENT. */
function powerOfTwoAt(x: number): DoubleDouble {
  const { hi, lo } = multiplyDouble(LN2, x);
  return scaled(expKernel(hi, lo));
}

export const exp2 = shortcut(
  (x) => keepPair(powerOfTwoAt(x)),
  2 * EXP_ERROR,
  rounded((x) => x.times(x.constant(LN2)).exp(), [0, Infinity]),
  MOST_EXPONENT,
);

export const exp2Derivative = shortcut(
  (x) => keepPair(multiply(powerOfTwoAt(x), LN2)),
  2 * EXP_ERROR,
  rounded((x) => x.times(x.constant(LN2)).exp().times(x.constant(LN2)), [0, Infinity]),
  MOST_EXPONENT,
);

/** (e^x - 1)/2 - (e^-x - 1)/2, where nothing cancels out. */
export const sinh = odd(
  shortcut(
    (x) => {
      // With e = e^x - 1 that is (e + e/(e + 1))/2, off by no more than e is, as a part of it.
      const e = withKeptLow(expm1Kernel(x, 0));
      return keepPair(scale(add(e, divide(e, addDouble(e, 1))), 0.5));
    },
    2 * EXPM1_ERROR,
    rounded((x) => x.expm1().minus(x.negated().expm1()).times(0.5), [NaN, Infinity]),
    MOST_WHOLE,
  ),
);

/** (e + 1/e)/2 with e = e^x */
export const cosh = even(
  shortcut(
    (x) => {
      const e = expOf(x);
      return keepPair(scale(add(e, divide(ONE, e)), 0.5));
    },
    2 * EXP_ERROR,
    rounded(
      (x) => {
        const e = x.exp();
        return e.plus(e.inverse()).times(0.5);
      },
      [NaN, Infinity],
    ),
    MOST_EXPONENT,
  ),
);

/**
 * (1 - e)/(1 + e) with e = e^(-2|x|). Where e - 1 is off by some part of itself, the quotient is by twice as much at
 * most.
 */
export const tanh = shortcut(
  (x) => {
    const e = withKeptLow(expm1Kernel(-2 * Math.abs(x), 0));
    return keepPair(divide(x < 0 ? e : negate(e), addDouble(e, 2)));
  },
  4 * EXPM1_ERROR,
  odd(
    rounded(
      (x) => {
        const e = x.times(-2).expm1();
        return e.negated().over(e.plus(2));
      },
      [NaN, 1],
    ),
  ),
  MOST_EXPONENT / 2,
);

/** e/(1 + e)^2 with e = e^-|x|, the slope of the sigmoid: s (1 - s) for its value s. */
function logisticSlope<T extends Ball<T>>(x: T): T {
  const e = x.negated().exp();
  return e.over(e.plus(1).squared());
}

/** Keeps the low part of it, times a power of two. */
function logisticSlopeOf(x: number, factor: number): number {
  const e = expOf(-Math.abs(x));
  const sum = addDouble(e, 1);
  return keepPair(divide(scale(e, factor), multiply(sum, sum)));
}

/** 1/cosh(x)^2, four times the slope of the sigmoid at 2x. */
export const tanhDerivative = shortcut(
  (x) => logisticSlopeOf(2 * x, 4),
  4 * EXP_ERROR,
  even(rounded((x) => logisticSlope(x.times(2)).times(4), [NaN, 0])),
  MOST_EXPONENT / 2,
);

/** 1/(1 + e^-x), for x < 0 as e^x/(1 + e^x), where nothing overflows. */
export function logisticFormula<T extends Ball<T>>(x: T): T {
  if (x.sign !== -1) return x.negated().exp().plus(1).inverse();
  const e = x.exp();
  return e.over(e.plus(1));
}

export const sigmoid = shortcut(
  (x) => keepPair(divide(ONE, addDouble(expOf(-x), 1))),
  2 * EXP_ERROR,
  rounded(logisticFormula, [0, 1]),
  MOST_EXPONENT,
);

export const sigmoidDerivative = shortcut(
  (x) => logisticSlopeOf(x, 1),
  4 * EXP_ERROR,
  even(rounded(logisticSlope, [NaN, 0])),
  MOST_EXPONENT,
);

/** Twice a bound on the errors of logarithms, as a part of them: 2^-66. */
const LOG_ERROR = 1.3552527156068805e-20;

/** log x times a constant, for x > 0. */
export function logTimes(factor: Constant): UnaryKernel {
  return shortcut(
    (x) => (x > 0 ? keepPair(multiply(withKeptLow(logOf(x)), factor)) : NaN),
    LOG_ERROR,
    rounded((x) => x.log().times(x.constant(factor)), [NaN, Infinity]),
  );
}

export const log1p = shortcut(
  (x) => {
    if (!(x > -1)) return NaN;
    if (Math.abs(x) <= LARGEST_LOG1P) return log1pKernel(x, 0);
    const { hi, lo } = twoSum(1, x);
    return logOf(hi, lo);
  },
  LOG_ERROR,
  rounded((x) => x.log1p(), [NaN, Infinity]),
);

/** 1/(1 + x) */
export const log1pDerivative = shortcut(
  (x) => keepPair(divide(ONE, twoSum(1, x))),
  SHORT_ERROR,
  rounded((x) => x.plus(1).inverse(), [NaN, 0]),
);
