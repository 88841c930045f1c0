/**
 * @file The first three derivatives of every function of the catalogue, enclosed over an interval of
 * arguments, and of chains of them: what the bounds on numerical differentiation are made of.
 *
 * A second source beside the catalogue's `derivative`, with the engine's own Math, so that a wrong
 * entry does not excuse itself.
 */

import type { Graph } from '../../src/core/graph/graph';
import type { FunctionDefinition } from '../../src/core/engine/define-function';
import {
  around,
  contains,
  cos,
  exp,
  increasing,
  type Interval,
  magnitude,
  middle,
  mignitude,
  negate,
  point,
  polynomial,
  power as powerOver,
  product,
  radius,
  reciprocal,
  risingWithMagnitude,
  sin,
  square,
  sum,
  times,
} from '../support/interval';
import { functionsOf } from '../support/chains';

/** f', f'' and f''' over an interval; NaN where f is not three times differentiable on all of it. */
export type Jet = readonly [first: Interval, second: Interval, third: Interval];
type Rule = (x: Interval) => Jet;

const ZERO = point(0);
const ONE = point(1);
const NOWHERE: Jet = [point(NaN), point(NaN), point(NaN)];

const onlyFor =
  (isInside: (x: Interval) => boolean, rule: Rule): Rule =>
  (x) =>
    isInside(x) ? rule(x) : NOWHERE;

/** A function of several pieces: the seams between them, and the rule that holds around a point. */
const pieces = (seams: readonly number[], ruleAround: (x: number) => Rule): Rule =>
  onlyFor(
    (x) => !seams.some((seam) => contains(x, seam)),
    (x) => ruleAround(middle(x))(x),
  );

const linear =
  (slope: number): Rule =>
  () => [point(slope), ZERO, ZERO];

/** c f(x) */
const scaled =
  (c: number, rule: Rule): Rule =>
  (x) => {
    const [first, second, third] = rule(x);
    return [times(c, first), times(c, second), times(c, third)];
  };

/** f(x + c) */
const shifted =
  (c: number, rule: Rule): Rule =>
  (x) =>
    rule(sum(x, point(c)));

/** -f(-x) */
const reflected =
  (rule: Rule): Rule =>
  (x) => {
    const [first, second, third] = rule(negate(x));
    return [first, negate(second), third];
  };

/** outer(inner(x)), from the jets of both where they stand (Faa di Bruno's formula). */
function composed([f1, f2, f3]: Jet, [g1, g2, g3]: Jet): Jet {
  return [
    product(f1, g1),
    sum(product(f2, square(g1)), product(f1, g2)),
    sum(product(f3, powerOver(g1, 3)), times(3, product(f2, g1, g2)), product(f1, g3)),
  ];
}

/** x f(x), from the value of f and its rule (Leibniz's formula). */
const timesX =
  (value: (x: Interval) => Interval, rule: Rule): Rule =>
  (x) => {
    const [first, second, third] = rule(x);
    return [
      sum(value(x), product(x, first)),
      sum(times(2, first), product(x, second)),
      sum(times(3, second), product(x, third)),
    ];
  };

const power = (p: number): Rule => {
  const factors = [p, p * (p - 1), p * (p - 1) * (p - 2)] as const;
  // A whole p <= 2 has derivatives that are 0 at 0 too, where x^(p - k) is infinite.
  const term = (c: number, x: Interval, q: number): Interval =>
    c === 0 ? ZERO : times(c, powerOver(x, q));
  return onlyFor(
    (x) => Number.isInteger(p) || x.lo > 0,
    (x) => [term(factors[0], x, p - 1), term(factors[1], x, p - 2), term(factors[2], x, p - 3)],
  );
};

const exponential: Rule = (x) => [exp(x), exp(x), exp(x)];

const log = onlyFor(
  (x) => x.lo > 0,
  (x) => {
    const r = reciprocal(x);
    return [r, negate(square(r)), times(2, powerOver(r, 3))];
  },
);

const tan = onlyFor(
  ({ lo, hi }) => Math.round(lo / Math.PI) === Math.round(hi / Math.PI) && hi - lo < 1,
  (x) => {
    const t = increasing(Math.tan, x);
    const slope = sum(ONE, square(t));
    return [
      slope,
      times(2, product(t, slope)),
      times(2, product(slope, sum(ONE, times(3, square(t))))),
    ];
  },
);

