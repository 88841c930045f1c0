/** @file Polynomials of log t, the coefficients of germs: most have degree 0, but x log x needs log t. */

import type { MixedBall } from '../mixed-ball';

/** The sum of numbers[k] (log t)^k. It has no numbers if it is exactly 0; the last one is not exactly 0. */
export class LogPolynomial {
  private constructor(readonly numbers: readonly MixedBall[]) {}

  static readonly zero = new LogPolynomial([]);

  static of(...numbers: readonly MixedBall[]): LogPolynomial {
    let length = numbers.length;
    while (length > 0 && numbers[length - 1]?.isZero === true) length--;
    return length === 0 ? LogPolynomial.zero : new LogPolynomial(numbers.slice(0, length));
  }

  get isZero(): boolean {
    return this.numbers.length === 0;
  }

  /** Whether it is a nonzero number, without a logarithm. */
  get isNumber(): boolean {
    return this.numbers.length === 1;
  }

  /** Its sign for all small t > 0, where log t tends to minus infinity. */
  get sign(): 1 | -1 | 0 | undefined {
    const last = this.numbers[this.numbers.length - 1];
    if (last === undefined) return 0;
    return this.numbers.length % 2 === 0 ? last.negated().sign : last.sign;
  }

  negated(): LogPolynomial {
    return LogPolynomial.of(...this.numbers.map((a) => a.negated()));
  }

  plus(b: LogPolynomial): LogPolynomial {
    if (b.isZero) return this;
    if (this.isZero) return b;
    const [long, short] = this.numbers.length >= b.numbers.length ? [this, b] : [b, this];
    return LogPolynomial.of(
      ...long.numbers.map((number, k) => {
        const other = short.numbers[k];
        return other === undefined ? number : number.plus(other);
      }),
    );
  }

  minus(b: LogPolynomial): LogPolynomial {
    return this.plus(b.negated());
  }

  times(b: LogPolynomial): LogPolynomial {
    const product: MixedBall[] = [];
    this.numbers.forEach((x, i) => {
      b.numbers.forEach((y, j) => {
        const term = x.times(y);
        const sum = product[i + j];
        product[i + j] = sum === undefined ? term : sum.plus(term);
      });
    });
    return LogPolynomial.of(...product);
  }

  /** The quotient, for a divisor that is certainly not 0. */
  over(divisor: MixedBall): LogPolynomial {
    return LogPolynomial.of(...this.numbers.map((a) => a.over(divisor)));
  }

  scaled(numerator: number, denominator = 1): LogPolynomial {
    return LogPolynomial.of(...this.numbers.map((a) => a.scaled(numerator, denominator)));
  }
}
