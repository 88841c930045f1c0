/** @file Arithmetic of balls of whole numbers: every operation with a bound on its error. */

import type { Doubt } from '../ball';
import type { Constant } from '../constants';
import type { DoubleDouble } from '../double/double-double';
import { toInteger } from '../exact';
import { decompose } from '../scaling';
import { WholeForm } from './whole-form';
import { integerSquareRoot, magnitude, shifted, toDouble } from './whole-number';
import { type Scaled, scaledSum, timesPowerOfTwo } from '../scaled';

/** Not above the logarithm of a number that is no more than known to be near 0. */
const NEAR_ZERO = -281474976710656; // -2^48
/** Up to so many bits a mantissa is a double. */
const DOUBLE_BITS = 53;

/** Balls with arithmetic; T is the class of balls that the results are. */
export abstract class WholeArithmetic<T extends WholeArithmetic<T>> extends WholeForm<T> {
  protected ball(b: T | number): T {
    return typeof b === 'number' ? this.exact(b) : b;
  }

  negated(): T {
    if (this.radius === Infinity) return this.self();
    return this.create(-this.mantissa, this.exponent, this.radius, this.bits);
  }

  abs(): T {
    const { sign } = this;
    if (sign === -1) return this.negated();
    if (sign !== undefined || this.radius === Infinity) return this.self();
    // From 0 to the end that is further from it.
    const { integer, exponent } = toInteger(this.most.value);
    return this.make(integer, exponent + this.most.exponent - 1, toDouble(integer));
  }

  plus(operand: T | number): T {
    const b = this.ball(operand);
    if (b.isZero) return this.self();
    if (this.isZero) return b.withBits(this.bits);
    const known = this.radius + b.radius;
    if (known === Infinity) return this.inDoubt(b);
    const [high, low] = this.exponent >= b.exponent ? [this.self(), b] : [b, this.self()];
    const distance = high.exponent - low.exponent;
    if (distance === 0) return this.make(this.mantissa + b.mantissa, this.exponent, known);
    if (distance > 4 * this.bits + 4000) {
      // Too far apart to write down side by side: what is small only widens the ball.
      return high.withBits(this.bits).widened(low);
    }
    const sum = (high.mantissa << BigInt(distance)) + low.mantissa;
    if (known === 0) return this.make(sum, low.exponent, 0);
    const { value, exponent } = scaledSum(scaled(high.radius, distance), scaled(low.radius, 0));
    return this.make(sum, low.exponent, value, exponent);
  }

  minus(operand: T | number): T {
    return this.plus(typeof operand === 'number' ? -operand : operand.negated());
  }

  times(operand: T | number): T {
    if (operand === 2) return this.doubled(1);
    if (operand === 0.5) return this.doubled(-1);
    const b = this.ball(operand);
    const known = this.radius + b.radius;
    if (known === Infinity) return this.inDoubt(b);
    const exponent = this.exponent + b.exponent;
    const product = this.mantissa * b.mantissa;
    if (known === 0) return this.make(product, exponent, 0);
    const both = scaled(this.radius * b.radius, 0);
    const radius = scaledSum(
      scaled(b.radius * this.leading, this.length),
      scaledSum(scaled(this.radius * b.leading, b.length), both),
    );
    return this.make(product, exponent, radius.value, radius.exponent);
  }

  /** The number times 2^n. */
  private doubled(n: number): T {
    if (this.radius === Infinity) return this.self();
    return this.make(this.mantissa, this.exponent + n, this.radius);
  }

  squared(): T {
    return this.times(this.self());
  }

  over(operand: T | number): T {
    const b = this.ball(operand);
    const known = this.radius + b.radius;
    if (known === Infinity) return this.inDoubt(b);
    const divisor = magnitude(b.mantissa);
    const length = b.length;
    // In units of 2^length: a radius is small beside a mantissa that is no double.
    const size = length > DOUBLE_BITS ? 0.5 : timesPowerOfTwo(toDouble(divisor), -length);
    const least = size - timesPowerOfTwo(b.radius, -length);
    if (!(least > 0)) return this.unknown(doubtOfDivision(b));
    const shift = Math.max(0, this.bits + 2 + length - this.length);
    const dividend = (b.mantissa < 0n ? -this.mantissa : this.mantissa) << BigInt(shift);
    const quotient = dividend / divisor;
    const exponent = this.exponent - b.exponent - shift;
    if (known === 0) {
      return this.make(quotient, exponent, quotient * divisor === dividend ? 0 : 1);
    }
    const radius = scaledSum(
      scaled(this.radius / least, shift - length),
      scaled(b.radius / least, this.length + shift - 2 * length + 1),
    );
    const rounded = scaledSum(radius, ROUNDING);
    return this.make(quotient, exponent, rounded.value, rounded.exponent);
  }

