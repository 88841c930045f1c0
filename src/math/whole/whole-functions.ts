/** @file The error function of the number in the middle of a ball, which is exact. */

import { TWO_OVER_SQRT_PI } from '../constants';
import { fixedErf, MOST_ERF, MOST_ERF_PLACES } from './fixed-erf';
import { GUARD, placesFor, SMALL_BITS } from './places';
import { WholeAngles } from './whole-angles';
import { ERF, erfcSeries, largeErfSeries } from './whole-series';

/** From 1/8 on erf is found by the series around a point near x. */
const SMALL_ERF = -3;

/** The functions of the middle; T is the class of balls that the results are. */
export abstract class WholeFunctions<T extends WholeFunctions<T>> extends WholeAngles<T> {
  protected erfOfMiddle(): T {
    const { size } = this;
    if (this.mantissa < 0n) return this.negated().erfOfMiddle().negated();
    const near = placesFor(this.bits + GUARD + SMALL_BITS);
    if (size > SMALL_ERF && near <= MOST_ERF_PLACES && this.approximation < MOST_ERF) {
      const { sum, error } = fixedErf(this.fixed(near), near);
      // x is off by a unit, and |erf'| < 2.
      return this.make(sum, -near, error + 2);
    }
    const x = this.center().withBits(this.bits + GUARD);
    if (size <= 0) {
      return x.times(x.seriesOfSquare(ERF)).times(x.constant(TWO_OVER_SQRT_PI)).withBits(this.bits);
    }
    if (x.isFarOut) return x.erfcFarOut().negated().plus(1).withBits(this.bits);
    const places = placesFor(x.bits + 2 * GUARD);
    const { sum, error } = largeErfSeries(x.fixed(places), places);
    const series = x.make(sum, -places, error, this.growth);
    const factor = x.squared().negated().exp().times(x.constant(TWO_OVER_SQRT_PI));
    // x itself is off by a unit, and |erf'| < 2.
    return factor
      .times(series)
      .widened(x.make(2n, -places, 0))
      .withBits(this.bits);
  }

  protected erfcOfMiddle(): T {
    const x = this.center();
    if (this.mantissa < 0n || this.size < 0) return x.erfOfMiddle().negated().plus(1);
    if (this.isFarOut)
      return x
        .withBits(this.bits + GUARD)
        .erfcFarOut()
        .withBits(this.bits);
    const bits = this.bits + this.growth + GUARD;
    return x.withBits(bits).erfOfMiddle().negated().plus(1).withBits(this.bits);
  }

  /** Whether the asymptotic series of erfc has all bits. */
  private get isFarOut(): boolean {
    const size = this.approximation;
    return size * size > 0.71 * placesFor(this.bits + 4 * GUARD);
  }

  private erfcFarOut(): T {
    const places = placesFor(this.bits + 2 * GUARD);
    const square = this.squared();
    const u = square.times(2).inverse();
    // The slope in u is below 1.
    const sum = erfcSeries(u.fixed(places), places);
    const series = this.ofSum(sum, places, u.fixedRadius(places));
    const scale = this.constant(TWO_OVER_SQRT_PI).times(0.5).over(this.self());
    return square.negated().exp().times(scale).times(series);
  }

  /** A bound on log2 of e^(x^2), with room. */
  private get growth(): number {
    const size = Math.abs(this.approximation);
    return Math.ceil(1.4427 * size * size) + 4;
  }
}
