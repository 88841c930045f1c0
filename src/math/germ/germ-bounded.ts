/**
 * @file Functions of series in a small t > 0 that are bounded or have limits at infinity: sin, cos, atan, erf
 * and floor.
 */

import type { Doubt } from '../ball';
import { PI, TWO_OVER_SQRT_PI } from '../constants';
import {
  around,
  type Behaviour,
  bounded,
  constant,
  convolved,
  expAround,
  flat,
  infinity,
  integralAlong,
  inverse,
  isExponential,
  lengthOf,
  limitOf,
  slopes,
} from './germ-functions';
import { MixedBall } from '../mixed-ball';
import { GermSeries } from './germ-series';
import { LogPolynomial } from './log-polynomial';

/** If y has no limit, sin y and cos y are only known to be bounded. */
export function sinCos(y: Behaviour): { sin: GermSeries; cos: GermSeries } {
  const { context } = y;
  const limit = limitOf(y);
  if (limit === undefined || isExponential(y))
    return { sin: bounded(context), cos: bounded(context) };
  const sin = [LogPolynomial.of(limit.sin())];
  const cos = [LogPolynomial.of(limit.cos())];
  const isConstant = y.derivative().isZero;
  const length = isConstant ? 1 : lengthOf(y);
  const x = slopes(y);
  for (let n = 1; n < length; n++) {
    const s = convolved(x, cos, n);
    const c = convolved(x, sin, n);
    sin.push(s.scaled(1, n));
    cos.push(c.scaled(-1, n));
  }
  const order = isConstant ? Infinity : length;
  return {
    sin: GermSeries.of(context, y.q, 0, sin, order),
    cos: GermSeries.of(context, y.q, 0, cos, order),
  };
}

export function atan(y: Behaviour): GermSeries | Doubt {
  const { context } = y;
  const limit = limitOf(y);
  if (limit !== undefined && !isExponential(y)) {
    return around(y, limit.atan(), () =>
      integralAlong(y, inverse(y.times(y).plus(constant(context, 1)))),
    );
  }
  const sign = infinity(y);
  if (sign === undefined) return bounded(context);
  const quarter = MixedBall.constant(PI, context.zero).scaled(sign, 2);
  const end = GermSeries.constant(context, quarter);
  if (isExponential(y)) return end.plus(flat(context));
  const reciprocal = inverse(y);
  const rest = typeof reciprocal === 'string' ? reciprocal : atan(reciprocal);
  return typeof rest === 'string' ? bounded(context) : end.minus(rest);
}

export function erf(y: Behaviour): GermSeries | Doubt {
  return errorFunction(y, 1, (limit) => limit.erf(), { '1': 1, '-1': -1 });
}

export function erfc(y: Behaviour): GermSeries | Doubt {
  return errorFunction(y, -1, (limit) => limit.erfc(), { '1': 0, '-1': 2 });
}

/** erf or erfc; at infinity they differ from their limits by less than every power of t. */
function errorFunction(
  y: Behaviour,
  sign: 1 | -1,
  atLimit: (limit: MixedBall) => MixedBall,
  atInfinity: Readonly<Record<'1' | '-1', number>>,
): GermSeries | Doubt {
  const { context } = y;
  const limit = limitOf(y);
  if (limit !== undefined && !isExponential(y)) {
    return around(y, atLimit(limit), () => {
      const density = expAround(y.times(y).negated(), limit.times(limit).negated());
      const factor = MixedBall.constant(TWO_OVER_SQRT_PI, context.zero).scaled(sign);
      return integralAlong(y, density.times(GermSeries.constant(context, factor)));
    });
  }
  const end = infinity(y);
  if (end === undefined) return bounded(context);
  return constant(context, atInfinity[end]).plus(flat(context));
}

/** floor: where the limit is a whole number, the side from which y approaches it decides. */
export function floor(y: Behaviour): GermSeries | Doubt {
  const limit = limitOf(y);
  if (limit === undefined || isExponential(y)) return 'undecided';
  const { context } = y;
  const whole = limit.floor();
  const distance = limit.minus(whole);
  if (whole.rational === undefined || distance.sign === undefined) {
    context.note('bits');
    return 'undecided';
  }
  if (!distance.isZero) return GermSeries.constant(context, whole);
  const side = y.minus(GermSeries.constant(context, whole)).sign;
  if (side === undefined) return 'undecided';
  const below = whole.minus(whole.exact(1));
  return GermSeries.constant(context, side === -1 ? below : whole);
}
