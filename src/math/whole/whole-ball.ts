/**
 * @file Balls of whole numbers of any length: what decides where double-doubles do not, and digits
 * beyond a double.
 *
 * Every function is right for any ball: it is evaluated in the middle, which is exact, and the slope
 * there bounds what the radius makes of it; of a wide ball the values at the ends are taken. The series
 * for the middle stand in ball-series.ts.
 */

import type { Ball } from '../ball';
import { BallSeries, GUARD_BITS } from './ball-series';
import { LN2, PI } from '../constants';
import { memoized } from '../memoized';
import { timesPowerOfTwo } from '../scaled';
import { toDouble } from './whole-number';

/** For radii above this, 2^-7, the slope in the middle is no bound. */
const WIDE = 0.0078125;
/** Up to there a function of slopes like e^x has changed by no more than its slope in the middle times this. */
const WITHIN = 1.01;
/** Above 2/sqrt(pi), the largest slope of erf. */
const ERF_SLOPE = 1.13;
/** Up to 2^50 in size, e^x has an exponent that is a double. */
const LARGEST_REDUCED = 50;
/** Below 2^-9 e^x - 1 and log(1 + x) are found by series of their own. */
const SMALL = -9;
/** Up to 2^16384 angles are reduced: of larger ones more digits are needed than can be handled. */
const LARGEST_ANGLE = 16384;
/** Up to 2^8 the slope of atan is found with x as a double. */
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
    if (this.reachesFar) return this.betweenEnds((end) => end.exp());
    if (this.size > LARGEST_REDUCED) return this.outOfRange(this.sign === 1);
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
    if (this.reachesFar) return this.betweenEnds((end) => end.expm1());
    const y = this.guarded((x) => (x.size > SMALL ? x.exp().minus(1) : x.expm1Series()));
    return this.spread(y, y.plus(1), WITHIN);
  }

  log(): this {
    const { sign } = this;
    if (this.radius === Infinity) return this;
    if (sign === 0) return this.unknown('pole');
    if (sign !== 1) return this.unknown(sign === -1 ? 'outside' : 'undecided');
    if (this.isWide) return this.betweenEnds((end) => end.log());
    const y = this.guarded((x) => x.logOfMiddle());
    return y.widenedBy((this.radius * WITHIN) / this.leading, -this.length);
  }

  /** log x = n log 2 + i/256 + log(z e^(-i/256)) for x = 2^n z, 1/sqrt(2) < z < sqrt(2). */
  private logOfMiddle(): this {
    const n = this.size - (this.leading > Math.SQRT1_2 ? 0 : 1);
    const z = this.create(this.mantissa, this.exponent - n, 0, this.bits);
    const i = Math.round(STEPS * Math.log(z.approximation));
    const factor = WholeBall.powers(this.bits)(-i) as this;
    const rest = z.times(factor).minus(1).log1pSeries();
    const power = this.constant(LN2).times(n);
    return power.plus(i / STEPS).plus(rest);
  }

  log1p(): this {
    if (this.size > SMALL || this.reachesFar) return this.plus(1).log();
    return this.guarded((x) => x.log1pSeries()).widenedBy(this.radius * WITHIN, this.exponent);
  }

  sin(): this {
    return this.wave(0);
  }

  cos(): this {
    return this.isZero ? this.exact(1) : this.wave(1);
  }

  private wave(quarters: 0 | 1): this {
    if (this.radius === Infinity) return this;
    if (this.size > LARGEST_ANGLE) return this.unknown('overflow');
    if (this.absoluteRadius >= 1) return this.exact(0).widened(this.exact(1));
    const y = this.guarded((x) => x.waveOfMiddle(quarters));
    // The slope is below 1, and that of the cosine below the size of the angle.
    const isFlat = quarters === 1 && this.size <= 0;
    return isFlat ? this.spread(y, this, 1) : y.widenedBy(this.radius, this.exponent);
  }

  /** The sine of the middle, or of a quarter of a turn more. */
  private waveOfMiddle(quarters: 0 | 1): this {
    if (this.size <= 0) return quarters === 0 ? this.sinSeries() : this.cosSeries();
    // As many bits more as x has before its point are lost; where the angle is small, some of the guard bits.
    const more = this.withBits(this.bits + this.size);
    const halfPi = more.constant(PI).times(0.5);
    const n = more.over(halfPi).plus(0.5).fixed(0);
    const turn = (toDouble(n & 3n) + quarters) & 3;
    const whole = more.create(n, 0, 0, more.bits);
    const angle = more.minus(halfPi.times(whole)).withBits(this.bits);
    const y = turn % 2 === 0 ? angle.sinSeries() : angle.cosSeries();
    return turn < 2 ? y : y.negated();
  }

  atan(): this {
    if (this.isWide) return this.betweenEnds((end) => end.atan());
    const y = this.guarded((x) => x.atanOfMiddle());
    // The slope is 1/(1 + x^2), and of a large x, which may be no double, it is less than 1/x^2.
    const isLarge = this.size > LARGEST_TANGENT;
    const [x, scale] = isLarge ? [this.leading, this.size] : [this.approximation, 0];
    const slope = WITHIN / (isLarge ? x * x : 1 + x * x);
    return y.widenedBy(this.radius * slope, this.exponent - 2 * scale);
  }

  /** atan x = i/256 + atan((x cos - sin)/(cos + x sin)), of sine and cosine of i/256. */
  private atanOfMiddle(): this {
    const i = Math.round(STEPS * Math.atan(this.approximation));
    const { sin, cos } = WholeBall.waves(this.bits)(i) as Record<'sin' | 'cos', this>;
    const tangent = this.times(cos).minus(sin).over(this.times(sin).plus(cos));
    return tangent.atanSeries().plus(i / STEPS);
  }

  erf(): this {
    if (this.reachesFar) return this.betweenEnds((end) => end.erf());
    return this.guarded((x) => x.erfSeries()).widenedBy(this.radius * ERF_SLOPE, this.exponent);
  }

  erfc(): this {
    // |erfc'/erfc| < 2x + 1.5 for x >= 0, and |erfc'| < 1.13 and erfc >= 1 below.
    const x = this.approximation;
    const slope = x < 0 ? ERF_SLOPE : 2 * x + 1.5;
    if (this.radius > 0 && !(slope * this.absoluteRadius <= WIDE)) {
      return this.betweenEnds((end) => end.erfc());
    }
    const y = this.guarded((x) => x.erfcSeries());
    return this.radius === 0 ? y : this.spread(y, y, WITHIN * slope);
  }

  /** A function of the middle alone, with more bits than are asked for. */
  private guarded(f: (x: this) => this): this {
    return f(this.center().withBits(this.bits + GUARD_BITS)).withBits(this.bits);
  }

  /** Whether slopes in the middle are no bound, of functions that change with x itself. */
  private get reachesFar(): boolean {
    return this.absoluteRadius > WIDE;
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
