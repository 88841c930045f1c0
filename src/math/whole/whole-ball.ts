/**
 * @file Balls of whole numbers of any length: what decides where double-doubles do not, and digits
 * beyond a double.
 *
 * Every function is right for any ball: it is evaluated in the middle, which is exact, and the slope
 * there bounds what the radius makes of it; of a wide ball the values at the ends are taken. The series
 * for the middle stand in ball-series.ts.
 */

import type { Ball } from '../ball';
import { BallSeries, GUARD_BITS, SMALL_BITS } from './ball-series';
import { LN2, PI } from '../constants';
import { memoized } from '../memoized';
import { timesPowerOfTwo } from '../scaled';
import { toDouble } from './whole-number';

/** For radii above this, 2^-7, the slope in the middle is no bound. */
const WIDE = 0.0078125;
/** Slopes within such a radius are no more than this factor above the slope in the middle. */
const WITHIN = 1.1;
/** Above 2/sqrt(pi), the largest slope of erf. */
const ERF_SLOPE = 1.13;
/** Up to 2^50 in size, e^x has an exponent that is a double; its logarithm is not below this. */
const LARGEST_REDUCED = 50;
const LEAST_POWER = -1125899906842624; // -2^50
/** Below 2^-9 e^x - 1 and log(1 + x) are found by series of their own. */
const SMALL = -9;
/** Up to 2^16384 angles are reduced: of larger ones more digits are needed than can be handled. */
const LARGEST_ANGLE = 16384;
/** From 2^8 on atan is found from the inverse. */
const LARGEST_TANGENT = 8;
/** Powers, logarithms and arc tangents are found from the nearest multiple of 1/256, without loss where that is 0. */
const STEPS = 256;

/** A ball of whole numbers, with the elementary functions. */
export class WholeBall extends BallSeries implements Ball<WholeBall> {
  /** e^(i/256), by the number of bits and by i, and kept. */
  private static readonly powers = memoized((bits: number) =>
    memoized((i: number) =>
      WholeBall.of(i / STEPS, bits)
        .expm1Series()
        .plus(1),
    ),
  );
  /** The sine and the cosine of i/256. */
  private static readonly waves = memoized((bits: number) =>
    memoized((i: number) => {
      const angle = WholeBall.of(i / STEPS, bits);
      return { sin: angle.sin(), cos: angle.cos() };
    }),
  );

  /** The ball of a finite double, exactly; of every result so many bits are kept. */
  static of(x: number, bits: number): WholeBall {
    return new WholeBall(0n, 0, 0, bits).exact(x);
  }

  protected override create(m: bigint, exponent: number, radius: number, bits: number): this {
    return new WholeBall(m, exponent, radius, bits) as this;
  }

  exp(): this {
    if (this.radius === Infinity) return this;
    if (this.isZero) return this.exact(1);
    if (this.absoluteRadius > WIDE) return this.betweenEnds((end) => end.exp());
    if (this.size > LARGEST_REDUCED) {
      return this.mantissa > 0n ? this.unknown('overflow') : this.below(LEAST_POWER / 2);
    }
    const y = this.expOfMiddle();
    return this.spread(y, y, WITHIN);
  }

  /** e^x = 2^n e^(i/256) e^r for |x| < 2^50. */
  private expOfMiddle(): this {
    const bits = this.bits + GUARD_BITS;
    const n = Math.round(this.approximation * Math.LOG2E);
    // As many bits more as x has before its point are lost.
    const more = this.center().withBits(bits + Math.max(0, this.size));
    const rest = more.minus(more.constant(LN2).times(n)).withBits(bits);
    const i = Math.round(STEPS * rest.approximation);
    const power = rest
      .minus(i / STEPS)
      .expm1Series()
      .plus(1);
    const { mantissa, exponent, radius } = power.times(WholeBall.powers(bits)(i) as this);
    return this.make(mantissa, exponent + n, radius);
  }

  expm1(): this {
    if (this.radius === Infinity || this.isZero) return this;
    if (this.absoluteRadius > WIDE) return this.betweenEnds((end) => end.expm1());
    const y = this.center().expm1OfMiddle();
    return this.spread(y, y.plus(1), WITHIN);
  }

  private expm1OfMiddle(): this {
    if (this.size > SMALL) {
      const more = this.withBits(this.bits + GUARD_BITS);
      return more.exp().minus(1).withBits(this.bits);
    }
    return this.expm1Series();
  }

  log(): this {
    const { sign } = this;
    if (this.radius === Infinity) return this;
    if (sign === 0) return this.unknown('pole');
    if (sign !== 1) return this.unknown(sign === -1 ? 'outside' : 'undecided');
    if (this.isWide) return this.betweenEnds((end) => end.log());
    const y = this.logOfMiddle();
    return y.widenedBy((this.radius * WITHIN) / this.leading, -this.length);
  }