/** 1 - x^2 without cancellation near 1. */
const oneMinusSquare = (x: Interval): Interval => product(sum(ONE, negate(x)), sum(ONE, x));
const isBelowOne = (x: Interval): boolean => magnitude(x) < 1;

const asin = onlyFor(isBelowOne, (x) => {
  const r = oneMinusSquare(x);
  return [
    powerOver(r, -0.5),
    product(x, powerOver(r, -1.5)),
    product(sum(ONE, times(2, square(x))), powerOver(r, -2.5)),
  ];
});

const atan: Rule = (x) => {
  const q = reciprocal(sum(ONE, square(x)));
  return [
    q,
    times(-2, product(x, square(q))),
    product(sum(times(6, square(x)), point(-2)), powerOver(q, 3)),
  ];
};

const cosh = (x: Interval): Interval => risingWithMagnitude(Math.cosh, x);
const sinh = (x: Interval): Interval => increasing(Math.sinh, x);

const tanh: Rule = (x) => {
  const t = increasing(Math.tanh, x);
  const slope = square(reciprocal(cosh(x)));
  return [
    slope,
    times(-2, product(t, slope)),
    times(2, product(slope, sum(times(2, square(t)), negate(slope)))),
  ];
};

const asinh: Rule = (x) => {
  const q = reciprocal(sum(ONE, square(x)));
  return [
    powerOver(q, 0.5),
    negate(product(x, powerOver(q, 1.5))),
    product(sum(times(2, square(x)), point(-1)), powerOver(q, 2.5)),
  ];
};

const acosh = onlyFor(
  (x) => x.lo > 1,
  (x) => {
    const r = product(sum(x, point(-1)), sum(x, ONE));
    return [
      powerOver(r, -0.5),
      negate(product(x, powerOver(r, -1.5))),
      product(sum(ONE, times(2, square(x))), powerOver(r, -2.5)),
    ];
  },
);

const atanh = onlyFor(isBelowOne, (x) => {
  const r = reciprocal(oneMinusSquare(x));
  return [
    r,
    times(2, product(x, square(r))),
    product(sum(point(2), times(6, square(x))), powerOver(r, 3)),
  ];
});

/** x sinc(x) = sin(x), differentiated once to three times; near 0, where that cancels, the series. */
const sinc: Rule = (x) => {
  if (mignitude(x) < 1) return [polynomial(SINC1, x), polynomial(SINC2, x), polynomial(SINC3, x)];
  const [s, c, r] = [sin(x), cos(x), reciprocal(x)];
  const first = product(sum(c, negate(product(s, r))), r);
  const second = product(sum(negate(s), times(-2, first)), r);
  return [first, second, product(sum(negate(c), times(-3, second)), r)];
};

const derivativeOf = (coefficients: readonly number[]): number[] =>
  coefficients.slice(1).map((c, i) => (i + 1) * c);
/** sinc(x) = 1 - x^2/3! + x^4/5! - ... */
const SINC = ((): number[] => {
  const coefficients: number[] = [];
  let term = 1;
  for (let n = 0; n <= 24; n += 2) {
    coefficients.push(term, 0);
    term /= -(n + 2) * (n + 3);
  }
  return coefficients;
})();
const SINC1 = derivativeOf(SINC);
const SINC2 = derivativeOf(SINC1);
const SINC3 = derivativeOf(SINC2);

/** Of the integral of c e^(-x^2 / 2 s^2): c e^..., and its two derivatives. */
const bellIntegral =
  (c: number, variance: number): Rule =>
  (x) => {
    const bell = times(c, exp(times(-0.5 / variance, square(x))));
    const u = times(-1 / variance, x);
    return [bell, product(u, bell), product(sum(square(u), point(-1 / variance)), bell)];
  };

const gaussian: Rule = (x) => {
  const bell = exp(negate(square(x)));
  const x2 = square(x);
  return [
    times(-2, product(x, bell)),
    product(sum(times(4, x2), point(-2)), bell),
    product(x, sum(point(12), times(-8, x2)), bell),
  ];
};

