/**
 * @file e^x and e^x - 1 as double-doubles, from a table of 256 powers of two.
 *
 * Method (Tang 1989): x = k ln2/256 + r with |r| <= ln2/512, and k = 256 n + j, so that
 *   e^x = 2^n 2^(j/256) e^r.
 */

import {
  type DoubleDouble,
  fastSumError,
  fromDouble,
  keep,
  keepSum,
  keepWhole,
  keptLow,
  multiply,
  productError,
  sumError,
  keptWhole,
} from './double-double';
import { powerOfTwo } from '../scaling';

/** Adding and subtracting 1.5 * 2^52 rounds to a whole number. */
export const ROUND_TO_INTEGER = 6755399441055744;

export const STEPS_PER_UNIT = 369.3299304675746; // 256 / ln2
/** ln2/256 in three parts; the first two have 34 bits, so that k times each is exact. */
export const STEP_HIGH = 0.002707606173999011;
const STEP_MIDDLE = 6.327543041506426e-14;
const STEP_LOW = 1.5629239639119998e-24;
export const STEP_REST = STEP_MIDDLE + STEP_LOW;

/** 2^(2^k/256), k = 0 to 7. */
const ROOTS: readonly DoubleDouble[] = [
  { hi: 1.0027112750502025, lo: -3.636615928692264e-17 },
  { hi: 1.0054299011128027, lo: 9.499186535455032e-17 },
  { hi: 1.0108892860517005, lo: -1.5234778603368577e-17 },
  { hi: 1.0218971486541166, lo: 5.109225028973444e-17 },
  { hi: 1.0442737824274138, lo: 8.551889705537965e-17 },
  { hi: 1.0905077326652577, lo: -3.046782079812471e-17 },
  { hi: 1.189207115002721, lo: 3.982015231465646e-17 },
  { hi: 1.4142135623730951, lo: -9.667293313452913e-17 },
];

const powersHi = new Float64Array(256);
/** The low part of 2^(j/256), j = 0 to 255; after `stepPower(j)`. Their error is below 2^-100, of seven products. */
export const powersLo = new Float64Array(256);

/** The high part of 2^(j/256), j = 0 to 255. */
export function stepPower(j: number): number {
  if (powersHi[j] === 0) fillPowers(j >> 4);
  return powersHi[j] as number;
}

/**
 * Computes sixteen powers when one of them is first used: all of them would take 0.7 ms of each start. One by one
 * they would be asked for so often that V8 puts this code into what calls it, and that into nothing else: 1,000,000
 * rows of square,exp,square then made 48 MB more of objects, one for each number that goes in and out.
 */
function fillPowers(row: number): void {
  const first = ROOTS.slice(4).filter((_, k) => ((row >> k) & 1) === 1);
  const powers = [first.reduce(multiply, fromDouble(1))];
  for (const root of ROOTS.slice(0, 4)) powers.push(...powers.map((each) => multiply(each, root)));
  for (const [at, { hi, lo }] of powers.entries()) {
    powersHi[16 * row + at] = hi;
    powersLo[16 * row + at] = lo;
  }
}

/** Up to this size of x the parts of ln2/256 are multiplied without error. */
export const LARGEST_EXPONENT = 1400;

/** Bounds on the relative errors of the two kernels: 2^-80 and 2^-70. */
export const EXP_ERROR = 8.271806125530277e-25;
export const EXPM1_ERROR = 8.470329472543003e-22;

/** e^(hi + lo) for |hi| < 1400, divided by a power of two, whose exponent is kept as the whole number. */
export function expKernel(hi: number, lo: number): number {
  const k = nearestStep(hi);
  const j = k & 255;
  const r = remainder(hi, lo, k);
  const q = expm1Series(r, keptLow());
  const power = stepPower(j);
  const product = power * q;
  const sum = power + product;
  const low =
    (powersLo[j] as number) * (1 + q) + (productError(power, q, product) + power * keptLow());
  keepWhole((k - j) >> 8);
  return keepSum(sum, fastSumError(power, product, sum) + low);
}

/** e^(hi + lo) - 1 for |hi| < 1400, divided by a power of two as that of `expKernel`. */
export function expm1Kernel(hi: number, lo: number): number {
  if (nearestStep(hi) === 0) {
    const x = hi + lo;
    keepWhole(0);
    return expm1Series(x, sumError(hi, lo, x));
  }
  const high = expKernel(hi, lo);
  const exponent = keptWhole();
  if (exponent > 120) return high;
  keepWhole(0);
  if (exponent < -120) return keepSum(-1, 0);
  const scale = powerOfTwo(exponent);
  const power = high * scale;
  const sum = power - 1;
  return keepSum(sum, sumError(-1, power, sum) + keptLow() * scale);
}

function nearestStep(x: number): number {
  return x * STEPS_PER_UNIT + ROUND_TO_INTEGER - ROUND_TO_INTEGER;
}

/** hi + lo - k ln2/256, with an error of 2^-96 and less where lo is less. */
function remainder(hi: number, lo: number, k: number): number {
  const high = hi - k * STEP_HIGH;
  const middle = -k * STEP_MIDDLE;
  const sum = high + middle;
  const rest = sumError(high, middle, sum) + (lo - k * STEP_LOW);
  const r = sum + rest;
  return keep(r, sumError(sum, rest, r));
}

/**
 * e^(x + low) - 1 for |x| <= ln2/512: x and x^2/2 as double-doubles, x^3/6 < 2^-31 and the rest in
 * doubles, cut at x^8. The error is 2^-83, or 2^-73 x.
 */
function expm1Series(x: number, low: number): number {
  const square = x * x;
  const half = 0.5 * square;
  const rest = x * square * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x * (1 / 5040)))));
  const sum = x + half;
  const inSquare = 0.5 * productError(x, x, square);
  return keepSum(sum, fastSumError(x, half, sum) + (low * (1 + x) + (inSquare + rest)));
}
