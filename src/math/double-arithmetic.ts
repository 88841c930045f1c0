/** @file Arithmetic of balls of double-doubles: every operation with a bound on its error. */

import type { Doubt } from './ball';
import type { Constant } from './constants';
import * as dd from './double-double';
import { decompose, powerOfTwo, roundScaled } from './scaling';

/** Bounds the relative error of every operation of double-double.ts: 15 u^2 for a division. */
const ARITHMETIC_ERROR = 2.465190328815662e-31; // 20 u^2
/** Radii are sums of doubles themselves; so much more covers their roundings. */
const ROUNDED_UP = 1.000000001;

/** Numbers of ordinary size lie between 2^-199 and 2^199; their exponent is 0. */
const ORDINARY = 199;
const SMALL = powerOfTwo(-ORDINARY);
const LARGE = powerOfTwo(ORDINARY);
/** Two numbers further apart (in powers of two) do not show in each other's last bits. */
const FAR_APART = 600;

const DOUBTS: readonly Doubt[] = ['undecided', 'outside', 'pole', 'overflow'];

/** (hi + lo +- radius) * 2^exponent; T is the class of balls that the results are. */
export abstract class DoubleArithmetic<T extends DoubleArithmetic<T>> {
  protected constructor(
    readonly hi: number,
    readonly lo: number,
    readonly radius: number,
    /**
     * 0 for numbers of ordinary size; far below 0 for tiny ones, far above for huge ones. Infinite
     * for numbers beyond measure, of which there are several: their differences and quotients are
     * unknown.
     */
    readonly exponent: number,
  ) {}

  protected abstract create(hi: number, lo: number, radius: number, exponent: number): T;
  protected abstract self(): T;

  /** The ball of a finite double, exactly. */
  exact(x: number): T {
    return this.make({ hi: x, lo: 0 }, 0, 0);
  }

  /** A ball that says nothing; the reason stands where the number would. */
  unknown(doubt: Doubt = 'undecided'): T {
    return this.create(0, DOUBTS.indexOf(doubt), Infinity, 0);
  }

  get doubt(): Doubt | undefined {
    if (this.radius < Infinity) return undefined;
    return DOUBTS[this.lo] ?? 'undecided';
  }

  get isExact(): boolean {
    return this.radius === 0;
  }

  get sign(): 1 | -1 | 0 | undefined {
    if (this.hi > 0) return this.hi - Math.abs(this.lo) > this.radius * 1.0001 ? 1 : undefined;
    if (this.hi < 0) return -this.hi - Math.abs(this.lo) > this.radius * 1.0001 ? -1 : undefined;
    return this.radius === 0 ? 0 : undefined;
  }

  floor(): T {
    if (this.exponent !== 0) return this.isExact && this.sign === 0 ? this.self() : this.unknown();
    const whole = Math.floor(this.hi);
    const fraction = this.minus(whole);
    const isBelow = fraction.sign === -1;
    const isInside = isBelow ? fraction.plus(1).sign === 1 : fraction.minus(1).sign === -1;
    const isDecided = isInside && (isBelow || fraction.sign === 1 || fraction.sign === 0);
    return isDecided ? this.exact(isBelow ? whole - 1 : whole) : this.unknown();
  }

  /** The ball of a number, in the form that the class promises. */
  protected make({ hi, lo }: dd.DoubleDouble, radius: number, exponent: number): T {
    const size = Math.abs(hi);
    const rounded = radius * ROUNDED_UP;
    if (exponent === 0 && (hi === 0 || (size > SMALL && size < LARGE))) {
      return this.create(hi, lo, rounded, 0);
    }
    // The usual result of e^x: one scaling brings it to ordinary size.
    if (size > 1e-6 && size < 1e6 && Math.abs(exponent) < ORDINARY - 20) {
      const factor = powerOfTwo(exponent);
      return this.create(hi * factor, lo * factor, rounded * factor, 0);
    }
    if (!Number.isFinite(hi) || !Number.isFinite(rounded) || Number.isNaN(exponent)) {
      return this.unknown();
    }
    if (hi === 0) return this.create(hi, 0, radiusOfZero(rounded, exponent), 0);
    const power = decompose(hi).exponent;
    const isOrdinary = Math.abs(power + exponent) < ORDINARY;
    const shift = isOrdinary ? exponent : -power;
    return this.create(
      scaledBy(hi, shift),
      scaledBy(lo, shift),
      scaledBy(rounded, shift),
      exponent - shift,
    );
  }

  get isNegative(): boolean {
    return this.hi < 0;
  }

  get approximation(): number {
    return this.exponent === 0 ? this.hi : roundScaled(this, this.exponent);
  }

  /** The double nearest to the number; undefined where the ball holds numbers that round apart. */
  nearest(): number | undefined {
    const { hi, lo, radius, exponent } = this;
    const [low, high] = [lo - radius, lo + radius];
    if (exponent === 0) return hi + low === hi + high ? hi + low : undefined;
    const lower = roundScaled(dd.fastTwoSum(hi, low), exponent);
    const upper = roundScaled(dd.fastTwoSum(hi, high), exponent);
    if (lower !== upper) return undefined;
    // An underflow keeps its sign.
    return lower === 0 ? hi * 0 : lower;
  }

