/** @file Arithmetic of balls of double-doubles: every operation with a bound on its error. */

import type { Doubt } from '../ball';
import {
  ARITHMETIC_ERROR,
  leastSize,
  productRadius,
  quotientRadius,
  rootRadius,
  sumRadius,
} from './ball-radius';
import type { Constant } from '../constants';
import * as dd from './double-double';
import { BESIDE_RADIUS, BEYOND_MEASURE, DoubleForm, LARGE, SMALL } from './double-form';
import { ROUNDED_UP } from '../scaled';
import { powerOfTwo } from '../scaling';

/** Two numbers further apart (in powers of two) do not show in each other's last bits. */
const FAR_APART = 600;
/**
 * Numbers beyond measure are larger than 2^(2^50). Times or over a number of an exponent up to this one they stay
 * so, even after thousands of such operations; with any other operand the result is unknown.
 */
const MODEST = 1048576; // 2^20

/** Balls with arithmetic. */
export abstract class DoubleArithmetic extends DoubleForm {
  plus(b: this | number): this {
    if (typeof b === 'number') {
      if (this.exponent !== 0) return this.plus(this.exact(b));
      const sum = dd.addDouble(this, b);
      return this.make(sum, this.isDouble ? 0 : sumRadius(this.radius, sum.hi), 0);
    }
    if (this.exponent !== b.exponent) return this.plusUnlike(b);
    const known = this.radius + b.radius;
    if (known === Infinity) return this.inDoubt(b);
    if (this.exponent === Infinity) return this.infinite(this.hi === b.hi ? this.sign : undefined);
    const sum = dd.add(this, b);
    const radius = this.isDouble && b.isDouble ? 0 : sumRadius(known, sum.hi);
    return this.make(sum, radius, this.exponent);
  }

  /** The sum of numbers of unlike exponents: the smaller one is brought to the larger exponent. */
  private plusUnlike(b: this): this {
    if (this.radius + b.radius === Infinity) return this.inDoubt(b);
    if (this.hi === 0 && this.radius === 0) return b;
    if (b.hi === 0 && b.radius === 0) return this;
    const [large, small] = this.exponent > b.exponent ? [this, b] : [b, this];
    if (large.exponent === Infinity) {
      return small.exponent < BEYOND_MEASURE ? large : this.unknown('overflow');
    }
    const distance = large.exponent - small.exponent;
    if (distance > FAR_APART) return large.widened(small);
    const factor = powerOfTwo(-distance);
    const { hi, lo, radius } = small;
    // An exact low part must not vanish.
    const isKept = radius > 0 || lo === 0 || Math.abs(lo) > 1e-100;
    const scaledRadius = isKept ? radius * factor : Math.abs(hi) * factor * ARITHMETIC_ERROR;
    return large.plus(this.create(hi * factor, lo * factor, scaledRadius, large.exponent));
  }

  minus(b: this | number): this {
    return this.plus(typeof b === 'number' ? -b : b.negated());
  }

  times(b: this | number): this {
    if (typeof b === 'number') {
      const size = Math.abs(b);
      if (!(size > SMALL && size < LARGE)) return this.times(this.exact(b));
      const product = dd.multiplyDouble(this, b);
      const radius = sumRadius(this.radius * size, product.hi);
      return this.make(product, this.isDouble ? 0 : radius, this.exponent);
    }
    const exponent = this.exponent + b.exponent;
    const known = this.radius + b.radius;
    if (known === Infinity) return this.inDoubt(b);
    if (exponent !== 0 && !Number.isFinite(exponent)) return this.timesInfinite(b);
    const product = dd.multiply(this, b);
    const radius = productRadius(this.hi, this.radius, b.hi, b.radius, product.hi);
    return this.make(product, this.isDouble && b.isDouble ? 0 : radius, exponent);
  }

  private timesInfinite(b: this): this {
    const s = this.sign;
    const t = b.sign;
    if (s === 0 || t === 0) return this.exact(0);
    const isModest = Math.min(this.exponent, b.exponent) > -MODEST;
    return this.infinite(isModest && t !== undefined ? (s === t ? 1 : s && -1) : undefined);
  }

  squared(): this {
    return this.times(this);
  }

  over(operand: this | number): this {
    const b = typeof operand === 'number' ? this.exact(operand) : operand;
    const known = this.radius + b.radius;
    if (known === Infinity) return this.inDoubt(b);
    const least = leastSize(b.hi, b.radius);
    if (!(least > 0)) return this.unknown(this.doubtOfDivision(b));
    const exponent = this.exponent - b.exponent;
    if (!Number.isFinite(exponent)) return this.overInfinite(b);
    const quotient = dd.divide(this, b);
    const radius = quotientRadius(this.radius, b.radius, least, quotient.hi);
    return this.make(quotient, radius, exponent);
  }

