/**
 * @file Balls of double-doubles: 62 bits and more, below a tenth of a microsecond an operation. They
 * decide the last bit of all but about one result in a thousand.
 *
 * Every function is right for any ball. A kernel evaluates the middle, and the slope there bounds
 * what the radius makes of it; where the ball is so wide that this would be no bound, the values at
 * its ends are, as all but sin and cos are monotone.
 */

import { ATAN_ERROR, atanKernel } from './atan-kernel';
import type { Ball } from '../ball';
import { expRadius, WIDE, WITHIN } from './ball-radius';
import { LN2, PI, TWO_OVER_SQRT_PI } from '../constants';
import { DoubleArithmetic } from './double-arithmetic';
import * as dd from './double-double';
import { BEYOND_MEASURE } from './double-form';
import { ERF_ERROR, ERFC_ERROR, erfcKernel, erfKernel, LARGEST_ERFC } from './erf-kernel';
import { expKernel, EXPM1_ERROR, expm1Kernel, LARGEST_EXPONENT } from './exp-kernel';
import { LARGEST_LOG1P, LARGEST_POWER, log1pKernel, logError, logOf } from './log-kernel';
import { powerOfTwo } from '../scaling';
import { cosKernel, reduce, REDUCTION_ERROR, sinKernel, WAVE_ERROR } from './trigonometric-kernel';

/** Up to this size of x, e^x has an exponent that is a double; beyond, it is beyond measure. */
const LARGEST_REDUCED = 1125899906842624; // 2^50
/** Not above 1/ln2. */
const LOG2E_BELOW = 1.44;
/** For |x| < 2^-198 the terms of a Taylor series after the first are less than this part of it. */
const TINY_ERROR = 1e-59;
/** A low part up to this size is added to the reduced angle; beside a larger one, of angles from 2^43 on, not. */
const SMALL_ANGLE = 0.0009765625; // 2^-10

/** A ball of double-doubles, with the elementary functions. */
export class DoubleBall extends DoubleArithmetic implements Ball<DoubleBall> {
  private static readonly zero = new DoubleBall(0, 0, 0, 0);

  /** The ball of a finite double, exactly. */
  static of(x: number): DoubleBall {
    return DoubleBall.zero.exact(x);
  }

  /** hi + lo +- radius, of ordinary size; the form is the caller's promise. */
  static ordinary(hi: number, lo: number, radius: number): DoubleBall {
    return new DoubleBall(hi, lo, radius, 0);
  }

  protected override create(hi: number, lo: number, radius: number, exponent: number): this {
    return new DoubleBall(hi, lo, radius, exponent) as this;
  }

  exp(): this {
    if (this.hi === 0 && this.radius === 0) return this.exact(1);
    if (this.isTiny) return this.exact(1).widenedBy(TINY_ERROR);
    const isLarge = this.exponent > 0 || Math.abs(this.hi) > LARGEST_REDUCED;
    if (isLarge && this.least > 0) {
      return this.hi > 0 ? this.infinite(1) : this.below(-LOG2E_BELOW * this.least);
    }
    if (isLarge || this.radius > WIDE) return this.spread((end) => end.exp());
    if (Math.abs(this.hi) > LARGEST_EXPONENT) {
      // e^x = 2^n e^(x - n ln2)
      const n = Math.round(this.hi * Math.LOG2E);
      const power = this.minus(this.constant(LN2).times(n)).exp();
      return this.make(power, power.radius, power.exponent + n);
    }
    const hi = expKernel(this.hi, this.lo);
    return this.make(dd.withKeptLow(hi), expRadius(this.radius, hi), dd.keptWhole());
  }

  expm1(): this {
    if (this.isTiny) return this.nearly(this);
    if (this.exponent > 0 || Math.abs(this.hi) > LARGEST_EXPONENT) return this.exp().minus(1);
    if (this.radius > WIDE) return this.spread((end) => end.expm1());
    const hi = expm1Kernel(this.hi, this.lo);
    // The derivative is e^x = 1 + (e^x - 1), less than this also where the exponent is not 0.
    const slope = Math.max(0, 1 + hi) + EXPM1_ERROR;
    const radius = Math.abs(hi) * EXPM1_ERROR + WITHIN * slope * this.radius;
    return this.make(dd.withKeptLow(hi), radius, dd.keptWhole());
  }

  log(): this {
    const { sign } = this;
    if (this.radius === Infinity) return this;
    if (sign === 0) return this.unknown('pole');
    if (sign !== 1) return this.unknown(sign === -1 ? 'outside' : 'undecided');
    if (this.exponent === Infinity) return this.unknown('overflow');
    if (this.radius > WIDE * this.hi) return this.spread((end) => end.log());
    if (Math.abs(this.exponent) > LARGEST_POWER) {
      const rest = this.create(this.hi, this.lo, this.radius, 0).log();
      return this.constant(LN2).times(this.exponent).plus(rest);
    }
    const y = logOf(this.hi, this.lo, this.exponent);
    return this.make(dd.withKeptLow(y), logError(y) + (WITHIN * this.radius) / this.hi, 0);
  }

