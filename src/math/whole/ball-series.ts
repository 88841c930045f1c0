/**
 * @file Functions of the middle of a ball of whole numbers by their series: of a number that is near 0 or has been
 * brought there, so that a small result has all its bits.
 */

import { TWO_OVER_SQRT_PI } from '../constants';
import { scaledSum } from '../scaled';
import type { Series, Sum } from './fixed-series';
import { WholeArithmetic } from './whole-arithmetic';
import { ATAN, ATANH, COS, ERF, erfcSeries, EXPM1, largeErfSeries, SIN } from './whole-series';

/** So many bits more than a result has are computed, which hold the roundings on the way. */
export const GUARD_BITS = 16;

/** Above log 2: where x^2 is so many times the places, e^(-x^2) is less than a unit, and so is a term of `erfcSeries`. */
const FAR_OUT = 0.71;

/**
 * How many places a number of so many bits gets: 62, 126, 190 and so on, so that coefficients are kept for few
 * different numbers of places, and that a number with two bits before its point fills digits of 64 bits.
 */
function placesFor(bits: number): number {
  return 64 * Math.ceil((bits + 2) / 64) - 2;
}

/** Balls with series; those of a result have GUARD_BITS more. Those of erf and erfc are for exact balls. */
export abstract class BallSeries extends WholeArithmetic {
  abstract exp(): this;

  /** What a function of a slope below 1 makes of the ball, evaluated in fixed point. */
  private through(f: (x: bigint, places: number) => Sum): this {
    const places = placesFor(this.bits);
    const { sum, error } = f(this.fixed(places), places);
    const inBall = { value: this.radius, exponent: this.exponent + places };
    // The middle is rounded to such a unit, too.
    const { value, exponent } = scaledSum(inBall, { value: error + 1, exponent: 0 });
    return this.make(sum, -places, value, exponent);
  }

  /** A series of slope below 1 in the square of x. */
  private ofSquare(series: Series): this {
    return this.squared().through((x, places) => series.sum(x, places));
  }

  /** e^x - 1 for |x| < 1/2. */
  protected expm1Series(): this {
    return this.times(this.through((x, places) => EXPM1.sum(x, places)));
  }

  /** log(1 + x) = 2 atanh(x/(2 + x)) for |x| < 2^-8. */
  protected log1pSeries(): this {
    const t = this.over(this.plus(2));
    return t.times(t.ofSquare(ATANH)).times(2);
  }

  /** sin x for |x| < 1 */
  protected sinSeries(): this {
    return this.times(this.ofSquare(SIN));
  }

  /** cos x for |x| < 1 */
  protected cosSeries(): this {
    return this.ofSquare(COS);
  }

  /** atan x for |x| < 1/2. */
  protected atanSeries(): this {
    return this.times(this.ofSquare(ATAN));
  }

  /** erf x by one of two series; far out it is 1. */
  protected erfSeries(): this {
    if (this.sign === -1) return this.negated().erfSeries().negated();
    if (this.isFarOut) return this.exact(1).widenedBy(1, -this.bits);
    const scale = this.constant(TWO_OVER_SQRT_PI);
    if (this.size <= 0) return this.times(this.ofSquare(ERF)).times(scale);
    const places = placesFor(this.bits + GUARD_BITS);
    const { sum, error } = largeErfSeries(this.fixed(places), places);
    const series = this.make(sum, -places, error, this.growth);
    const y = this.squared().negated().exp().times(scale).times(series);
    // x itself is off by a unit, and |erf'| < 2.
    return y.widenedBy(2, -places);
  }

  protected erfcSeries(): this {
    if (!this.isFarOut) {
      return this.withBits(this.bits + this.growth)
        .erfSeries()
        .negated()
        .plus(1);
    }
    const x = this.withBits(this.bits + GUARD_BITS);
    const square = x.squared();
    const series = square.times(2).inverse().through(erfcSeries);
    const scale = x.constant(TWO_OVER_SQRT_PI).times(0.5).over(x);
    return square.negated().exp().times(scale).times(series);
  }

  /** Whether e^(-x^2) is less than the last bit, and the asymptotic series of erfc has all of them; false below 0. */
  private get isFarOut(): boolean {
    return this.signedSquare > FAR_OUT * placesFor(this.bits + GUARD_BITS);
  }

  /** A bound on log2 of e^(x^2), as 1.4427 is above log2 e; 0 below 0, where erfc is above 1. */
  private get growth(): number {
    return Math.ceil(Math.max(0, 1.4427 * this.signedSquare));
  }

  private get signedSquare(): number {
    const x = this.approximation;
    return x * Math.abs(x);
  }
}
