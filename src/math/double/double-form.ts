/** @file Balls of double-doubles: the form that they are kept in, and what can be read off them. */

import { type Doubt, DOUBTS } from '../ball';
import { ARITHMETIC_ERROR } from './ball-radius';
import * as dd from './double-double';
import { decompose, powerOfTwo, roundScaled } from '../scaling';

/** Radii are sums of doubles themselves; so much more covers their roundings. */
export const ROUNDED_UP = 1.000000001;

/** Numbers of ordinary size lie between 2^-199 and 2^199; their exponent is 0. */
const ORDINARY = 199;
export const SMALL = powerOfTwo(-ORDINARY);
export const LARGE = powerOfTwo(ORDINARY);
/** Beside a radius, what is so much smaller is a part of it. */
export const BESIDE_RADIUS = 1e-20;

/** Exponents up to here are exact, and so are their sums. */
const MOST = 4503599627370496; // 2^52
/** Not above the logarithm of a number beyond measure. */
export const BEYOND_MEASURE = 281474976710656; // 2^48

/** (hi + lo +- radius) * 2^exponent; T is the class of balls that the results are. */
export abstract class DoubleForm<T extends DoubleForm<T>> {
  protected constructor(
    readonly hi: number,
    readonly lo: number,
    /** 0 or more than the error by 5 u^2 of hi, unless lo is 0; Infinity where nothing is known. */
    readonly radius: number,
    /**
     * 0 for balls of ordinary size; far below 0 for tiny ones, far above for huge ones, whose hi or
     * radius, whichever is larger, lies between 1 and 2. Infinite for numbers beyond measure, of
     * which no more is known than their sign.
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
    return this.radius === Infinity ? DOUBTS[Math.abs(this.lo)] : undefined;
  }

  /** What is known of a number made of two of which one is unknown. */
  protected inDoubt(b: T): T {
    const known = (ball: DoubleForm<T>): number =>
      ball.radius === Infinity ? Math.abs(ball.lo) : 0;
    return this.create(0, Math.max(known(this), known(b)), Infinity, 0);
  }

  /** A number of this sign beyond measure. */
  protected infinite(sign: 1 | -1 | 0 | undefined): T {
    return sign === 1 || sign === -1
      ? this.create(sign, 0, 0.125, Infinity)
      : this.unknown('overflow');
  }

  /** All whose size is between 0 and 2^exponent. */
  protected below(exponent: number, hi = 1): T {
    return this.create(hi < 0 ? -1 : 1, 0, 4, Math.max(Math.ceil(exponent), -MOST));
  }

  get isExact(): boolean {
    return this.radius === 0;
  }

  get sign(): 1 | -1 | 0 | undefined {
    const certain = certainSign(this.hi, this.lo, this.radius);
    return certain ?? (this.hi === 0 && this.radius === 0 ? 0 : undefined);
  }

  /** The ball of a number, in the form that the class promises. */
  protected make({ hi, lo }: dd.DoubleDouble, radius: number, exponent: number): T {
    const size = Math.abs(hi);
    const rounded = radius * ROUNDED_UP;
    if (rounded <= size) {
      if (exponent === 0 && size > SMALL && size < LARGE) return this.create(hi, lo, rounded, 0);
      // The usual result of e^x: one scaling brings it to ordinary size.
      if (size > 1e-6 && size < 1e6 && Math.abs(exponent) < ORDINARY - 20) {
        const factor = powerOfTwo(exponent);
        return this.create(hi * factor, lo * factor, rounded * factor, 0);
      }
    }
    return this.normalized(hi, lo, rounded, exponent);
  }

  private normalized(hi: number, lo: number, radius: number, exponent: number): T {
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
    const low = scaledBy(lo, shift);
    const high = scaledBy(hi, shift);
    // A low part that underflows is lost.
    const isLost = radius === 0 && lo !== 0 && Math.abs(low) < 1e-270;
    const scaled = isLost ? Math.abs(high) * ARITHMETIC_ERROR : scaledBy(radius, shift);
    return this.create(high, low, scaled, exponent - shift);
  }

  get approximation(): number {
    return this.exponent === 0 ? this.hi : roundScaled(this, this.exponent);
  }

  /** The double nearest to the number; undefined where the ball holds numbers that round apart. */
  nearest(): number | undefined {
    const { hi, lo, radius, exponent } = this;
    const [low, high] = [lo - radius, lo + radius];
    if (exponent === 0) return hi + low === hi + high ? hi + low : undefined;
    // The sign of an underflow is that of the middle.
    if (radius > 0.25 * Math.abs(hi)) return exponent < -1080 ? hi * 0 : undefined;
    const lower = roundScaled(dd.fastTwoSum(hi, low), exponent);
    const upper = roundScaled(dd.fastTwoSum(hi, high), exponent);
    if (lower !== upper) return undefined;
    return lower === 0 ? hi * 0 : lower;
  }

  negated(): T {
    return this.create(-this.hi, -this.lo, this.radius, this.exponent);
  }

  abs(): T {
    const { sign } = this;
    if (sign === -1) return this.negated();
    if (sign !== undefined || this.radius === Infinity) return this.self();
    // From 0 to the end that is further from it.
    const half = 0.5 * (Math.abs(this.hi) + this.radius) * ROUNDED_UP;
    return this.make({ hi: half, lo: 0 }, half, this.exponent);
  }

  /** The same with a larger radius, in units of 2^exponent. */
  protected widenedBy(more: number): T {
    // As the class promises: more than what rounding lo +- radius may take away.
    const room = this.lo === 0 ? 0 : Math.abs(this.hi) * ARITHMETIC_ERROR;
    return this.make(this, this.radius + Math.max(more, room), this.exponent);
  }
}

/** x * 2^exponent for an exponent that may be out of the range of doubles itself. */
function scaledBy(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return x * powerOfTwo(half) * powerOfTwo(exponent - half);
}

/** The sign of all numbers in hi + lo +- radius; undefined where they have not the same one, or are 0. */
export function certainSign(hi: number, lo: number, radius: number): 1 | -1 | undefined {
  return Math.abs(hi) - Math.abs(lo) > radius * 1.0001 ? (hi > 0 ? 1 : -1) : undefined;
}
