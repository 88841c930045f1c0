/**
 * @file Balls of double-doubles: the form that they are kept in, and what can be read off them. They have their
 * operations from double-arithmetic.ts and their functions from double-ball.ts: three classes, one upon the other,
 * of which the last alone is made. (Free functions that return the parts of a ball would do in place of the first
 * two, but make a second object for each operation: formulas took some 5 % longer.)
 */

import { type Doubt, DOUBTS, laterDoubt } from '../ball';
import { ARITHMETIC_ERROR } from './ball-radius';
import * as dd from './double-double';
import { ROUNDED_UP } from '../scaled';
import { decompose, powerOfTwo, roundScaled, timesTwoTo } from '../scaling';

/** Numbers between 2^-199 and 2^199 are of ordinary size: their exponent is 0. */
const ORDINARY = 199;
export const SMALL = powerOfTwo(-ORDINARY);
export const LARGE = powerOfTwo(ORDINARY);
/** A middle smaller than this fraction of the radius is absorbed by the radius. */
export const BESIDE_RADIUS = 1e-20;

/** Exponents up to this size are exact doubles, and so are their sums. */
const MOST = 4503599627370496; // 2^52
/** A lower bound on the logarithm of a number beyond the range of exponents. */
export const BEYOND_MEASURE = 281474976710656; // 2^48

/** The ball (hi + lo +- radius) * 2^exponent. */
export abstract class DoubleForm {
  protected constructor(
    readonly hi: number,
    /** The low part of the middle. In an unknown ball it is the index of the reason in DOUBTS. */
    readonly lo: number,
    /** Exceeds the error by 5 u^2 of hi, unless it is 0 or lo is 0. Infinity in an unknown ball. */
    readonly radius: number,
    /**
     * 0 for balls of ordinary size. For smaller and larger ones the larger of hi and radius lies between 1
     * and 2. Infinite for numbers beyond the range of exponents, of which only the sign is known.
     */
    readonly exponent: number,
  ) {}

  /** A ball of the class that all results are of. */
  protected abstract create(hi: number, lo: number, radius: number, exponent: number): this;

  exact(x: number): this {
    return this.make({ hi: x, lo: 0 }, 0, 0);
  }

  /** An unknown ball; it keeps its reason in `lo`. */
  unknown(doubt: Doubt = 'undecided'): this {
    return this.create(0, DOUBTS.indexOf(doubt), Infinity, 0);
  }

  get doubt(): Doubt | undefined {
    return this.radius === Infinity ? DOUBTS[Math.abs(this.lo)] : undefined;
  }

  /** The result of an operation with an unknown operand: it takes the later reason of both. */
  protected inDoubt(b: this): this {
    return this.unknown(laterDoubt(this, b));
  }

  /** A number of this sign beyond the range of exponents. */
  protected infinite(sign: 1 | -1 | 0 | undefined): this {
    return sign === 1 || sign === -1
      ? this.create(sign, 0, 0.125, Infinity)
      : this.unknown('overflow');
  }

  /** The ball of all numbers from 0 to 2^exponent, or from 0 to minus that. */
  protected below(exponent: number, hi = 1): this {
    return this.create(hi < 0 ? -1 : 1, 0, 4, Math.max(Math.ceil(exponent), -MOST));
  }

  get isExact(): boolean {
    return this.radius === 0;
  }

  /** Whether it is a double, exactly: then sums and products are exact, too. */
  protected get isDouble(): boolean {
    return this.radius === 0 && this.lo === 0;
  }

  get sign(): 1 | -1 | 0 | undefined {
    const certain = certainSign(this.hi, this.lo, this.radius);
    return certain ?? (this.hi === 0 && this.radius === 0 ? 0 : undefined);
  }

