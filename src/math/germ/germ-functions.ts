/**
 * @file Functions of series in a small t > 0. f(c + h), for a number c and an h that tends to 0, follows from
 * the recurrence that f's differential equation gives; other cases are limits at infinity.
 */

import type { Doubt } from '../ball';
import type { GermContext } from './germ-context';
import { MixedBall } from '../mixed-ball';
import { GermSeries } from './germ-series';
import { LogPolynomial } from './log-polynomial';
import { toDouble } from '../whole/whole-number';

/** Grows like e^(1/t), faster than every power of 1/t, with this sign. */
interface Exponential {
  readonly context: GermContext;
  readonly growth: 1 | -1;
}

export type Behaviour = GermSeries | Exponential;
export type Outcome = Behaviour | Doubt;

/** The order that is given to functions as e^(-1/t), which are below every power of t. */
const BEYOND_POWERS = 1e6;
/** Of t^b, where b is no simple fraction, only a bound is known, a power of t^(1/FINE). */
const FINE = 1024;
/** A fraction is simple up to this numerator and denominator. */
const MOST_IN_FRACTION = 1e6;

export function constant(context: GermContext, x: number): GermSeries {
  return GermSeries.constant(context, MixedBall.of(x, context.zero));
}

export function flat(context: GermContext): GermSeries {
  return GermSeries.remainder(context, 1, BEYOND_POWERS);
}

/** A remainder that is bounded, or at least below every power of 1/t. */
export function bounded(context: GermContext): GermSeries {
  return GermSeries.remainder(context, 1, 0);
}

export function isExponential(y: Outcome): y is Exponential {
  return typeof y === 'object' && 'growth' in y;
}

/** The sign of the infinity that y certainly tends to. */
export function infinity(y: Behaviour): 1 | -1 | undefined {
  if (isExponential(y)) return y.growth;
  if (y.coefficients.length === 0) return undefined;
  const isInfinite = y.from < 0 || (y.from === 0 && y.leading.numbers.length > 1);
  return isInfinite ? y.sign || undefined : undefined;
}

/** The number that y certainly tends to, if there is no logarithm of t beside it. */
export function limitOf(y: Behaviour): MixedBall | undefined {
  if (isExponential(y)) return undefined;
  // Without a term a series begins at its remainder.
  if (y.order <= 0 && y.from === y.order) y.context.note('terms');
  if (y.order <= 0 || y.from < 0) return undefined;
  const { numbers } = y.at(0);
  return numbers.length > 1 ? undefined : (numbers[0] ?? MixedBall.of(0, y.context.zero));
}

/** f(y) for y = c + h: f(c) if h is exactly 0, else the series by f's rule. */
export function around(
  y: GermSeries,
  atLimit: MixedBall,
  rest: () => GermSeries | Doubt,
): GermSeries | Doubt {
  const value = GermSeries.constant(y.context, atLimit);
  if (y.derivative().isZero) return value;
  const change = rest();
  return typeof change === 'string' ? change : value.plus(change);
}

/** The nonzero coefficients k a(k) of u y', for the recurrences. */
export function slopes(y: GermSeries): readonly (readonly [number, LogPolynomial])[] {
  const found: [number, LogPolynomial][] = [];
  y.coefficients.forEach((a, i) => {
    const k = y.from + i;
    if (k > 0 && !a.isZero) found.push([k, a.scaled(k)]);
  });
  return found;
}

type Slopes = ReturnType<typeof slopes>;

/** The sum of x(k) r(n - k). */
export function convolved(x: Slopes, r: readonly LogPolynomial[], n: number): LogPolynomial {
  let sum = LogPolynomial.zero;
  for (const [k, a] of x) {
    if (k > n) break;
    sum = sum.plus(a.times(r[n - k] ?? LogPolynomial.zero));
  }
  return sum;
}

/** The number of coefficients to compute for f(c + h). */
export function lengthOf(y: GermSeries): number {
  return Math.min(y.order, y.most);
}

export function inverse(y: GermSeries): GermSeries | Doubt {
  const { context, q, leading } = y;
  if (y.isZero) return 'pole';
  const first = leading.numbers[0];
  if (y.sign === undefined || first === undefined) return 'undecided';
  // 1/log t is no series, but its size is below 1.
  if (!leading.isNumber) return GermSeries.remainder(context, q, -y.from);
  const inverted = [LogPolynomial.of(first.exact(1).over(first))];
  if (y.isTerm) return GermSeries.of(context, q, -y.from, inverted, Infinity);
  const length = Math.min(y.order - y.from, y.most);
  const others = y.coefficients.map((a, k) => [k, a] as const).slice(1);
  for (let n = 1; n < length; n++) {
    inverted.push(convolved(others, inverted, n).over(first).negated());
  }
  return GermSeries.of(context, q, -y.from, inverted, length - y.from);
}

