/**
 * @file Germs: the behaviour of a formula as its variable approaches a point from one side. They are one of
 * the arithmetics that formulas are evaluated in (see ball.ts): at x0 + t or x0 - t, for small t > 0, a
 * formula gives a series in t, which has the limit of the value and the slope on that side.
 *
 * This decides kinks, jumps, edges of domains and quotients 0/0: a sign is the sign for all small t. The
 * coefficients are fractions as far as possible, so that zeros are certain, and otherwise balls.
 */

import type { Ball, Doubt } from '../ball';
import type { Constant } from '../constants';
import { difference, inverse, negated, product, quotient, signOf, sum } from './germ-arithmetic';
import { atan, erf, erfc, floor, sinCos } from './germ-bounded';
import type { GermContext } from './germ-context';
import {
  type Behaviour,
  exp,
  infinity,
  isExponential,
  limitOf,
  log,
  type Outcome,
  sqrt,
} from './germ-functions';
import { type GermLimit, isNegligible, none, slopeOf, valueOf, widened } from './germ-limit';
import { MixedBall } from '../mixed-ball';
import { GermSeries } from './germ-series';
import { LogPolynomial } from './log-polynomial';
import type { Real } from '../real';

export type { GermLimit };

/** From the right of a point, x = x0 + t (1), or from its left, x = x0 - t (-1). */
export type Direction = 1 | -1;

/** A function for small t > 0, as a number of ball arithmetic. */
export class Germ implements Ball<Germ> {
  /** @param making the number of how it is made: germs with the same are the same function, which no series tells */
  private constructor(
    private readonly context: GermContext,
    private readonly outcome: Outcome,
    private readonly making: number,
  ) {}

  /** Exactly 0; other germs of the context are made from it. */
  static zero(context: GermContext): Germ {
    return Germ.of(context, MixedBall.of(0, context.zero), '0');
  }

  /** x0 + t or x0 - t, for the number x0 itself, be it a decimal or a multiple of pi. */
  static variable(x0: Real, direction: Direction, context: GermContext): Germ {
    const t = LogPolynomial.of(MixedBall.of(direction, context.zero));
    const making = context.numberOf(`${String(direction)} t`);
    const step = new Germ(context, GermSeries.of(context, 1, 1, [t], Infinity), making);
    return x0.in(Germ.zero(context)).plus(step);
  }

  private static of(context: GermContext, number: MixedBall, making: string): Germ {
    return new Germ(context, GermSeries.constant(context, number), context.numberOf(making));
  }

  /** The limit of the value. */
  limit(): GermLimit {
    return typeof this.outcome === 'object' ? valueOf(this.outcome) : none(this.outcome);
  }

  /**
   * The one-sided slope by x at x0: the limit of (f(x) - f(x0))/(x - x0), with the limit of f for f(x0). If
   * that is infinite, the limit of the derivative.
   *
   * @param direction the direction of the variable
   */
  slope(direction: Direction): GermLimit {
    return typeof this.outcome === 'object' ? slopeOf(this.outcome, direction) : none(this.outcome);
  }

  get sign(): 1 | -1 | 0 | undefined {
    return typeof this.outcome === 'object' ? signOf(this.outcome) : undefined;
  }

  private get isZero(): boolean {
    return this.outcome instanceof GermSeries && this.outcome.isZero;
  }

  /** Whether it is the same fraction for all t. */
  get isExact(): boolean {
    const { outcome } = this;
    if (!(outcome instanceof GermSeries)) return false;
    if (outcome.isZero) return true;
    const first = outcome.leading.numbers[0];
    const isConstant = outcome.isTerm && outcome.from === 0 && outcome.leading.isNumber;
    return isConstant && first?.rational !== undefined;
  }

  get doubt(): Doubt | undefined {
    return typeof this.outcome === 'object' ? undefined : this.outcome;
  }