  private doubtOfDivision(b: this): Doubt {
    if (b.radius === 0) return 'pole';
    // What is known of such a number is only that it is near 0.
    return b.exponent <= -BEYOND_MEASURE ? 'overflow' : 'undecided';
  }

  private overInfinite(b: this): this {
    if (this.exponent === Infinity) {
      const isModest = b.exponent < MODEST && b.sign !== undefined;
      return this.infinite(isModest ? (this.sign === b.sign ? 1 : -1) : undefined);
    }
    if (this.sign === 0) return this.exact(0);
    const isModest = this.exponent < MODEST;
    return isModest ? this.below(-BEYOND_MEASURE, this.hi * b.hi) : this.unknown('overflow');
  }

  inverse(): this {
    return this.exact(1).over(this);
  }

  sqrt(): this {
    const { sign } = this;
    if (sign === 0 || this.radius === Infinity) return this;
    if (sign !== 1) return this.unknown(sign === -1 ? 'outside' : 'undecided');
    if (this.exponent === Infinity) return this.unknown('overflow');
    if (this.radius > 0.25 * this.hi) return this.betweenEnds((end) => end.sqrt());
    const odd = Math.abs(this.exponent % 2);
    const value = odd === 1 ? dd.scale(this, 2) : this;
    const root = dd.squareRoot(value);
    const exponent = (this.exponent - odd) / 2;
    return this.make(root, rootRadius((1 + odd) * this.radius, root.hi), exponent);
  }

  /** The result of a monotone function for a wide ball: all between the values at its ends. */
  protected betweenEnds(f: (end: this) => this): this {
    const middle = this.create(this.hi, this.lo, 0, this.exponent);
    const radius = this.make(dd.fromDouble(this.radius), 0, this.exponent);
    const a = f(middle.minus(radius));
    const b = f(middle.plus(radius));
    return a.plus(b).times(0.5).widened(b.minus(a).times(0.5));
  }

  floor(): this {
    const { hi, lo, radius, exponent } = this;
    if (radius === Infinity || this.sign === 0) return this;
    if (exponent > 0) {
      // hi is a multiple of 2^147 there.
      if (exponent === Infinity) return this.unknown('overflow');
      return radius === 0 && lo === 0 ? this : this.unknown();
    }
    if (exponent < 0) {
      return this.sign === undefined ? this.unknown() : this.exact(this.sign === 1 ? 0 : -1);
    }
    const whole = Math.floor(hi);
    if (whole === hi && lo !== 0) return this.make(dd.fromDouble(lo), radius, 0).floor().plus(hi);
    const fraction = this.minus(whole);
    const isAbove = fraction.sign === 1 || fraction.sign === 0;
    return isAbove && fraction.minus(1).sign === -1 ? this.exact(whole) : this.unknown();
  }

  constant(c: Constant): this {
    return this.make(c, Math.abs(c.hi) * ARITHMETIC_ERROR, 0);
  }

  widened(bound: this): this {
    if (this.radius + bound.radius === Infinity) return this.inDoubt(bound);
    const more = Math.abs(bound.hi) + bound.radius;
    if (more === 0) return this;
    if (this.hi === 0 && this.radius === 0) {
      return this.make({ hi: this.hi, lo: 0 }, more * ROUNDED_UP, bound.exponent);
    }
    if (this.exponent === Infinity || bound.exponent === Infinity) {
      return bound.exponent < BEYOND_MEASURE ? this : this.unknown('overflow');
    }
    const distance = bound.exponent - this.exponent;
    if (distance <= 0) {
      return this.widenedBy(more * powerOfTwo(Math.max(distance, -FAR_APART)));
    }
    // The ball at the exponent of the bound, where it is small.
    const factor = distance > FAR_APART ? 0 : powerOfTwo(-distance);
    const rest = factor === 0 ? (Math.abs(this.hi) + this.radius) * powerOfTwo(-FAR_APART) : 0;
    const brought = { hi: this.hi * factor, lo: this.lo * factor };
    const radius = this.radius * factor + more + rest;
    return this.make(brought, radius + Math.abs(brought.hi) * ARITHMETIC_ERROR, bound.exponent);
  }

  isNegligibleIn(sum: this): boolean {
    const size = Math.abs(this.hi) + this.radius;
    if (size === 0 || !(sum.radius < Infinity)) return true;
    if (sum.hi === 0 && sum.radius === 0) return false;
    if (this.exponent !== sum.exponent) return this.exponent < sum.exponent;
    return size <= Math.max(Math.abs(sum.hi) * 1e-25, sum.radius * BESIDE_RADIUS);
  }
}