export function sqrt(given: Behaviour): Outcome {
  if (isExponential(given)) return given.growth === 1 ? given : 'outside';
  if (given.isZero) return given;
  if (given.sign === undefined) return 'undecided';
  if (given.sign === -1) return 'outside';
  const y = given.from % 2 === 0 ? given : given.rescaled(2);
  const first = y.leading.numbers[0];
  if (first === undefined || !y.leading.isNumber) {
    return GermSeries.remainder(y.context, y.q, y.from / 2);
  }
  const root = first.sqrt();
  const roots = [LogPolynomial.of(root)];
  if (y.isTerm) return GermSeries.of(y.context, y.q, y.from / 2, roots, Infinity);
  const length = Math.min(y.order - y.from, y.most);
  for (let n = 1; n < length; n++) {
    const known = roots.map((a, k) => [k, a] as const).slice(1);
    const rest = y.at(y.from + n).minus(convolved(known, roots, n));
    roots.push(rest.over(root.scaled(2)));
  }
  return GermSeries.of(y.context, y.q, y.from / 2, roots, length + y.from / 2);
}

export function exp(y: Behaviour): Outcome {
  const limit = limitOf(y);
  if (limit !== undefined && !isExponential(y)) return expAround(y, limit);
  const sign = infinity(y);
  if (!isExponential(y) && y.from === 0 && y.leading.numbers.length === 2) return expOfLog(y);
  if (sign === undefined) return 'undecided';
  return sign === 1 ? { context: y.context, growth: 1 } : flat(y.context);
}

/** r = e^y satisfies u r' = u y' r. */
export function expAround(y: GermSeries, limit: MixedBall): GermSeries {
  const value = limit.exp();
  const x = slopes(y);
  if (y.derivative().isZero) return GermSeries.constant(y.context, value);
  const r = [LogPolynomial.of(value)];
  for (let n = 1; n < lengthOf(y); n++) r.push(convolved(x, r, n).scaled(1, n));
  return GermSeries.of(y.context, y.q, 0, r, lengthOf(y));
}

/** e^(b log t + y) = t^b e^y */
function expOfLog(y: GermSeries): Outcome {
  const { context, q } = y;
  const [c, b] = y.leading.numbers as [MixedBall, MixedBall];
  const others = [LogPolynomial.of(c), ...y.coefficients.slice(1)];
  const factor = expAround(GermSeries.of(context, q, 0, others, y.order), c);
  const { rational } = b;
  const numerator = rational === undefined ? Infinity : toDouble(rational.numerator);
  const denominator = rational === undefined ? Infinity : toDouble(rational.denominator);
  if (Math.max(Math.abs(numerator), denominator) <= MOST_IN_FRACTION) {
    const one = LogPolynomial.of(b.exact(1));
    return GermSeries.of(context, denominator, numerator, [one], Infinity).times(factor);
  }
  const order = b.scaled(FINE).floor().rational;
  if (order === undefined) {
    context.note('bits');
    return 'undecided';
  }
  const most = Math.min(toDouble(order.numerator), BEYOND_POWERS);
  return GermSeries.remainder(context, FINE, most).times(factor);
}

export function log(y: Behaviour): Outcome {
  if (isExponential(y)) return y.growth === 1 ? 'undecided' : 'outside';
  if (y.isZero) return 'pole';
  if (y.sign === undefined) return 'undecided';
  if (y.sign === -1) return 'outside';
  const first = y.leading.numbers[0];
  if (first === undefined) return 'undecided';
  // log(log t) is below every power of t.
  const rest = y.leading.isNumber ? logAround(y.shifted(-y.from), first) : bounded(y.context);
  const power = first.exact(1).scaled(y.from, y.q);
  const logarithm = LogPolynomial.of(first.exact(0), power);
  return typeof rest === 'string'
    ? rest
    : rest.plus(GermSeries.of(y.context, y.q, 0, [logarithm], Infinity));
}

function logAround(y: GermSeries, limit: MixedBall): GermSeries | Doubt {
  return around(y, limit.log(), () => integralAlong(y, inverse(y)));
}

/** The integral of slope(y) y' along u, where that slope is known. */
export function integralAlong(y: GermSeries, slope: GermSeries | Doubt): GermSeries | Doubt {
  return typeof slope === 'string' ? slope : y.derivative().times(slope).integral();
}
