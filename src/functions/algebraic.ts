/** @file Algebraic functions: powers, roots, and shifting and scaling by a constant. */

import {
  type Domain,
  defineFamily,
  defineFunction,
  everywhere,
  type Kink,
} from '../core/define-function';
import { even, exceptAt, odd, rounded } from '../math/rounded';
import { power, powerDerivative } from '../math/power';
import { applying, applyingEither, applyingFamily } from './apply';
import { Power, Sum } from './arithmetic';
import { exceptZero, fromZero } from './domain';

export const Identity = defineFunction({
  name: 'identity',
  formula: 'x',
  derivativeFormula: '1',
  summary: 'x itself',
  domain: everywhere,
  value: (x) => x,
  derivative: (x) => (Number.isNaN(x) ? x : 1),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const identity = applying(Identity);

export const Square = defineFunction({
  name: 'square',
  formula: 'x^2',
  derivativeFormula: '2x',
  summary: 'square of x',
  domain: everywhere,
  value: (x) => x * x,
  derivative: (x) => 2 * x,
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const square = applying(Square);

export const Cube = defineFunction({
  name: 'cube',
  formula: 'x^3',
  derivativeFormula: '3x^2',
  summary: 'cube of x',
  domain: everywhere,
  value: power(3),
  derivative: powerDerivative(3),
  samples: [-3, -0.5, 0, 0.7, 10],
});
export const cube = applying(Cube);

export const Neg = defineFunction({
  name: 'neg',
  formula: '-x',
  derivativeFormula: '-1',
  summary: 'x with its sign changed',
  domain: everywhere,
  isExact: true,
  value: (x) => -x,
  derivative: (x) => (Number.isNaN(x) ? x : -1),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const neg = applying(Neg);

export const Reciprocal = defineFunction({
  name: 'reciprocal',
  aliases: ['inv'],
  formula: '1/x',
  derivativeFormula: '-1/x^2',
  summary: 'one divided by x',
  domain: exceptZero,
  value: (x) => 1 / x,
  // Not -1/(x*x), which is 0 from 1.4e154 on.
  derivative: powerDerivative(-1),
  samples: [-3, -0.5, 0.25, 0.7, 10],
});
export const reciprocal = applying(Reciprocal);

export const Sqrt = defineFunction({
  name: 'sqrt',
  formula: 'sqrt(x)',
  derivativeFormula: '1/(2 sqrt(x))',
  summary: 'square root of x',
  domain: fromZero,
  kinks: [{ at: 0, left: NaN, right: Infinity }],
  value: (x) => Math.sqrt(x),
  derivative: powerDerivative(0.5),
  samples: [0.25, 0.5, 1, 2, 10],
});
export const sqrt = applying(Sqrt);

export const Cbrt = defineFunction({
  name: 'cbrt',
  formula: 'x^(1/3)',
  derivativeFormula: '1/(3 x^(2/3))',
  summary: 'cube root of x',
  domain: everywhere,
  kinks: [{ at: 0, left: Infinity, right: Infinity }],
  value: odd(rounded((x) => x.log().over(3).exp(), [NaN, Infinity])),
  derivative: even(
    exceptAt(
      0,
      Infinity,
      rounded((x) => x.log().over(3).exp().over(x).over(3), [NaN, 0]),
    ),
  ),
  samples: [-3, -0.5, 0.25, 0.7, 10],
});
export const cbrt = applying(Cbrt);

export const Rsqrt = defineFunction({
  name: 'rsqrt',
  formula: '1/sqrt(x)',
  derivativeFormula: '-1/(2 x sqrt(x))',
  summary: 'one divided by the square root',
  domain: fromZero,
  kinks: [{ at: 0, left: NaN, right: -Infinity }],
  value: power(-0.5),
  derivative: powerDerivative(-0.5),
  samples: [0.25, 0.5, 1, 2, 10],
});
export const rsqrt = applying(Rsqrt);

/** Where x^p is defined: a fractional power of a negative number is not real. */
function powerDomain(p: number): Domain {
  if (!Number.isInteger(p)) return fromZero;
  return p < 0 ? exceptZero : everywhere;
}

/** x^p for a fractional p has one slope at 0, on the right. */
function powerKinks(p: number): Kink[] {
  if (Number.isInteger(p)) return [];
  return [{ at: 0, left: NaN, right: powerDerivative(p)(0) }];
}

export const Pow = defineFamily({
  name: 'pow',
  aliases: ['power'],
  operator: '^',
  parameters: ['p'],
  formula: 'x^p',
  derivativeFormula: 'p*x^(p - 1)',
  summary: 'x to the power p',
  domain: {
    text: 'all x; x >= 0 for fractional p, x != 0 for whole p < 0',
    contains: everywhere.contains,
  },
  examples: [[3], [0.5], [2.5], [-1], [-2], [-0.5], [0.1], [1.9], [0], [1], [2], [10]],
  define: (p) => ({
    domain: powerDomain(p),
    kinks: powerKinks(p),
    value: power(p),
    derivative: powerDerivative(p),
    samples: Number.isInteger(p) ? [-3, -0.5, 0.25, 0.7, 10] : [0.25, 0.5, 1, 2, 10],
  }),
});
/** x to the power of a number, or of a Variable. */
export const pow = applyingEither(Pow, Power);

export const Abs = defineFunction({
  name: 'abs',
  formula: '|x|',
  derivativeFormula: 'sign(x)',
  summary: 'x without its sign',
  domain: everywhere,
  kinks: [{ at: 0, left: -1, right: 1 }],
  value: (x) => Math.abs(x),
  derivative: (x) => (x === 0 ? 0 : Math.sign(x)),
  samples: [-3, -0.5, 0.5, 10],
});
export const abs = applying(Abs);

export const Add = defineFamily({
  name: 'add',
  parameters: ['c'],
  formula: 'x + c',
  derivativeFormula: '1',
  summary: 'x plus a constant',
  domain: everywhere,
  examples: [[-1], [0.1]],
  define: (c) => ({
    value: (x) => x + c,
    derivative: (x) => (Number.isNaN(x) ? x : 1),
    samples: [-3, -0.5, 0, 0.5, 10],
  }),
});
/** x plus a number, or a Variable. */
export const add = applyingEither(Add, Sum);

export const Scale = defineFamily({
  name: 'scale',
  parameters: ['c'],
  formula: 'c*x',
  derivativeFormula: 'c',
  summary: 'x times a constant',
  domain: everywhere,
  examples: [[0.5], [-3], [0]],
  define: (c) => ({
    value: (x) => c * x,
    derivative: (x) => (Number.isNaN(x) ? x : c),
    samples: [-3, -0.5, 0, 0.5, 10],
  }),
});
export const scale = applyingFamily(Scale);
