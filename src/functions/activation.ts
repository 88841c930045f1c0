/** @file Activation functions of neural networks. */

import { type Ball, type BallFormula, type Formula, stated, undecided } from '../math/ball';
import { defineFamily, defineFunction, everywhere } from '../core/engine/define-function';
import { ONE_OVER_SQRT_2PI, SELU_LAMBDA, SELU_LAMBDA_ALPHA, SQRT1_2 } from '../math/constants';
import { always, piecewise } from '../math/piecewise';
import { rounded } from '../math/rounded/rounded';
import {
  logisticFormula,
  sigmoid as logistic,
  sigmoidDerivative,
} from '../math/rounded/exponential';
import { even, odd, throughOrigin } from '../math/wrapped';
import { applying, applyingFamily } from './apply';

/** Samples away from a kink at 0. */
const besideZero = [-3, -0.5, 0.5, 10];

const same: BallFormula = (x) => x;

export const Sigmoid = defineFunction({
  name: 'sigmoid',
  aliases: ['logistic', 'expit'],
  formula: '1/(1 + e^-x)',
  derivativeFormula: 'e^-x/(1 + e^-x)^2',
  summary: 'logistic sigmoid',
  domain: everywhere,
  value: logistic,
  // Not y (1 - y), which is 0 from x = 37 on.
  derivative: sigmoidDerivative,
  samples: [-10, -0.5, 0, 0.5, 3],
});
export const sigmoid = applying(Sigmoid);

/** log(1 + e^x) = x + log(1 + e^-x), where nothing overflows for x > 0. */
function softplusFormula<T extends Ball<T>>(x: T): T {
  return x.sign === 1 ? x.negated().exp().log1p().plus(x) : x.exp().log1p();
}

export const Softplus = defineFunction({
  name: 'softplus',
  formula: 'log(1 + e^x)',
  derivativeFormula: '1/(1 + e^-x)',
  summary: 'smooth form of relu',
  domain: everywhere,
  value: rounded(softplusFormula, [0, Infinity]),
  derivative: logistic,
  samples: [-10, -0.5, 0, 0.5, 3],
});
export const softplus = applying(Softplus);

export const Logsigmoid = defineFunction({
  name: 'logsigmoid',
  formula: '-log(1 + e^-x)',
  derivativeFormula: '1/(1 + e^x)',
  summary: 'logarithm of the sigmoid',
  domain: everywhere,
  value: rounded((x) => softplusFormula(x.negated()).negated(), [-Infinity, 0]),
  derivative: stated(
    (x) => logisticFormula(x.negated()),
    (x: number) => logistic(-x),
  ),
  samples: [-10, -0.5, 0, 0.5, 3],
});
export const logsigmoid = applying(Logsigmoid);

export const Relu = defineFunction({
  name: 'relu',
  formula: 'max(x, 0)',
  derivativeFormula: '1 if x > 0, else 0',
  summary: 'rectified linear unit',
  domain: everywhere,
  kinks: [{ at: 0, left: 0, right: 1 }],
  value: stated(piecewise(same, always(0)), (x: number) => Math.max(x, 0)),
  derivative: stated(piecewise(always(1), always(0)), (x: number) =>
    x > 0 ? 1 : Number.isNaN(x) ? x : 0,
  ),
  samples: besideZero,
});
export const relu = applying(Relu);

export const LeakyRelu = defineFamily({
  name: 'leakyRelu',
  aliases: ['leaky_relu'],
  parameters: ['a'],
  defaults: [0.01],
  formula: 'x if x > 0, else a*x',
  derivativeFormula: '1 if x > 0, else a',
  summary: 'relu with a slope below 0',
  domain: everywhere,
  examples: [[0.01], [0.2], [-1]],
  define: (real) => {
    const a = real.nearest;
    return {
      value: stated(
        piecewise(same, (x) => x.times(real.in(x))),
        (x: number) => (x > 0 ? x : a * x),
      ),
      derivative: stated(
        piecewise(always(1), (x) => real.in(x)),
        (x: number) => (x > 0 ? 1 : Number.isNaN(x) ? x : a),
      ),
      kinks: a === 1 ? [] : [{ at: 0, left: a, right: 1 }],
      samples: besideZero,
    };
  },
});
export const leakyRelu = applyingFamily(LeakyRelu);

