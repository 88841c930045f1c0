/**
 * @file Functions of balls by their series: of a number that is near 0 or has been brought there, so that a small
 * result has all its bits.
 */

import type { Ball } from '../ball';
import { TWO_OVER_SQRT_PI } from '../constants';
import type { Series, Sum } from './fixed-series';
import { type Enclosure, GUARD_BITS, type Middle, placesFor, reductionOf } from './places';
import { ATAN, ATANH, COS, ERF, erfcSeries, EXPM1, largeErfSeries, SIN } from './whole-series';

/** A ball of some number of bits that can go to fixed point and come back. */
export interface SeriesBall<T> extends Ball<T>, Middle {
  withBits(bits: number): T;
  /** What a function of a slope below 1 makes of the ball, evaluated in fixed point. */
  through(f: (x: bigint, places: number) => Sum, places: number): T;
  enclosed(y: Enclosure): T;
}

/** From so many bits on, three times an angle are found from the angle. */
const TRIPLED = 500;

/** A series of slope below 1 in the square of x. */
function seriesOfSquare<T extends SeriesBall<T>>(x: T, series: Series): T {
  const places = placesFor(x.bits + GUARD_BITS);
  return x.squared().through((square) => series.sum(square > 0n ? square : 0n, places), places);
}

/** e^x - 1 for |x| < 1/2. */
export function expm1Series<T extends SeriesBall<T>>(x: T): T {
  return x.times(x.through((y, places) => EXPM1.sum(y, places), placesFor(x.bits + GUARD_BITS)));
}

/** log(1 + x) = 2 atanh(x/(2 + x)) for |x| < 2^-8. */
export function log1pSeries<T extends SeriesBall<T>>(x: T): T {
  if (x.sign === 0) return x;
  const t = x.over(x.plus(2));
  return t.times(seriesOfSquare(t, ATANH)).times(2);
}

/** sin r for |r| < 0.8: by the series, and for many bits by that of r/3^h, tripled h times. */
export function sinSeries<T extends SeriesBall<T>>(r: T): T {
  if (r.bits < TRIPLED) return r.times(seriesOfSquare(r, SIN));
  const times = Math.max(0, Math.round((reductionOf(r.bits) + Math.min(0, r.size)) / 3));
  let parts = 1;
  for (let i = 0; i < times; i++) parts *= 3;
  const part = r.withBits(r.bits + GUARD_BITS).over(parts);
  let sine = part.times(seriesOfSquare(part, SIN));
  for (let i = 0; i < times; i++) sine = sine.times(sine.squared().times(-4).plus(3));
  return sine.withBits(r.bits);
}

/** cos r for |r| < 0.8, as 1 - 2 sin(r/2)^2 for many bits. */
export function cosSeries<T extends SeriesBall<T>>(r: T): T {
  if (r.bits < TRIPLED) return seriesOfSquare(r, COS);
  return sinSeries(r.times(0.5)).squared().times(-2).plus(1);
}

/** atan x for |x| < 1/2. */
export function atanSeries<T extends SeriesBall<T>>(x: T): T {
  return x.times(seriesOfSquare(x, ATAN));
}

/** erf x of an exact x. */
export function erfOf<T extends SeriesBall<T>>(x: T): T {
  if (x.mantissa < 0n) return erfOf(x.negated()).negated();
  const more = x.withBits(x.bits + GUARD_BITS);
  return erfSeries(more).withBits(x.bits);
}

/** erf x of an exact x >= 0 by one of three series. */
function erfSeries<T extends SeriesBall<T>>(x: T): T {
  if (x.size <= 0) return x.times(seriesOfSquare(x, ERF)).times(x.constant(TWO_OVER_SQRT_PI));
  if (isFarOut(x)) return erfcFarOut(x).negated().plus(1);
  const places = placesFor(x.bits + 2 * GUARD_BITS);
  const { sum, error } = largeErfSeries(x.fixed(places), places);
  const series = x.enclosed({ sum, exponent: -places, error, scale: growthOf(x) });
  const factor = x.squared().negated().exp().times(x.constant(TWO_OVER_SQRT_PI));
  // x itself is off by a unit, and |erf'| < 2.
  return factor.times(series).widened(x.enclosed({ sum: 2n, exponent: -places, error: 0 }));
}

/** erfc x of an exact x. */
export function erfcOf<T extends SeriesBall<T>>(x: T): T {
  if (x.mantissa < 0n || x.size < 0) return erfOf(x).negated().plus(1);
  if (isFarOut(x)) return erfcFarOut(x.withBits(x.bits + GUARD_BITS)).withBits(x.bits);
  const more = x.withBits(x.bits + growthOf(x) + GUARD_BITS);
  return erfOf(more).negated().plus(1).withBits(x.bits);
}

/** Whether the asymptotic series of erfc has all bits. */
function isFarOut({ approximation: x, bits }: Middle): boolean {
  return x * x > 0.71 * placesFor(bits + 4 * GUARD_BITS);
}

function erfcFarOut<T extends SeriesBall<T>>(x: T): T {
  const square = x.squared();
  const series = square
    .times(2)
    .inverse()
    .through(erfcSeries, placesFor(x.bits + 2 * GUARD_BITS));
  const scale = x.constant(TWO_OVER_SQRT_PI).times(0.5).over(x);
  return square.negated().exp().times(scale).times(series);
}

/** A bound on log2 of e^(x^2), with room. */
function growthOf({ approximation: x }: Middle): number {
  return Math.ceil(1.4427 * x * x) + 4;
}
