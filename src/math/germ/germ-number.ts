/**
 * @file The numbers that germs are made of: fractions and fractions times a power of pi, which are exact, so
 * that cancellation to 0 is certain; otherwise balls.
 */

import { type Constant, PI } from '../constants';
import { Fraction } from '../fraction';
import type { WholeBall } from '../whole/whole-ball';
import { bitLength, toDouble } from '../whole/whole-number';

/** A fraction times a power of pi. */
interface Ratio {
  readonly fraction: Fraction;
  readonly pis: number;
}

/** A fraction with more bits than this becomes a ball, as it would only grow. */
const MOST_BITS = 2048;

export class GermNumber {
  private constructor(
    private readonly like: WholeBall,
    private readonly ratio: Ratio | undefined,
    private known: WholeBall | undefined,
  ) {}

  static of(ball: WholeBall): GermNumber {
    const number = new GermNumber(ball, undefined, ball);
    const { mantissa, exponent } = ball;
    if (!ball.isExact || ball.length + Math.abs(exponent) >= MOST_BITS) return number;
    return exponent >= 0
      ? number.fraction(mantissa << BigInt(exponent), 1n)
      : number.fraction(mantissa, 1n << BigInt(-exponent));
  }

  static constant(c: Constant, like: WholeBall): GermNumber {
    const number = new GermNumber(like, undefined, like.constant(c));
    return c === PI ? number.fraction(1n, 1n, 1) : number;
  }

  /** numerator / denominator times a power of pi, with the precision of this number. */
  fraction(numerator: bigint, denominator: bigint, pis = 0): GermNumber {
    return this.rational(Fraction.of(numerator, denominator), pis);
  }

  private rational(fraction: Fraction, pis: number): GermNumber {
    const ratio = { fraction, pis: fraction.sign === 0 ? 0 : pis };
    const bits = bitLength(fraction.numerator) + bitLength(fraction.denominator);
    return bits > MOST_BITS
      ? this.inexact(ballOf(ratio, this.like))
      : new GermNumber(this.like, ratio, undefined);
  }

  get ball(): WholeBall {
    this.known ??= ballOf(this.ratio as Ratio, this.like);
    return this.known;
  }

  /** The fraction, if it certainly is one. */
  get exact(): Fraction | undefined {
    return this.ratio?.pis === 0 ? this.ratio.fraction : undefined;
  }

  get isZero(): boolean {
    return this.ratio?.fraction.sign === 0;
  }

  get sign(): 1 | -1 | 0 | undefined {
    return this.ratio === undefined ? this.ball.sign : this.ratio.fraction.sign;
  }

  negated(): GermNumber {
    const { ratio } = this;
    if (ratio === undefined) return this.inexact(this.ball.negated());
    return this.rational(ratio.fraction.negated(), ratio.pis);
  }

  plus(b: GermNumber): GermNumber {
    if (b.isZero) return this;
    if (this.isZero) return b;
    const x = this.ratio;
    const y = b.ratio;
    if (x === undefined || y?.pis !== x.pis) return this.inexact(this.ball.plus(b.ball));
    return this.rational(x.fraction.plus(y.fraction), x.pis);
  }

  minus(b: GermNumber): GermNumber {
    return this.plus(b.negated());
  }

  times(b: GermNumber): GermNumber {
    if (this.isZero) return this;
    if (b.isZero) return b;
    const x = this.ratio;
    const y = b.ratio;
    if (x === undefined || y === undefined) return this.inexact(this.ball.times(b.ball));
    return this.rational(x.fraction.times(y.fraction), x.pis + y.pis);
  }

  /** The quotient, for a b that is certainly not 0. */
  over(b: GermNumber): GermNumber {
    if (this.isZero) return this;
    const x = this.ratio;
    const y = b.ratio;
    if (x === undefined || y === undefined) return this.inexact(this.ball.over(b.ball));
    return this.rational(x.fraction.over(y.fraction), x.pis - y.pis);
  }

  /** The product with a fraction of small whole numbers. */
  scaled(numerator: number, denominator = 1): GermNumber {
    return this.times(this.fraction(BigInt(numerator), BigInt(denominator)));
  }

  /** For numbers > 0. */
  sqrt(): GermNumber {
    const { ratio } = this;
    if (ratio === undefined || ratio.pis % 2 !== 0) return this.inexact(this.ball.sqrt());
    const root = ratio.fraction.sqrt();
    return root.isExact ? this.rational(root, ratio.pis / 2) : this.inexact(this.ball.sqrt());
  }

  floor(): GermNumber {
    const { exact } = this;
    return exact === undefined ? GermNumber.of(this.ball.floor()) : this.rational(exact.floor(), 0);
  }

  widened(bound: GermNumber): GermNumber {
    return this.inexact(this.ball.widened(bound.ball));
  }

  exp(): GermNumber {
    return this.isZero ? this.fraction(1n, 1n) : this.inexact(this.ball.exp());
  }

  /** For numbers > 0. */
  log(): GermNumber {
    const isOne = this.exact?.minus(1).sign === 0;
    return isOne ? this.fraction(0n, 1n) : this.inexact(this.ball.log());
  }

  sin(): GermNumber {
    return this.onCircle(0n) ?? this.inexact(this.ball.sin());
  }

  cos(): GermNumber {
    return this.onCircle(3n) ?? this.inexact(this.ball.cos());
  }

  atan(): GermNumber {
    const { exact } = this;
    if (this.isZero) return this;
    const isUnit = exact?.abs().minus(1).sign === 0;
    return isUnit ? this.fraction(exact.numerator, 4n, 1) : this.inexact(this.ball.atan());
  }

  erf(): GermNumber {
    return this.isZero ? this : this.inexact(this.ball.erf());
  }

  erfc(): GermNumber {
    return this.isZero ? this.fraction(1n, 1n) : this.inexact(this.ball.erfc());
  }

  /** sin(x + turn pi/6), if x is a multiple of pi/6 and the sine is a fraction. */
  private onCircle(turn: bigint): GermNumber | undefined {
    const { ratio } = this;
    if (ratio === undefined || (ratio.pis !== 1 && !this.isZero)) return undefined;
    const { numerator, denominator } = ratio.fraction.times(6);
    if (denominator !== 1n) return undefined;
    const index = (((numerator + turn) % 12n) + 12n) % 12n;
    const halves = HALF_SINES[toDouble(index)];
    return halves === undefined ? undefined : this.fraction(halves, 2n);
  }

  private inexact(ball: WholeBall): GermNumber {
    return new GermNumber(this.like, undefined, ball);
  }
}

/** 2 sin(n pi/6) where it is a whole number. */
const HALF_SINES = [0n, 1n, undefined, 2n, undefined, 1n, 0n, -1n, undefined, -2n, undefined, -1n];

function ballOf({ fraction: { numerator, denominator }, pis }: Ratio, like: WholeBall): WholeBall {
  const whole = (n: bigint): WholeBall => like.enclosed({ sum: n, exponent: 0, error: 0 });
  let ball = whole(numerator).over(whole(denominator));
  const pi = like.constant(PI);
  for (let n = 0; n < Math.abs(pis); n++) ball = pis > 0 ? ball.times(pi) : ball.over(pi);
  return ball;
}
