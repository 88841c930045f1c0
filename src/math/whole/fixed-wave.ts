/** @file sin r and cos r in fixed point, by a table for angles i/2^9 and the series of what is left. */

import { fraction } from './fixed-series';
import { memoized } from '../memoized';
import { powerOfTwo } from '../scaling';
import { COS, SIN } from './whole-series';

const STEP = 9;
/** What is left is within 2^-9.99 of 0, its square below 2^-19. */
const RATE = 19;
const GUARD = 32;

/** Sine and cosine of r, which is near i/2^9, by those of the two parts of it. */
export interface Wave {
  readonly i: number;
  readonly sineOfTable: bigint;
  readonly cosineOfTable: bigint;
  readonly sineOfRest: bigint;
  readonly cosineOfRest: bigint;
  readonly error: number;
}

/** For each number of places, with more places than these, the first two; more are made when needed. */
const tables = memoized((places: number) => {
  const long = places + GUARD;
  const shift = BigInt(long);
  const step = 1n << BigInt(long - STEP);
  const square = (step * step) >> shift;
  const sine = (step * SIN.near(square, 2 * STEP, long).sum) >> shift;
  return { sines: [0n, sine], cosines: [1n << shift, COS.near(square, 2 * STEP, long).sum] };
});

/**
 * Turned further by 1/2^9 as far as is needed. The factor is off by less than 2^10 units of the long
 * numbers in its parts; each product of numbers of size 1 adds that and its roundings, less than
 * 2^12 in all, and the few hundred of them less than 2^21 of the 2^32 that are cut off.
 */
function tableOf(last: number, places: number): ReturnType<typeof tables> {
  const shift = BigInt(places + GUARD);
  const table = tables(places);
  const { sines, cosines } = table;
  const [sine, cosine] = [sines[1] as bigint, cosines[1] as bigint];
  for (let i = sines.length; i <= last; i++) {
    const [s, c] = [sines[i - 1] as bigint, cosines[i - 1] as bigint];
    sines.push((s * cosine + c * sine) >> shift);
    cosines.push((c * cosine - s * sine) >> shift);
  }
  return table;
}

/** For |r| < 0.8; the parts are off by less than the units that `sineOf` and `cosineOf` add up. */
export function waveOf(r: bigint, places: number): Wave {
  const i = Math.round(fraction(r, places) * powerOfTwo(STEP));
  const table = tableOf(Math.abs(i), places);
  const cut = BigInt(GUARD);
  const sine = (table.sines[Math.abs(i)] as bigint) >> cut;
  const shift = BigInt(places);
  const rest = r - (BigInt(i) << BigInt(places - STEP));
  const square = (rest * rest) >> shift;
  const ofSine = SIN.near(square, RATE, places);
  const ofCosine = COS.near(square, RATE, places);
  return {
    i,
    sineOfTable: i < 0 ? -sine : sine,
    cosineOfTable: (table.cosines[Math.abs(i)] as bigint) >> cut,
    sineOfRest: (rest * ofSine.sum) >> shift,
    cosineOfRest: ofCosine.sum,
    // Of the parts of the table 2 and 2, of the rounded square 1, of the products 1 and 1.
    error: ofCosine.error + ofSine.error * powerOfTwo(-STEP) + 8,
  };
}

export function sineOf(wave: Wave, places: number): bigint {
  const { sineOfTable, cosineOfTable, sineOfRest, cosineOfRest } = wave;
  return (sineOfTable * cosineOfRest + cosineOfTable * sineOfRest) >> BigInt(places);
}

export function cosineOf(wave: Wave, places: number): bigint {
  const { sineOfTable, cosineOfTable, sineOfRest, cosineOfRest } = wave;
  return (cosineOfTable * cosineOfRest - sineOfTable * sineOfRest) >> BigInt(places);
}
