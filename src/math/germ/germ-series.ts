/**
 * @file Series in a small t > 0: sums of c t^(n/q) for whole n, with a remainder of known order. (These are
 * Laurent series for q = 1, Puiseux series for any q.)
 *
 * Coefficients may be polynomials of log t. As t^a |log t|^b tends to 0 for every a > 0, these change neither
 * the order of a remainder nor which terms are smaller. The formal derivative by t^(1/q) treats log t as
 * constant; it satisfies the rules from which quotients, roots and exponentials are computed.
 */

import type { GermContext } from './germ-context';
import type { MixedBall } from '../mixed-ball';
import { commonDivisorOfSmall } from '../whole/whole-number';
import { LogPolynomial } from './log-polynomial';

/** The largest number of coefficients that are kept, however fine the powers are. */
const MOST_COEFFICIENTS = 1024;
/** Powers of t are told apart down to t^(1/q) for q up to this; series of finer ones are only bounded. */
const FINEST = 1e6;

/**
 * The sum of coefficients[k] u^(from + k) with u = t^(1/q), plus a remainder below u^e for every e < order as
 * t tends to 0. The first coefficient is not exactly 0; those after the last one are.
 */
export class GermSeries {
  private constructor(
    readonly context: GermContext,
    readonly q: number,
    readonly from: number,
    readonly coefficients: readonly LogPolynomial[],
    /** Infinity if there is no remainder, for a polynomial. */
    readonly order: number,
  ) {}

  static of(
    context: GermContext,
    q: number,
    from: number,
    coefficients: readonly LogPolynomial[],
    order: number,
  ): GermSeries {
    const known = Math.min(coefficients.length, order - from);
    let start = 0;
    while (start < known && coefficients[start]?.isZero === true) start++;
    const most = start + mostCoefficients(context, q);
    let end = Math.min(known, most);
    while (end > start && coefficients[end - 1]?.isZero === true) end--;
    const cut = known > most ? Math.min(order, from + most) : order;
    return end > start
      ? new GermSeries(context, q, from + start, coefficients.slice(start, end), cut)
      : new GermSeries(context, q, cut, [], cut);
  }

  static constant(context: GermContext, number: MixedBall): GermSeries {
    return GermSeries.of(context, 1, 0, [LogPolynomial.of(number)], Infinity);
  }

  /** A series that is a remainder only. */
  static remainder(context: GermContext, q: number, order: number): GermSeries {
    return new GermSeries(context, q, order, [], order);
  }

  /** The number of coefficients to compute. */
  get most(): number {
    return mostCoefficients(this.context, this.q);
  }

  get isZero(): boolean {
    return this.order === Infinity && this.coefficients.length === 0;
  }

  /** Whether it is a single term without a remainder. */
  get isTerm(): boolean {
    return this.order === Infinity && this.coefficients.length === 1;
  }

  /** The first coefficient; exactly 0 if there is none. */
  get leading(): LogPolynomial {
    return this.coefficients[0] ?? LogPolynomial.zero;
  }

  /** The coefficient of u^exponent, for an exponent below the order. */
  at(exponent: number): LogPolynomial {
    return this.coefficients[exponent - this.from] ?? LogPolynomial.zero;
  }

  /** The sign for all small t > 0; if it is not known, what was lacking is noted in the context. */
  get sign(): 1 | -1 | 0 | undefined {
    if (this.isZero) return 0;
    const sign = this.coefficients[0]?.sign;
    if (sign === undefined) this.context.note(this.coefficients.length === 0 ? 'terms' : 'bits');
    return sign;
  }

  /** The same series in u^(1/factor). */
  rescaled(factor: number): GermSeries {
    if (factor === 1) return this;
    const q = this.q * factor;
    const from = this.from * factor;
    const most = mostCoefficients(this.context, q);
    const spread: LogPolynomial[] = [];
    for (let k = 0; k < this.coefficients.length && k * factor < most; k++) {
      while (spread.length < k * factor) spread.push(LogPolynomial.zero);
      spread.push(this.at(this.from + k));
    }
    const isCut = (this.coefficients.length - 1) * factor >= most;
    const order = isCut ? from + most : Infinity;
    return GermSeries.of(this.context, q, from, spread, Math.min(this.order * factor, order));
  }

  /** A remainder that contains the whole series, in whole powers. */
  private get coarse(): GermSeries {
    return GermSeries.remainder(this.context, 1, Math.floor(this.from / this.q));
  }

  private with(b: GermSeries): [GermSeries, GermSeries] {
    if (this.q === b.q) return [this, b];
    const q = (this.q / commonDivisorOfSmall(this.q, b.q)) * b.q;
    if (q > FINEST) return [this.coarse, b.coarse];
    return [this.rescaled(q / this.q), b.rescaled(q / b.q)];
  }

  /** Times u^exponent. */
  shifted(exponent: number): GermSeries {
    const from = this.from + exponent;
    return new GermSeries(this.context, this.q, from, this.coefficients, this.order + exponent);
  }

  /** The series with each coefficient changed. */
  mapped(change: (coefficient: LogPolynomial, exponent: number) => LogPolynomial): GermSeries {
    const coefficients = this.coefficients.map((a, k) => change(a, this.from + k));
    return GermSeries.of(this.context, this.q, this.from, coefficients, this.order);
  }

  negated(): GermSeries {
    return this.mapped((a) => a.negated());
  }

  plus(other: GermSeries): GermSeries {
    if (other.isZero) return this;
    if (this.isZero) return other;
    const [a, b] = this.with(other);
    const from = Math.min(a.from, b.from);
    const end = Math.max(a.from + a.coefficients.length, b.from + b.coefficients.length);
    // Twice as many coefficients, as the first ones may cancel.
    const most = from + 2 * a.most;
    const order = Math.min(a.order, b.order, end > most ? most : Infinity);
    const sum: LogPolynomial[] = [];
    for (let at = from; at < Math.min(end, order); at++) sum.push(a.at(at).plus(b.at(at)));
    return GermSeries.of(this.context, a.q, from, sum, order);
  }

  minus(b: GermSeries): GermSeries {
    return this.plus(b.negated());
  }

  times(other: GermSeries): GermSeries {
    if (this.isZero) return this;
    if (other.isZero) return other;
    const [a, b] = this.with(other);
    const from = a.from + b.from;
    const length = a.coefficients.length + b.coefficients.length - 1;
    const cut = length > a.most ? from + a.most : Infinity;
    const order = Math.min(a.from + b.order, b.from + a.order, cut);
    const most = Math.min(length, order - from);
    const product: LogPolynomial[] = [];
    while (product.length < most) product.push(LogPolynomial.zero);
    a.coefficients.forEach((x, i) => {
      if (x.isZero) return;
      for (let k = i; k < Math.min(most, i + b.coefficients.length); k++) {
        const sum = product[k] as LogPolynomial;
        product[k] = sum.plus(x.times(b.at(b.from + k - i)));
      }
    });
    return GermSeries.of(this.context, a.q, from, product, order);
  }

  /** The formal derivative by u. */
  derivative(): GermSeries {
    return this.mapped((a, exponent) => a.scaled(exponent)).shifted(-1);
  }

  /** The integral without a constant term, of a series without negative powers. */
  integral(): GermSeries {
    return this.mapped((a, exponent) => a.scaled(1, exponent + 1)).shifted(1);
  }
}

function mostCoefficients(context: GermContext, q: number): number {
  return Math.min(context.terms * q, MOST_COEFFICIENTS);
}