export const Elu = defineFamily({
  name: 'elu',
  parameters: ['a'],
  defaults: [1],
  formula: 'x if x > 0, else a*(e^x - 1)',
  derivativeFormula: '1 if x > 0, else a*e^x',
  summary: 'exponential linear unit',
  domain: everywhere,
  examples: [[1], [0.5]],
  define: (real) => {
    const a = real.nearest;
    const below = throughOrigin(rounded((x) => x.expm1().times(a), [-a, NaN]));
    // Not y + a, which has lost e^x for negative x.
    const slopeBelow = rounded((x) => x.exp().times(a), [a * 0, NaN]);
    return {
      value: stated(
        piecewise(same, (x) => x.expm1().times(real.in(x))),
        (x: number) => (x > 0 ? x : below(x)),
      ),
      derivative: stated(
        piecewise(always(1), (x) => x.exp().times(real.in(x))),
        (x: number) => (x > 0 ? 1 : slopeBelow(x)),
      ),
      kinks: a === 1 ? [] : [{ at: 0, left: a, right: 1 }],
      samples: besideZero,
    };
  },
});
export const elu = applyingFamily(Elu);

const lambda = SELU_LAMBDA.hi;
const lambdaAlpha = SELU_LAMBDA_ALPHA.hi;
const seluFormula: Formula = (x) => x.times(x.constant(SELU_LAMBDA));
const seluBelowFormula: Formula = (x) => x.expm1().times(x.constant(SELU_LAMBDA_ALPHA));
const seluSlopeFormula: Formula = (x) => x.exp().times(x.constant(SELU_LAMBDA_ALPHA));
const seluAbove = rounded(seluFormula, [NaN, Infinity]);
const seluBelow = throughOrigin(rounded(seluBelowFormula, [-lambdaAlpha, NaN]));
const seluSlopeBelow = rounded(seluSlopeFormula, [0, NaN]);

export const Selu = defineFunction({
  name: 'selu',
  formula: '1.0507*x if x > 0, else 1.7581*(e^x - 1)',
  derivativeFormula: '1.0507 if x > 0, else 1.7581*e^x',
  summary: 'scaled elu, constants to 32 digits',
  domain: everywhere,
  kinks: [{ at: 0, left: lambdaAlpha, right: lambda }],
  value: stated(piecewise(seluFormula, seluBelowFormula), (x: number) =>
    x > 0 ? seluAbove(x) : seluBelow(x),
  ),
  derivative: stated(
    piecewise((x) => x.constant(SELU_LAMBDA), seluSlopeFormula),
    (x: number) => (x > 0 ? lambda : seluSlopeBelow(x)),
  ),
  samples: besideZero,
});
export const selu = applying(Selu);

/** Phi(x) = erfc(-x/sqrt(2))/2, the normal distribution function. */
function normalDistribution<T extends Ball<T>>(x: T): T {
  return x.times(x.constant(SQRT1_2)).negated().erfc().times(0.5);
}

/** phi(x) = e^(-x^2/2)/sqrt(2 pi), its density. */
function normalDensity<T extends Ball<T>>(x: T): T {
  return x.squared().times(-0.5).exp().times(x.constant(ONE_OVER_SQRT_2PI));
}

