/** @file Numbers >= 0 that may be out of the range of doubles, for bounds: these are rounded, and never to 0. */

import { powerOfTwo } from './scaling';

/** Bounds are sums and products of doubles: so much more covers their roundings. */
export const ROUNDED_UP = 1.000000001;

/** value * 2^exponent */
export interface Scaled {
  readonly value: number;
  readonly exponent: number;
}

/** The least bound: the product of two of them is far from the smallest double, below which it would be 0. */
const LEAST = powerOfTwo(-500);
/** Powers of two up to here, and down to its inverse, are doubles with all their bits. */
const MOST_EXPONENT = 1000;

/** x * 2^exponent for x >= 0: Infinity where that is too large, and LEAST where it is smaller than that. */
export function timesPowerOfTwo(x: number, exponent: number): number {
  if (x === 0 || x === Infinity) return x;
  if (exponent > MOST_EXPONENT) {
    return timesPowerOfTwo(x * powerOfTwo(MOST_EXPONENT), exponent - MOST_EXPONENT);
  }
  return Math.max(x * powerOfTwo(Math.max(exponent, -MOST_EXPONENT)), LEAST);
}

/** The sum; a number too small to count beside the other is taken for larger than it is. */
export function scaledSum(a: Scaled, b: Scaled): Scaled {
  if (b.value === 0) return a;
  if (a.value === 0) return b;
  const exponent = Math.max(a.exponent, b.exponent);
  const value =
    timesPowerOfTwo(a.value, a.exponent - exponent) +
    timesPowerOfTwo(b.value, b.exponent - exponent);
  return { value, exponent };
}
