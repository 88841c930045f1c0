/**
 * @file The numbers that germs are made of: fractions times powers of e and pi where they are such, so that
 * cancellation to 0 is certain; otherwise balls.
 */

import type { Ball, Formula } from '../ball';
import type { Constant } from '../constants';
import { Fraction } from '../fraction';
import { ballOf } from '../fraction-ball';
import type { WholeBall } from '../whole/whole-ball';

/** A ball that is a whole number of more bits than this stays a ball. */
const MOST_BITS = 2048;

export class GermNumber {
  private constructor(
    private readonly like: WholeBall,
    private readonly fraction: Fraction | undefined,
    private known?: WholeBall,
  ) {}

  /** A finite double, exactly. */
  static of(x: number, like: WholeBall): GermNumber {
    return new GermNumber(like, Fraction.zero.exact(x));
  }

  static constant(c: Constant, like: WholeBall): GermNumber {
    return GermNumber.of(0, like).through((x) => x.constant(c));
  }

  get ball(): WholeBall {
    this.known ??= ballOf(this.fraction as Fraction, this.like);
    return this.known;
  }

  /** The fraction, if it certainly is one without powers of e and pi. */
  get exact(): Fraction | undefined {
    return this.fraction?.isRational === true ? this.fraction : undefined;
  }

  get isZero(): boolean {
    return this.fraction?.sign === 0;
  }

  get sign(): 1 | -1 | 0 | undefined {
    return (this.fraction ?? this.ball).sign;
  }

  /** A whole number with the precision of this number. */
  whole(n: number): GermNumber {
    return GermNumber.of(n, this.like);
  }

  /** The fraction; a ball where that is none. */
  private made(fraction: Fraction | undefined, ball: () => WholeBall): GermNumber {
    return fraction?.isExact === true
      ? new GermNumber(this.like, fraction)
      : new GermNumber(this.like, undefined, ball());
  }

  private through(f: Formula): GermNumber {
    return this.made(this.fraction && f(this.fraction), () => f(this.ball));
  }

  private with(b: GermNumber, f: <T extends Ball<T>>(a: T, b: T) => T): GermNumber {
    const fraction = this.fraction && b.fraction && f(this.fraction, b.fraction);
    return this.made(fraction, () => f(this.ball, b.ball));
  }

  negated(): GermNumber {
    return this.through((x) => x.negated());
  }

  plus(b: GermNumber): GermNumber {
    if (b.isZero) return this;
    return this.isZero ? b : this.with(b, (x, y) => x.plus(y));
  }

  minus(b: GermNumber): GermNumber {
    return this.plus(b.negated());
  }

  times(b: GermNumber): GermNumber {
    if (this.isZero) return this;
    return b.isZero ? b : this.with(b, (x, y) => x.times(y));
  }

  /** The quotient, for a b that is certainly not 0. */
  over(b: GermNumber): GermNumber {
    return this.isZero ? this : this.with(b, (x, y) => x.over(y));
  }

  /** The product with a fraction of small whole numbers. */
  scaled(numerator: number, denominator = 1): GermNumber {
    return this.times(this.whole(numerator).over(this.whole(denominator)));
  }

  /** For numbers > 0. */
  sqrt(): GermNumber {
    return this.through((x) => x.sqrt());
  }

  floor(): GermNumber {
    const floor = this.through((x) => x.floor());
    if (floor.fraction !== undefined) return floor;
    const isWhole = floor.ball.isExact && floor.ball.size < MOST_BITS;
    return isWhole ? this.made(Fraction.of(floor.ball.fixed(0), 1n), () => floor.ball) : floor;
  }

  widened(bound: GermNumber): GermNumber {
    return this.made(undefined, () => this.ball.widened(bound.ball));
  }

  exp(): GermNumber {
    return this.through((x) => x.exp());
  }

  /** For numbers > 0. */
  log(): GermNumber {
    return this.through((x) => x.log());
  }

  sin(): GermNumber {
    return this.through((x) => x.sin());
  }

  cos(): GermNumber {
    return this.through((x) => x.cos());
  }

  atan(): GermNumber {
    return this.through((x) => x.atan());
  }

  erf(): GermNumber {
    return this.through((x) => x.erf());
  }

  erfc(): GermNumber {
    return this.through((x) => x.erfc());
  }
}
