/** @file Algebraic functions: powers, roots, and shifting and scaling by a constant. */

import { defineFamily, defineFunction, everywhere } from '../core/define-function';
import { cube as cubed, cubeDerivative, reciprocalDerivative, sqrtDerivative } from '../math/power';
import { applying, applyingFamily } from './apply';

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
  value: cubed,
  derivative: cubeDerivative,
  samples: [-3, -0.5, 0, 0.7, 10],
});
export const cube = applying(Cube);

export const Neg = defineFunction({
  name: 'neg',
  formula: '-x',
  derivativeFormula: '-1',
  summary: 'x with its sign changed',
  domain: everywhere,
  value: (x) => -x,
  derivative: (x) => (Number.isNaN(x) ? x : -1),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const neg = applying(Neg);

export const Reciprocal = defineFunction({
  name: 'reciprocal',
  formula: '1/x',
  derivativeFormula: '-1/x^2',
  summary: 'one divided by x',
  domain: { text: 'x != 0', contains: (x) => x < 0 || x > 0 },
  value: (x) => 1 / x,
  derivative: reciprocalDerivative,
  samples: [-3, -0.5, 0.25, 0.7, 10],
});
export const reciprocal = applying(Reciprocal);

export const Sqrt = defineFunction({
  name: 'sqrt',
  formula: 'sqrt(x)',
  derivativeFormula: '1/(2 sqrt(x))',
  summary: 'square root of x',
  domain: { text: 'x >= 0', contains: (x) => x >= 0 },
  kinks: [{ at: 0, left: NaN, right: Infinity }],
  value: (x) => Math.sqrt(x),
  derivative: sqrtDerivative,
  samples: [0.25, 0.5, 1, 2, 10],
});
export const sqrt = applying(Sqrt);

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
export const add = applyingFamily(Add);

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
