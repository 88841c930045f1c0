/** @file e^x in fixed point: for up to 1600 places by tables of e^(i/2^8) and e^(j/2^17) and a short series of the rest. */

import { fraction, type Sum } from './fixed-series';
import { memoized } from '../memoized';
import { type Enclosure, GUARD_BITS, type Middle, placesFor, reductionOf } from './places';
import { timesPowerOfTwo } from '../scaled';
import { powerOfTwo } from '../scaling';
import { bitLength } from './whole-number';
import { EXP, ln2 } from './whole-series';

/** For more places the tables, of 696 numbers with so many bits, take too long to make. */
export const MOST_TABLE_PLACES = 1600;
const COARSE = 8;
const FINE = 17;
/** The coarse table reaches up to e^(183/256), as r is below log 2 = 0.6931. */
const COARSE_SIZE = 184;
/** The tables are computed with so many more places, which hold all of their roundings. */
const GUARD = 32;
const INNER = powerOfTwo(FINE - COARSE);
const ONE = powerOfTwo(FINE);

const tablesOf = memoized((places: number) => ({
  coarse: powersOf(COARSE, COARSE_SIZE, places),
  fine: powersOf(FINE, INNER, places),
}));

/**
 * e^(i/2^step) for i below the count, each off by less than 2 units. The factor is off by less than
 * 2^10 units of the longer numbers, and each of the fewer than 2^10 products, which are below 2.1,
 * by one more: all in all less than 2^23 of the 2^32 that are cut off.
 */
function powersOf(step: number, count: number, places: number): bigint[] {
  const long = places + GUARD;
  const shift = BigInt(long);
  const factor = EXP.near(1n << BigInt(long - step), step, long).sum;
  let power = 1n << shift;
  return Array.from({ length: count }, () => {
    const rounded = power >> BigInt(GUARD);
    power = (power * factor) >> shift;
    return rounded;
  });
}

/**
 * e^r for 0 <= r < 0.71. The double of r is off by so little that what is left of r lies between
 * -2^-50 and 2^-17 + 2^-50. Each factor is below 2.1 and so are the products of all: 2 units for
 * each of the tables and 1 for each product make less than 4 times as many, with room 32.
 */
export function fixedExp(r: bigint, places: number): Sum {
  const { coarse, fine } = tablesOf(places);
  const index = Math.floor(fraction(r, places) * ONE);
  const i = index >> (FINE - COARSE);
  const j = index & (INNER - 1);
  const rest = r - (BigInt(index) << BigInt(places - FINE));
  const { sum, error } = EXP.near(rest, FINE - 1, places);
  const shift = BigInt(places);
  const finer = (sum * (fine[j] as bigint)) >> shift;
  return { sum: (finer * (coarse[i] as bigint)) >> shift, error: 2.1 * error + 32 };
}

/** e^x = 2^n e^r for |x| < 2^50. */
export function exponential(x: Middle): Enclosure {
  const before = Math.max(0, x.size);
  let places = placesFor(x.bits + before + GUARD_BITS);
  if (places <= MOST_TABLE_PLACES) {
    const { n, r, off } = reduced(x, places);
    const { sum, error } = fixedExp(r, places);
    return { sum, exponent: n - places, error: error + 2.1 * off };
  }
  const wanted = reductionOf(x.bits);
  places = placesFor(x.bits + wanted + before + GUARD_BITS);
  const { n, r, off } = reduced(x, places);
  const halvings = Math.max(1, wanted - (places - bitLength(r)));
  const { sum, error } = EXP.sum(r >> BigInt(halvings), places);
  const shift = BigInt(places);
  let power = sum;
  for (let i = 0; i < halvings; i++) power = (power * power) >> shift;
  // Squaring doubles the relative error and adds a unit; e^r is below 2.1.
  const inPower = error + 2 * (timesPowerOfTwo(off, -halvings) + 1) + 2;
  return { sum: power, exponent: n - places, error: timesPowerOfTwo(1.1 * inPower, halvings + 1) };
}

/** x = n log 2 + r with 0 <= r < log 2, where r is off by less than `off` units. */
function reduced(x: Middle, places: number): { n: number; r: bigint; off: number } {
  const log2 = ln2(places);
  let n = Math.floor(x.approximation * Math.LOG2E);
  let r = x.fixed(places) - BigInt(n) * log2;
  // The double may have been off by a little.
  if (r < 0n) {
    n -= 1;
    r += log2;
  } else if (r >= log2) {
    n += 1;
    r -= log2;
  }
  // x is off by a unit, and each log 2 by two.
  return { n, r, off: 2 * Math.abs(n) + 4 };
}
