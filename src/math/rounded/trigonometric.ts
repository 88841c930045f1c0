/** @file Functions of angles by their kernels where these decide the last bit, else by their formulas over balls. */

import { PI } from '../constants';
import { ATAN_ERROR, atanKernel } from '../double/atan-kernel';
import {
  add,
  addDouble,
  divide,
  fromDouble,
  keepPair,
  keptLow,
  keptWhole,
  multiply,
  negate,
  scale,
  twoProduct,
  withKeptLow,
} from '../double/double-double';
import { cosKernel, reduce, sinKernel, WAVE_ERROR } from '../double/trigonometric-kernel';
import { even, odd } from '../wrapped';
import { SHORT_ERROR, shortcut } from './nearest';
import { rounded } from './rounded';

const ONE = fromDouble(1);
const HALF_PI = scale(PI, 0.5);

/** For x > 1 as pi/2 - atan(1/x): the error of atan(1/x) is a smaller part of the result. */
export const atan = odd(
  shortcut(
    (x) => {
      if (x <= 1) return atanKernel(x, 0);
      const { hi, lo } = divide(ONE, fromDouble(x));
      return keepPair(add(HALF_PI, negate(withKeptLow(atanKernel(hi, lo)))));
    },
    2 * ATAN_ERROR,
    rounded((x) => x.atan(), [NaN, 1.5707963267948966]),
  ),
);

export const atanDerivative = even(
  shortcut(
    (x) => keepPair(divide(ONE, addDouble(twoProduct(x, x), 1))),
    SHORT_ERROR,
    rounded((x) => x.squared().plus(1).inverse(), [NaN, 0]),
  ),
);

export const sin = shortcut(
  (x) => {
    const r = reduce(x);
    return sinKernel(keptWhole(), r, keptLow());
  },
  WAVE_ERROR,
  odd(rounded((x) => x.sin(), [NaN, NaN])),
);

export const cos = shortcut(
  (x) => {
    const r = reduce(x);
    return cosKernel(keptWhole(), r, keptLow());
  },
  WAVE_ERROR,
  rounded((x) => x.cos(), [NaN, NaN]),
);

export const tan = odd(
  shortcut(
    (x) => {
      const r = withKeptLow(reduce(x));
      const index = keptWhole();
      const sine = withKeptLow(sinKernel(index, r.hi, r.lo));
      return keepPair(divide(sine, withKeptLow(cosKernel(index, r.hi, r.lo))));
    },
    3 * WAVE_ERROR,
    rounded((x) => x.sin().over(x.cos()), [NaN, NaN]),
  ),
);

/** 1/cos(x)^2 */
export const tanDerivative = even(
  shortcut(
    (x) => {
      const r = withKeptLow(reduce(x));
      const cosine = withKeptLow(cosKernel(keptWhole(), r.hi, r.lo));
      return keepPair(divide(ONE, multiply(cosine, cosine)));
    },
    3 * WAVE_ERROR,
    rounded((x) => x.cos().squared().inverse(), [NaN, NaN]),
  ),
);
