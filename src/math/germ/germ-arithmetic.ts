/** @file Sums, products and quotients of germs: of series, and of functions that grow faster than any series. */

import {
  constant,
  type Behaviour,
  flat,
  inverse as seriesInverse,
  isExponential,
  type Outcome,
} from './germ-functions';
import { GermSeries } from './germ-series';

export function signOf(y: Behaviour): 1 | -1 | 0 | undefined {
  return isExponential(y) ? y.growth : y.sign;
}

export function negated(y: Behaviour): Behaviour {
  if (!isExponential(y)) return y.negated();
  return { context: y.context, growth: y.growth === 1 ? -1 : 1 };
}

export function sum(a: Behaviour, b: Behaviour): Outcome {
  if (!isExponential(a)) return isExponential(b) ? b : a.plus(b);
  // Either of two such functions may be the larger one.
  return isExponential(b) && a.growth !== b.growth ? 'undecided' : a;
}

export function product(a: Behaviour, b: Behaviour): Outcome {
  if (!isExponential(a)) return isExponential(b) ? product(b, a) : a.times(b);
  const sign = signOf(b);
  if (sign === undefined) return 'undecided';
  if (sign === 0) return b;
  return sign === 1 ? a : negated(a);
}

export function difference(a: Behaviour, b: Behaviour): Outcome {
  return a === b ? constant(a.context, 0) : sum(a, negated(b));
}

/** The quotient. It is exact for y/y, and for polynomials if one divides the other. */
export function quotient(a: Behaviour, b: Behaviour): Outcome {
  if (a === b && signOf(a) !== 0 && signOf(a) !== undefined) return constant(a.context, 1);
  const reciprocal = inverse(b);
  if (typeof reciprocal === 'string') return reciprocal;
  const full = product(a, reciprocal);
  if (
    isSeries(a) &&
    isSeries(b) &&
    isSeries(full) &&
    a.order === Infinity &&
    b.order === Infinity
  ) {
    const length = a.coefficients.length - b.coefficients.length + 1;
    const kept = full.coefficients.slice(0, Math.max(0, length));
    const exact = GermSeries.of(full.context, full.q, full.from, kept, Infinity);
    if (a.minus(exact.times(b)).isZero) return exact;
  }
  return full;
}

function isSeries(y: Outcome): y is GermSeries {
  return y instanceof GermSeries;
}

export function inverse(y: Behaviour): Outcome {
  return isExponential(y) ? flat(y.context) : seriesInverse(y);
}
