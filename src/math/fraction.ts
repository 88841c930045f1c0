/**
 * @file Fractions of whole numbers, times powers of e and of pi: exact where balls never are, as 1.7 has no end in
 * binary digits. Nothing else rounds a derivative in the middle between two doubles, such as 3.4x may be. With the
 * powers, the slope of x*exp(-x) at 1 is exactly 0: 1 e^-1 less 1 e^-1.
 */

import { type Ball, type Doubt, laterDoubt } from './ball';
import { type Constant, LN2, PI } from './constants';
import { nearestDouble, toInteger } from './exact';
import { exp } from './rounded/exp';
import {
  bitLength,
  commonDivisor,
  floorDivided,
  integerSquareRoot,
  magnitude,
  toDouble,
} from './whole/whole-number';

/** Longer numerators and denominators are given up: their products take more time than they are worth. */
const LONGEST = 4096;

/** A fraction times powers of e and of pi, or a number of which nothing is known. */
export class Fraction implements Ball<Fraction> {
  static readonly zero = new Fraction(0n, 1n, undefined);

  /**
   * Without a common divisor, the denominator above 0.
   *
   * @param power the number, other than 0, that the power of e has; undefined without one
   * @param pis the power of pi; 0 has neither
   */
  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
    readonly doubt: Doubt | undefined,
    readonly power?: Fraction,
    readonly pis = 0,
  ) {}

  /** The quotient of two whole numbers, the second other than 0. */
  static of(numerator: bigint, denominator: bigint): Fraction {
    if (Math.max(bitLength(numerator), bitLength(denominator)) > LONGEST) {
      return Fraction.zero.unknown('overflow');
    }
    const divisor = commonDivisor(magnitude(numerator), magnitude(denominator));
    const unit = denominator < 0n ? -divisor : divisor;
    return new Fraction(numerator / unit, denominator / unit, undefined);
  }

  get sign(): 1 | -1 | 0 | undefined {
    if (this.doubt !== undefined) return undefined;
    if (this.numerator === 0n) return 0;
    return this.numerator < 0n ? -1 : 1;
  }

  get isExact(): boolean {
    return this.doubt === undefined;
  }

  /** Whether it is a fraction alone. */
  get isRational(): boolean {
    return this.isExact && this.power === undefined && this.pis === 0;
  }

  get approximation(): number {
    if (this.doubt !== undefined) return NaN;
    if (this.isRational) return nearestDouble(this.numerator, this.denominator, 0);
    const power = (this.power?.approximation ?? 0) + this.pis * LOG_PI;
    // Fraction and powers may be beyond doubles while their product is not: 1e-600 e^1000.
    const twos = bitLength(this.numerator) - bitLength(this.denominator);
    return nearestDouble(this.numerator, this.denominator, -twos) * exp(power + twos * LN2.hi);
  }

  /** The nearest double, of two the even one; undefined where a power of e or pi leaves it to balls. */
  nearest(): number | undefined {
    return this.isRational ? this.approximation : undefined;
  }

  exact(x: number): Fraction {
    if (x === 0) return Fraction.zero;
    const { integer, exponent } = toInteger(x);
    const power = 1n << BigInt(Math.abs(exponent));
    return exponent < 0 ? Fraction.of(integer, power) : Fraction.of(integer * power, 1n);
  }

  unknown(doubt: Doubt = 'undecided'): Fraction {
    return new Fraction(0n, 1n, doubt);
  }

  /** The same number times e^power and pi^pis, which it has none of yet. */
  private withPowers(power: Fraction | undefined, pis: number): Fraction {
    if (this.doubt !== undefined || this.numerator === 0n) return this;
    if (power?.doubt !== undefined) return this.unknown(power.doubt);
    const own = power?.sign === 0 ? undefined : power;
    return new Fraction(this.numerator, this.denominator, undefined, own, pis);
  }

  private operand(b: Fraction | number): Fraction {
    return typeof b === 'number' ? this.exact(b) : b;
  }

  floor(): Fraction {
    if (!this.isRational) return this.unknown(this.doubt);
    return Fraction.of(floorDivided(this.numerator, this.denominator), 1n);
  }

  negated(): Fraction {
    return new Fraction(-this.numerator, this.denominator, this.doubt, this.power, this.pis);
  }

  abs(): Fraction {
    return this.numerator < 0n ? this.negated() : this;
  }

  plus(operand: Fraction | number): Fraction {
    const b = this.operand(operand);
    if (this.doubt !== undefined || b.doubt !== undefined) return this.unknown(laterDoubt(this, b));
    if (this.sign === 0) return b;
    if (b.sign === 0) return this;
    // A sum of different powers of e is none (Lindemann and Weierstrass); of those of pi and e that is not known.
    const power = productOf(this.power, b.power?.negated());
    if (this.pis !== b.pis || power !== undefined) return this.unknown();
    return Fraction.of(
      this.numerator * b.denominator + b.numerator * this.denominator,
      this.denominator * b.denominator,
    ).withPowers(this.power, this.pis);
  }

  minus(operand: Fraction | number): Fraction {
    return this.plus(this.operand(operand).negated());
  }

  times(operand: Fraction | number): Fraction {
    const b = this.operand(operand);
    if (this.doubt !== undefined || b.doubt !== undefined) return this.unknown(laterDoubt(this, b));
    return Fraction.of(this.numerator * b.numerator, this.denominator * b.denominator).withPowers(
      productOf(this.power, b.power),
      this.pis + b.pis,
    );
  }

  over(operand: Fraction | number): Fraction {
    const b = this.operand(operand);
    if (this.doubt !== undefined) return this.unknown(laterDoubt(this, b));
    return this.times(b.inverse());
  }

  inverse(): Fraction {
    if (this.doubt !== undefined) return this;
    if (this.numerator === 0n) return this.unknown('pole');
    const inverted = Fraction.of(this.denominator, this.numerator);
    return inverted.withPowers(this.power?.negated(), -this.pis);
  }

  squared(): Fraction {
    return this.times(this);
  }

  sqrt(): Fraction {
    if (this.doubt !== undefined) return this;
    if (this.numerator < 0n) return this.unknown('outside');
    const top = integerSquareRoot(this.numerator);
    const bottom = integerSquareRoot(this.denominator);
    const isSquare = top * top === this.numerator && bottom * bottom === this.denominator;
    if (!isSquare || this.pis % 2 !== 0) return this.unknown();
    return Fraction.of(top, bottom).withPowers(this.power?.over(2), this.pis / 2);
  }

  /** What a function makes of it whose only rational value at a rational number is this one. */
  private only(at: number, value: number): Fraction {
    if (this.doubt !== undefined) return this;
    return this.minus(at).sign === 0 ? this.exact(value) : this.unknown();
  }

  exp(): Fraction {
    return this.power === undefined ? ONE.withPowers(this, 0) : this.unknown();
  }

  expm1(): Fraction {
    return this.only(0, 0);
  }

  log(): Fraction {
    const isPower = this.numerator === 1n && this.denominator === 1n && this.pis === 0;
    if (isPower && this.power !== undefined) return this.power;
    if (this.doubt !== undefined || this.sign === 1) return this.only(1, 0);
    return this.unknown(this.sign === 0 ? 'pole' : 'outside');
  }

  log1p(): Fraction {
    return this.plus(1).log();
  }

  sin(): Fraction {
    return this.onCircle(0n);
  }

  cos(): Fraction {
    return this.onCircle(3n);
  }

  /** sin(x + turn pi/6), for multiples x of pi/6 whose sine is a fraction. */
  private onCircle(turn: bigint): Fraction {
    if (this.doubt !== undefined) return this;
    const isAngle = this.sign === 0 || (this.power === undefined && this.pis === 1);
    const sixths = 6n * this.numerator;
    if (!isAngle || sixths % this.denominator !== 0n) return this.unknown();
    const index = (((sixths / this.denominator + turn) % 12n) + 12n) % 12n;
    const halves = HALF_SINES[toDouble(index)];
    return halves === undefined ? this.unknown() : Fraction.of(halves, 2n);
  }

  atan(): Fraction {
    const isUnit = this.isRational && this.abs().minus(1).sign === 0;
    return isUnit ? Fraction.of(this.numerator, 4n).withPowers(undefined, 1) : this.only(0, 0);
  }

  erf(): Fraction {
    return this.only(0, 0);
  }

  erfc(): Fraction {
    return this.only(0, 1);
  }

  constant(c: Constant): Fraction {
    return c === PI ? ONE.withPowers(undefined, 1) : this.unknown();
  }

  widened(bound: Fraction): Fraction {
    return bound.sign === 0 ? this : this.unknown();
  }

  /** Series end at once: what is cut off makes the sum unknown. */
  isNegligibleIn(): boolean {
    return true;
  }
}

const LOG_PI = 1.1447298858494002;
/** 2 sin(n pi/6) where it is a whole number. */
const HALF_SINES = [0n, 1n, undefined, 2n, undefined, 1n, 0n, -1n, undefined, -2n, undefined, -1n];
const ONE = Fraction.of(1n, 1n);

/** The power of e of a product, from those of both factors; undefined for 0. */
function productOf(a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined {
  const power = a === undefined || b === undefined ? (a ?? b) : a.plus(b);
  return power?.sign === 0 ? undefined : power;
}
