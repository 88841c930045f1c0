/**
 * @file Balls of double-doubles: 62 bits and more, below a tenth of a microsecond an operation. They
 * decide the last bit of all but about one result in a thousand.
 */

import { ATAN_ERROR, atanKernel } from './atan-kernel';
import type { Ball } from './ball';
import { LN2, PI, TWO_OVER_SQRT_PI } from './constants';
import { DoubleArithmetic } from './double-arithmetic';
import * as dd from './double-double';
import { ERF_ERROR, ERFC_ERROR, erfcKernel, erfKernel, LARGEST_ERFC } from './erf-kernel';
import { EXP_ERROR, expKernel, EXPM1_ERROR, expm1Kernel, LARGEST_EXPONENT } from './exp-kernel';
import { log1pKernel, logError, logKernel } from './log-kernel';
import { decompose, powerOfTwo } from './scaling';
import { cosKernel, reduce, sinKernel, WAVE_ERROR } from './trigonometric-kernel';

/** Up to this size of x, e^x is reduced by powers of two; beyond, it is immeasurable. */
const LARGEST_REDUCED = 16777216; // 2^24
/** No finite exponent is below it. */
const LEAST_EXPONENT = -1e300;
/** For |x| < 2^-198 the first term of a Taylor series is all but this much of the result. */
const TINY_ERROR = 1e-59;
const ONE = dd.fromDouble(1);

/** A ball of double-doubles, with the elementary functions. */
export class DoubleBall extends DoubleArithmetic<DoubleBall> implements Ball<DoubleBall> {
  private static readonly zero = new DoubleBall(0, 0, 0, 0);

  /** The ball of a finite double, exactly. */
  static of(x: number): DoubleBall {
    return DoubleBall.zero.exact(x);
  }

  protected override create(hi: number, lo: number, radius: number, exponent: number): DoubleBall {
    return new DoubleBall(hi, lo, radius, exponent);
  }

  protected override self(): this {
    return this;
  }

  exp(): DoubleBall {
    if (this.isTiny) return this.exact(1).widenedBy(TINY_ERROR);
    if (this.exponent > 0 || Math.abs(this.hi) > LARGEST_REDUCED) {
      if (this.least === 0) return this.unknown();
      return this.hi > 0 ? this.make(ONE, 0, Infinity) : this.below(-1.44 * this.least);
    }
    if (this.radius > 0.1) return this.unknown();
    if (Math.abs(this.hi) > LARGEST_EXPONENT) {
      // e^x = 2^n e^(x - n ln2)
      const n = Math.round(this.hi * Math.LOG2E);
      const power = this.minus(this.constant(LN2).times(n)).exp();
      return this.make(power, power.radius, power.exponent + n);
    }
    const { hi, lo, exponent } = expKernel(this.hi, this.lo);
    return this.make({ hi, lo }, hi * (EXP_ERROR + 1.1 * this.radius), exponent);
  }

  expm1(): DoubleBall {
    if (this.isTiny) return this.widenedBy(TINY_ERROR);
    if (this.exponent > 0 || Math.abs(this.hi) > LARGEST_EXPONENT) return this.exp().minus(1);
    if (this.radius > 0.1) return this.unknown();
    const { hi, lo, exponent } = expm1Kernel(this.hi, this.lo);
    // The derivative is e^x = 1 + (e^x - 1); where the exponent is not 0, the 1 does not count.
    const radius = Math.abs(hi) * EXPM1_ERROR + 1.1 * (1 + Math.abs(hi)) * this.radius;
    return this.make({ hi, lo }, radius, exponent);
  }

  log(): DoubleBall {
    if (!(this.hi > 100 * this.radius) || !Number.isFinite(this.exponent)) return this.unknown();
    const { mantissa, exponent } = decompose(this.hi);
    const isHigh = mantissa > Math.SQRT2;
    const lo = this.lo * powerOfTwo(-exponent);
    const factor = isHigh ? 0.5 : 1;
    const power = exponent + this.exponent + (isHigh ? 1 : 0);
    const y = logKernel(mantissa * factor, lo * factor, power);
    return this.make(y, logError(y.hi) + (1.1 * this.radius) / this.hi, 0);
  }

