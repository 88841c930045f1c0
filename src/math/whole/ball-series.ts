/**
 * @file Functions of the middle of a ball of whole numbers by their series: of a number that is near 0 or has been
 * brought there, so that a small result has all its bits.
 */

import { TWO_OVER_SQRT_PI } from '../constants';
import type { Series } from './fixed-series';
import { WholeArithmetic } from './whole-arithmetic';
import { ATAN, ATANH, COS, ERF, erfcSeries, EXPM1, largeErfSeries, SIN } from './whole-series';

/** So many bits more than a result has are computed, which hold the roundings on the way. */
export const GUARD_BITS = 16;
/** With so many places more a result above 2^-10 has all its bits. */
export const SMALL_BITS = 10;
/** From so many bits on, three times an angle are found from the angle. */
const TRIPLED = 900;

/**
 * How many places a number of so many bits gets: 62, 126, 190 and so on, so that coefficients are kept for few
 * different numbers of places, and that a number with two bits before its point fills digits of 64 bits.
 */
function placesFor(bits: number): number {
  return 64 * Math.ceil((bits + 2) / 64) - 2;
}

/** By how many powers of two an argument is made smaller before its series is summed; 0.6 is measured. */
function reductionOf(bits: number): number {
  return Math.round(0.6 * Math.sqrt(bits));
}

/** Balls with series. Those of erf and erfc are for exact balls. */
export abstract class BallSeries extends WholeArithmetic {
  abstract exp(): this;

  /** A series of slope below 1 in the square of x. */
  private ofSquare(series: Series): this {
    const places = placesFor(this.bits + GUARD_BITS);
    return this.squared().through((x) => series.sum(x > 0n ? x : 0n, places), places);
  }

  /** e^x - 1 for |x| < 1/2. */
  protected expm1Series(): this {
    const places = placesFor(this.bits + GUARD_BITS);
    return this.times(this.through((x) => EXPM1.sum(x, places), places));
  }

  /** log(1 + x) = 2 atanh(x/(2 + x)) for |x| < 2^-8. */
  protected log1pSeries(): this {
    if (this.sign === 0) return this;
    const t = this.over(this.plus(2));
    return t.times(t.ofSquare(ATANH)).times(2);
  }

  /** sin r for |r| < 0.8: by the series, and for many bits by that of r/3^h, tripled h times. */
  protected sinSeries(): this {
    if (this.bits < TRIPLED) return this.times(this.ofSquare(SIN));
    const reduction = reductionOf(this.bits) + Math.min(0, this.size);
    const times = Math.max(0, Math.round(reduction / 3));
    let parts = 1;
    for (let i = 0; i < times; i++) parts *= 3;
    const part = this.withBits(this.bits + GUARD_BITS).over(parts);
    let sine = part.times(part.ofSquare(SIN));
    for (let i = 0; i < times; i++) sine = sine.times(sine.squared().times(-4).plus(3));
    return sine.withBits(this.bits);
  }

  /** cos r for |r| < 0.8, as 1 - 2 sin(r/2)^2 for many bits. */
  protected cosSeries(): this {
    if (this.bits < TRIPLED) return this.ofSquare(COS);
    return this.times(0.5).sinSeries().squared().times(-2).plus(1);
  }

  /** atan x for |x| < 1/2. */
  protected atanSeries(): this {
    return this.times(this.ofSquare(ATAN));
  }

  /** erf x by one of three series. */
  protected erfSeries(): this {
    if (this.mantissa < 0n) return this.negated().erfSeries().negated();
    const x = this.withBits(this.bits + GUARD_BITS);
    const scale = x.constant(TWO_OVER_SQRT_PI);
    if (x.size <= 0) return x.times(x.ofSquare(ERF)).times(scale).withBits(this.bits);
    if (x.isFarOut) return x.erfcFarOut().negated().plus(1).withBits(this.bits);
    const places = placesFor(x.bits + 2 * GUARD_BITS);
    const { sum, error } = largeErfSeries(x.fixed(places), places);
    const series = x.make(sum, -places, error, x.growth);
    const y = x.squared().negated().exp().times(scale).times(series);
    // x itself is off by a unit, and |erf'| < 2.
    return y.widenedBy(2, -places).withBits(this.bits);
  }

  protected erfcSeries(): this {
    if (this.mantissa < 0n || this.size < 0) return this.erfSeries().negated().plus(1);
    if (this.isFarOut) {
      return this.withBits(this.bits + GUARD_BITS)
        .erfcFarOut()
        .withBits(this.bits);
    }
    const more = this.withBits(this.bits + this.growth + GUARD_BITS);
    return more.erfSeries().negated().plus(1).withBits(this.bits);
  }

  /** Whether the asymptotic series of erfc has all bits. */
  private get isFarOut(): boolean {
    const x = this.approximation;
    return x * x > 0.71 * placesFor(this.bits + 4 * GUARD_BITS);
  }

  private erfcFarOut(): this {
    const square = this.squared();
    const places = placesFor(this.bits + 2 * GUARD_BITS);
    const series = square.times(2).inverse().through(erfcSeries, places);
    const scale = this.constant(TWO_OVER_SQRT_PI).times(0.5).over(this);
    return square.negated().exp().times(scale).times(series);
  }

  /** A bound on log2 of e^(x^2), with room. */
  private get growth(): number {
    const x = this.approximation;
    return Math.ceil(1.4427 * x * x) + 4;
  }
}
