/** @file Arithmetic of balls of whole numbers: every operation with a bound on its error. */

import type { Doubt } from '../ball';
import type { Constant } from '../constants';
import type { DoubleDouble } from '../double/double-double';
import { toInteger } from '../exact';
import { bitLengthOf, WholeForm } from './whole-form';
import { integerSquareRoot, magnitude, shifted, toDouble } from './whole-number';
import { type Scaled, scaledSum, timesPowerOfTwo } from '../scaled';

/**
 * A divisor that is known to be below 2^NEAR_ZERO and no more came from beyond the range of exponents, by
 * `outOfRange`: more bits are of no help.
 */
const NEAR_ZERO = -281474976710656; // -2^48

/** Balls with arithmetic. */
export abstract class WholeArithmetic extends WholeForm {
  protected ball(b: this | number): this {
    return typeof b === 'number' ? this.exact(b) : b;
  }

  negated(): this {
    if (this.radius === Infinity) return this;
    return this.create(-this.mantissa, this.exponent, this.radius, this.bits);
  }

  abs(): this {
    const { sign } = this;
    if (sign === -1) return this.negated();
    if (sign !== undefined || this.radius === Infinity) return this;
    // All from 0 to the end that is further from 0.
    const { integer, exponent } = toInteger(this.most.value);
    return this.make(integer, exponent + this.most.exponent - 1, toDouble(integer));
  }

  plus(operand: this | number): this {
    const b = this.ball(operand);
    if (b.isZero) return this;
    if (this.isZero) return b.withBits(this.bits);
    if (this.radius + b.radius === Infinity) return this.inDoubt(b);
    const [high, low] = this.exponent >= b.exponent ? [this, b] : [b, this];
    const distance = high.exponent - low.exponent;
    if (distance > 4 * this.bits + 4000) {
      // The smaller is far below the last bit kept, and megabytes of zeros may lie between: it widens the larger.
      return high.withBits(this.bits).widened(low);
    }
    const sum = (high.mantissa << BigInt(distance)) + low.mantissa;
    const { value, exponent } = scaledSum(scaled(high.radius, distance), scaled(low.radius, 0));
    return this.make(sum, low.exponent, value, exponent);
  }

  minus(operand: this | number): this {
    return this.plus(typeof operand === 'number' ? -operand : operand.negated());
  }

  times(operand: this | number): this {
    if (operand === 2) return this.make(this.mantissa, this.exponent + 1, this.radius);
    if (operand === 0.5) return this.make(this.mantissa, this.exponent - 1, this.radius);
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

  squared(): this {
    return this.times(this);
  }

  over(operand: this | number): this {
    const b = this.ball(operand);
    const known = this.radius + b.radius;
    if (known === Infinity) return this.inDoubt(b);
    const divisor = magnitude(b.mantissa);
    const { length } = b;
    // The least size of a number in b, in units of 2^length.
    const least = b.leading - timesPowerOfTwo(b.radius, -length);
    if (!(least > 0)) return this.unknown(doubtOfDivision(b));
    const shift = Math.max(0, this.bits + 2 + length - this.length);
    const dividend = (b.mantissa < 0n ? -this.mantissa : this.mantissa) << BigInt(shift);
    const quotient = dividend / divisor;
    const exponent = this.exponent - b.exponent - shift;
    if (known === 0) {
      return this.make(quotient, exponent, quotient * divisor === dividend ? 0 : 1);
    }
    const ratio = this.leading / b.leading;
    const radius = scaledSum(
      scaled(this.radius / least, shift - length),
      scaled((b.radius * ratio) / least, this.length + shift - 2 * length),
    );
    const rounded = scaledSum(radius, ROUNDING);
    return this.make(quotient, exponent, rounded.value, rounded.exponent);
  }

  inverse(): this {
    return this.exact(1).over(this);
  }

  sqrt(): this {
    const { sign } = this;
    if (sign === 0 || this.radius === Infinity) return this;
    if (sign !== 1) return this.unknown(sign === -1 ? 'outside' : 'undecided');
    const { length } = this;
    let shift = Math.max(0, 2 * this.bits + 4 - length);
    if ((this.exponent - shift) % 2 !== 0) shift += 1;
    const square = this.mantissa << BigInt(shift);
    const root = integerSquareRoot(square);
    const exponent = (this.exponent - shift) / 2;
    if (this.radius === 0) return this.make(root, exponent, root * root === square ? 0 : 1);
    // |sqrt(a + r) - sqrt(a)| <= |r| / sqrt(a) for |r| <= a.
    const radius = scaled(this.radius, shift - ((length + shift - 1) >> 1));
    const rounded = scaledSum(radius, ROUNDING);
    return this.make(root, exponent, rounded.value, rounded.exponent);
  }

  /** The result of a monotone function for a wide ball: all between the values at its ends. */
  protected betweenEnds(f: (end: this) => this): this {
    if (this.radius === Infinity) return this;
    const { low, high, exponent } = this.exactEnds();
    const a = f(this.create(low, exponent, 0, this.bits));
    const b = f(this.create(high, exponent, 0, this.bits));
    return a.plus(b).times(0.5).widened(b.minus(a).times(0.5));
  }

  floor(): this {
    if (this.radius === Infinity) return this;
    if (this.exponent >= 0) return this.radius === 0 ? this : this.unknown();
    const { low, high, exponent } = this.exactEnds();
    const least = shifted(low, exponent);
    const most = shifted(high, exponent);
    return least === most ? this.create(least, 0, 0, this.bits) : this.unknown();
  }

  /** The middle as a double-double, for numbers of ordinary size. */
  toDoubleDouble(): DoubleDouble {
    const hi = this.approximation;
    return { hi, lo: this.center().minus(hi).approximation };
  }

  constant(c: Constant): this {
    // All constants are above 2^-2, so that all bits are kept.
    const places = this.bits + 8;
    return this.make(c.fixed(places), -places, 2);
  }

  widened(bound: this): this {
    if (this.radius + bound.radius === Infinity) return this.inDoubt(bound);
    const { value, exponent } = bound.most;
    return this.widenedBy(value, exponent);
  }

  isNegligibleIn(sum: this): boolean {
    if (this.isZero || sum.radius === Infinity) return true;
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

function radiusSize(ball: WholeForm): number {
  return bitLengthOf(ball.radius) + ball.exponent;
}

function doubtOfDivision(b: WholeForm): Doubt {
  if (b.isExact) return 'pole';
  return radiusSize(b) <= NEAR_ZERO ? 'overflow' : 'undecided';
}
