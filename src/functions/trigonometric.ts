/** @file Trigonometric functions, of x in radians, and their inverses. */

import { type Ball, type Formula, stated } from '../math/ball';
import { defineFunction, everywhere } from '../core/engine/define-function';
import { PI } from '../math/constants';
import {
  atan as arcTangent,
  atanDerivative,
  cos as cosine,
  sin as sine,
  tan as tangent,
  tanDerivative,
} from '../math/rounded/trigonometric';
import { rounded } from '../math/rounded/rounded';
import { even, exceptAt, negative, odd } from '../math/wrapped';
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
  derivative: stated(
    (x) => x.sin().negated(),
    (x: number) => 0 - sine(x),
  ),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const cos = applying(Cos);

export const Tan = defineFunction({
  name: 'tan',
  formula: 'tan(x)',
  derivativeFormula: '1/cos(x)^2',
  summary: 'tangent',
  domain: everywhere,
  value: tangent,
  derivative: stated(
    (_, y) => y.squared().plus(1),
    (x: number) => tanDerivative(x),
  ),
  samples: [-1.2, -0.5, 0, 0.5, 1],
});
export const tan = applying(Tan);

/** 1 - x^2 without the rounding of x^2. */
function oneMinusSquare<T extends Ball<T>>(x: T): T {
  return x.plus(1).times(x.negated().plus(1));
}

const arcSine: Formula = (x) => x.over(oneMinusSquare(x).sqrt().plus(1)).atan().times(2);

/** acos(x) without a loss of digits near 1; for x < 0 it is pi - acos(-x), which does not divide by 0 at -1. */
function arcCosine<T extends Ball<T>>(x: T): T {
  if (x.sign === -1) return x.constant(PI).minus(arcCosine(x.negated()));
  return x.negated().plus(1).over(x.plus(1)).sqrt().atan().times(2);
}

const arcSineSlope = within(
  unitInterval,
  even(
    exceptAt(
      1,
      Infinity,
      rounded((x) => oneMinusSquare(x).sqrt().inverse(), [NaN, NaN]),
    ),
  ),
);

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
  value: within(unitInterval, odd(rounded(arcSine, [NaN, NaN]))),
  derivative: arcSineSlope,
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
  value: within(unitInterval, rounded(arcCosine, [NaN, NaN])),
  derivative: negative(arcSineSlope),
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
  value: arcTangent,
  derivative: atanDerivative,
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const atan = applying(Atan);

/**
 * A series of (-x^2)^n/(2n + 1)!, each times a factor: from its first term on, that of n, without its factor. For
 * |x| < 1, where closed forms lose as many digits as x^2 has zeros, and say nothing of numbers on both sides of 0.
 */
function series<T extends Ball<T>>(x: T, first: T, n: number, factor: (n: number) => number): T {
  const square = x.squared().negated();
  let power = first;
  let sum = power.times(factor(n));
  for (let k = n + 1; ; k++) {
    power = power.times(square).over(2 * k * (2 * k + 1));
    const term = power.times(factor(k));
    if (term.isNegligibleIn(sum)) return sum.widened(term);
    sum = sum.plus(term);
  }
}

/** sin(x)/x */
function sincSeries<T extends Ball<T>>(x: T): T {
  return series(x, x.exact(1), 0, () => 1);
}

/** Its derivative, the sum of (-1)^n 2n x^(2n - 1)/(2n + 1)! */
function sincSlopeSeries<T extends Ball<T>>(x: T): T {
  return series(x, x.over(-6), 1, (n) => 2 * n);
}

/** Whether all numbers of the ball lie between -1 and 1, where the series hold: their terms shrink. */
function isSmall<T extends Ball<T>>(x: T): boolean {
  return Math.abs(x.approximation) < 1 && (x.isExact || x.squared().minus(1).sign === -1);
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
      rounded(
        (x) => (x.sign === undefined && isSmall(x) ? sincSeries(x) : x.sin().over(x)),
        [NaN, 0],
      ),
    ),
  ),
  derivative: odd(
    rounded(
      (x) => (isSmall(x) ? sincSlopeSeries(x) : x.cos().minus(x.sin().over(x)).over(x)),
      [NaN, 0],
    ),
  ),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const sinc = applying(Sinc);