  negated(): T {
    return this.create(-this.hi, -this.lo, this.radius, this.exponent);
  }

  abs(): T {
    return this.hi < 0 ? this.negated() : this.self();
  }

  plus(b: T | number): T {
    if (typeof b === 'number') {
      if (this.exponent !== 0) return this.plus(this.exact(b));
      const sum = dd.addDouble(this, b);
      return this.make(sum, this.radius + Math.abs(sum.hi) * ARITHMETIC_ERROR, 0);
    }
    if (this.exponent !== b.exponent) return this.plusUnlike(b);
    if (!Number.isFinite(this.exponent) && this.isNegative !== b.isNegative) return this.unknown();
    const sum = dd.add(this, b);
    const radius = this.radius + b.radius + Math.abs(sum.hi) * ARITHMETIC_ERROR;
    return this.make(sum, radius, this.exponent);
  }

  /** The sum of numbers of unlike exponents: the smaller one is brought to the larger exponent. */
  private plusUnlike(b: T): T {
    const [large, small] = this.exponent > b.exponent ? [this.self(), b] : [b, this.self()];
    if (large.hi === 0 && large.radius === 0) return small;
    const distance = large.exponent - small.exponent;
    if (distance > FAR_APART) return large.widened(small);
    const factor = powerOfTwo(-distance);
    const { hi, lo, radius } = small;
    const brought = this.create(hi * factor, lo * factor, radius * factor, large.exponent);
    return large.plus(brought);
  }

  minus(b: T | number): T {
    return this.plus(typeof b === 'number' ? -b : b.negated());
  }

  times(b: T | number): T {
    if (typeof b === 'number') {
      const size = Math.abs(b);
      if (!(size > SMALL && size < LARGE)) return this.times(this.exact(b));
      const product = dd.multiplyDouble(this, b);
      const radius = this.radius * Math.abs(b) + Math.abs(product.hi) * ARITHMETIC_ERROR;
      return this.make(product, radius, this.exponent);
    }
    const product = dd.multiply(this, b);
    const radius =
      Math.abs(this.hi) * b.radius +
      (Math.abs(b.hi) + b.radius) * this.radius +
      Math.abs(product.hi) * ARITHMETIC_ERROR;
    return this.make(product, radius, this.exponent + b.exponent);
  }

  squared(): T {
    return this.times(this.self());
  }

  over(operand: T | number): T {
    const b = typeof operand === 'number' ? this.exact(operand) : operand;
    const least = Math.abs(b.hi) - b.radius;
    if (!(least > 0)) return this.unknown();
    const quotient = dd.divide(this, b);
    const size = Math.abs(quotient.hi);
    const radius = (this.radius + size * b.radius) / least + size * ARITHMETIC_ERROR;
    return this.make(quotient, radius, this.exponent - b.exponent);
  }

  inverse(): T {
    return this.exact(1).over(this.self());
  }

  sqrt(): T {
    if (this.hi === 0 && this.radius === 0) return this.self();
    if (!(this.hi > 2 * this.radius)) return this.unknown();
    const odd = this.exponent & 1;
    const value = odd === 1 ? dd.scale(this, 2) : this;
    const root = dd.squareRoot(value);
    // |sqrt(a + r) - sqrt(a)| < |r| / sqrt(a) for |r| < a / 2.
    const radius = ((1 + odd) * this.radius) / root.hi + root.hi * ARITHMETIC_ERROR;
    return this.make(root, radius, (this.exponent - odd) / 2);
  }

  constant(c: Constant): T {
    return this.make(c, Math.abs(c.hi) * ARITHMETIC_ERROR, 0);
  }

  widened(bound: T): T {
    const distance = Math.max(bound.exponent - this.exponent, -FAR_APART);
    if (!(distance <= FAR_APART)) return this.unknown();
    const more = (Math.abs(bound.hi) + bound.radius) * powerOfTwo(distance);
    return this.make(this, this.radius + more, this.exponent);
  }

  isNegligibleIn(sum: T): boolean {
    if (this.exponent !== sum.exponent) return this.exponent < sum.exponent;
    return Math.abs(this.hi) <= Math.abs(sum.hi) * 1e-25;
  }
}

/** What radius * 2^exponent is beside 0, which is of ordinary size; it does not vanish. */
function radiusOfZero(radius: number, exponent: number): number {
  if (radius === 0) return 0;
  if (exponent > 1000) return Infinity;
  return Math.max(scaledBy(radius, Math.max(exponent, -1000)), Number.MIN_VALUE);
}

/** x * 2^exponent for an exponent that may be out of the range of doubles itself. */
function scaledBy(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return x * powerOfTwo(half) * powerOfTwo(exponent - half);
}