  log1p(): DoubleBall {
    if (this.isTiny) return this.widenedBy(TINY_ERROR);
    const isNearZero = Math.abs(this.hi) <= 0.001953125 && this.radius <= 0.001953125;
    if (this.exponent !== 0 || !isNearZero) return this.plus(1).log();
    const y = log1pKernel(this);
    return this.make(y, logError(y.hi) + 1.1 * this.radius, 0);
  }

  sin(): DoubleBall {
    return this.isTiny ? this.widenedBy(TINY_ERROR) : this.wave(sinKernel);
  }

  cos(): DoubleBall {
    return this.isTiny ? this.exact(1).widenedBy(TINY_ERROR) : this.wave(cosKernel);
  }

  private wave(kernel: typeof sinKernel): DoubleBall {
    const x = this.approximation;
    if (!Number.isFinite(x) || (this.exponent !== 0 && this.radius > 0)) return this.unknown();
    const { index, r } = reduce(x);
    const y = kernel(index, this.lo === 0 ? r : dd.addDouble(r, this.lo));
    return this.make(y, Math.abs(y.hi) * WAVE_ERROR + this.radius, 0);
  }

  atan(): DoubleBall {
    if (this.isTiny) return this.widenedBy(TINY_ERROR);
    if (this.hi < 0) return this.negated().atan().negated();
    if (this.exponent > 0 || this.hi > 1) {
      return this.constant(PI).times(0.5).minus(this.inverse().atan());
    }
    const y = atanKernel(this);
    return this.make(y, y.hi * ATAN_ERROR + this.radius, 0);
  }

  erf(): DoubleBall {
    if (this.isTiny) return this.times(this.constant(TWO_OVER_SQRT_PI)).widenedBy(TINY_ERROR);
    if (this.hi < 0) return this.negated().erf().negated();
    if (this.exponent > 0 || this.hi >= 1) return this.exact(1).minus(this.erfc());
    const y = erfKernel(this);
    return this.make(y, y.hi * ERF_ERROR + 1.13 * this.radius, 0);
  }

  erfc(): DoubleBall {
    if (this.isTiny) return this.exact(1).widenedBy(TINY_ERROR);
    if (this.hi < 0) return this.exact(1).plus(this.negated().erf());
    if (this.exponent === 0 && this.hi < 1) return this.exact(1).minus(this.erf());
    if (this.exponent > 0 || this.hi > LARGEST_ERFC) {
      // Between 0 and e^(-x^2).
      return this.below(-1.44 * this.least * this.least);
    }
    const { hi, lo, exponent } = erfcKernel(this);
    // |erfc'/erfc| < 2x + 1.5 for x >= 1.
    const inArgument = (2 * this.hi + 1.5) * this.radius;
    if (inArgument > 0.1) return this.unknown();
    return this.make({ hi, lo }, hi * (ERFC_ERROR + 1.1 * inArgument), exponent);
  }

  /** All that is between 0 and 2^exponent. */
  private below(exponent: number): DoubleBall {
    return this.make(ONE, 1, Math.max(Math.ceil(exponent), LEAST_EXPONENT));
  }

  /** A number not above the size of any in the ball, as far as a double goes; 0 for wide balls. */
  private get least(): number {
    if (!(Math.abs(this.hi) > 2 * this.radius)) return 0;
    if (this.exponent === 0) return Math.abs(this.hi) - this.radius;
    return Math.min(Math.abs(this.approximation) / 2, Number.MAX_VALUE);
  }

  /** Far below 1 in size. */
  private get isTiny(): boolean {
    return this.exponent < 0;
  }

  private widenedBy(relativeError: number): DoubleBall {
    return this.make(this, this.radius + Math.abs(this.hi) * relativeError, this.exponent);
  }
}