  log1p(): this {
    if (this.isTiny) return this.nearly(this);
    const isNearZero = Math.max(Math.abs(this.hi), this.radius) <= LARGEST_LOG1P;
    if (this.exponent !== 0 || !isNearZero) return this.plus(1).log();
    const y = log1pKernel(this.hi, this.lo);
    return this.make(dd.withKeptLow(y), logError(y) + WITHIN * this.radius, 0);
  }

  sin(): this {
    return this.isTiny ? this.nearly(this) : this.wave(sinKernel, 1);
  }

  cos(): this {
    if (this.hi === 0 && this.radius === 0) return this.exact(1);
    if (this.isTiny) return this.exact(1).widenedBy(TINY_ERROR);
    return this.wave(cosKernel, Math.abs(this.hi) + this.radius);
  }

  /** @param slope a bound on the slope in the ball, where it is below 1 */
  private wave(kernel: typeof sinKernel, slope: number): this {
    if (this.radius === Infinity) return this;
    const scale = this.exponent > 1023 ? Infinity : powerOfTwo(this.exponent);
    const radius = this.radius * scale;
    const x = this.hi * scale;
    if (!(radius < 1) || !Number.isFinite(x)) return this.make(dd.fromDouble(0), 1, 0);
    const low = this.lo * scale;
    const r = dd.withKeptLow(reduce(x));
    const index = dd.keptWhole();
    if (Math.abs(low) > SMALL_ANGLE) return this.unknown();
    const angle = low === 0 ? r : dd.addDouble(r, low);
    const y = dd.withKeptLow(kernel(index, angle.hi, angle.lo));
    // Where x and its low part cancel, the error of the reduction is one beside x.
    const inReduction = low === 0 ? 0 : Math.abs(r.hi) * REDUCTION_ERROR;
    const error = Math.abs(y.hi) * WAVE_ERROR + inReduction;
    return this.make(y, error + radius * Math.min(1, slope), 0);
  }

  atan(): this {
    if (this.isTiny) return this.nearly(this);
    if (this.isWideBeside(1)) return this.spread((end) => end.atan());
    if (this.hi < 0) return this.negated().atan().negated();
    if (this.exponent > 0 || this.hi > 1) {
      return this.constant(PI).times(0.5).minus(this.inverse().atan());
    }
    const y = atanKernel(this.hi, this.lo);
    return this.make(dd.withKeptLow(y), y * ATAN_ERROR + this.radius, 0);
  }

  erf(): this {
    if (this.isTiny) return this.nearly(this.times(this.constant(TWO_OVER_SQRT_PI)));
    if (this.isWideBeside(1)) return this.spread((end) => end.erf());
    if (this.hi < 0) return this.negated().erf().negated();
    if (this.exponent > 0 || this.hi >= 1) return this.exact(1).minus(this.erfc());
    const y = erfKernel(this.hi, this.lo);
    return this.make(dd.withKeptLow(y), y * ERF_ERROR + 1.13 * this.radius, 0);
  }

  erfc(): this {
    if (this.hi === 0 && this.radius === 0) return this.exact(1);
    if (this.isTiny) return this.exact(1).widenedBy(TINY_ERROR);
    if (this.isWideBeside(1)) return this.spread((end) => end.erfc());
    if (this.hi < 0) return this.exact(1).plus(this.negated().erf());
    if (this.exponent === 0 && this.hi < 1) return this.exact(1).minus(this.erf());
    if (this.exponent > 0 || this.hi > LARGEST_ERFC) {
      // Between 0 and e^(-x^2).
      return this.below(-LOG2E_BELOW * this.least * this.least);
    }
    // |erfc'/erfc| < 2x + 1.5 for x >= 1.
    const inArgument = (2 * this.hi + 1.5) * this.radius;
    if (inArgument > 0.1) return this.spread((end) => end.erfc());
    const hi = erfcKernel(this.hi, this.lo);
    const radius = hi * (ERFC_ERROR + WITHIN * inArgument);
    return this.make(dd.withKeptLow(hi), radius, dd.keptWhole());
  }

  /** The result of a monotone function for a wide ball. */
  private spread(f: (end: this) => this): this {
    return this.radius === Infinity ? this : this.betweenEnds(f);
  }

  /** Whether the radius is large beside the number and beside a size. */
  private isWideBeside(size: number): boolean {
    if (this.exponent === Infinity) return false;
    const beside = this.exponent > 0 ? Math.abs(this.hi) : Math.max(size, Math.abs(this.hi));
    return this.radius > WIDE * beside;
  }

  /** A number not above the size of any in the ball, as far as a double goes; 0 for wide balls. */
  private get least(): number {
    if (!(Math.abs(this.hi) > 4 * this.radius)) return 0;
    if (this.exponent === 0) return Math.abs(this.hi) * (1 - WIDE) - this.radius;
    return Math.min(Math.abs(this.approximation) / 2, BEYOND_MEASURE * BEYOND_MEASURE);
  }

  /** Whether all numbers in the ball are below 2^-198 in size. */
  private get isTiny(): boolean {
    return this.exponent < 0;
  }

  /** The first term of a series in this tiny number, and the rest of the series. */
  private nearly(first: this): this {
    return first.widenedBy((Math.abs(first.hi) + first.radius) * TINY_ERROR);
  }
}