  /** log x = n log 2 + i/256 + log(z e^(-i/256)) for x = 2^n z, 1/sqrt(2) < z < sqrt(2). */
  private logOfMiddle(): this {
    const n = this.size - (this.leading > Math.SQRT1_2 ? 0 : 1);
    const more = this.withBits(this.bits + GUARD_BITS);
    const z = more.create(this.mantissa, this.exponent - n, 0, more.bits);
    const i = Math.round(STEPS * Math.log(z.approximation));
    const factor = WholeBall.powers(more.bits)(-i) as this;
    const rest = z.times(factor).minus(1).log1pSeries();
    const power = more.constant(LN2).times(n);
    return power
      .plus(i / STEPS)
      .plus(rest)
      .withBits(this.bits);
  }

  log1p(): this {
    if (this.radius === Infinity || this.isZero) return this;
    if (this.size > SMALL || this.absoluteRadius > WIDE) return this.plus(1).log();
    return this.center()
      .log1pSeries()
      .widenedBy(this.radius * WITHIN, this.exponent);
  }

  sin(): this {
    return this.isZero ? this : this.wave(0);
  }

  cos(): this {
    return this.isZero ? this.exact(1) : this.wave(1);
  }

  private wave(quarters: 0 | 1): this {
    if (this.radius === Infinity) return this;
    if (this.size > LARGEST_ANGLE) return this.unknown('overflow');
    if (this.absoluteRadius >= 1) return this.exact(0).widened(this.exact(1));
    const y = this.waveOfMiddle(quarters);
    // The slope is below 1, and that of the cosine below the size of the angle.
    const isFlat = quarters === 1 && this.size < 0;
    return isFlat ? this.spread(y, this, 1) : y.widenedBy(this.radius, this.exponent);
  }

  /** The sine of the middle, or of a quarter of a turn more. */
  private waveOfMiddle(quarters: 0 | 1): this {
    const center = this.center();
    if (this.size < 0) return quarters === 0 ? center.sinSeries() : center.cosSeries();
    // As many bits more as x has before its point are lost.
    const more = center.withBits(this.bits + this.size + GUARD_BITS + SMALL_BITS);
    const halfPi = more.constant(PI).times(0.5);
    const n = more.over(halfPi).plus(0.5).fixed(0);
    const turn = (toDouble(n & 3n) + quarters) & 3;
    const whole = more.create(n, 0, 0, more.bits);
    const angle = more.minus(halfPi.times(whole)).withBits(this.bits + SMALL_BITS);
    const wave = turn % 2 === 0 ? angle.sinSeries() : angle.cosSeries();
    const y = wave.withBits(this.bits);
    return turn < 2 ? y : y.negated();
  }

  atan(): this {
    if (this.radius === Infinity || this.isZero) return this;
    const isLarge = this.size > LARGEST_TANGENT;
    if (isLarge ? this.isWide : this.absoluteRadius > WIDE) {
      return this.betweenEnds((end) => end.atan());
    }
    if (isLarge) {
      const quarter = this.constant(PI).times(this.mantissa < 0n ? -0.5 : 0.5);
      return quarter.minus(this.inverse().atan());
    }
    // Within 2^-7 of x the slope is no more than 1.01 times that at x.
    const size = this.approximation;
    return this.atanOfMiddle().widenedBy((1.01 * this.radius) / (1 + size * size), this.exponent);
  }

  /** atan x = i/256 + atan((x cos - sin)/(cos + x sin)), of sine and cosine of i/256. */
  private atanOfMiddle(): this {
    const x = this.center().withBits(this.bits + GUARD_BITS);
    const i = Math.round(STEPS * Math.atan(this.approximation));
    const { sin, cos } = WholeBall.waves(x.bits)(i) as Record<'sin' | 'cos', this>;
    const tangent = x.times(cos).minus(sin).over(x.times(sin).plus(cos));
    return tangent
      .atanSeries()
      .plus(i / STEPS)
      .withBits(this.bits);
  }

  erf(): this {
    if (this.radius === Infinity || this.isZero) return this;
    if (this.absoluteRadius > WIDE) return this.betweenEnds((end) => end.erf());
    return this.center()
      .erfSeries()
      .widenedBy(this.radius * ERF_SLOPE, this.exponent);
  }

  erfc(): this {
    if (this.radius === Infinity) return this;
    if (this.isZero) return this.exact(1);
    // |erfc'/erfc| < 2x + 1.5 for x >= 0, and |erfc'| < 1.13 everywhere.
    const slope = this.mantissa < 0n ? ERF_SLOPE : 2 * this.approximation + 1.5;
    if (!(slope * this.absoluteRadius < 0.1)) {
      if (this.radius > 0) return this.betweenEnds((end) => end.erfc());
    }
    const y = this.center().erfcSeries();
    return this.spread(y, y, WITHIN * (this.mantissa < 0n ? 2 : slope));
  }

  /** The radius as a double. */
  private get absoluteRadius(): number {
    return timesPowerOfTwo(this.radius, this.exponent);
  }

  /** The value in the middle, made wider by what a slope times a factor makes of the radius. */
  private spread(y: this, slope: this, factor: number): this {
    const { value, exponent } = slope.most;
    return y.widenedBy(value * factor * this.radius, exponent + this.exponent);
  }
}
