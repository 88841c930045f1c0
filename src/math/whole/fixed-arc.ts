/**
 * @file atan and log in fixed point. atan and atanh have the same rules but for a sign s, -1 of atan and 1 of atanh:
 * for c = i/2^8 near n/d, atan(n/d) = atan c + atan((n - c d)/(d - s c n)), which takes products with the small
 * number i alone; so does a second step with c = i/2^17. The values at these c are kept. log z is
 * 2 atanh((z - 1)/(z + 1)).
 */

import { fraction, type Sum } from './fixed-series';
import { memoized } from '../memoized';
import { powerOfTwo } from '../scaling';
import { type Enclosure, GUARD_BITS, type Middle, placesFor, SMALL_BITS } from './places';
import { magnitude, shifted } from './whole-number';
import { ATAN, ATANH, ln2, pi, ratioSeries } from './whole-series';

/** Of atan -1, of atanh 1. */
type Sign = -1 | 1;

const STEPS = [8, 17];
/** After both steps the tangent t that is left is below 2^-17.5, so that t^2 is below 2^-35. */
const RATE = 35;
/**
 * The tables are computed with so many more places, which hold all of their roundings. Each 16th part is the sum of
 * the one before it and a small one; the other values differ little from these.
 */
const GUARD = 32;
const PARTS = 16;

/** By the sign, the number of places and the step: the values at i/2^step, each off by less than 2 units. */
const tableOf = memoized((sign: Sign) =>
  memoized((places: number) => {
    /** In fewer terms the smaller p/q is; off by less than 2^20 units of a table. */
    const long = (p: number, q: number): bigint =>
      ratioSeries(BigInt(p), BigInt(q), places + GUARD, BigInt(sign));
    // Up to 17 long ones are added.
    const parts = [0n];
    const partsUpTo = (m: number): bigint => {
      while (parts.length <= m) {
        const n = parts.length - 1;
        parts.push((parts[n] as bigint) + long(PARTS, PARTS * PARTS - sign * n * (n + 1)));
      }
      return parts[m] as bigint;
    };
    return memoized((step: number) => {
      const one = powerOfTwo(step);
      return memoized((i: number): bigint => {
        const m = Math.round((PARTS * i) / one);
        // What leads from m/16 to i/2^step.
        const rest = long(PARTS * i - one * m, PARTS * one - sign * i * m);
        return (partsUpTo(m) + rest) >> BigInt(GUARD);
      });
    });
  }),
);

/**
 * atan(n/d) for 0 <= n <= d, or atanh(n/d) for 0 <= n < d/5, in units. The first c is within 2^-9 of
 * n/d, the second within 2^-18 of what is left, doubles being good enough to choose them by; all is exact until t
 * is rounded, which makes 1 unit. The series is off by its error and 1 for the square, times t, and the product by
 * 1; the tables by 2 each: less than 8 units.
 */
export function fixedArc(n: bigint, d: bigint, places: number, sign: Sign): Sum {
  const table = tableOf(sign)(places);
  let above = n;
  let below = d;
  let sum = 0n;
  for (const step of STEPS) {
    const i = Math.round((fraction(above, places) / fraction(below, places)) * powerOfTwo(step));
    sum += table(step)(i);
    const c = BigInt(i);
    const shift = BigInt(step);
    const rest = (above << shift) - below * c;
    below = (below << shift) - BigInt(sign) * above * c;
    above = rest;
  }
  const shift = BigInt(places);
  const t = (above << shift) / below;
  const series = (sign === 1 ? ATANH : ATAN).near((t * t) >> shift, RATE, places);
  return {
    sum: sum + ((t * series.sum) >> shift),
    error: 8 + series.error * powerOfTwo(-16),
  };
}

/** atan x; from 1 on it is pi/2 - atan(1/x). */
export function arcTangent(x: Middle): Enclosure {
  const places = placesFor(x.bits + GUARD_BITS + SMALL_BITS);
  const size = magnitude(x.fixed(places));
  const one = 1n << BigInt(places);
  const isLarge = size > one;
  const { sum, error } = isLarge
    ? fixedArc(one, size, places, -1)
    : fixedArc(size, one, places, -1);
  const angle = isLarge ? (pi(places) >> 1n) - sum : sum;
  // x is off by a unit, pi/2 by less than two.
  return { sum: x.mantissa < 0n ? -angle : angle, exponent: -places, error: error + 3 };
}

/** log x = n log 2 + log z for x = 2^n z, 0.7 < z < 1.42, where z is not so near 1 that its logarithm is small. */
export function logarithm({ mantissa, exponent, bits }: Middle, n: number): Enclosure {
  const places = placesFor(bits + GUARD_BITS + SMALL_BITS);
  const z = shifted(mantissa, exponent - n + places);
  const one = 1n << BigInt(places);
  const { sum, error } = fixedArc(magnitude(z - one), z + one, places, 1);
  const ofZ = z < one ? -2n * sum : 2n * sum;
  // z is off by a unit, and each log 2 by two.
  return {
    sum: ofZ + BigInt(n) * ln2(places),
    exponent: -places,
    error: 2 * error + 2 * Math.abs(n) + 2,
  };
}
