/**
 * @file erf and erfc as double-doubles, from a table of their values at multiples of 1/256.
 *
 * Around c = i/256 the integral of e^(-t^2) from c to x = c + h is e^(-c^2) S(h), where
 *   S(h) = h - c h^2 + ... = sum of a_n h^(n+1)/(n+1), a_0 = 1, a_1 = -2c,
 *   a_(n+1) = -2 (c a_n + a_(n-1))/(n+1)
 * (the Taylor series of e^(-2 c t - t^2)). With G = 2/sqrt(pi) e^(-c^2), kept apart as e^(-c^2) may
 * be far below 1:
 *   erf x = G (U + S(h)), U = erf(c)/G, for x < 1,
 *   erfc x = G (V - S(h)), V = erfc(c)/G, for x >= 1.
 */

import { TWO_OVER_SQRT_PI } from '../constants';
import {
  add,
  type DoubleDouble,
  fastTwoSum,
  keepPair,
  multiply,
  multiplyDouble,
  negate,
  scale,
  twoProduct,
  twoSum,
  keptWhole,
  withKeptLow,
} from './double-double';
import { expKernel } from './exp-kernel';
import { LookupTable } from '../lookup-table';
import type { WholeBall } from '../whole/whole-ball';

const STEPS = 256;
/** Beyond it erfc x < e^(-x^2) is below half the smallest double, even times x. */
export const LARGEST_ERFC = 30;

/** sqrt(pi)/2 e^(c^2) */
function inverseOfG(c: WholeBall): WholeBall {
  return c.squared().exp().over(c.constant(TWO_OVER_SQRT_PI));
}
/** U at i/256, i = 0 to 256. */
const SCALED_ERF = new LookupTable(STEPS + 1, (i) =>
  i
    .over(STEPS)
    .erf()
    .times(inverseOfG(i.over(STEPS))),
);
/** V at i/256, i = 256 to 7680. */
const SCALED_ERFC = new LookupTable(LARGEST_ERFC * STEPS + 1, (i) =>
  i
    .over(STEPS)
    .erfc()
    .times(inverseOfG(i.over(STEPS))),
);

/** Bounds on the relative errors of the two kernels: 2^-67 and 2^-62 (for x up to 8, 2^-67). */
export const ERF_ERROR = 6.776263578034403e-21;
export const ERFC_ERROR = 2.168404344971009e-19;

/** erf(hi + lo) for 0 <= hi < 1 */
export function erfKernel(hi: number, lo: number): number {
  const i = Math.round(hi * STEPS);
  const c = i / STEPS;
  const integral = integralFrom(c, hi, lo);
  const scaled = i === 0 ? integral : add(tableEntry(SCALED_ERF, i), integral);
  const power = withKeptLow(expKernel(-c * c, 0));
  const exponent = keptWhole();
  // c < 1.01, so that the exponent is 0 or -1 or -2.
  const factor = exponent === 0 ? 1 : exponent === -1 ? 0.5 : 0.25;
  return keepPair(multiply(scaled, multiply(TWO_OVER_SQRT_PI, scale(power, factor))));
}

/** erfc(hi + lo) for 1 <= hi <= 30, divided by a power of two, whose exponent is kept as the whole number. */
export function erfcKernel(hi: number, lo: number): number {
  const i = Math.round(hi * STEPS);
  const c = i / STEPS;
  const scaled = add(tableEntry(SCALED_ERFC, i), negate(integralFrom(c, hi, lo)));
  const power = withKeptLow(expKernel(-c * c, 0));
  return keepPair(multiply(scaled, multiply(TWO_OVER_SQRT_PI, power)));
}

function tableEntry(table: LookupTable, i: number): DoubleDouble {
  return { hi: table.at(i), lo: table.lo[i] as number };
}

/** The last term of S that counts: (2 c h)^n/n! with 2 c h < 0.118 is 2^-53 (c h)^2 then. */
const LAST_TERM = 13;
const SMALLEST_TERM = 1e-22;

/**
 * S(h) for h = hi + lo - c, |h| <= 1/512. Its first two terms are double-doubles; the others are below
 * 2/3 (c h)^2 h (and h^3/3 where c = 0): 2^-12.9 h for c <= 6, in plain doubles 2^-65.
 */
function integralFrom(c: number, hi: number, lo: number): DoubleDouble {
  const h = twoSum(hi - c, lo);
  const step = h.hi;
  let before = 1;
  let a = -2 * c;
  let power = step * step;
  let rest = 0;
  for (let n = 1; n < LAST_TERM; n++) {
    const next = (-2 * (c * a + before)) / (n + 1);
    before = a;
    a = next;
    power *= step;
    const term = (a * power) / (n + 2);
    rest += term;
    // Where c is 0 every other term is.
    if (term !== 0 && Math.abs(term) < SMALLEST_TERM * Math.abs(step)) break;
  }
  const second = multiplyDouble(twoProduct(step, step), -c);
  const sum = fastTwoSum(step, second.hi);
  return fastTwoSum(sum.hi, sum.lo + (second.lo + (h.lo * (1 - 2 * c * step) + rest)));
}
