/**
 * @file Balls of whole numbers: the form that they are kept in, and what can be read off them. They have their
 * operations from whole-arithmetic.ts and their functions from whole-ball.ts: three classes, one upon the other,
 * of which the last alone is made.
 */

import { type Doubt, DOUBTS, laterDoubt } from '../ball';
import { nearestDouble, toInteger } from '../exact';
import { ROUNDED_UP, type Scaled, scaledSum, timesPowerOfTwo } from '../scaled';
import { decompose, powerOfTwo, timesTwoTo } from '../scaling';
import { bitLength, shifted, toDouble } from './whole-number';

/** A radius has no more bits than this: bits of the mantissa far below it would say nothing. */
const RADIUS_BITS = 48;
/** Exponents up to here are exact, and so are their sums. */
const MOST_EXPONENT = 4503599627370496; // 2^52
/** What is nearer to 0 than any number in range is below 2^(-2^50), and so is e^x below -2^50. */
const LEAST_EXPONENT = -1125899906842624; // -2^50
/** In units of the middle a radius is not below 2^-500: smaller ones are kept in smaller units. */
const LEAST_DISTANCE = -400;
/** A ball is wide if its radius is above 2^-8 of its middle. */
const WIDE_BITS = 8;

/**
 * (mantissa +- radius) * 2^exponent, where the mantissa is kept to some number of bits.
 */
export abstract class WholeForm {
  #length = -1;

  protected constructor(
    readonly mantissa: bigint,
    readonly exponent: number,
    /** In units of 2^exponent, up to 2^48; Infinity where nothing is known. */
    readonly radius: number,
    /** How many bits of a result are kept. */
    readonly bits: number,
  ) {}

  /** A ball of the class that all results are of. */
  protected abstract create(mantissa: bigint, exponent: number, radius: number, bits: number): this;

  exact(x: number): this {
    // Most doubles in formulas are whole numbers; -0 is 0 too.
    if (Number.isSafeInteger(x)) return this.create(BigInt(x), 0, 0, this.bits);
    const { integer, exponent } = toInteger(x);
    return this.create(integer, exponent, 0, this.bits);
  }

  /** The ball of a number, in the form that the class promises; its radius is in units times 2^scale. */
  make(mantissa: bigint, exponent: number, radius: number, scale = 0): this {
    if (!(radius < Infinity)) return this.unknown(this.doubt);
    if (radius === 0 && mantissa === 0n) return this.exact(0);
    if (Math.abs(exponent) > MOST_EXPONENT) return this.outOfRange(exponent > 0);
    const radiusLength = bitLengthOf(radius) + scale;
    const excess = Math.max(bitLength(mantissa) - this.bits, radiusLength - RADIUS_BITS);
    if (excess <= 0) {
      const same = timesPowerOfTwo(radius, scale) * ROUNDED_UP;
      return this.create(mantissa, exponent, same, this.bits);
    }
    const isExact = radius === 0 && BigInt.asUintN(excess, mantissa) === 0n;
    // The bits that are cut off may be all but a unit, and then any radius beside is beyond it.
    const cut = isExact ? 0 : 1;
    const grown = (timesPowerOfTwo(radius, scale - excess) + cut) * ROUNDED_UP;
    return this.create(mantissa >> BigInt(excess), exponent + excess, grown, this.bits);
  }

  /** A number other than 0 beyond the range of exponents: nothing is known of a large one, and of others that they are near 0. */
  protected outOfRange(isLarge: boolean): this {
    return isLarge ? this.unknown('overflow') : this.create(0n, LEAST_EXPONENT, 1, this.bits);
  }

  /** The same number, with results kept to more bits, or to fewer. */
  withBits(bits: number): this {
    return this.create(this.mantissa, this.exponent, this.radius, bits);
  }

  /** A ball that says nothing; the reason stands where the number would. */
  unknown(doubt: Doubt = 'undecided'): this {
    return this.create(BigInt(DOUBTS.indexOf(doubt)), 0, Infinity, this.bits);
  }

  get doubt(): Doubt | undefined {
    return this.radius === Infinity ? DOUBTS[toDouble(this.mantissa)] : undefined;
  }

  /** What is known of a number made of two of which one is unknown. */
  protected inDoubt(b: this): this {
    return this.unknown(laterDoubt(this, b));
  }

  get isExact(): boolean {
    return this.radius === 0;
  }

  get sign(): 1 | -1 | 0 | undefined {
    if (this.isZero) return 0;
    // A mantissa near the radius is below 2^53, and so is a double exactly.
    if (Math.abs(toDouble(this.mantissa)) <= this.radius) return undefined;
    return this.mantissa < 0n ? -1 : 1;
  }

