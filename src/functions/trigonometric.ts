/** @file Trigonometric functions, of x in radians, and their inverses. */

import type { Ball } from '../math/ball';
import { defineFunction, everywhere } from '../core/define-function';
import { PI } from '../math/constants';
import { even, exceptAt, odd, rounded } from '../math/rounded';
import { cos as cosine, sin as sine } from '../math/sin-cos';
import { applying } from './apply';
import { unitInterval, within } from './domain';

export const Sin = defineFunction({
  name: 'sin',
  formula: 'sin(x)',
  derivativeFormula: 'cos(x)',
  summary: 'sine',
  domain: everywhere,
  value: sine,
  derivative: cosine,
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const sin = applying(Sin);

export const Cos = defineFunction({
  name: 'cos',
  formula: 'cos(x)',
  derivativeFormula: '-sin(x)',
  summary: 'cosine',
  domain: everywhere,
  value: cosine,
  // 0 - 0 is 0, where -0 would be printed with its sign.
  derivative: (x) => 0 - sine(x),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const cos = applying(Cos);

export const Tan = defineFunction({
  name: 'tan',
  formula: 'tan(x)',
  derivativeFormula: '1/cos(x)^2',
  summary: 'tangent',
  domain: everywhere,
  value: odd(rounded((x) => x.sin().over(x.cos()), [NaN, NaN])),
  derivative: even(rounded((x) => x.cos().squared().inverse(), [NaN, NaN])),
  samples: [-1.2, -0.5, 0, 0.5, 1],
});
export const tan = applying(Tan);

/** 1 - x^2 without the rounding of x^2. */
function oneMinusSquare<T extends Ball<T>>(x: T): T {
  return x.plus(1).times(x.negated().plus(1));
}

/** acos(x) for x >= 0. */
function arcCosine<T extends Ball<T>>(x: T): T {
  return x.negated().plus(1).over(x.plus(1)).sqrt().atan().times(2);
}

export const Asin = defineFunction({
  name: 'asin',
  aliases: ['arcsin'],
  formula: 'asin(x)',
  derivativeFormula: '1/sqrt(1 - x^2)',
  summary: 'inverse of sin',
  domain: unitInterval,
  kinks: [
    { at: -1, left: NaN, right: Infinity },
    { at: 1, left: Infinity, right: NaN },
  ],
  value: within(
    unitInterval,
    odd(rounded((x) => x.over(oneMinusSquare(x).sqrt().plus(1)).atan().times(2), [NaN, NaN])),
  ),
  derivative: within(
    unitInterval,
    even(
      exceptAt(
        1,
        Infinity,
        rounded((x) => oneMinusSquare(x).sqrt().inverse(), [NaN, NaN]),
      ),
    ),
  ),
  samples: [-0.7, -0.25, 0, 0.5, 0.8],
});
export const asin = applying(Asin);

export const Acos = defineFunction({
  name: 'acos',
  aliases: ['arccos'],
  formula: 'acos(x)',
  derivativeFormula: '-1/sqrt(1 - x^2)',
  summary: 'inverse of cos',
  domain: unitInterval,
  kinks: [
    { at: -1, left: NaN, right: -Infinity },
    { at: 1, left: -Infinity, right: NaN },
  ],
  value: within(
    unitInterval,
    rounded(
      (x) => (x.isNegative ? x.constant(PI).minus(arcCosine(x.negated())) : arcCosine(x)),
      [NaN, NaN],
    ),
  ),
  derivative: (x) => -Asin.definition.derivative(x, NaN),
  samples: [-0.7, -0.25, 0, 0.5, 0.8],
});
export const acos = applying(Acos);

export const Atan = defineFunction({
  name: 'atan',
  aliases: ['arctan'],
  formula: 'atan(x)',
  derivativeFormula: '1/(1 + x^2)',
  summary: 'inverse of tan',
  domain: everywhere,
  value: odd(rounded((x) => x.atan(), [NaN, 1.5707963267948966])),
  derivative: even(rounded((x) => x.squared().plus(1).inverse(), [NaN, 0])),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const atan = applying(Atan);

/**
 * The derivative of sin(x)/x by its series, sum of (-1)^n 2n x^(2n - 1)/(2n + 1)!, for small x: the
 * closed form loses as many digits as x^2 has zeros.
 */
function sincSlopeSeries<T extends Ball<T>>(x: T): T {
  const square = x.squared().negated();
  let power = x.over(-6);
  let sum = power.times(2);
  for (let n = 2; ; n++) {
    power = power.times(square).over(2 * n * (2 * n + 1));
    const term = power.times(2 * n);
    if (term.isNegligibleIn(sum)) return sum.widened(term);
    sum = sum.plus(term);
  }
}

export const Sinc = defineFunction({
  name: 'sinc',
  formula: 'sin(x)/x',
  derivativeFormula: 'cos(x)/x - sin(x)/x^2',
  summary: 'sine over x, 1 at 0; not the one with pi',
  domain: everywhere,
  value: even(
    exceptAt(
      0,
      1,
      rounded((x) => x.sin().over(x), [NaN, 0]),
    ),
  ),
  derivative: odd(
    rounded(
      (x) =>
        Math.abs(x.approximation) < 1 ? sincSlopeSeries(x) : x.cos().minus(x.sin().over(x)).over(x),
      [NaN, 0],
    ),
  ),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const sinc = applying(Sinc);
