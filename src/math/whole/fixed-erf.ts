/**
 * @file erf x in fixed point, by its power series around the nearest multiple of 1/32. These are made
 * when they are first asked for.
 */

import { TWO_OVER_SQRT_PI } from '../constants';
import { fraction, type Plan, planOf, type Sum, summed } from './fixed-series';
import { memoized } from '../memoized';
import { powerOfTwo } from '../scaling';
import { bitLength, toDouble } from './whole-number';
import { EXP, largeErfSeries, ln2 } from './whole-series';

/** For more places the kept series, 256 of some 150 coefficients, take too much memory. */
export const MOST_ERF_PLACES = 720;
/** Series are kept around the multiples of 1/32 up to this x. */
export const MOST_ERF = 7.9;
/** The distance of the points with series is 2^-5. */
const STEP = 5;
/** Bits beside those that an error grows by: for the errors of the first coefficients and of all the divisions. */
const GUARD = 40;
/** log2(e), rounded up: e^x has so many bits before its point for each unit of x. */
const BITS_PER_UNIT = 1.4427;

const plans = memoized((places: number) => memoized((j: number) => planAround(j, places)));

/** erf x for 0 <= x < 8; what is left of x is within 2^-5.9 of 0. */
export function fixedErf(x: bigint, places: number): Sum {
  const j = Math.round(fraction(x, places) * powerOfTwo(STEP));
  return summed(plans(places)(j), x - (BigInt(j) << BigInt(places - STEP)));
}

/**
 * The series around a = j/32. The slope 2/sqrt(pi) e^(-(a + h)^2) = g_0 + g_1 h + ... has
 * (n + 1) g_(n + 1) = -2 a g_n - 2 g_(n - 1). By the same rule an error grows less than the
 * coefficients of e^(2 a h + h^2), which add up to e^(2 a + 1): so many bits more are kept, and 40 for
 * the errors of the beginning and of all the divisions. By Cramer's bound on Hermite polynomials no
 * coefficient is above 1.8, so that the sums that `planOf` asks to be below 2 are so for |h| < 1/32.
 */
function planAround(j: number, places: number): Plan {
  const a = j / powerOfTwo(STEP);
  const guard = Math.ceil(BITS_PER_UNIT * (2 * a + 1)) + GUARD;
  const start = beginning(j, places + guard);
  const cut = BigInt(guard);
  const terms = [start.value >> cut];
  const factor = BigInt(j);
  let before = 0n;
  let slope = start.slope;
  // Later ones are below 2 and make less than a unit.
  const count = Math.ceil(places / STEP) + 4;
  for (let n = 1; n <= count; n++) {
    terms.push((slope / BigInt(n)) >> cut);
    const next = -(factor * slope + 32n * before) / BigInt(16 * n);
    [before, slope] = [slope, next];
  }
  const lengths = terms.map(bitLength);
  for (let n = lengths.length - 2; n >= 0; n--) {
    lengths[n] = Math.max(lengths[n] as number, lengths[n + 1] as number);
  }
  return planOf(terms, lengths, STEP, places);
}

/**
 * erf a = 2/sqrt(pi) e^(-a^2) times a series of positive terms, and its slope, each off by less than
 * 2 units. The terms grow to e^(a^2): so many bits more are kept, and 24 and more for the errors of the
 * exponential, below 2^12 units, and of the series, below 2^20 units times e^(a^2).
 */
function beginning(j: number, places: number): { value: bigint; slope: bigint } {
  const growth = Math.ceil((BITS_PER_UNIT * j * j) / 1024) + 28;
  const deep = places + growth;
  const shift = BigInt(deep);
  const square = BigInt(j * j) << BigInt(deep - 2 * STEP);
  // e^(-a^2) = 2^-n (e^(r/2))^2
  const n = toDouble(square / ln2(deep)) + 1;
  const half = EXP.sum((BigInt(n) * ln2(deep) - square) >> 1n, deep).sum;
  const power = (half * half) >> BigInt(deep + n);
  const slope = (power * TWO_OVER_SQRT_PI.fixed(deep)) >> shift;
  const { sum } = largeErfSeries(BigInt(j) << BigInt(deep - STEP), deep);
  return { value: ((slope * sum) >> shift) >> BigInt(growth), slope: slope >> BigInt(growth) };
}
