/** @file The Gaussian bell and its integrals. */

import type { Ball } from '../math/ball';
import { defineFunction, everywhere } from '../core/engine/define-function';
import { TWO_OVER_SQRT_PI } from '../math/constants';
import { rounded } from '../math/rounded/rounded';
import { even, negative, odd } from '../math/wrapped';
import { applying } from './apply';

/** 2/sqrt(pi) e^(-x^2) */
function erfSlope<T extends Ball<T>>(x: T): T {
  return x.squared().negated().exp().times(x.constant(TWO_OVER_SQRT_PI));
}

const erfDerivative = even(rounded(erfSlope, [NaN, 0]));

export const Erf = defineFunction({
  name: 'erf',
  formula: 'erf(x)',
  derivativeFormula: '2 e^(-x^2)/sqrt(pi)',
  summary: 'error function',
  domain: everywhere,
  value: odd(rounded((x) => x.erf(), [NaN, 1])),
  derivative: erfDerivative,
  samples: [-2, -0.5, 0, 0.5, 3],
});
export const erf = applying(Erf);

export const Erfc = defineFunction({
  name: 'erfc',
  formula: '1 - erf(x)',
  derivativeFormula: '-2 e^(-x^2)/sqrt(pi)',
  summary: 'complementary error function',
  domain: everywhere,
  value: rounded((x) => x.erfc(), [2, 0]),
  derivative: negative(erfDerivative),
  samples: [-2, -0.5, 0, 0.5, 3],
});
export const erfc = applying(Erfc);

export const Gaussian = defineFunction({
  name: 'gaussian',
  formula: 'e^(-x^2)',
  derivativeFormula: '-2x e^(-x^2)',
  summary: 'bell curve with height 1',
  domain: everywhere,
  value: even(rounded((x) => x.squared().negated().exp(), [NaN, 0])),
  derivative: odd(rounded((x) => x.squared().negated().exp().times(x).times(-2), [NaN, -0])),
  samples: [-2, -0.5, 0, 0.5, 1.5],
});
export const gaussian = applying(Gaussian);
