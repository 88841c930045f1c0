/** @file log, correctly rounded: its kernel where that decides the last bit, else the formula. */

import { accelerated, type Ball } from '../ball';
import { logError, logOf } from '../double/log-kernel';
import { nearestWithin } from './nearest';
import { rounded } from './rounded';

/** What a ball's logarithm says at and below 0, it says here for certain. */
function logFormula<T extends Ball<T>>(x: T): T {
  if (x.sign === -1) return x.unknown('outside');
  return x.sign === 0 ? x.unknown('pole') : x.log();
}

const roundedLog = rounded(logFormula, [NaN, Infinity]);

/** The natural logarithm: -Infinity at 0 of either sign, NaN below and for NaN. */
export const log = accelerated((x: number): number => {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  const y = logOf(x);
  const nearest = nearestWithin(y, logError(y));
  return Number.isNaN(nearest) ? roundedLog(x) : nearest;
}, roundedLog);
