/** @file Arithmetic of balls of whole numbers: every operation with a bound on its error. */

import type { Doubt } from './ball';
import type { Constant } from './constants';
import type { DoubleDouble } from './double-double';
import { nearestDouble, toInteger } from './exact';
import { bitLength, integerSquareRoot, magnitude, shifted } from './whole-number';
import type { Sum } from './whole-series';

/** What a ball that says nothing spreads over: 2^+-FAR is beyond every double by far. */
const FAR = 67108864;
const DOUBTS: ReadonlyMap<Doubt, bigint> = new Map([
  ['undecided', 1n],
  ['outside', 3n],
  ['pole', 5n],
  ['overflow', 7n],
]);

/**
 * (mantissa +- radius) * 2^exponent, where the mantissa is kept to some number of bits; T is the
 * class of balls that the results are.
 */
export abstract class WholeArithmetic<T extends WholeArithmetic<T>> {
  protected constructor(
    readonly mantissa: bigint,
    readonly exponent: number,
    readonly radius: bigint,
    /** How many bits of a result are kept. */
    readonly bits: number,
  ) {}

  protected abstract create(mantissa: bigint, exponent: number, radius: bigint, bits: number): T;
  protected abstract self(): T;

  /** The ball of a finite double, exactly. */
  exact(x: number): T {
    if (x === 0) return this.create(0n, 0, 0n, this.bits);
    const { integer, exponent } = toInteger(x);
    return this.create(integer, exponent, 0n, this.bits);
  }

  /** The ball of a number, its mantissa cut to the bits that are kept. */
  protected make(mantissa: bigint, exponent: number, radius: bigint): T {
    const excess = bitLength(mantissa) - this.bits;
    if (excess <= 0) return this.create(mantissa, exponent, radius, this.bits);
    const shift = BigInt(excess);
    const kept = mantissa >> shift;
    const lost = kept << shift !== mantissa || radius !== 0n;
    const grown = lost ? (radius >> shift) + 2n : 0n;
    return this.create(kept, exponent + excess, grown, this.bits);
  }

  /** The same number, with results kept to more bits. */
  protected withBits(bits: number): T {
    return this.create(this.mantissa, this.exponent, this.radius, bits);
  }

  /** A ball that says nothing: its radius is beyond every number. */
  unknown(doubt: Doubt = 'undecided'): T {
    return this.create(0n, FAR, DOUBTS.get(doubt) ?? 1n, this.bits);
  }

  get doubt(): Doubt | undefined {
    if (bitLength(this.radius) + this.exponent < FAR) return undefined;
    for (const [doubt, radius] of DOUBTS) if (radius === this.radius) return doubt;
    return 'undecided';
  }

  get isExact(): boolean {
    return this.radius === 0n;
  }

  get sign(): 1 | -1 | 0 | undefined {
    if (this.isZero) return 0;
    if (magnitude(this.mantissa) <= this.radius) return undefined;
    return this.mantissa < 0n ? -1 : 1;
  }

  floor(): T {
    if (this.doubt !== undefined || this.exponent > 4 * this.bits) return this.unknown();
    const [low, high] = [this.mantissa - this.radius, this.mantissa + this.radius];
    const [least, most] = [shifted(low, this.exponent), shifted(high, this.exponent)];
    return least === most ? this.create(least, 0, 0n, this.bits) : this.unknown();
  }

  protected ball(b: T | number): T {
    return typeof b === 'number' ? this.exact(b) : b;
  }

  /** The power of two above the size of the number. */
  protected get size(): number {
    return bitLength(this.mantissa) + this.exponent;
  }

  protected get isZero(): boolean {
    return this.mantissa === 0n && this.radius === 0n;
  }

  get isNegative(): boolean {
    return this.mantissa < 0n;
  }

  get approximation(): number {
    return nearestDouble(this.mantissa, 1n, this.exponent);
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
    // Of two neighbours the mean is that middle, which the processor rounds to even.
    const even = Math.abs(lower) > 1 ? lower / 2 + upper / 2 : (lower + upper) / 2;
    return even === lower || even === upper ? even : undefined;
  }

  protected ends(): [lower: number, upper: number] {
    const end = (mantissa: bigint): number => nearestDouble(mantissa, 1n, this.exponent);
    return [end(this.mantissa - this.radius), end(this.mantissa + this.radius)];
  }

