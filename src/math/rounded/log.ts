/** @file log, correctly rounded: its kernel where that decides the last bit, else the formula. */

import { stated } from '../ball';
import { logError, logOf } from '../double/log-kernel';
import { nearestWithin } from './nearest';
import { rounded } from './rounded';

const roundedLog = rounded((x) => x.log(), [NaN, Infinity]);

/** The natural logarithm: -Infinity at 0 of either sign, NaN below and for NaN. */
export const log = stated(roundedLog.ball, (x: number): number => {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  const y = logOf(x);
  const nearest = nearestWithin(y, logError(y));
  return Number.isNaN(nearest) ? roundedLog(x) : nearest;
});