  inverse(): T {
    return this.exact(1).over(this.self());
  }

  sqrt(): T {
    const { sign } = this;
    if (sign === 0 || this.radius === Infinity) return this.self();
    if (sign !== 1) return this.unknown(sign === -1 ? 'outside' : 'undecided');
    const length = this.length;
    if (this.isWide) return this.betweenEnds((end) => end.sqrt());
    let shift = Math.max(0, 2 * this.bits + 4 - length);
    if ((this.exponent - shift) % 2 !== 0) shift += 1;
    const square = this.mantissa << BigInt(shift);
    const root = integerSquareRoot(square);
    const exponent = (this.exponent - shift) / 2;
    if (this.radius === 0) return this.make(root, exponent, root * root === square ? 0 : 1);
    // |sqrt(a + r) - sqrt(a)| < |r| / sqrt(a) for |r| < a / 2.
    const radius = scaled(this.radius, shift - ((length + shift - 1) >> 1));
    const rounded = scaledSum(radius, ROUNDING);
    return this.make(root, exponent, rounded.value, rounded.exponent);
  }

  /** What a monotone function makes of a wide ball: all between the values at its ends. */
  protected betweenEnds(f: (end: T) => T): T {
    const { low, high, exponent } = this.exactEnds();
    const a = f(this.create(low, exponent, 0, this.bits));
    const b = f(this.create(high, exponent, 0, this.bits));
    return a.plus(b).times(0.5).widened(b.minus(a).times(0.5));
  }

  floor(): T {
    if (this.radius === Infinity) return this.self();
    if (this.exponent >= 0) return this.radius === 0 ? this.self() : this.unknown();
    const { low, high, exponent } = this.exactEnds();
    const [least, most] = [shifted(low, exponent), shifted(high, exponent)];
    return least === most ? this.create(least, 0, 0, this.bits) : this.unknown();
  }

  /** The middle as a double-double, for numbers of ordinary size. */
  toDoubleDouble(): DoubleDouble {
    const hi = this.approximation;
    return { hi, lo: this.center().minus(hi).approximation };
  }

  constant(c: Constant): T {
    const places = this.bits + 8;
    return this.make(c.fixed(places), -places, 2);
  }

  widened(bound: T): T {
    if (this.radius + bound.radius === Infinity) return this.inDoubt(bound);
    if (bound.isZero) return this.self();
    const { value, exponent } = bound.most;
    if (this.isZero) return this.make(0n, exponent, value);
    const radius = scaledSum(scaled(this.radius, 0), scaled(value, exponent - this.exponent));
    return this.make(this.mantissa, this.exponent, radius.value, radius.exponent);
  }

  isNegligibleIn(sum: T): boolean {
    if (this.isZero || sum.radius === Infinity) return true;
    if (sum.isZero) return false;
    const beside = sum.mantissa === 0n ? -Infinity : sum.size - this.bits;
    return (
      this.most.exponent + bitLengthOf(this.most.value) < Math.max(beside, radiusSize(sum) - 64)
    );
  }
}

/** The error of a result that is rounded down. */
const ROUNDING: Scaled = { value: 1, exponent: 0 };

function scaled(value: number, exponent: number): Scaled {
  return { value, exponent };
}

function bitLengthOf(value: number): number {
  return value === 0 ? -Infinity : decompose(value).exponent + 1;
}

function radiusSize<T extends WholeForm<T>>(ball: T): number {
  return bitLengthOf(ball.radius) + ball.exponent;
}

function doubtOfDivision<T extends WholeForm<T>>(b: T): Doubt {
  if (b.isExact) return 'pole';
  return radiusSize(b) <= NEAR_ZERO ? 'overflow' : 'undecided';
}
