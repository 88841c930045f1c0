/**
 * @file exp, correctly rounded: the double nearest to e^x, the same on every machine.
 *
 * Method (Tang's table-driven reduction with Ziv's rounding test):
 *   x = k ln2/256 + r, |r| <= ln2/512, and k = 256 n + j, so e^x = 2^n * 2^(j/256) * e^r.
 * The fast path evaluates this in doubles as a high and a low part and knows its own error: when
 * both ends of the error interval round to the same double, that double is the answer. Otherwise
 * (about 2 in 100 arguments) the kernel decides, which knows 80 bits, and where it cannot, `rounded`.
 */

import { keptWhole } from '../double/double-double';
import {
  EXP_ERROR,
  expKernel,
  powersLo,
  ROUND_TO_INTEGER,
  stepPower,
  STEP_HIGH,
  STEP_REST,
  STEPS_PER_UNIT,
} from '../double/exp-kernel';
import { nearestWithin } from './nearest';
import { rounded } from './rounded';
import { stated } from '../ball';
import { powerOfTwo } from '../scaling';

/**
 * e^x, rounded once to the nearest double. NaN for NaN.
 *
 * The error of the fast path, in units of 2^(j/256): the sum `low` is at most 0.0014 and takes four
 * roundings of that size (4 * 2^-53 * 0.0014 = 6.2e-19); the table has an error of 2^-100, the
 * truncated series one of 1e-20. FAST_ERROR leaves a factor of more than 2.
 */
function expOfDouble(x: number): number {
  if (!(x > -708 && x < 709)) return roundedExp(x);
  const k = x * STEPS_PER_UNIT + ROUND_TO_INTEGER - ROUND_TO_INTEGER;
  const xReduced = x - k * STEP_HIGH;
  const rest = k * STEP_REST;
  const r = xReduced - rest;
  const rLow = xReduced - r - rest;
  const series = r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));

  const j = k & 255;
  const power = stepPower(j);
  const low = (powersLo[j] as number) + power * (r + (series + rLow));
  const high = power + low;
  const error = low - (high - power);
  const margin = FAST_ERROR * power;
  const rounded = high + (error - margin);
  if (rounded === high + (error + margin)) {
    return rounded * powerOfTwo((k - j) >> 8);
  }
  return expByKernel(x);
}

/** By itself, so that the fast path is short enough for V8 to put it into the loops of streams. */
function expByKernel(x: number): number {
  const y = expKernel(x, 0);
  const nearest = nearestWithin(y, y * EXP_ERROR);
  if (Number.isNaN(nearest)) return roundedExp(x);
  return nearest * powerOfTwo(keptWhole());
}

const FAST_ERROR = 1.7e-18;

const roundedExp = rounded((x) => x.exp(), [0, Infinity]);

export const exp = stated(roundedExp.ball, expOfDouble);
