/** @file Numbers >= 0 that may be out of the range of doubles, for bounds: these are rounded, and never to 0. */

import { powerOfTwo } from './scaling';

/** Bounds are sums and products of doubles: so much more covers their roundings. */
export const ROUNDED_UP = 1.000000001;

/** value * 2^exponent */
export interface Scaled {
  readonly value: number;
  readonly exponent: number;
}

/** x * 2^exponent for x >= 0: Infinity where that is too large, not 0 where it is too small. */
export function timesPowerOfTwo(x: number, exponent: number): number {
  if (x === 0) return 0;
  if (exponent >= -1000 && exponent <= 1000) {
    const product = x * powerOfTwo(exponent);
    return product === 0 ? Number.MIN_VALUE : product;
  }
  return exponent > 0 ? Infinity : Math.max(x * powerOfTwo(-1000), Number.MIN_VALUE);
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
