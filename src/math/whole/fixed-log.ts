/**
 * @file log z in fixed point. z is multiplied by a/2^8 and b/2^16 for whole numbers a and b that bring
 * it near 1; the logarithms of a/2^8 and b/2^16 are kept. Multiplying by a small number is quick and exact.
 */

import { fraction, type Sum } from './fixed-series';
import { memoized } from '../memoized';
import { type Enclosure, GUARD_BITS, type Middle, placesFor, SMALL_BITS } from './places';
import { powerOfTwo } from '../scaling';
import { shifted } from './whole-number';
import { ATANH, ln2, ratioSeries } from './whole-series';

const COARSE = 8;
const FINE = 16;
/** After both factors |t| < 2^-17.5, so that t^2 is below 2^-35. */
const RATE = 35;
/** The tables are computed with so many more places, which hold all of their roundings. */
const GUARD = 32;

/**
 * By the number of places: log(a/2^step) = 2 atanh((a - one)/(a + one)), of which less than 2^20 units of
 * 2^-32 of one are lost: off by less than 2.
 */
const tablesOf = memoized((places: number) => {
  const table = (step: number) => {
    const one = powerOfTwo(step);
    return memoized((a: number): bigint => {
      const half = ratioSeries(BigInt(a - one), BigInt(a + one), places + GUARD, 1n);
      return half >> BigInt(GUARD - 1);
    });
  };
  return { coarse: table(COARSE), fine: table(FINE) };
});

/**
 * log z for 0.7 < z < 1.42. With y = z a b / 2^24 it is 2 atanh((y - 1)/(y + 1)) - log(a/2^8) -
 * log(b/2^16). By the choice of a, z a/2^8 is within 2^-8.4 of 1, and by that of b, y within 2^-16.9
 * and t = (y - 1)/(y + 1) within 2^-17.8 of 0. t is off by a unit, its square by less than one, so
 * that the series is off by its own error and 1, which is multiplied by t, and the product by 1:
 * twice 3 and the two tables are less than 10 units.
 */
export function fixedLog(z: bigint, places: number): Sum {
  const quick = fraction(z, places);
  const a = Math.round(powerOfTwo(COARSE) / quick);
  const b = Math.round(powerOfTwo(FINE + COARSE) / (quick * a));
  const y = z * BigInt(a * b);
  const one = 1n << BigInt(places + COARSE + FINE);
  const shift = BigInt(places);
  const t = ((y - one) << shift) / (y + one);
  const { sum, error } = ATANH.near((t * t) >> shift, RATE, places);
  const twice = (t * sum) >> (shift - 1n);
  const { coarse, fine } = tablesOf(places);
  return {
    sum: twice - coarse(a) - fine(b),
    error: 10 + error * powerOfTwo(-16),
  };
}

/** log x = n log 2 + log z for x = 2^n z, 0.7 < z < 1.42, where z is not so near 1 that its logarithm is small. */
export function logarithm({ mantissa, exponent, bits }: Middle, n: number): Enclosure {
  const places = placesFor(bits + GUARD_BITS + SMALL_BITS);
  const { sum, error } = fixedLog(shifted(mantissa, exponent - n + places), places);
  if (n === 0) return { sum, exponent: -places, error: error + 2 };
  // z is off by a unit, and each log 2 by two.
  return {
    sum: sum + BigInt(n) * ln2(places),
    exponent: -places,
    error: error + 2 * Math.abs(n) + 2,
  };
}
