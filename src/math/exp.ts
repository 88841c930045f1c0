/**
 * @file exp, correctly rounded: the double nearest to e^x, the same on every machine.
 *
 * Method (Tang's table-driven reduction with Ziv's rounding test):
 *   x = k ln2/256 + r, |r| <= ln2/512, and k = 256 n + j, so e^x = 2^n * 2^(j/256) * e^r.
 * The fast path evaluates this in doubles as a high and a low part and knows its own error: when
 * both ends of the error interval round to the same double, that double is the answer. Otherwise
 * (about 2 in 100 arguments) the accurate path evaluates the same formula in double-double, and
 * where even that cannot decide (about 1 in 2^50), whole numbers of 320 bits do.
 */

import { add, addDouble, type DoubleDouble, multiply, twoSum } from './double-double';
import { nearestDouble, roundOrElse, toInteger } from './exact';
import { powerOfTwo } from './scaling';

/** Above it e^x overflows; below the other it is under half of the smallest double. */
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019412;

/** Adding and subtracting 1.5 * 2^52 rounds to a whole number. */
const ROUND_TO_INTEGER = 6755399441055744;

const STEPS_PER_UNIT = 369.3299304675746; // 256 / ln2
/** ln2/256 in three parts; the first two have 34 bits, so that k times each is exact. */
const STEP_HIGH = 0.002707606173999011;
const STEP_MIDDLE = 6.327543041506426e-14;
const STEP_LOW = 1.5629239639119998e-24;
const STEP_REST = STEP_MIDDLE + STEP_LOW;

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

/** 2^(j/256) = powersHi[j] + powersLo[j], j = 0 to 255; filled by the first call of exp. */
const powersHi = new Float64Array(256);
const powersLo = new Float64Array(256);
/** 2^n at index n + 1022, n = -1022 to 1023. */
const scales = new Float64Array(2046);

function fillTables(): void {
  COARSE_POWERS.forEach(([coarseHi, coarseLo], i) => {
    FINE_POWERS.forEach(([fineHi, fineLo], j) => {
      const power = multiply({ hi: coarseHi, lo: coarseLo }, { hi: fineHi, lo: fineLo });
      powersHi[16 * i + j] = power.hi;
      powersLo[16 * i + j] = power.lo;
    });
  });
  for (let n = -1022; n <= 1023; n++) scales[n + 1022] = powerOfTwo(n);
}

/**
 * e^x, rounded once to the nearest double. NaN for NaN.
 *
 * The error of the fast path, in units of 2^(j/256): the sum `low` is at most 0.0014 and takes four
 * roundings of that size (4 * 2^-53 * 0.0014 = 6.2e-19); the table has an error of 2^-105, the
 * truncated series one of 1e-20. FAST_ERROR leaves a factor of more than 2.
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return expAtTheEdges(x);
  if (scales[0] === 0) fillTables();

  const k = x * STEPS_PER_UNIT + ROUND_TO_INTEGER - ROUND_TO_INTEGER;
  const xReduced = x - k * STEP_HIGH;
  const rest = k * STEP_REST;
  const r = xReduced - rest;
  const rLow = xReduced - r - rest;
  const series = r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));

  const j = k & 255;
  const power = powersHi[j] as number;
  const low = (powersLo[j] as number) + power * (r + (series + rLow));
  const high = power + low;
  const error = low - (high - power);
  const margin = FAST_ERROR * power;
  const rounded = high + (error - margin);
  if (rounded === high + (error + margin)) {
    return rounded * (scales[((k - j) >> 8) + 1022] as number);
  }
  return expAccurate(x);
}

const FAST_ERROR = 1.7e-18;

/** e^x outside the range of the fast path: overflow, underflow, subnormal results, NaN. */
function expAtTheEdges(x: number): number {
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  return Number.isNaN(x) ? x : expAccurate(x);
}

/** e^x by the accurate path, or exactly where that cannot decide the last bit. */
function expAccurate(x: number): number {
  const { value, exponent } = expDoubleDouble(x);
  return roundOrElse(value, ACCURATE_ERROR, exponent, () => expExact(x));
}

/** The relative error of expDoubleDouble is below 2^-103. */
const ACCURATE_ERROR = 9.860761315262648e-32;

/**
 * e^x = value * 2^exponent as a double-double, for |x| < 746.
 *
 * The errors: 3 u^2 = 2^-104.4 of the last sum, 2^-105.1 of the table (measured at each of its
 * entries), 7 u^2 * 0.0014 = 2^-112 of the product and 2^-111 of the reduced argument.
 */
export function expDoubleDouble(x: number): { value: DoubleDouble; exponent: number } {
  if (scales[0] === 0) fillTables();
  const k = Math.round(x * STEPS_PER_UNIT);
  const j = k & 255;
  const reduced = twoSum(x - k * STEP_HIGH, -k * STEP_MIDDLE);
  const r = addDouble(reduced, -k * STEP_LOW);
  const power = { hi: powersHi[j] as number, lo: powersLo[j] as number };
  return { value: add(power, multiply(power, expm1Series(r))), exponent: (k - j) >> 8 };
}

const INVERSE_OF_5_FACTORIAL = { hi: 0.008333333333333333, lo: 1.1564823173178714e-19 };
/** 1/4! down to 1/1!. */
const INVERSE_FACTORIALS: readonly DoubleDouble[] = [
  { hi: 0.041666666666666664, lo: 2.3129646346357427e-18 },
  { hi: 0.16666666666666666, lo: 9.25185853854297e-18 },
  { hi: 0.5, lo: 0 },
  { hi: 1, lo: 0 },
];

/** e^r - 1 for |r| <= ln2/512, by the Taylor series up to r^10/10!. */
function expm1Series(r: DoubleDouble): DoubleDouble {
  const x = r.hi;
  // From r^6/6! on the terms are below 2^-66, small enough for plain doubles.
  const rest =
    x * (1 / 720 + x * (1 / 5040 + x * (1 / 40320 + x * (1 / 362880 + x * (1 / 3628800)))));
  let sum = addDouble(INVERSE_OF_5_FACTORIAL, rest);
  for (const coefficient of INVERSE_FACTORIALS) sum = add(coefficient, multiply(sum, r));
  return multiply(sum, r);
}

/** The binary places of the fixed-point numbers below. */
const PLACES = 320n;
/** ln2 * 2^320, rounded down. */
const LN2 = 0xb17217f7d1cf79abc9e3b39803f2f6af40f343267298b62d8a0d175b8baafa2be7b876206debac98n;

/**
 * e^x by its Taylor series in fixed point, with an error of 2^-310: the hardest arguments of e^x
 * need some 2^-115 (Lefevre and Muller, "Worst cases for correct rounding", 2001).
 */
export function expExact(x: number): number {
  if (x === 0) return 1;
  const { integer, exponent } = toInteger(x);
  const shift = PLACES + BigInt(exponent);
  const fixed = shift >= 0n ? integer << shift : integer >> -shift;
  const n = Math.round(x * 1.4426950408889634);
  const r = fixed - BigInt(n) * LN2;
  let sum = 0n;
  for (let term = 1n << PLACES, i = 1n; term !== 0n && term !== -1n; i++) {
    sum += term;
    term = ((term * r) >> PLACES) / i;
  }
  return nearestDouble(sum, 1n << PLACES, n);
}
