/** @file sin and cos, correctly rounded: their kernels where these decide the last bit. */

import { nearestWithin } from './nearest';
import { rounded } from './rounded';
import { accelerated } from '../ball';
import { keptLow, keptWhole } from '../double/double-double';
import { cosKernel, reduce, sinKernel, WAVE_ERROR } from '../double/trigonometric-kernel';
import { odd } from '../wrapped';

const roundedSin = odd(rounded((x) => x.sin(), [NaN, NaN]));
const roundedCos = rounded((x) => x.cos(), [NaN, NaN]);

/** For |x| below it sin x is x less x^3/6 < 2^-58 x. */
const TINY = 7.450580596923828e-9; // 2^-27

/** The sine of x radians; NaN for the infinities. */
export const sin = accelerated((x: number): number => {
  if (!(Math.abs(x) > TINY && Math.abs(x) < Infinity)) return Math.abs(x) < 1 ? x : NaN;
  const r = reduce(x);
  const y = sinKernel(keptWhole(), r, keptLow());
  const nearest = nearestWithin(y, Math.abs(y) * WAVE_ERROR);
  return Number.isNaN(nearest) ? roundedSin(x) : nearest;
}, roundedSin);

/** The cosine of x radians; NaN for the infinities. */
export const cos = accelerated((x: number): number => {
  if (!(Math.abs(x) < Infinity)) return NaN;
  const r = reduce(x);
  const y = cosKernel(keptWhole(), r, keptLow());
  const nearest = nearestWithin(y, Math.abs(y) * WAVE_ERROR);
  return Number.isNaN(nearest) ? roundedCos(x) : nearest;
}, roundedCos);
