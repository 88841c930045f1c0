/**
 * @file Balls that are fractions times powers of e and pi as far as possible: cancellation to 0, and the middle between
 * two doubles, are certain there, whatever else a formula is made of.
 */

import type { Ball, Doubt } from './ball';
import type { Constant } from './constants';
import { Fraction } from './fraction';
import { ballOf } from './fraction-ball';
import type { WholeBall } from './whole/whole-ball';

/** A ball that is a whole number of more bits than this stays a ball. */
const MOST_BITS = 2048;

/** An operation on fractions and on balls alike. */
type Operation = <T extends Ball<T>>(x: T) => T;
type OperationOfTwo = <T extends Ball<T>>(a: T, b: T) => T;

export class MixedBall implements Ball<MixedBall> {
  /** @param like a ball with as many bits as all balls have */
  private constructor(
    private readonly like: WholeBall,
    private readonly fraction: Fraction | undefined,
    private known?: WholeBall,
  ) {}

  /** A finite double, exactly. */
  static of(x: number, like: WholeBall): MixedBall {
    return new MixedBall(like, Fraction.zero.exact(x));
  }

  static constant(c: Constant, like: WholeBall): MixedBall {
    return MixedBall.of(0, like).constant(c);
  }

  get ball(): WholeBall {
    this.known ??= ballOf(this.fraction as Fraction, this.like);
    return this.known;
  }

  /** The fraction, if it certainly is one without powers of e and pi. */
  get rational(): Fraction | undefined {
    return this.fraction?.isRational === true ? this.fraction : undefined;
  }

  get isZero(): boolean {
    return this.sign === 0;
  }

  get isExact(): boolean {
    return this.fraction !== undefined || this.ball.isExact;
  }

  get doubt(): Doubt | undefined {
    return this.fraction === undefined ? this.ball.doubt : undefined;
  }

  get sign(): 1 | -1 | 0 | undefined {
    return (this.fraction ?? this.ball).sign;
  }

  get approximation(): number {
    return (this.fraction ?? this.ball).approximation;
  }

  /** The nearest double, of two the even one; undefined where the ball does not decide it. */
  nearest(): number | undefined {
    return (this.rational ?? this.ball).nearest();
  }

  exact(x: number): MixedBall {
    return MixedBall.of(x, this.like);
  }

  unknown(doubt: Doubt): MixedBall {
    return new MixedBall(this.like, undefined, this.like.unknown(doubt));
  }

  constant(c: Constant): MixedBall {
    return this.exact(0).through((x) => x.constant(c));
  }

  /** The fraction; a ball where that is none. */
  private made(fraction: Fraction | undefined, ball: () => WholeBall): MixedBall {
    return fraction?.isExact === true
      ? new MixedBall(this.like, fraction)
      : new MixedBall(this.like, undefined, ball());
  }

  private through(f: Operation): MixedBall {
    return this.made(this.fraction && f(this.fraction), () => f(this.ball));
  }

  private with(operand: MixedBall | number, f: OperationOfTwo): MixedBall {
    const b = this.operand(operand);
    const fraction = this.fraction && b.fraction && f(this.fraction, b.fraction);
    return this.made(fraction, () => f(this.ball, b.ball));
  }

  private operand(b: MixedBall | number): MixedBall {
    return typeof b === 'number' ? this.exact(b) : b;
  }

  negated(): MixedBall {
    return this.through((x) => x.negated());
  }

  abs(): MixedBall {
    return this.through((x) => x.abs());
  }

  plus(operand: MixedBall | number): MixedBall {
    const b = this.operand(operand);
    if (b.isZero) return this;
    return this.isZero ? b : this.with(b, (x, y) => x.plus(y));
  }

  minus(operand: MixedBall | number): MixedBall {
    return this.plus(this.operand(operand).negated());
  }

  times(operand: MixedBall | number): MixedBall {
    const b = this.operand(operand);
    if (this.isZero && b.doubt === undefined) return this;
    return b.isZero && this.doubt === undefined ? b : this.with(b, (x, y) => x.times(y));
  }

  over(operand: MixedBall | number): MixedBall {
    const b = this.operand(operand);
    const isZero = this.isZero && (b.sign === 1 || b.sign === -1);
    return isZero ? this : this.with(b, (x, y) => x.over(y));
  }

  inverse(): MixedBall {
    return this.through((x) => x.inverse());
  }

  squared(): MixedBall {
    return this.through((x) => x.squared());
  }

  /** The product with a fraction of small whole numbers; 0 times a number is 0, however little is known of that. */
  scaled(numerator: number, denominator = 1): MixedBall {
    return numerator === 0 ? this.exact(0) : this.times(this.exact(numerator).over(denominator));
  }

  sqrt(): MixedBall {
    return this.through((x) => x.sqrt());
  }

  floor(): MixedBall {
    const floor = this.through((x) => x.floor());
    if (floor.fraction !== undefined) return floor;
    const isWhole = floor.ball.isExact && floor.ball.size < MOST_BITS;
    return isWhole ? this.made(Fraction.of(floor.ball.fixed(0), 1n), () => floor.ball) : floor;
  }

  widened(bound: MixedBall): MixedBall {
    return bound.isZero ? this : this.made(undefined, () => this.ball.widened(bound.ball));
  }

  isNegligibleIn(sum: MixedBall): boolean {
    return this.ball.isNegligibleIn(sum.ball);
  }

  exp(): MixedBall {
    return this.through((x) => x.exp());
  }

  expm1(): MixedBall {
    return this.through((x) => x.expm1());
  }

  log(): MixedBall {
    return this.through((x) => x.log());
  }

  log1p(): MixedBall {
    return this.through((x) => x.log1p());
  }

  sin(): MixedBall {
    return this.through((x) => x.sin());
  }

  cos(): MixedBall {
    return this.through((x) => x.cos());
  }

  atan(): MixedBall {
    return this.through((x) => x.atan());
  }

  erf(): MixedBall {
    return this.through((x) => x.erf());
  }

  erfc(): MixedBall {
    return this.through((x) => x.erfc());
  }
}