/** For negative x not 1/(1 + e^-x), where e^-x overflows first. */
const sigmoidOf = (x: number): number =>
  x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
const sigmoidOver = (x: Interval): Interval => increasing(sigmoidOf, x);

/** s = sigmoid(x) and 1 - s, and what its derivatives are made of: s (1 - s) and 1 - 2 s. */
function sigmoidParts(x: Interval): { s: Interval; slope: Interval; skew: Interval } {
  const s = sigmoidOver(x);
  const rest = sigmoidOver(negate(x));
  return { s, slope: product(s, rest), skew: sum(rest, negate(s)) };
}

const sigmoid: Rule = (x) => {
  const { slope, skew } = sigmoidParts(x);
  return [slope, product(slope, skew), product(slope, sum(ONE, times(-6, slope)))];
};

const softplus: Rule = (x) => {
  const { s, slope, skew } = sigmoidParts(x);
  return [s, slope, product(slope, skew)];
};

const softplusOf = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** The integral of the normal density: its series near 0, Laplace's continued fraction below -2. */
function normalCdf(x: number): number {
  if (x > 0) return 1 - normalCdf(-x);
  const density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  if (x < -2) {
    let fraction = 0;
    for (let n = 200; n > 0; n--) fraction = n / (fraction - x);
    return density / (fraction - x);
  }
  let term = x;
  let total = x;
  for (let n = 3; n < 50; n += 2) {
    term *= (x * x) / n;
    total += term;
  }
  return 0.5 + density * total;
}

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;
/** a (e^x - 1) below 0, x above it. */
const elu = (a: number): Rule =>
  pieces([0], (side) => (side < 0 ? scaled(a, exponential) : linear(1)));

/** Flat but where it jumps. */
const steps = (isBroken: (x: Interval) => boolean): Rule => onlyFor((x) => !isBroken(x), linear(0));
/** Whether a whole number lies in it. */
const holdsWhole = ({ lo, hi }: Interval): boolean => Math.ceil(lo) <= hi;

const RULES: Record<string, Rule> = {
  identity: linear(1),
  neg: linear(-1),
  square: power(2),
  cube: power(3),
  sqrt: power(0.5),
  cbrt: pieces([0], (side) => (side < 0 ? reflected(power(1 / 3)) : power(1 / 3))),
  rsqrt: power(-0.5),
  reciprocal: power(-1),
  abs: pieces([0], (side) => linear(Math.sign(side))),
  exp: exponential,
  expm1: exponential,
  exp2: (x) => {
    const y = increasing((t) => 2 ** t, x);
    return [times(Math.LN2, y), times(Math.LN2 ** 2, y), times(Math.LN2 ** 3, y)];
  },
  log,
  log2: scaled(Math.LOG2E, log),
  log10: scaled(Math.LOG10E, log),
  log1p: shifted(1, log),
  sin: (x) => [cos(x), negate(sin(x)), negate(cos(x))],
  cos: (x) => [negate(sin(x)), negate(cos(x)), sin(x)],
  tan,
  asin,
  acos: scaled(-1, asin),
  atan,
  sinc,
  sinh: (x) => [cosh(x), sinh(x), cosh(x)],
  cosh: (x) => [sinh(x), cosh(x), sinh(x)],
  tanh,
  asinh,
  acosh,
  atanh,
  sigmoid,
  softplus,
  logsigmoid: reflected(softplus),
  relu: pieces([0], (side) => linear(side < 0 ? 0 : 1)),
  selu: scaled(SELU_SCALE, elu(SELU_ALPHA)),
  gelu: timesX((x) => increasing(normalCdf, x), bellIntegral(1 / Math.sqrt(2 * Math.PI), 1)),
  silu: timesX(sigmoidOver, sigmoid),
  mish: timesX(
    (x) => increasing((t) => Math.tanh(softplusOf(t)), x),
    (x) => composed(tanh(increasing(softplusOf, x)), softplus(x)),
  ),
  // x/(1 + x) = 1 - 1/(1 + x) above 0; the second derivative jumps there.
  softsign: pieces([0], (side) => {
    const above = shifted(1, scaled(-1, power(-1)));
    return side < 0 ? reflected(above) : above;
  }),
  hardtanh: pieces([-1, 1], (side) => linear(Math.abs(side) < 1 ? 1 : 0)),
  erf: bellIntegral(2 / Math.sqrt(Math.PI), 0.5),
  erfc: bellIntegral(-2 / Math.sqrt(Math.PI), 0.5),
  gaussian,
  sign: steps((x) => contains(x, 0)),
  step: steps((x) => contains(x, 0)),
  floor: steps(holdsWhole),
  ceil: steps(holdsWhole),
  round: steps((x) => holdsWhole(sum(x, point(0.5)))),
};

