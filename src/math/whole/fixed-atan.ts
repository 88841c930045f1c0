/**
 * @file atan x in fixed point. For a tangent c = i/2^8 near n/d, atan(n/d) = atan c + atan((n - c d)/(d + c n)),
 * which takes products with the small number i alone; so does a second step with a tangent c = j/2^17. The arc
 * tangents of i/2^8 and j/2^17 are kept.
 */

import { fraction, type Sum } from './fixed-series';
import { memoized } from '../memoized';
import { type Enclosure, GUARD_BITS, type Middle, placesFor, SMALL_BITS } from './places';
import { powerOfTwo } from '../scaling';
import { magnitude } from './whole-number';
import { ATAN, pi, ratioSeries } from './whole-series';

const COARSE = 8;
const FINE = 17;
const COARSE_ONE = powerOfTwo(COARSE);
const ONE = powerOfTwo(FINE);
const COARSE_SHIFT = BigInt(COARSE);
const FINE_SHIFT = BigInt(FINE);
/** After both steps the tangent t that is left is below 2^-17.5, so that t^2 is below 2^-35. */
const RATE = 35;
/**
 * The tables are computed with so many more places, which hold all of their roundings. In the coarse one each
 * 16th arc tangent is the sum of the one before it and a small one; the others differ little from these.
 */
const GUARD = 32;
const STRIDE = 16;

/** atan(p/q) with the places of a table, in fewer terms the smaller p/q is; off by less than 2^20 units. */
function long(p: number, q: number, places: number): bigint {
  return ratioSeries(BigInt(p), BigInt(q), places + GUARD, -1n);
}

/** By the number of places: the arc tangents of i/256 and j/2^17, each off by less than 2 units. */
const tablesOf = memoized((places: number) => {
  const base = [0n];
  return {
    // Up to 17 long ones are added.
    coarse: memoized((i: number): bigint => {
      const m = Math.round(i / STRIDE);
      while (base.length <= m) {
        const n = base.length - 1;
        base.push((base[n] as bigint) + long(STRIDE, STRIDE * STRIDE + n * (n + 1), places));
      }
      // tan(atan(i/256) - atan(m/16))
      const rest = long(STRIDE * (i - STRIDE * m), STRIDE * COARSE_ONE + i * m, places);
      return ((base[m] as bigint) + rest) >> BigInt(GUARD);
    }),
    fine: memoized((j: number): bigint => long(j, ONE, places) >> BigInt(GUARD)),
  };
});

/**
 * atan(n/d) for 0 <= n <= d (1 + 2^-40) and d >= 1, in units. The first tangent is within 2^-9 of n/d, the second within
 * 2^-18 of what is left, doubles being good enough to choose them by; all is exact until t is
 * rounded, which makes 1 unit. The series is off by its error and 1 for the square, times t, and the
 * product by 1; the tables by 2 each: less than 8 units.
 */
export function fixedAtan(n: bigint, d: bigint, places: number): Sum {
  const i = Math.round((fraction(n, places) / fraction(d, places)) * COARSE_ONE);
  const tangent = BigInt(i);
  const n1 = (n << COARSE_SHIFT) - d * tangent;
  const d1 = (d << COARSE_SHIFT) + n * tangent;
  const j = Math.round((fraction(n1, places) / fraction(d1, places)) * ONE);
  const small = BigInt(j);
  const shift = BigInt(places);
  const n2 = (n1 << FINE_SHIFT) - d1 * small;
  const d2 = (d1 << FINE_SHIFT) + n1 * small;
  const t = (n2 << shift) / d2;
  const { sum, error } = ATAN.near((t * t) >> shift, RATE, places);
  const { coarse, fine } = tablesOf(places);
  return {
    sum: coarse(i) + fine(j) + ((t * sum) >> shift),
    error: 8 + error * powerOfTwo(-16),
  };
}

/** atan x; from 1 on it is pi/2 - atan(1/x). */
export function arcTangent(x: Middle): Enclosure {
  const places = placesFor(x.bits + GUARD_BITS + SMALL_BITS);
  const size = magnitude(x.fixed(places));
  const one = 1n << BigInt(places);
  const isLarge = size > one;
  const { sum, error } = isLarge ? fixedAtan(one, size, places) : fixedAtan(size, one, places);
  const angle = isLarge ? (pi(places) >> 1n) - sum : sum;
  // x is off by a unit, pi/2 by less than two.
  return { sum: x.mantissa < 0n ? -angle : angle, exponent: -places, error: error + 3 };
}
