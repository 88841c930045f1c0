/**
 * @file Germs: what becomes of a formula as its variable comes to a point from one side. A third kind of
 * number beside the two kinds of balls, in which the same formulas are evaluated: at x0 + t or x0 - t
 * for small t > 0 they give a series in t, that is the limit of the value and the slope on that side.
 *
 * This decides kinks and jumps, edges of domains and quotients 0/0: a sign is that for all small t. The
 * numbers are fractions as far as they can be, so that what is 0 is known to be 0, and otherwise balls,
 * so that nothing is claimed that is not certain.
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
import { GermNumber } from './germ-number';
import { GermSeries } from './germ-series';
import { LogPolynomial } from './log-polynomial';
import type { Real } from '../real';
import type { WholeBall } from '../whole/whole-ball';

export type { GermLimit };

/** From the right of a point, x = x0 + t, or from its left, x = x0 - t. */
export type Direction = 1 | -1;

/** What is known of a function for small t > 0, in the arithmetic of balls. */
export class Germ implements Ball<Germ> {
  private constructor(
    private readonly context: GermContext,
    private readonly outcome: Outcome,
  ) {}

  /** Exactly 0, to make other numbers from. */
  static zero(context: GermContext): Germ {
    return Germ.of(context, GermNumber.of(context.zero));
  }

  /** A number that does not change. */
  static constant(ball: WholeBall, context: GermContext): Germ {
    return Germ.of(context, GermNumber.of(ball));
  }

  /** x0 + t or x0 - t, for the number x0 itself, be it a decimal or a multiple of pi. */
  static variable(x0: Real, direction: Direction, context: GermContext): Germ {
    const t = LogPolynomial.of(GermNumber.of(context.zero.exact(direction)));
    const step = new Germ(context, GermSeries.of(context, 1, 1, [t], Infinity));
    return x0.in(Germ.zero(context)).plus(step);
  }

  private static of(context: GermContext, number: GermNumber): Germ {
    return new Germ(context, GermSeries.constant(context, number));
  }

  /** What the value goes to. */
  limit(): GermLimit {
    return typeof this.outcome === 'object' ? valueOf(this.outcome) : none(this.outcome);
  }

  /**
   * The one-sided slope by x at x0, with the limit for the value there: what (f(x) - f(x0))/(x - x0)
   * goes to; beside an infinite value what the derivative goes to.
   *
   * @param direction that of the variable
   */
  slope(direction: Direction): GermLimit {
    return typeof this.outcome === 'object' ? slopeOf(this.outcome, direction) : none(this.outcome);
  }

  get sign(): 1 | -1 | 0 | undefined {
    return typeof this.outcome === 'object' ? signOf(this.outcome) : undefined;
  }

  /** Whether it is one fraction, whatever t is. */
  get isExact(): boolean {
    const { outcome } = this;
    if (!(outcome instanceof GermSeries)) return false;
    if (outcome.isZero) return true;
    const first = outcome.leading.numbers[0];
    const isConstant = outcome.isTerm && outcome.from === 0 && outcome.leading.isNumber;
    return isConstant && first?.exact !== undefined;
  }

  get doubt(): Doubt | undefined {
    return typeof this.outcome === 'object' ? undefined : this.outcome;
  }

  /** Near the limit; NaN where that is not known. */
  get approximation(): number {
    const { outcome } = this;
    if (typeof outcome !== 'object') return NaN;
    const sign = infinity(outcome);
    return sign === undefined ? (limitOf(outcome)?.ball.approximation ?? NaN) : sign * Infinity;
  }

  exact(x: number): Germ {
    return Germ.constant(this.context.zero.exact(x), this.context);
  }

  constant(c: Constant): Germ {
    return Germ.of(this.context, GermNumber.constant(c, this.context.zero));
  }

  unknown(doubt: Doubt): Germ {
    return new Germ(this.context, doubt);
  }

  /** What a function makes of it, if anything is known. */
  private through(change: (y: Behaviour) => Outcome): Germ {
    const { outcome } = this;
    return typeof outcome === 'object' ? new Germ(this.context, change(outcome)) : this;
  }

  private with(operand: Germ | number, join: (a: Behaviour, b: Behaviour) => Outcome): Germ {
    const b = typeof operand === 'number' ? this.exact(operand) : operand;
    if (typeof this.outcome === 'object') {
      const { outcome } = this;
      return b.through((y) => join(outcome, y));
    }
    // What certainly has no value is said before what is not decided.
    return this.outcome === 'undecided' && b.doubt !== undefined ? b : this;
  }

  negated(): Germ {
    return this.through(negated);
  }

  abs(): Germ {
    const { sign } = this;
    if (sign === undefined) return this.unknown(this.doubt ?? 'undecided');
    return sign === -1 ? this.negated() : this;
  }

  plus(b: Germ | number): Germ {
    return this.with(b, sum);
  }

  minus(b: Germ | number): Germ {
    return this.with(b, difference);
  }

  times(b: Germ | number): Germ {
    return this.with(b, product);
  }

  over(b: Germ | number): Germ {
    return this.with(b, quotient);
  }

  inverse(): Germ {
    return this.through(inverse);
  }

  squared(): Germ {
    return this.times(this);
  }

  sqrt(): Germ {
    return this.through(sqrt);
  }

  exp(): Germ {
    return this.through(exp);
  }

  expm1(): Germ {
    return this.exp().minus(1);
  }

  log(): Germ {
    return this.through(log);
  }

  log1p(): Germ {
    return this.plus(1).log();
  }

  sin(): Germ {
    return this.through((y) => sinCos(y).sin);
  }

  cos(): Germ {
    return this.through((y) => sinCos(y).cos);
  }

  atan(): Germ {
    return this.through(atan);
  }

  erf(): Germ {
    return this.through(erf);
  }

  erfc(): Germ {
    return this.through(erfc);
  }

  floor(): Germ {
    return this.through(floor);
  }

  widened(bound: Germ): Germ {
    return this.with(bound, (x, y) =>
      isExponential(x) || isExponential(y) ? 'undecided' : widened(x, y),
    );
  }

  isNegligibleIn(sum: Germ): boolean {
    const [term, whole] = [this.outcome, sum.outcome];
    // Where nothing is known, more terms are of no help.
    if (!(term instanceof GermSeries) || !(whole instanceof GermSeries)) return true;
    return isNegligible(term, whole);
  }
}
