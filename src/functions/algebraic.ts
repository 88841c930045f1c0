/** @file Algebraic functions: powers, roots, and shifting and scaling by a constant. */

import { type Ball, stated, undecided } from '../math/ball';
import {
  type Domain,
  defineFamily,
  defineFunction,
  everywhere,
  type FunctionDefinition,
  type Kink,
} from '../core/engine/define-function';
import { always } from '../math/piecewise';
import { power, powerDerivative } from '../math/rounded/power';
import { powerFormulas } from '../math/power-formula';
import { type Real, realOfDouble } from '../math/real';
import { rounded } from '../math/rounded/rounded';
import { even, exceptAt, odd } from '../math/wrapped';
import { applying, applyingEither, applyingFamily } from './apply';
import { Power, Sum } from './arithmetic';
import { exceptZero, formulaWithin, fromZero } from './domain';

export const Identity = defineFunction({
  name: 'identity',
  formula: 'x',
  derivativeFormula: '1',
  summary: 'x itself',
  domain: everywhere,
  value: stated(
    (x) => x,
    (x: number) => x,
  ),
  derivative: stated(always(1), (x: number) => (Number.isNaN(x) ? x : 1)),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const identity = applying(Identity);

export const Square = defineFunction({
  name: 'square',
  formula: 'x^2',
  derivativeFormula: '2x',
  summary: 'square of x',
  domain: everywhere,
  value: stated(
    (x) => x.squared(),
    (x: number) => x * x,
  ),
  derivative: stated(
    (x) => x.times(2),
    (x: number) => 2 * x,
  ),
  samples: [-3, -0.5, 0, 0.5, 10],
});
export const square = applying(Square);

/** x^p and its derivative; a p that is no double has the double next to it for doubles. */
function powerKernels(p: Real): Pick<FunctionDefinition, 'value' | 'derivative'> {
  const { value, slope } = powerFormulas(p);
  return {
    value: stated(value, power(p.nearest)),
    derivative: stated(slope, powerDerivative(p.nearest)),
  };
}

export const Cube = defineFunction({
  name: 'cube',
  formula: 'x^3',
  derivativeFormula: '3x^2',
  summary: 'cube of x',
  domain: everywhere,
  ...powerKernels(realOfDouble(3)),
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
  value: stated(
    (x) => x.negated(),
    (x: number) => -x,
  ),
  derivative: stated(always(-1), (x: number) => (Number.isNaN(x) ? x : -1)),
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
  value: stated(
    (x) => (x.sign === 0 ? x.unknown('pole') : x.inverse()),
    (x: number) => 1 / x,
  ),
  // Not -1/(x*x), which is 0 from 1.4e154 on.
  derivative: stated((_, y) => y.squared().negated(), powerDerivative(-1)),
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
  value: stated(
    formulaWithin(fromZero, (x) => x.sqrt()),
    (x: number) => Math.sqrt(x),
  ),
  derivative: powerKernels(realOfDouble(0.5)).derivative,
  samples: [0.25, 0.5, 1, 2, 10],
});
export const sqrt = applying(Sqrt);

/** The cube root of x > 0. */
function cubeRoot<T extends Ball<T>>(x: T): T {
  return x.sign === undefined ? undecided(x) : x.log().over(3).exp();
}

export const Cbrt = defineFunction({
  name: 'cbrt',
  formula: 'x^(1/3)',
  derivativeFormula: '1/(3 x^(2/3))',
  summary: 'cube root of x',
  domain: everywhere,
  kinks: [{ at: 0, left: Infinity, right: Infinity }],
  value: odd(rounded(cubeRoot, [NaN, Infinity])),
  derivative: even(
    exceptAt(
      0,
      Infinity,
      rounded((x) => cubeRoot(x).over(x).over(3), [NaN, 0]),
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
  ...powerKernels(realOfDouble(-0.5)),
  samples: [0.25, 0.5, 1, 2, 10],
});
export const rsqrt = applying(Rsqrt);

/** The domain of x^p: a fractional power of a negative number is not real. */
function powerDomain(p: number): Domain {
  if (p === 1 / 3) return { ...fromZero, text: `${fromZero.text}; cbrt is defined for all x` };
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
  define: (real) => {
    const p = real.nearest;
    return {
      domain: powerDomain(p),
      kinks: powerKinks(p),
      ...powerKernels(real),
      samples: Number.isInteger(p) ? [-3, -0.5, 0.25, 0.7, 10] : [0.25, 0.5, 1, 2, 10],
    };
  },
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
  value: stated(
    (x) => x.abs(),
    (x: number) => Math.abs(x),
  ),
  derivative: stated(
    (x) => (x.sign === undefined ? undecided(x) : x.exact(x.sign)),
    (x: number) => (x === 0 ? 0 : Math.sign(x)),
  ),
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
  define: (real) => {
    const c = real.nearest;
    return {
      value: stated(
        (x) => x.plus(real.in(x)),
        (x: number) => x + c,
      ),
      derivative: stated(always(1), (x: number) => (Number.isNaN(x) ? x : 1)),
      samples: [-3, -0.5, 0, 0.5, 10],
    };
  },
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
  define: (real) => {
    const c = real.nearest;
    return {
      value: stated(
        (x) => x.times(real.in(x)),
        (x: number) => c * x,
      ),
      derivative: stated(
        (x) => real.in(x),
        (x: number) => (Number.isNaN(x) ? x : c),
      ),
      samples: [-3, -0.5, 0, 0.5, 10],
    };
  },
});
export const scale = applyingFamily(Scale);