  /** The number of bits of the mantissa. */
  get length(): number {
    if (this.#length < 0) this.#length = bitLength(this.mantissa);
    return this.#length;
  }

  /** The size of the mantissa in units of 2^length, rounded. */
  protected get leading(): number {
    const { length } = this;
    if (length < 1000) return timesPowerOfTwo(Math.abs(toDouble(this.mantissa)), -length);
    return Math.abs(toDouble(this.mantissa >> BigInt(length - 64))) * powerOfTwo(-64);
  }

  /** The power of two above the size of the middle. */
  get size(): number {
    return this.length + this.exponent;
  }

  get isZero(): boolean {
    return this.radius === 0 && this.mantissa === 0n;
  }

  /** Whether the radius is large beside the middle. */
  protected get isWide(): boolean {
    return timesPowerOfTwo(this.radius, WIDE_BITS - this.length) > 1;
  }

  get approximation(): number {
    const size = timesTwoTo(this.leading, Math.max(-1100, Math.min(1100, this.size)));
    return this.mantissa < 0n ? -size : size;
  }

  /** A bound on the sizes of all numbers in the ball; above 0 if one of them is. */
  get most(): Scaled {
    const value = this.leading + timesPowerOfTwo(this.radius, -this.length);
    return { value: value * ROUNDED_UP, exponent: this.size };
  }

  /** The ball made wider by value * 2^exponent. */
  protected widenedBy(value: number, exponent: number): this {
    if (this.radius === Infinity || value === 0) return this;
    if (this.isZero) return this.make(0n, exponent, value);
    const distance = exponent - this.exponent;
    const spare = BigInt(this.bits - this.length);
    if (distance < LEAST_DISTANCE && this.radius === 0 && spare > 0n) {
      // A short middle as 1 is given units as small as the bits allow: one of its own would be too large here.
      const middle = this.create(
        this.mantissa << spare,
        this.exponent - toDouble(spare),
        0,
        this.bits,
      );
      return middle.widenedBy(value, exponent);
    }
    const sum = scaledSum({ value: this.radius, exponent: 0 }, { value, exponent: distance });
    return this.make(this.mantissa, this.exponent, sum.value, sum.exponent);
  }

  /** The double nearest to the number; undefined where the ball holds numbers that round apart. */
  nearest(): number | undefined {
    const [lower, upper] = this.ends();
    return lower === upper ? upper : undefined;
  }

  /**
   * The double nearest to the number, if that lies in the middle between two doubles exactly: the
   * even one of the two. Undefined where the ball holds more than one such middle, NaN where it
   * says nothing at all.
   */
  nearestOfTie(): number | undefined {
    const [lower, upper] = this.ends();
    if (lower === -Infinity && upper === Infinity) return NaN;
    // Of two neighbours the mean is that middle, which the processor rounds to even; beyond all doubles is 2^1024.
    const even = Math.abs(lower) > 1 ? half(lower) + half(upper) : (lower + upper) / 2;
    return even === lower || even === upper ? even : undefined;
  }

  /** The doubles nearest to both ends; of an unknown ball, whose radius counts as 2^1024, both infinities. */
  protected ends(): [lower: number, upper: number] {
    const { low, high, exponent } = this.exactEnds();
    return [nearestDouble(low, 1n, exponent), nearestDouble(high, 1n, exponent)];
  }

  /** All numbers of a known ball lie between low and high, times 2^exponent. */
  exactEnds(): { low: bigint; high: bigint; exponent: number } {
    if (this.radius === 0) {
      return { low: this.mantissa, high: this.mantissa, exponent: this.exponent };
    }
    // A radius of so few bits has a unit below that of the middle.
    const { integer, exponent } = toInteger(this.radius);
    const middle = this.mantissa << BigInt(-exponent);
    return { low: middle - integer, high: middle + integer, exponent: this.exponent + exponent };
  }

  /** The middle as a whole number of units of 2^-places, rounded down. */
  fixed(places: number): bigint {
    return shifted(this.mantissa, this.exponent + places);
  }

  /** The middle alone, taken as exact. */
  protected center(): this {
    return this.create(this.mantissa, this.exponent, 0, this.bits);
  }
}

/** The least n for which a number >= 0 is below 2^n. */
export function bitLengthOf(value: number): number {
  return value === 0 ? -Infinity : decompose(value).exponent + 1;
}

function half(x: number): number {
  return Math.max(-HALF_INFINITY, Math.min(HALF_INFINITY, x / 2));
}

const HALF_INFINITY = powerOfTwo(1023);
