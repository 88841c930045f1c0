/**
 * @file Balls of whole numbers of any length: what decides where double-doubles do not, and digits
 * beyond a double.
 *
 * Every function is right for any ball: it is evaluated in the middle, which is exact, and the slope
 * there bounds what the radius makes of it; of a wide ball the values at the ends are taken.
 */

import type { Ball } from '../ball';
import { PI } from '../constants';
import { LARGEST_TANGENT } from './whole-angles';
import { WholeFunctions } from './whole-functions';

/** From this radius on, 2^-7, a slope says too little. */
const WIDE = 0.0078125;
/** Slopes within such a radius are no more than this above the one in the middle. */
const WITHIN = 1.1;
/** 2/sqrt(pi), the largest slope of erf, and more */
const ERF_SLOPE = 1.13;
/** Of numbers below 2^-9 log(1 + x) is found without adding 1. */
const SMALL = -9;

/** A ball of whole numbers, with the elementary functions. */
export class WholeBall extends WholeFunctions<WholeBall> implements Ball<WholeBall> {
  /** The ball of a finite double, exactly; of every result so many bits are kept. */
  static of(x: number, bits: number): WholeBall {
    return new WholeBall(0n, 0, 0, bits).exact(x);
  }

  protected override create(
    mantissa: bigint,
    exponent: number,
    radius: number,
    bits: number,
  ): WholeBall {
    return new WholeBall(mantissa, exponent, radius, bits);
  }

  protected override self(): this {
    return this;
  }

  exp(): WholeBall {
    if (this.radius === Infinity) return this;
    if (this.isZero) return this.exact(1);
    if (this.absoluteRadius > WIDE) return this.betweenEnds((end) => end.exp());
    const y = this.expOfMiddle();
    return this.radius === 0 ? y : this.spreadBy(y, WITHIN);
  }

  expm1(): WholeBall {
    if (this.radius === Infinity || this.isZero) return this;
    if (this.absoluteRadius > WIDE) return this.betweenEnds((end) => end.expm1());
    const y = this.expm1OfMiddle();
    return this.radius === 0 ? y : y.widened(y.plus(1).times(this.radiusTimes(WITHIN)));
  }

  log(): WholeBall {
    const { sign } = this;
    if (this.radius === Infinity) return this;
    if (sign === 0) return this.unknown('pole');
    if (sign !== 1) return this.unknown(sign === -1 ? 'outside' : 'undecided');
    if (this.isWide) return this.betweenEnds((end) => end.log());
    const y = this.logOfMiddle();
    return this.radius === 0
      ? y
      : y.widenedBy((this.radius * WITHIN) / this.leastLeading, -this.length);
  }

  log1p(): WholeBall {
    if (this.radius === Infinity || this.isZero) return this;
    if (this.size > SMALL || this.absoluteRadius > WIDE) return this.plus(1).log();
    const y = this.center().log1pSeries();
    return this.radius === 0 ? y : y.widened(this.radiusTimes(WITHIN));
  }

  sin(): WholeBall {
    if (this.radius === Infinity || this.isZero) return this;
    if (this.size > LARGEST_ANGLE) return this.unknown('overflow');
    if (this.absoluteRadius >= 1) return this.exact(0).widened(this.exact(1));
    const y = this.waveOfMiddle(0);
    return this.radius === 0 ? y : y.widenedBy(this.radius, this.exponent);
  }

  cos(): WholeBall {
    if (this.radius === Infinity) return this;
    if (this.isZero) return this.exact(1);
    if (this.size > LARGEST_ANGLE) return this.unknown('overflow');
    if (this.absoluteRadius >= 1) return this.exact(0).widened(this.exact(1));
    const y = this.waveOfMiddle(1);
    if (this.radius === 0) return y;
    // The slope is below 1, and below the size of the angle.
    if (this.size >= 0) return y.widenedBy(this.radius, this.exponent);
    const { value, exponent } = this.bound;
    return y.widenedBy(this.radius * value, this.exponent + exponent);
  }

  atan(): WholeBall {
    if (this.radius === Infinity || this.isZero) return this;
    const isLarge = this.size > LARGEST_TANGENT;
    if (isLarge ? this.isWide : this.absoluteRadius > WIDE) {
      return this.betweenEnds((end) => end.atan());
    }
    if (isLarge) {
      const quarter = this.constant(PI).times(this.mantissa < 0n ? -0.5 : 0.5);
      return quarter.minus(this.inverse().atan());
    }
    const y = this.atanOfMiddle();
    if (this.radius === 0) return y;
    // Within 2^-7 of x the slope is no more than 1.01 times that at x.
    const size = this.approximation;
    return y.widenedBy((1.01 * this.radius) / (1 + size * size), this.exponent);
  }

  erf(): WholeBall {
    if (this.radius === Infinity || this.isZero) return this;
    if (this.absoluteRadius > WIDE) return this.betweenEnds((end) => end.erf());
    const y = this.erfOfMiddle();
    return this.radius === 0 ? y : y.widenedBy(this.radius * ERF_SLOPE, this.exponent);
  }

  erfc(): WholeBall {
    if (this.radius === Infinity) return this;
    if (this.isZero) return this.exact(1);
    // |erfc'/erfc| < 2x + 1.5 for x >= 0, and |erfc'| < 1.13 everywhere.
    const slope = this.mantissa < 0n ? ERF_SLOPE : 2 * this.approximation + 1.5;
    if (!(slope * this.absoluteRadius < 0.1)) {
      if (this.radius > 0) return this.betweenEnds((end) => end.erfc());
    }
    const y = this.erfcOfMiddle();
    if (this.radius === 0) return y;
    return y.widened(y.times(this.radiusTimes(WITHIN).times(this.mantissa < 0n ? 2 : slope)));
  }

  /** The radius times a factor, as an exact number. */
  private radiusTimes(factor: number): WholeBall {
    const { mantissa, exponent, radius } = this.exact(this.radius * factor);
    return this.create(mantissa, exponent + this.exponent, radius, this.bits);
  }

  /** The value in the middle made wider by what a relative slope makes of the radius. */
  private spreadBy(y: WholeBall, slope: number): WholeBall {
    if (y.radius === Infinity) return y;
    const { value, exponent } = y.bound;
    return y.widenedBy(value * this.radius * slope, exponent + this.exponent);
  }
}

/** Up to 2^16384 angles are reduced: of larger ones more digits are needed than can be handled. */
const LARGEST_ANGLE = 16384;
