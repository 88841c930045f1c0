/** @file The form of balls that are fractions as far as possible, otherwise named by how they are made. */

import type { Doubt } from './ball';
import { PI } from './constants';
import type { Fraction } from './fraction';
import { wholePower } from './power-formula';
import type { WholeBall } from './whole/whole-ball';
import { bitLength } from './whole/whole-number';

/** Fractions of more bits have no name: every double has fewer, 53 and 1,075 at most. */
const MOST_BITS_OF_NAME = 1128;

/** A number that is no fraction, named by how it is made. */
export interface Unit {
  readonly name: string;
  readonly ball: WholeBall;
}

export class MixedForm {
  /**
   * The fraction times the unit, if there is one; without a fraction a ball of which no more is known.
   *
   * @param like a ball with as many bits as all balls have
   */
  constructor(
    protected readonly like: WholeBall,
    protected readonly fraction: Fraction | undefined,
    protected readonly unit?: Unit,
    private known?: WholeBall,
  ) {}

  get ball(): WholeBall {
    if (this.known === undefined) {
      const fraction = ballOf(this.fraction as Fraction, this.like);
      this.known = this.unit === undefined ? fraction : fraction.times(this.unit.ball);
    }
    return this.known;
  }

  /** The number itself, if it has no unit. */
  protected get pure(): Fraction | undefined {
    return this.unit === undefined ? this.fraction : undefined;
  }

  /** The fraction, if it certainly is one without powers of e and pi. */
  get rational(): Fraction | undefined {
    return this.pure?.isRational === true ? this.pure : undefined;
  }

  get isZero(): boolean {
    return this.sign === 0;
  }

  get isExact(): boolean {
    return this.rational !== undefined || this.ball.isExact;
  }

  get doubt(): Doubt | undefined {
    return this.fraction === undefined ? this.ball.doubt : undefined;
  }

  get sign(): 1 | -1 | 0 | undefined {
    return (this.pure ?? this.ball).sign;
  }

  get approximation(): number {
    return (this.pure ?? this.ball).approximation;
  }

  /** The nearest double, of two the even one; undefined where the ball does not decide it. */
  nearest(): number | undefined {
    return (this.rational ?? this.ball).nearest();
  }

  /** How it is made. */
  protected get name(): string | undefined {
    const factor = this.fraction && nameOf(this.fraction);
    if (factor === undefined || this.unit === undefined) return factor;
    return `${factor}*${this.unit.name}`;
  }
}

/** A ball, as precise as `like`, around a fraction. */
function ballOf({ numerator, denominator, power, pis }: Fraction, like: WholeBall): WholeBall {
  const fraction = like.make(numerator, 0, 0).over(like.make(denominator, 0, 0));
  const ofPi = pis === 0 ? fraction : fraction.times(wholePower(like.constant(PI), pis));
  return power === undefined ? ofPi : ofPi.times(ballOf(power, like).exp());
}

/** The bits of both of its whole numbers. */
export function lengthOf({ numerator, denominator }: Fraction): number {
  return bitLength(numerator) + bitLength(denominator);
}

/** Undefined of a fraction that is too long. */
function nameOf(fraction: Fraction): string | undefined {
  const { numerator, denominator, power, pis } = fraction;
  if (lengthOf(fraction) > MOST_BITS_OF_NAME) return undefined;
  const ofE = power === undefined ? '' : nameOf(power);
  return ofE === undefined
    ? undefined
    : `${String(numerator)}/${String(denominator)}e${ofE}p${String(pis)}`;
}

/** The name of a sum or a product, in whichever order. */
export function nameOfTwo(
  does: string,
  a: string | undefined,
  b: string | undefined,
): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  return a < b ? `${does}(${a},${b})` : `${does}(${b},${a})`;
}