  /** The number as a double-double, for numbers of ordinary size. */
  toDoubleDouble(): DoubleDouble {
    const hi = this.approximation;
    return { hi, lo: this.minus(hi).approximation };
  }

  negated(): T {
    return this.create(-this.mantissa, this.exponent, this.radius, this.bits);
  }

  abs(): T {
    return this.isNegative ? this.negated() : this.self();
  }

  plus(operand: T | number): T {
    const b = this.ball(operand);
    if (b.isZero) return this.self();
    if (this.isZero) return b;
    const [high, low] = this.exponent >= b.exponent ? [this.self(), b] : [b, this.self()];
    const distance = high.exponent - low.exponent;
    if (distance > 4 * this.bits + 4000) {
      // Too far apart to write down side by side: what is small only widens the ball.
      return high.widened(low);
    }
    const shift = BigInt(distance);
    const sum = (high.mantissa << shift) + low.mantissa;
    return this.make(sum, low.exponent, (high.radius << shift) + low.radius);
  }

  minus(operand: T | number): T {
    return this.plus(this.ball(operand).negated());
  }

  times(operand: T | number): T {
    const b = this.ball(operand);
    const radius =
      magnitude(this.mantissa) * b.radius +
      magnitude(b.mantissa) * this.radius +
      this.radius * b.radius;
    return this.make(this.mantissa * b.mantissa, this.exponent + b.exponent, radius);
  }

  squared(): T {
    return this.times(this.self());
  }

  over(operand: T | number): T {
    const b = this.ball(operand);
    const divisor = magnitude(b.mantissa);
    const least = divisor - b.radius;
    if (least <= 0n) return this.unknown();
    const shift = Math.max(0, this.bits + 2 + bitLength(divisor) - bitLength(this.mantissa));
    const dividend = this.mantissa << BigInt(shift);
    const quotient = (b.isNegative ? -dividend : dividend) / divisor;
    const isExact = quotient * divisor === (b.isNegative ? -dividend : dividend);
    const radius = ((this.radius << BigInt(shift)) + (magnitude(quotient) + 1n) * b.radius) / least;
    const rounding = isExact && this.radius === 0n && b.radius === 0n ? 0n : 2n;
    return this.make(quotient, this.exponent - b.exponent - shift, radius + rounding);
  }

  inverse(): T {
    return this.exact(1).over(this.self());
  }

  sqrt(): T {
    if (this.mantissa < 0n || (this.radius > 0n && this.mantissa <= 2n * this.radius)) {
      return this.unknown();
    }
    if (this.mantissa === 0n) return this.self();
    let shift = Math.max(0, 2 * this.bits + 4 - bitLength(this.mantissa));
    if ((this.exponent - shift) % 2 !== 0) shift += 1;
    const root = integerSquareRoot(this.mantissa << BigInt(shift));
    const isExact = this.radius === 0n && root * root === this.mantissa << BigInt(shift);
    // |sqrt(a + r) - sqrt(a)| < |r| / sqrt(a) for |r| < a / 2.
    const radius = isExact ? 0n : (this.radius << BigInt(shift)) / root + 2n;
    return this.make(root, (this.exponent - shift) / 2, radius);
  }

  constant(c: Constant): T {
    const places = this.bits + 8;
    return this.make(c.fixed(places), -places, 2n);
  }

  /** The mantissa and the radius as numbers of units of 2^-places. */
  protected fixed(places: number): Sum {
    const shift = this.exponent + places;
    const radius = shifted(this.radius, shift);
    return { sum: shifted(this.mantissa, shift), error: radius + (shift < 0 ? 2n : 0n) };
  }

  widened(bound: T): T {
    const more = magnitude(bound.mantissa) + bound.radius;
    // In units of the last bit that is kept, as a mantissa may be short.
    const room = Math.max(0, this.bits - bitLength(this.mantissa));
    const exponent = this.exponent - room;
    const far = bitLength(more) + bound.exponent < exponent;
    const radius = far ? 1n : shifted(more, bound.exponent - exponent) + 1n;
    const [mantissa, own] = [this.mantissa << BigInt(room), this.radius << BigInt(room)];
    return this.create(mantissa, exponent, own + radius, this.bits);
  }

  isNegligibleIn(sum: T): boolean {
    return this.mantissa === 0n || this.size < sum.size - this.bits;
  }

  /** The middle alone, taken as exact. */
  protected center(): T {
    return this.create(this.mantissa, this.exponent, 0n, this.bits);
  }
}