const FAMILY_RULES: Readonly<Record<string, (parameter: number) => Rule>> = {
  add: () => linear(1),
  scale: linear,
  pow: power,
  leakyRelu: (a) => pieces([0], (side) => linear(side < 0 ? a : 1)),
  elu,
};

/** The rule of a function; undefined where the tables above have none. */
export function ruleOf({ name, family }: FunctionDefinition): Rule | undefined {
  if (family === undefined) return RULES[name];
  return FAMILY_RULES[family.name]?.(family.parameters[0] ?? NaN);
}

/** The unit of rounding: the nearest double is off by at most this part of the number. */
const U = 2 ** -53;

/** What the two derivatives of a chain may be off by at x. Not finite where the bounds say nothing. */
export interface Bounds {
  /** The third derivative of the chain, everywhere between x - eps and x + eps. */
  readonly third: Interval;
  /** The error of the central difference that is not truncation. */
  readonly roundOff: number;
  /** The error of backprop. */
  readonly backprop: number;
}

/**
 * Follows the interval from x - eps to x + eps, and the jet of the chain over it, through functions
 * f_1 ... f_n whose values v_j and derivatives d_j are correctly rounded: off by u of themselves, or
 * by less than m = 2^-1074. With |f| for the largest |f(v)| over the interval that reaches f:
 *
 *   x + eps is off by     e_0 = u (|x| + eps)
 *   v_j is off by         e_j = |f_j'| e_(j-1) + u |v_j| + m
 *   the difference by     eps^2/6 |f'''| (truncation)  +  e_n / eps + 2 u |difference| + m
 *   d_1 ... d_j by        E_j = |f_j'| E_(j-1) + |d_1 ... d_(j-1)| (|f_j''| e_(j-1) + 2 u |f_j'| + m)
 *
 * In the last line d_j is taken at a v_(j-1) that is off, and is rounded, as is its product with the
 * gradient. Where that product underflows, m more is carried back through d_1 ... d_(j-1).
 *
 * With eps = 0 the bound on backprop is the one at x itself, e_0 = 0; the others say nothing.
 */
export function boundsOf(chain: Graph, x: number, eps: number): Bounds {
  let valueError = eps === 0 ? 0 : U * (Math.abs(x) + eps);
  let input = around(x, eps + valueError);
  let jet: Jet = [ONE, ZERO, ZERO];
  let slope = 1;
  let slopeError = 0;
  let underflow = 0;
  for (const { definition } of functionsOf(chain)) {
    // Beyond that squares might overflow in the rules.
    const rule = magnitude(input) < 2 ** 500 ? ruleOf(definition) : undefined;
    const local = rule?.(input) ?? NOWHERE;
    jet = composed(local, jet);
    const [steepest, bend] = [magnitude(local[0]), magnitude(local[1])];
    slopeError =
      steepest * slopeError + slope * (bend * valueError + 2 * U * steepest + Number.MIN_VALUE);
    underflow += slope * Number.MIN_VALUE;
    slope *= steepest;

    // By the mean value theorem.
    const value = definition.value(middle(input));
    const reach = steepest * radius(input);
    const rounding = U * (Math.abs(value) + reach) + Number.MIN_VALUE;
    valueError = steepest * valueError + rounding;
    input = around(value, reach + 2 * rounding);
  }
  const difference = magnitude(jet[0]) + valueError / eps;
  return {
    third: jet[2],
    roundOff: ROOM * (valueError / eps + 2 * U * difference + Number.MIN_VALUE),
    backprop: ROOM * (slopeError + underflow),
  };
}

/** For the roundings of these bounds themselves and for squares of u: some 2^-45 would do. */
const ROOM = 1 + 2 ** -20;
