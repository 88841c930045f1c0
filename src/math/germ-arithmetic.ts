/** @file Sums, products and quotients of what is known for small t > 0, be it a series or beyond all series. */

import {
  type Behaviour,
  flat,
  inverse as seriesInverse,
  isExponential,
  type Outcome,
} from './germ-functions';

export function signOf(y: Behaviour): 1 | -1 | 0 | undefined {
  return isExponential(y) ? y.growth : y.sign;
}

export function negated(y: Behaviour): Behaviour {
  if (!isExponential(y)) return y.negated();
  return { context: y.context, growth: y.growth === 1 ? -1 : 1 };
}

export function sum(a: Behaviour, b: Behaviour): Outcome {
  if (!isExponential(a)) return isExponential(b) ? b : a.plus(b);
  // Of two that grow like this, either may be the larger one.
  return isExponential(b) && a.growth !== b.growth ? 'undecided' : a;
}

export function product(a: Behaviour, b: Behaviour): Outcome {
  if (!isExponential(a)) return isExponential(b) ? product(b, a) : a.times(b);
  const sign = signOf(b);
  if (sign === undefined) return 'undecided';
  if (sign === 0) return b;
  return sign === 1 ? a : negated(a);
}

export function inverse(y: Behaviour): Outcome {
  return isExponential(y) ? flat(y.context) : seriesInverse(y);
}