  /** A number near the limit; NaN if that is unknown. */
  get approximation(): number {
    const { outcome } = this;
    if (typeof outcome !== 'object') return NaN;
    const sign = infinity(outcome);
    return sign === undefined ? (limitOf(outcome)?.ball.approximation ?? NaN) : sign * Infinity;
  }

  exact(x: number): Germ {
    return Germ.of(this.context, MixedBall.of(x, this.context.zero), String(x));
  }

  constant(c: Constant): Germ {
    const making = `constant ${String(c.hi)} ${String(c.lo)}`;
    return Germ.of(this.context, MixedBall.constant(c, this.context.zero), making);
  }

  unknown(doubt: Doubt): Germ {
    return new Germ(this.context, doubt, this.context.numberOf(doubt));
  }

  /** Applies a function, unless the germ is unknown. */
  private through(does: string, change: (y: Behaviour) => Outcome): Germ {
    const { outcome } = this;
    return typeof outcome === 'object' ? this.made(does, change(outcome)) : this;
  }

  private made(does: string, outcome: Outcome, ...others: readonly Germ[]): Germ {
    const makings = [this, ...others].map(({ making }) => making);
    return new Germ(this.context, outcome, this.context.numberOf(does, ...makings));
  }

  private with(
    operand: Germ | number,
    does: string,
    join: (a: Behaviour, b: Behaviour) => Outcome,
  ): Germ {
    const b = typeof operand === 'number' ? this.exact(operand) : operand;
    if (typeof this.outcome === 'object' && typeof b.outcome === 'object') {
      return this.made(does, join(this.outcome, b.outcome), b);
    }
    // Of two unknown operands, one that certainly has no value gives the reason.
    const isReason = typeof this.outcome === 'object' || this.outcome === 'undecided';
    return isReason && b.doubt !== undefined ? b : this;
  }

  negated(): Germ {
    return this.through('negated', negated);
  }

  abs(): Germ {
    const { sign } = this;
    if (sign === undefined) return this.unknown(this.doubt ?? 'undecided');
    return sign === -1 ? this.negated() : this;
  }

  plus(b: Germ | number): Germ {
    const other = typeof b === 'number' ? this.exact(b) : b;
    if (other.isZero) return this;
    return this.isZero ? other : this.with(other, 'plus', sum);
  }

  minus(b: Germ | number): Germ {
    const isSame = typeof b === 'object' && b.making === this.making && this.doubt === undefined;
    return isSame ? this.exact(0) : this.with(b, 'minus', difference);
  }

  times(b: Germ | number): Germ {
    return this.with(b, 'times', product);
  }

  over(b: Germ | number): Germ {
    return this.with(b, 'over', quotient);
  }

  inverse(): Germ {
    return this.through('inverse', inverse);
  }

  squared(): Germ {
    return this.times(this);
  }

  sqrt(): Germ {
    return this.through('sqrt', sqrt);
  }

  exp(): Germ {
    return this.through('exp', exp);
  }

  expm1(): Germ {
    return this.exp().minus(1);
  }

  log(): Germ {
    return this.through('log', log);
  }

  log1p(): Germ {
    return this.plus(1).log();
  }

  sin(): Germ {
    return this.through('sin', (y) => sinCos(y).sin);
  }

  cos(): Germ {
    return this.through('cos', (y) => sinCos(y).cos);
  }

  atan(): Germ {
    return this.through('atan', atan);
  }

  erf(): Germ {
    return this.through('erf', erf);
  }

  erfc(): Germ {
    return this.through('erfc', erfc);
  }

  floor(): Germ {
    return this.through('floor', floor);
  }

  widened(bound: Germ): Germ {
    return this.with(bound, 'widened', (x, y) =>
      isExponential(x) || isExponential(y) ? 'undecided' : widened(x, y),
    );
  }

  isNegligibleIn(sum: Germ): boolean {
    const term = this.outcome;
    const whole = sum.outcome;
    // For unknown germs more terms are of no help.
    if (!(term instanceof GermSeries) || !(whole instanceof GermSeries)) return true;
    return isNegligible(term, whole);
  }
}
