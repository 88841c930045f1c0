/** @file Hyperbolic functions and their inverses. */

import type { Ball } from '../math/ball';
import { defineFunction, everywhere } from '../core/engine/define-function';
import {
  cosh as hyperbolicCosine,
  sinh as hyperbolicSine,
  tanh as hyperbolicTangent,
  tanhDerivative,
} from '../math/rounded/exponential';
import { rounded } from '../math/rounded/rounded';
import { even, exceptAt, odd } from '../math/wrapped';
import { applying } from './apply';
import { fromOne, unitInterval, within } from './domain';

export const Sinh = defineFunction({
  name: 'sinh',
  formula: '(e^x - e^-x)/2',
  derivativeFormula: 'cosh(x)',
  summary: 'hyperbolic sine',
  domain: everywhere,
  value: hyperbolicSine,
  derivative: hyperbolicCosine,
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const sinh = applying(Sinh);

export const Cosh = defineFunction({
  name: 'cosh',
  formula: '(e^x + e^-x)/2',
  derivativeFormula: 'sinh(x)',
  summary: 'hyperbolic cosine',
  domain: everywhere,
  value: hyperbolicCosine,
  derivative: hyperbolicSine,
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const cosh = applying(Cosh);

export const Tanh = defineFunction({
  name: 'tanh',
  formula: 'tanh(x)',
  derivativeFormula: '1/cosh(x)^2',
  summary: 'hyperbolic tangent',
  domain: everywhere,
  value: hyperbolicTangent,
  // Not 1 - y^2, which is 0 from |x| = 19 on.
  derivative: tanhDerivative,
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const tanh = applying(Tanh);

export const Asinh = defineFunction({
  name: 'asinh',
  aliases: ['arcsinh'],
  formula: 'asinh(x)',
  derivativeFormula: '1/sqrt(x^2 + 1)',
  summary: 'inverse of sinh',
  domain: everywhere,
  // log(x + sqrt(x^2 + 1)), without the loss near 0
  value: odd(
    rounded(
      (x) => {
        const square = x.squared();
        return square.over(square.plus(1).sqrt().plus(1)).plus(x).log1p();
      },
      [NaN, Infinity],
    ),
  ),
  derivative: even(rounded((x) => x.squared().plus(1).sqrt().inverse(), [NaN, 0])),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const asinh = applying(Asinh);

/** x^2 - 1 without the rounding of x^2. */
function squareMinusOne<T extends Ball<T>>(x: T): T {
  return x.minus(1).times(x.plus(1));
}

export const Acosh = defineFunction({
  name: 'acosh',
  aliases: ['arccosh'],
  formula: 'acosh(x)',
  derivativeFormula: '1/sqrt(x^2 - 1)',
  summary: 'inverse of cosh',
  domain: fromOne,
  kinks: [{ at: 1, left: NaN, right: Infinity }],
  // log(x + sqrt(x^2 - 1)), without the loss near 1
  value: within(
    fromOne,
    rounded((x) => squareMinusOne(x).sqrt().plus(x.minus(1)).log1p(), [NaN, Infinity]),
  ),
  derivative: within(
    fromOne,
    exceptAt(
      1,
      Infinity,
      rounded((x) => squareMinusOne(x).sqrt().inverse(), [NaN, 0]),
    ),
  ),
  samples: [1.25, 1.5, 2, 3, 10],
});
export const acosh = applying(Acosh);

export const Atanh = defineFunction({
  name: 'atanh',
  aliases: ['arctanh'],
  formula: 'atanh(x)',
  derivativeFormula: '1/(1 - x^2)',
  summary: 'inverse of tanh',
  domain: unitInterval,
  kinks: [
    { at: -1, left: NaN, right: Infinity },
    { at: 1, left: Infinity, right: NaN },
  ],
  value: within(
    unitInterval,
    odd(
      exceptAt(
        1,
        Infinity,
        rounded((x) => x.times(2).over(x.negated().plus(1)).log1p().times(0.5), [NaN, NaN]),
      ),
    ),
  ),
  derivative: within(
    unitInterval,
    even(
      exceptAt(
        1,
        Infinity,
        rounded((x) => squareMinusOne(x).negated().inverse(), [NaN, NaN]),
      ),
    ),
  ),
  samples: [-0.7, -0.25, 0, 0.5, 0.8],
});
export const atanh = applying(Atanh);
