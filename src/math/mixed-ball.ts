/**
 * @file Balls that are fractions times powers of e and pi as far as possible: cancellation to 0, and the middle between
 * two doubles, are certain there, whatever else a formula is made of.
 *
 * Of other numbers it is known how they are made: those made in the same way of the same fractions are the same, so that
 * log(x) - log(2) is 0 at 2.
 */

import type { Ball, Doubt } from './ball';
import type { Constant } from './constants';
import { Fraction } from './fraction';
import { lengthOf, MixedForm, nameOfTwo, type Unit } from './mixed-form';
import type { WholeBall } from './whole/whole-ball';

/** A ball that is a whole number of more bits than this stays a ball. */
const MOST_BITS_OF_FLOOR = 2048;
/** Longer names are given up, in characters. With 120, tanh(x) beside a jump that is none was undecided. */
const LONGEST_NAME = 2000;
/** Longer fractions of a unit are given up: in long series they would take seconds. */
const MOST_BITS_OF_MULTIPLE = 512;

/** An operation on fractions and on balls alike. */
type Operation = <T extends Ball<T>>(x: T) => T;

export class MixedBall extends MixedForm implements Ball<MixedBall> {
  /** A finite double, exactly. */
  static of(x: number, like: WholeBall): MixedBall {
    return new MixedBall(like, Fraction.zero.exact(x));
  }

  static constant(c: Constant, like: WholeBall): MixedBall {
    return MixedBall.of(0, like).constant(c);
  }

  exact(x: number): MixedBall {
    return MixedBall.of(x, this.like);
  }

  unknown(doubt: Doubt): MixedBall {
    return this.someBall(this.like.unknown(doubt));
  }

  constant(c: Constant): MixedBall {
    const fraction = Fraction.zero.constant(c);
    if (fraction.isExact) return new MixedBall(this.like, fraction);
    return this.named(`constant(${String(c.hi)},${String(c.lo)})`, this.like.constant(c));
  }

  private someBall(ball: WholeBall): MixedBall {
    return new MixedBall(this.like, undefined, undefined, ball);
  }

  /** A ball with a name, if that is not too long. */
  private named(name: string | undefined, ball: WholeBall): MixedBall {
    const isNamed = name !== undefined && name.length <= LONGEST_NAME && ball.doubt === undefined;
    if (!isNamed) return this.someBall(ball);
    return new MixedBall(this.like, Fraction.zero.exact(1), { name, ball }, ball);
  }

  /** The result of a function, a fraction if it is one. */
  private through(does: string, f: Operation): MixedBall {
    const fraction = this.pure && f(this.pure);
    if (fraction?.isExact === true) return new MixedBall(this.like, fraction);
    const { name } = this;
    return this.named(name && `${does}(${name})`, f(this.ball));
  }

  private operand(b: MixedBall | number): MixedBall {
    return typeof b === 'number' ? this.exact(b) : b;
  }

  /** A fraction times a unit; undefined if it is no fraction, or one too long for that. */
  private multiple(fraction: Fraction | undefined, unit: Unit | undefined): MixedBall | undefined {
    if (fraction?.isExact !== true) return undefined;
    if (unit !== undefined && lengthOf(fraction) > MOST_BITS_OF_MULTIPLE) return undefined;
    return new MixedBall(this.like, fraction, fraction.sign === 0 ? undefined : unit);
  }

  negated(): MixedBall {
    return this.multiple(this.fraction?.negated(), this.unit) ?? this.someBall(this.ball.negated());
  }

  abs(): MixedBall {
    if (this.sign === undefined) return this.someBall(this.ball.abs());
    return this.sign === -1 ? this.negated() : this;
  }

  plus(operand: MixedBall | number): MixedBall {
    const b = this.operand(operand);
    if (b.isZero) return this;
    if (this.isZero) return b;
    const sum =
      this.unit?.name === b.unit?.name
        ? this.multiple(this.fraction && b.fraction && this.fraction.plus(b.fraction), this.unit)
        : undefined;
    return sum ?? this.named(nameOfTwo('plus', this.name, b.name), this.ball.plus(b.ball));
  }

  minus(operand: MixedBall | number): MixedBall {
    return this.plus(this.operand(operand).negated());
  }

  times(operand: MixedBall | number): MixedBall {
    const b = this.operand(operand);
    if (this.isZero && b.doubt === undefined) return this;
    if (b.isZero && this.doubt === undefined) return b;
    const factor = this.fraction && b.fraction && this.fraction.times(b.fraction);
    if (this.unit === undefined || b.unit === undefined) {
      return this.multiple(factor, this.unit ?? b.unit) ?? this.someBall(this.ball.times(b.ball));
    }
    const name = nameOfTwo('times', this.unit.name, b.unit.name);
    const { unit } = this.named(name, this.unit.ball.times(b.unit.ball));
    const product = unit && this.multiple(factor, unit);
    return product ?? this.someBall(this.ball.times(b.ball));
  }

  over(operand: MixedBall | number): MixedBall {
    const b = this.operand(operand);
    const isDivisor = b.sign === 1 || b.sign === -1;
    if (this.isZero && isDivisor) return this;
    const factor = this.fraction && b.fraction && this.fraction.over(b.fraction);
    if (isDivisor && (b.unit === undefined || b.unit.name === this.unit?.name)) {
      const quotient = this.multiple(factor, b.unit === undefined ? this.unit : undefined);
      if (quotient !== undefined) return quotient;
    }
    const { name } = this;
    const both = name && b.name && `over(${name},${b.name})`;
    return this.named(both, this.ball.over(b.ball));
  }

  inverse(): MixedBall {
    return this.exact(1).over(this);
  }

  squared(): MixedBall {
    return this.times(this);
  }

  /** The product with a fraction of small whole numbers; 0 times a number is 0, however little is known of that. */
  scaled(numerator: number, denominator = 1): MixedBall {
    return numerator === 0 ? this.exact(0) : this.times(this.exact(numerator).over(denominator));
  }

  floor(): MixedBall {
    const floor = this.pure?.floor();
    if (floor?.isExact === true) return new MixedBall(this.like, floor);
    const ball = this.ball.floor();
    const isWhole = ball.isExact && ball.size < MOST_BITS_OF_FLOOR;
    return isWhole ? new MixedBall(this.like, Fraction.of(ball.fixed(0), 1n)) : this.someBall(ball);
  }

  widened(bound: MixedBall): MixedBall {
    return bound.isZero ? this : this.someBall(this.ball.widened(bound.ball));
  }

  isNegligibleIn(sum: MixedBall): boolean {
    return this.ball.isNegligibleIn(sum.ball);
  }

  sqrt(): MixedBall {
    return this.through('sqrt', (x) => x.sqrt());
  }

  exp(): MixedBall {
    return this.through('exp', (x) => x.exp());
  }

  expm1(): MixedBall {
    return this.through('expm1', (x) => x.expm1());
  }

  log(): MixedBall {
    return this.through('log', (x) => x.log());
  }

  log1p(): MixedBall {
    return this.through('log1p', (x) => x.log1p());
  }

  sin(): MixedBall {
    return this.through('sin', (x) => x.sin());
  }

  cos(): MixedBall {
    return this.through('cos', (x) => x.cos());
  }

  atan(): MixedBall {
    return this.through('atan', (x) => x.atan());
  }

  erf(): MixedBall {
    return this.through('erf', (x) => x.erf());
  }

  erfc(): MixedBall {
    return this.through('erfc', (x) => x.erfc());
  }
}
