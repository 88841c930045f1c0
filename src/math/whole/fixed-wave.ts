/**
 * @file sin x and cos x in fixed point: x = n pi/2 + r, and r = i/2^9 + rest. Sine and cosine of i/2^9 are in a
 * table, those of the rest are found by their series.
 */

import { MOST_TABLE_PLACES } from './fixed-exp';
import { fraction } from './fixed-series';
import { memoized } from '../memoized';
import { type Enclosure, GUARD_BITS, type Middle, placesFor, SMALL_BITS } from './places';
import { timesPowerOfTwo } from '../scaled';
import { powerOfTwo } from '../scaling';
import { bitLength, floorDivided, toDouble } from './whole-number';
import { COS, pi, SIN } from './whole-series';

/** The angles of the table are 2^-9 apart. */
const STEP = 9;
/** The rest is within 2^-9.99 of 0, its square below 2^-19. */
const RATE = 19;
/** The table is computed with so many more places, which hold all of its roundings. */
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

/** By the number of places: sines and cosines of 0 and 1/2^9; `tableOf` makes more when they are needed. */
const tables = memoized((places: number) => {
  const long = places + GUARD;
  const shift = BigInt(long);
  const step = 1n << BigInt(long - STEP);
  const square = (step * step) >> shift;
  const sine = (step * SIN.near(square, 2 * STEP, long).sum) >> shift;
  return { sines: [0n, sine], cosines: [1n << shift, COS.near(square, 2 * STEP, long).sum] };
});

/**
 * The table up to the angle last/2^9, each entry from the one before it, turned by 1/2^9. The factor is off by less than 2^10 units of the long
 * numbers in its parts; each product of numbers of size 1 adds that and its roundings, less than
 * 2^12 in all, and the few hundred of them less than 2^21 of the 2^32 that are cut off.
 */
function tableOf(last: number, places: number): ReturnType<typeof tables> {
  const shift = BigInt(places + GUARD);
  const table = tables(places);
  const { sines, cosines } = table;
  const sine = sines[1] as bigint;
  const cosine = cosines[1] as bigint;
  for (let i = sines.length; i <= last; i++) {
    const s = sines[i - 1] as bigint;
    const c = cosines[i - 1] as bigint;
    sines.push((s * cosine + c * sine) >> shift);
    cosines.push((c * cosine - s * sine) >> shift);
  }
  return table;
}

/** Sine and cosine of r, |r| < 0.8, in parts; `error` bounds what `sineOf` and `cosineOf` are off by. */
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

/** Up to 2^40 a double tells how many quarters of a turn an angle has. */
const QUICK_ANGLE = 40;
/** Not above pi/4. */
const EIGHTH_TURN = 0.785;
const TWO_OVER_PI = 0.6366197723675814;

/** x reduced: n pi/2 + rest but for whole turns, |rest| < 0.8. */
export interface Angle {
  readonly x: Middle;
  readonly places: number;
  /** From 0 to 3. */
  readonly n: number;
  readonly rest: Enclosure;
  /** Undefined where tables of so many places would be dear. */
  readonly wave: Wave | undefined;
}

/** The last one: a formula that has the sine has the cosine of the same angle more often than not. */
let latest: Angle | undefined;

/** An angle reduced, and sine and cosine of its rest. */
export function angleOf(x: Middle): Angle {
  if (latest !== undefined && isSame(latest.x, x)) return latest;
  const places = placesFor(x.bits + Math.max(0, x.size) + GUARD_BITS + SMALL_BITS);
  const halfPi = pi(places) >> 1n;
  const whole = x.fixed(places);
  const quick = x.approximation;
  // x is off by a unit, and each pi/2 by less than two.
  let n = 0;
  let sum = whole;
  let error = 1;
  let scale = 0;
  if (x.size > QUICK_ANGLE) {
    const turns = floorDivided(2n * whole + halfPi, 2n * halfPi);
    n = toDouble(turns & 3n);
    sum = whole - turns * halfPi;
    scale = bitLength(turns) + 2;
  } else if (Math.abs(quick) >= EIGHTH_TURN) {
    const turns = Math.round(quick * TWO_OVER_PI);
    n = ((turns % 4) + 4) % 4;
    sum = whole - BigInt(turns) * halfPi;
    error = 2 * Math.abs(turns) + 1;
  }
  const wave = places <= MOST_TABLE_PLACES ? waveOf(sum, places) : undefined;
  latest = { x, places, n, rest: { sum, exponent: -places, error, scale }, wave };
  return latest;
}

function isSame(a: Middle, b: Middle): boolean {
  return a.mantissa === b.mantissa && a.exponent === b.exponent && a.bits === b.bits;
}

/**
 * Sine or cosine of the rest of an angle; undefined where the series serves better: where there is no table, and
 * for the sine of a rest near 0.
 */
export function waveOfRest({ places, rest, wave }: Angle, isSine: boolean): Enclosure | undefined {
  if (wave === undefined || (isSine && wave.i === 0)) return undefined;
  const { scale = 0 } = rest;
  return {
    sum: isSine ? sineOf(wave, places) : cosineOf(wave, places),
    exponent: -places,
    error: rest.error + timesPowerOfTwo(wave.error, -scale),
    scale,
  };
}
