/**
 * @file e^x and e^x - 1 as double-doubles, from a table of 256 powers of two.
 *
 * Method (Tang 1989): x = k ln2/256 + r with |r| <= ln2/512, and k = 256 n + j, so that
 *   e^x = 2^n 2^(j/256) e^r.
 */

import {
  fastSumError,
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

/** 2^(i/16) as double-doubles, i = 0 to 15. */
const COARSE_POWERS: readonly (readonly [number, number])[] = [
  [1.0, 0.0],
  [1.0442737824274138, 8.551889705537965e-17],
  [1.0905077326652577, -3.046782079812471e-17],
  [1.1387886347566916, 8.912812676025408e-17],
  [1.189207115002721, 3.982015231465646e-17],
  [1.241857812073484, 4.658027591836937e-17],
  [1.2968395546510096, 2.5382502794888315e-17],
  [1.3542555469368927, 7.70094837980299e-17],
  [1.4142135623730951, -9.667293313452913e-17],
  [1.4768261459394993, -3.483994556892796e-17],
  [1.5422108254079407, 7.949834809697621e-17],
  [1.6104903319492543, 2.4707192569797888e-17],
  [1.681792830507429, 8.199010020581497e-17],
  [1.7562521603732995, 2.960140695448873e-17],
  [1.8340080864093424, 3.283107224245627e-17],
  [1.9152065613971474, -1.0619946056195963e-16],
];

/** 2^(i/256) as double-doubles, i = 0 to 15. */
const FINE_POWERS: readonly (readonly [number, number])[] = [
  [1.0, 0.0],
  [1.0027112750502025, -3.636615928692264e-17],
  [1.0054299011128027, 9.499186535455032e-17],
  [1.0081558981184175, -3.252058756084308e-17],
  [1.0108892860517005, -1.5234778603368577e-17],
  [1.0136300849514894, 9.283599768183568e-18],
  [1.016378314910953, -5.77217007319966e-17],
  [1.019133996077738, 3.601904982259662e-17],
  [1.0218971486541166, 5.109225028973444e-17],
  [1.0246677928971357, -7.56160786848778e-17],
  [1.0274459491187637, -4.9560741746453704e-17],
  [1.030231637686041, 3.319830041080813e-17],
  [1.0330248790212284, 7.600838874027088e-18],
  [1.0358256936019572, -7.806782391337636e-17],
  [1.0386341019613787, 5.996273788852511e-17],
  [1.041450124688316, 3.784830480287576e-17],
];

const powersHi = new Float64Array(256);
/** The low part of 2^(j/256), j = 0 to 255; after `stepPower(j)`. */
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
  const [coarseHi, coarseLo] = COARSE_POWERS[row] as readonly [number, number];
  for (const [at, [hi, lo]] of FINE_POWERS.entries()) {
    const power = multiply({ hi: coarseHi, lo: coarseLo }, { hi, lo });
    powersHi[16 * row + at] = power.hi;
    powersLo[16 * row + at] = power.lo;
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

/** e^x for |x| < 700, where it and its low part are normal numbers. */
export function expDoubleDouble(x: number): number {
  const hi = expKernel(x, 0);
  const scale = powerOfTwo(keptWhole());
  return keep(hi * scale, keptLow() * scale);
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