  /** Makes a ball in normal form (see `exponent`). */
  protected make({ hi, lo }: dd.DoubleDouble, radius: number, exponent: number): this {
    const size = Math.abs(hi);
    const rounded = radius * ROUNDED_UP;
    if (rounded <= size) {
      if (exponent === 0 && size > SMALL && size < LARGE) return this.create(hi, lo, rounded, 0);
      // The common case of e^x: one scaling brings it to ordinary size.
      if (size > 1e-6 && size < 1e6 && Math.abs(exponent) < ORDINARY - 20) {
        const factor = powerOfTwo(exponent);
        return this.create(hi * factor, lo * factor, rounded * factor, 0);
      }
    }
    return this.normalized(hi, lo, rounded, exponent);
  }

  private normalized(hi: number, lo: number, radius: number, exponent: number): this {
    if (!(radius < Infinity) || !Number.isFinite(hi) || Number.isNaN(exponent)) {
      return this.unknown(this.doubt);
    }
    if (hi === 0 && radius === 0) return this.create(hi, 0, 0, 0);
    if (Math.abs(hi) < radius * BESIDE_RADIUS) {
      if (hi !== 0) return this.normalized(hi * 0, 0, radius * ROUNDED_UP, exponent);
    }
    const power = decompose(Math.max(Math.abs(hi), radius)).exponent;
    const total = power + exponent;
    if (total > MOST) {
      return this.infinite(Math.abs(hi) > 2 * radius ? (hi < 0 ? -1 : 1) : undefined);
    }
    if (total < -MOST) return this.below(-MOST, hi);
    const shift = Math.abs(total) < ORDINARY ? exponent : -power;
    const low = timesTwoTo(lo, shift);
    const high = timesTwoTo(hi, shift);
    // A low part that underflows is replaced by a radius.
    const isLost = radius === 0 && lo !== 0 && Math.abs(low) < 1e-270;
    const scaled = isLost ? Math.abs(high) * ARITHMETIC_ERROR : timesTwoTo(radius, shift);
    return this.create(high, low, scaled, exponent - shift);
  }

  get approximation(): number {
    return this.exponent === 0 ? this.hi : roundScaled(this, this.exponent);
  }

  /** The nearest double; undefined if the ball contains numbers with different nearest doubles. */
  nearest(): number | undefined {
    const { hi, lo, radius, exponent } = this;
    const low = lo - radius;
    const high = lo + radius;
    if (exponent === 0) return hi + low === hi + high ? hi + low : undefined;
    // On underflow the sign is that of the middle.
    if (radius > 0.25 * Math.abs(hi)) return exponent < -1080 ? hi * 0 : undefined;
    const lower = roundScaled(dd.fastTwoSum(hi, low), exponent);
    const upper = roundScaled(dd.fastTwoSum(hi, high), exponent);
    if (lower !== upper) return undefined;
    return lower === 0 ? hi * 0 : lower;
  }

  negated(): this {
    return this.create(-this.hi, -this.lo, this.radius, this.exponent);
  }

  abs(): this {
    const { sign } = this;
    if (sign === -1) return this.negated();
    if (sign !== undefined || this.radius === Infinity) return this;
    // The interval from 0 to the end farther away from it.
    const half = 0.5 * (Math.abs(this.hi) + this.radius) * ROUNDED_UP;
    return this.make({ hi: half, lo: 0 }, half, this.exponent);
  }

  /** The same with a larger radius, in units of 2^exponent. */
  protected widenedBy(more: number): this {
    // The radius must exceed the rounding of lo +- radius (see `radius`).
    const room = this.lo === 0 ? 0 : Math.abs(this.hi) * ARITHMETIC_ERROR;
    return this.make(this, this.radius + Math.max(more, room), this.exponent);
  }
}

/** The sign of all numbers in hi + lo +- radius; undefined if it differs, or if one of them is 0. */
export function certainSign(hi: number, lo: number, radius: number): 1 | -1 | undefined {
  return Math.abs(hi) - Math.abs(lo) > radius * 1.0001 ? (hi > 0 ? 1 : -1) : undefined;
}
