/**
 * @file The numbers that germs are made of: fractions and fractions times a power of pi, which are exact, so
 * that cancellation to 0 is certain; otherwise balls.
 */

import { type Constant, PI } from '../constants';
import { nearestDouble } from '../exact';
import type { WholeBall } from '../whole/whole-ball';
import { bitLength, floorDivided, integerSquareRoot, magnitude } from '../whole/whole-number';

/** A fraction in lowest terms, denominator > 0, times a power of pi. */
interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly pis: number;
}

/** A fraction with more bits than this becomes a ball, as it would only grow. */
const MOST_DIGITS = 2048;
/** Whole numbers of this many bits are exact doubles. */
const CHUNK = 48n;

export class GermNumber {
  private constructor(
    private readonly like: WholeBall,
    private readonly ratio: Ratio | undefined,
    private known: WholeBall | undefined,
  ) {}

  static of(ball: WholeBall): GermNumber {
    if (ball.isExact && Math.abs(ball.exponent) < MOST_DIGITS) {
      const { mantissa, exponent } = ball;
      const number = new GermNumber(ball, undefined, ball);
      return exponent >= 0
        ? number.fraction(mantissa << BigInt(exponent), 1n)
        : number.fraction(mantissa, 1n << BigInt(-exponent));
    }
    return new GermNumber(ball, undefined, ball);
  }

  static constant(c: Constant, like: WholeBall): GermNumber {
    const number = new GermNumber(like, undefined, like.constant(c));
    return c === PI ? number.fraction(1n, 1n, 1) : number;
  }

  /** numerator / denominator times a power of pi, with the precision of this number. */
  fraction(numerator: bigint, denominator: bigint, pis = 0): GermNumber {
    const divisor = commonDivisor(magnitude(numerator), magnitude(denominator));
    const sign = denominator < 0n ? -divisor : divisor;
    const ratio = {
      numerator: numerator / sign,
      denominator: denominator / sign,
      pis: numerator === 0n ? 0 : pis,
    };
    const number = new GermNumber(this.like, ratio, undefined);
    const digits = bitLength(ratio.numerator) + bitLength(ratio.denominator);
    return digits > MOST_DIGITS ? new GermNumber(this.like, undefined, number.ball) : number;
  }

  get ball(): WholeBall {
    this.known ??= ballOf(this.ratio as Ratio, this.like);
    return this.known;
  }

  /** The fraction, if it certainly is one. */
  get exact(): Ratio | undefined {
    return this.ratio?.pis === 0 ? this.ratio : undefined;
  }

  get isZero(): boolean {
    return this.ratio?.numerator === 0n;
  }

  get sign(): 1 | -1 | 0 | undefined {
    if (this.ratio === undefined) return this.ball.doubt === undefined ? this.ball.sign : undefined;
    if (this.isZero) return 0;
    return this.ratio.numerator < 0n ? -1 : 1;
  }

  negated(): GermNumber {
    const { ratio } = this;
    if (ratio === undefined) return new GermNumber(this.like, undefined, this.ball.negated());
    return this.fraction(-ratio.numerator, ratio.denominator, ratio.pis);
  }

  plus(b: GermNumber): GermNumber {
    if (b.isZero) return this;
    if (this.isZero) return b;
    const [x, y] = [this.ratio, b.ratio];
    if (x === undefined || y?.pis !== x.pis) return this.inexact(this.ball.plus(b.ball));
    const sum = x.numerator * y.denominator + y.numerator * x.denominator;
    return this.fraction(sum, x.denominator * y.denominator, x.pis);
  }

  minus(b: GermNumber): GermNumber {
    return this.plus(b.negated());
  }

  times(b: GermNumber): GermNumber {
    if (this.isZero) return this;
    if (b.isZero) return b;
    const [x, y] = [this.ratio, b.ratio];
    if (x === undefined || y === undefined) return this.inexact(this.ball.times(b.ball));
    const denominator = x.denominator * y.denominator;
    return this.fraction(x.numerator * y.numerator, denominator, x.pis + y.pis);
  }

  /** The quotient, for a b that is certainly not 0. */
  over(b: GermNumber): GermNumber {
    if (this.isZero) return this;
    const [x, y] = [this.ratio, b.ratio];
    if (x === undefined || y === undefined) return this.inexact(this.ball.over(b.ball));
    const denominator = x.denominator * y.numerator;
    return this.fraction(x.numerator * y.denominator, denominator, x.pis - y.pis);
  }

  /** The product with a fraction of small whole numbers. */
  scaled(numerator: number, denominator = 1): GermNumber {
    return this.times(this.fraction(BigInt(numerator), BigInt(denominator)));
  }

  /** For numbers > 0. */
  sqrt(): GermNumber {
    const { ratio } = this;
    if (ratio !== undefined && ratio.pis % 2 === 0) {
      const numerator = integerSquareRoot(ratio.numerator);
      const denominator = integerSquareRoot(ratio.denominator);
      const isSquare =
        numerator * numerator === ratio.numerator &&
        denominator * denominator === ratio.denominator;
      if (isSquare) return this.fraction(numerator, denominator, ratio.pis / 2);
    }
    return this.inexact(this.ball.sqrt());
  }

  floor(): GermNumber {
    const { exact } = this;
    if (exact === undefined) return GermNumber.of(this.ball.floor());
    return this.fraction(floorDivided(exact.numerator, exact.denominator), 1n);
  }

  widened(bound: GermNumber): GermNumber {
    return this.inexact(this.ball.widened(bound.ball));
  }

  exp(): GermNumber {
    return this.isZero ? this.fraction(1n, 1n) : this.inexact(this.ball.exp());
  }

  /** For numbers > 0. */
  log(): GermNumber {
    const { exact } = this;
    const isOne = exact?.numerator === 1n && exact.denominator === 1n;
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
    const isUnit = exact?.denominator === 1n && magnitude(exact.numerator) === 1n;
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
    const sixths = 6n * ratio.numerator;
    if (sixths % ratio.denominator !== 0n) return undefined;
    const index = (((sixths / ratio.denominator + turn) % 12n) + 12n) % 12n;
    const halves = HALF_SINES[nearestDouble(index, 1n, 0)];
    return halves === undefined ? undefined : this.fraction(halves, 2n);
  }

  private inexact(ball: WholeBall): GermNumber {
    return new GermNumber(this.like, undefined, ball);
  }
}

/** 2 sin(n pi/6) where it is a whole number. */
const HALF_SINES = [0n, 1n, undefined, 2n, undefined, 1n, 0n, -1n, undefined, -2n, undefined, -1n];

function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function ballOf({ numerator, denominator, pis }: Ratio, like: WholeBall): WholeBall {
  let ball = wholeBall(numerator, like).over(wholeBall(denominator, like));
  const pi = like.constant(PI);
  for (let n = 0; n < Math.abs(pis); n++) ball = pis > 0 ? ball.times(pi) : ball.over(pi);
  return ball;
}

function wholeBall(n: bigint, like: WholeBall): WholeBall {
  if (n >> CHUNK === 0n || n >> CHUNK === -1n) return like.exact(nearestDouble(n, 1n, 0));
  const low = nearestDouble(n & ((1n << CHUNK) - 1n), 1n, 0);
  return wholeBall(n >> CHUNK, like)
    .times(281474976710656)
    .plus(low);
}
