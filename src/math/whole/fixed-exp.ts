/** @file e^r in fixed point, by tables of e^(i/2^8) and e^(j/2^17) and a short series of the rest. */

import { fraction, type Sum } from './fixed-series';
import { memoized } from '../memoized';
import { powerOfTwo } from '../scaling';
import { EXP } from './whole-series';

/** With more places the tables would be dear. */
export const MOST_TABLE_PLACES = 1600;
const COARSE = 8;
const FINE = 17;
/** e^(i/256) up to r = 0.7, and more. */
const COARSE_SIZE = 184;
/** The tables are made with more places: thousands of units by their roundings are no unit then. */
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
  const [i, j] = [index >> (FINE - COARSE), index & (INNER - 1)];
  const rest = r - (BigInt(index) << BigInt(places - FINE));
  const { sum, error } = EXP.near(rest, FINE - 1, places);
  const shift = BigInt(places);
  const finer = (sum * (fine[j] as bigint)) >> shift;
  return { sum: (finer * (coarse[i] as bigint)) >> shift, error: 2.1 * error + 32 };
}