export const Gelu = defineFunction({
  name: 'gelu',
  formula: 'x Phi(x), Phi the normal CDF',
  derivativeFormula: 'Phi(x) + x phi(x)',
  summary: 'Gaussian error linear unit',
  domain: everywhere,
  value: throughOrigin(rounded((x) => x.times(normalDistribution(x)), [-0, Infinity])),
  derivative: rounded((x) => normalDistribution(x).plus(x.times(normalDensity(x))), [-0, 1]),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const gelu = applying(Gelu);

export const Silu = defineFunction({
  name: 'silu',
  aliases: ['swish'],
  formula: 'x/(1 + e^-x)',
  derivativeFormula: 's + x s (1 - s), s = 1/(1 + e^-x)',
  summary: 'sigmoid linear unit',
  domain: everywhere,
  value: throughOrigin(rounded((x) => x.times(logisticFormula(x)), [-0, Infinity])),
  derivative: rounded(
    (x) => logisticFormula(x).times(x.times(logisticFormula(x.negated())).plus(1)),
    [-0, 1],
  ),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const silu = applying(Silu);

/**
 * With e = e^x, tanh(log(1 + e)) = n/q where n = e (e + 2) and q = n + 2. For x > 0 both are divided
 * by e^2, as e^x has no bound; then e is e^-x.
 */
function mishParts<T extends Ball<T>>(x: T): { e: T; n: T; q: T; bend: T } {
  const isAbove = x.sign === 1;
  const e = (isAbove ? x.negated() : x).exp();
  const n = isAbove ? e.times(2).plus(1) : e.times(e.plus(2));
  const q = n.plus(isAbove ? e.squared().times(2) : 2);
  return { e, n, q, bend: isAbove ? e.squared() : e };
}

function tanhOfSoftplus<T extends Ball<T>>(x: T): T {
  const { n, q } = mishParts(x);
  return n.over(q);
}

/** (n + 4 x e (1 + e)/q)/q */
function mishSlope<T extends Ball<T>>(x: T): T {
  const { e, n, q, bend } = mishParts(x);
  return n.plus(x.times(4).times(bend).times(e.plus(1)).over(q)).over(q);
}

export const Mish = defineFunction({
  name: 'mish',
  formula: 'x tanh(softplus(x))',
  derivativeFormula: 't + x (1 - t^2)/(1 + e^-x), t = tanh(softplus(x))',
  summary: 'x times the tanh of its softplus',
  domain: everywhere,
  value: throughOrigin(rounded((x) => x.times(tanhOfSoftplus(x)), [-0, Infinity])),
  derivative: rounded(mishSlope, [-0, 1]),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const mish = applying(Mish);

export const Softsign = defineFunction({
  name: 'softsign',
  formula: 'x/(1 + |x|)',
  derivativeFormula: '1/(1 + |x|)^2',
  summary: 'x over one plus its size',
  domain: everywhere,
  value: odd(rounded((x) => x.over(x.abs().plus(1)), [NaN, 1])),
  derivative: even(rounded((x) => x.abs().plus(1).squared().inverse(), [NaN, 0])),
  samples: besideZero,
});
export const softsign = applying(Softsign);

/** `inside` between -1 and 1; elsewhere `beyond` with the sign of x. */
function cut<T extends Ball<T>>(x: T, { inside, beyond }: { inside: T; beyond: number }): T {
  const above = x.minus(1).sign;
  const below = x.plus(1).sign;
  if (above === 1 || above === 0) return x.exact(beyond);
  if (below === -1 || below === 0) return x.exact(0 - beyond);
  return above === undefined || below === undefined ? undecided(x) : inside;
}

export const Hardtanh = defineFunction({
  name: 'hardtanh',
  formula: 'max(-1, min(1, x))',
  derivativeFormula: '1 if -1 < x < 1, else 0',
  summary: 'x cut off at -1 and 1',
  domain: everywhere,
  kinks: [
    { at: -1, left: 0, right: 1 },
    { at: 1, left: 1, right: 0 },
  ],
  value: stated(
    (x) => cut(x, { inside: x, beyond: 1 }),
    (x: number) => Math.max(-1, Math.min(1, x)),
  ),
  derivative: stated(
    (x) => cut(x, { inside: x.exact(1), beyond: 0 }),
    (x: number) => (x > -1 && x < 1 ? 1 : Number.isNaN(x) ? x : 0),
  ),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const hardtanh = applying(Hardtanh);
