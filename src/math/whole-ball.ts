/**
 * @file Balls of whole numbers of any length: the last resort of rounding, for the rare argument
 * whose result lies so near the middle between two doubles that double-double cannot tell the side.
 * Right first; some 100 microseconds a formula.
 */

import type { Ball } from './ball';
import { PI, TWO_OVER_SQRT_PI } from './constants';
import { nearestDouble } from './exact';
import { WholeArithmetic } from './whole-arithmetic';
import { bitLength, floorDivided, magnitude } from './whole-number';
import { cosSeries, erfSeries, expSeries, ln2, pi, sinSeries } from './whole-series';

/** Up to 2^LARGE in size, e^x is computed. */
const LARGE = 24;
/** Beyond it, e^-x is below 2^-BEYOND. */
const BEYOND = 16777216;

/** A ball of whole numbers, with the elementary functions. */
export class WholeBall extends WholeArithmetic<WholeBall> implements Ball<WholeBall> {
  /** The ball of a finite double, exactly; of every result so many bits are kept. */
  static of(x: number, bits: number): WholeBall {
    return new WholeBall(0n, 0, 0n, bits).exact(x);
  }

  protected override create(
    mantissa: bigint,
    exponent: number,
    radius: bigint,
    bits: number,
  ): WholeBall {
    return new WholeBall(mantissa, exponent, radius, bits);
  }

  protected override self(): this {
    return this;
  }

  exp(): WholeBall {
    // From a radius of 1 on, e^x is known to no digit.
    if (this.radius !== 0n && bitLength(this.radius) + this.exponent > 0) return this.unknown();
    if (this.size > LARGE) {
      return this.isNegative ? this.create(0n, -BEYOND, 1n, this.bits) : this.unknown();
    }
    const places = this.bits + LARGE + 16;
    const { sum: x, error } = this.fixed(places);
    const n = x / ln2(places);
    const { sum, error: seriesError } = expSeries(x - n * ln2(places), places);
    // |e^r| < 2, and the reduced argument is off by 2 units for each ln2.
    const inArgument = error + 2n * magnitude(n) + 2n;
    return this.make(sum, toNumber(n) - places, seriesError + 4n * inArgument);
  }

  expm1(): WholeBall {
    const isLarge = this.size > 0;
    if (this.mantissa === 0n || isLarge) return this.exp().minus(1);
    return this.withBits(this.bits - this.size)
      .exp()
      .minus(1)
      .withBits(this.bits);
  }

  /**
   * log x = y + log(x e^-y) for any y near it; Math.log serves as the first guess, and each step
   * y + t - t^2/2 with t = x e^-y - 1 triples the digits.
   */
  log(): WholeBall {
    if (this.mantissa - this.radius <= 0n) return this.unknown();
    const size = this.size;
    const leading = nearestDouble(this.mantissa, 1n, this.exponent - size);
    let y = this.exact(Math.log(leading) + size * Math.LN2);
    for (;;) {
      const t = this.times(y.negated().exp()).minus(1);
      const correction = t.minus(t.squared().times(0.5));
      if (t.size < -this.bits / 3 || t.radius >= magnitude(t.mantissa)) {
        return y.plus(correction).widened(t.squared().times(t));
      }
      y = y.plus(correction).center();
    }
  }

  log1p(): WholeBall {
    if (this.mantissa === 0n || this.size > 0) return this.plus(1).log();
    const precise = this.withBits(this.bits - 2 * this.size + 8);
    return precise.plus(1).log().withBits(this.bits);
  }

  /** x = n pi/2 + r: sin and cos of r, and n mod 4. */
  private quadrant(): { n: number; r: bigint; places: number; error: bigint } {
    const places = this.bits + 32 + Math.abs(this.size);
    const halfPi = pi(places) >> 1n;
    const { sum: x, error } = this.fixed(places);
    const n = floorDivided(2n * x + halfPi, 2n * halfPi);
    const r = x - n * halfPi;
    return { n: toNumber(n & 3n), r, places, error: error + 2n * magnitude(n) + 2n };
  }

  private wave(quarter: number): WholeBall {
    if (this.size > 2000) return this.unknown();
    const { n, r, places, error } = this.quadrant();
    const turn = (n + quarter) & 3;
    const { sum, error: seriesError } =
      turn % 2 === 0 ? sinSeries(r, places) : cosSeries(r, places);
    return this.make(turn < 2 ? sum : -sum, -places, seriesError + error);
  }

  sin(): WholeBall {
    return this.mantissa === 0n ? this : this.wave(0);
  }

  cos(): WholeBall {
    return this.wave(1);
  }

  /** atan x = y + atan t, t = (x cos y - sin y)/(cos y + x sin y), from Math.atan as first guess. */
  atan(): WholeBall {
    if (this.mantissa === 0n) return this;
    if (this.size > 2) {
      const quarter = this.constant(PI).times(this.isNegative ? -0.5 : 0.5);
      return quarter.minus(this.inverse().atan());
    }
    let y = this.exact(Math.atan(this.approximation));
    for (;;) {
      const [s, c] = [y.sin(), y.cos()];
      const t = this.times(c).minus(s).over(this.times(s).plus(c));
      const cube = t.squared().times(t);
      if (t.size < this.size - this.bits / 4 || t.radius >= magnitude(t.mantissa)) {
        return y.plus(t).minus(cube.over(3)).widened(cube.times(t.squared()));
      }
      y = y.plus(t).minus(cube.over(3)).center();
    }
  }

  erf(): WholeBall {
    // The slope of erf is below 2.
    if (this.mantissa === 0n) return this.times(this.radius === 0n ? 1 : 2);
    if (this.size > 5) return this.exact(1).minus(this.abs().erfc()).signed(this);
    const places = this.bits + 32 + Math.max(0, -this.size);
    const { sum: x, error } = this.fixed(places);
    const { sum, error: seriesError } = erfSeries(x, places);
    const factor = this.squared().negated().exp().times(this.constant(TWO_OVER_SQRT_PI));
    const series = this.make(sum, -places, seriesError << BigInt(growth(this)));
    // |erf'| < 2.
    return factor.times(series).widened(this.make(2n * error, -places, 0n));
  }

  erfc(): WholeBall {
    if (this.isNegative || this.size < 0) return this.erf().negated().plus(1);
    // erfc x < e^(-x^2), and beyond 32 that is below 2^-1477.
    if (this.size > 5) {
      if (this.radius * 4n > magnitude(this.mantissa)) return this.unknown();
      return this.create(0n, this.size > LARGE / 2 ? -BEYOND : -1477, 1n, this.bits);
    }
    const precise = this.withBits(this.bits + growth(this) + 16);
    return precise.erf().negated().plus(1).withBits(this.bits);
  }

  private signed(like: WholeBall): WholeBall {
    return like.isNegative ? this.negated() : this;
  }
}

/** A bound on log2 of e^(x^2), with room. */
function growth(x: WholeBall): number {
  const size = Math.abs(x.approximation);
  return Math.ceil(1.4427 * size * size) + 4;
}

/** A small whole number as a double. */
function toNumber(n: bigint): number {
  return nearestDouble(n, 1n, 0);
}
