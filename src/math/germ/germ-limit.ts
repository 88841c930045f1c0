/** @file Limits of a series in t as t > 0 tends to 0: of its value and slope; and which terms are negligible. */

import type { Doubt } from '../ball';
import { type Behaviour, infinity, isExponential, limitOf } from './germ-functions';
import type { MixedBall } from '../mixed-ball';
import { GermSeries } from './germ-series';
import { LogPolynomial } from './log-polynomial';
import type { WholeBall } from '../whole/whole-ball';

/** The limit of a value or a slope; `none` if there is no limit, or none was found. */
export type GermLimit =
  | { readonly kind: 'number'; readonly ball: WholeBall }
  | { readonly kind: 'infinite'; readonly sign: 1 | -1 }
  | { readonly kind: 'none'; readonly doubt: Doubt };

export function none(doubt: Doubt): GermLimit {
  return { kind: 'none', doubt };
}

function number({ ball }: MixedBall): GermLimit {
  return ball.doubt === undefined ? { kind: 'number', ball } : none(ball.doubt);
}

function infinite(sign: 1 | -1, direction: 1 | -1 = 1): GermLimit {
  return { kind: 'infinite', sign: sign === direction ? 1 : -1 };
}

export function valueOf(y: Behaviour): GermLimit {
  const sign = infinity(y);
  if (sign !== undefined) return infinite(sign);
  const limit = limitOf(y);
  return limit === undefined ? none('undecided') : number(limit);
}

/** The one-sided slope by x, for x = x0 + direction t. */
export function slopeOf(y: Behaviour, direction: 1 | -1): GermLimit {
  const sign = infinity(y);
  // As t grows, y decreases from +infinity, or increases from -infinity.
  if (sign !== undefined) return infinite(sign === 1 ? -1 : 1, direction);
  if (isExponential(y) || limitOf(y) === undefined) return none('undecided');
  for (let exponent = 1; exponent <= y.q && exponent < y.order; exponent++) {
    const coefficient = y.at(exponent);
    const [first, ...logarithms] = coefficient.numbers;
    if (first === undefined) continue;
    if (exponent === y.q && logarithms.length === 0) return number(first.scaled(direction));
    const steepness = coefficient.sign;
    if (steepness === 1 || steepness === -1) return infinite(steepness, direction);
    y.context.note('bits');
    return none('undecided');
  }
  if (y.order > y.q) return { kind: 'number', ball: y.context.zero };
  y.context.note('terms');
  return none('undecided');
}

/** Whether a term is smaller than the remainder of the sum, or than the last bit of its limit. */
export function isNegligible(term: GermSeries, sum: GermSeries): boolean {
  if (term.isZero) return true;
  if (term.from > 0) return term.from * sum.q >= sum.order * term.q;
  const small = limitOf(term);
  const large = limitOf(sum);
  return small === undefined || large === undefined || small.ball.isNegligibleIn(large.ball);
}

/**
 * A sum that was cut off, widened by a bound on the rest. If the bound tends to 0 with t, so does the rest.
 * Otherwise the limit is widened by that of the bound, and the rest is assumed to be smooth.
 */
export function widened(sum: GermSeries, bound: GermSeries): GermSeries {
  if (bound.isZero) return sum;
  const limit = limitOf(sum);
  const most = limitOf(bound);
  if (bound.from !== 0 || limit === undefined || most === undefined) {
    return sum.plus(GermSeries.remainder(sum.context, bound.q, bound.from));
  }
  const wide = LogPolynomial.of(limit.widened(most));
  return GermSeries.of(sum.context, sum.q * bound.q, 0, [wide], 1);
}
