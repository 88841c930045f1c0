/**
 * @file Balls that record what a formula does with them, so that it can be done for blocks of points.
 *
 * A formula is run once over recorded balls, at a point that stands for others. What it makes of numbers
 * that are the same everywhere is computed then and there; all else becomes a step. Where it asks for a
 * sign, what is recorded holds of the points with the same sign there. A formula that asks for more goes
 * its way from point to point, and cannot be recorded.
 *
 * A graph has many functions that ask for signs, as sin does, which is odd: recorded as a whole, twenty of
 * them would need steps for a million combinations. So such a function is one step, which is recorded by
 * itself for each of its own signs when the steps are run.
 */

import type { Ball, BallFormula, Doubt } from '../ball';
import type { Constant } from '../constants';
import { DoubleBall } from './double-ball';

type UnaryStep =
  | 'negated'
  | 'abs'
  | 'sqrt'
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'sin'
  | 'cos'
  | 'atan'
  | 'erf'
  | 'erfc'
  | 'floor';

type BinaryStep = 'plus' | 'times' | 'over' | 'widened';

/** An operation on balls at places; its result stands at `to`. */
export type SimpleStep = { readonly a: number; readonly to: number } & (
  | { readonly does: UnaryStep }
  | { readonly does: BinaryStep; readonly b: number }
);

/** A whole formula, which goes its way by the signs of its own. */
export interface FormulaStep {
  readonly does: 'formula';
  readonly formula: BallFormula;
  /** Places, and balls that are the same at all points. */
  readonly inputs: readonly (number | DoubleBall)[];
  readonly to: number;
}

type Step = SimpleStep | FormulaStep;

/** A formula goes its way by more than signs. */
export class NotRecorded extends Error {}

/** What is recorded, for all balls of one recording. */
export class Recording {
  readonly steps: Step[] = [];
  readonly constants: { readonly at: number; readonly ball: DoubleBall }[] = [];
  /** The signs that it holds for. */
  readonly signs: { readonly at: number; readonly sign: 1 | -1 }[] = [];
  #places = 0;

  /** How many places there are. */
  get places(): number {
    return this.#places;
  }

  newPlace(): number {
    return this.#places++;
  }

  /** @param ball what it is at the point that stands for others */
  variable(ball: DoubleBall): RecordedBall {
    return new RecordedBall(this, ball, this.newPlace());
  }

  /** A number that is the same at all points. */
  known(ball: DoubleBall): RecordedBall {
    return new RecordedBall(this, ball);
  }

  /**
   * The formula, for balls of this recording: one step where it asks for signs. Where one of them leads to
   * an argument as it is or to a number that is always the same, as relu's derivative is 0, what follows
   * depends on it, and the sign is one of the whole recording.
   */
  stepwise(formula: BallFormula): BallFormula {
    const recorded = (...x: readonly RecordedBall[]): RecordedBall => {
      const inner = new Recording();
      const inputs = x.map((ball) => ball.within(inner));
      const result = formula(...inputs);
      if (inner.signs.length === 0 || result.isKnown || inputs.includes(result)) {
        return formula(...x);
      }
      const to = result.within(this);
      this.steps.push({
        does: 'formula',
        formula,
        inputs: x.map((ball) => ball.placeOrBall),
        to: to.place,
      });
      return to;
    };
    return recorded as unknown as BallFormula;
  }
}

export class RecordedBall implements Ball<RecordedBall> {
  /** Whether it is the same at all points. */
  readonly isKnown: boolean;
  #place: number | undefined;
  #isSignRecorded = false;

  constructor(
    private readonly recording: Recording,
    private readonly ball: DoubleBall,
    place?: number,
  ) {
    this.isKnown = place === undefined;
    this.#place = place;
  }

  /** Where it stands while the steps are run. */
  get place(): number {
    if (this.#place === undefined) {
      this.#place = this.recording.newPlace();
      this.recording.constants.push({ at: this.#place, ball: this.ball });
    }
    return this.#place;
  }

  get placeOrBall(): number | DoubleBall {
    return this.isKnown ? this.ball : this.place;
  }

  /** The same ball in another recording. */
  within(recording: Recording): RecordedBall {
    return this.isKnown ? recording.known(this.ball) : recording.variable(this.ball);
  }

  get sign(): 1 | -1 | 0 | undefined {
    const { sign } = this.ball;
    if (this.isKnown) return sign;
    if (sign !== 1 && sign !== -1) throw new NotRecorded();
    if (!this.#isSignRecorded) this.recording.signs.push({ at: this.place, sign });
    this.#isSignRecorded = true;
    return sign;
  }

  /** What is right for a ball is right for the one number in it. */
  get isExact(): boolean {
    return this.isKnown && this.ball.isExact;
  }

  /** Points at which anything is in doubt leave the block. */
  get doubt(): Doubt | undefined {
    return this.isKnown ? this.ball.doubt : undefined;
  }

  get approximation(): number {
    if (!this.isKnown) throw new NotRecorded();
    return this.ball.approximation;
  }

  exact(x: number): RecordedBall {
    return this.recording.known(DoubleBall.of(x));
  }

  unknown(): RecordedBall {
    throw new NotRecorded();
  }

  constant(c: Constant): RecordedBall {
    return this.recording.known(this.ball.constant(c));
  }

  isNegligibleIn(): boolean {
    throw new NotRecorded();
  }

  #unary(does: UnaryStep): RecordedBall {
    const ball = this.ball[does]();
    if (this.isKnown) return this.recording.known(ball);
    const result = this.recording.variable(ball);
    this.recording.steps.push({ does, a: this.place, to: result.place });
    return result;
  }

  #binary(does: BinaryStep, operand: RecordedBall | number): RecordedBall {
    const b = typeof operand === 'number' ? this.exact(operand) : operand;
    const ball = this.ball[does](b.ball);
    if (this.isKnown && b.isKnown) return this.recording.known(ball);
    const [from, other] = [this.place, b.place];
    const result = this.recording.variable(ball);
    this.recording.steps.push({ does, a: from, b: other, to: result.place });
    return result;
  }

  plus(b: RecordedBall | number): RecordedBall {
    return this.#binary('plus', b);
  }

  minus(b: RecordedBall | number): RecordedBall {
    return this.plus(typeof b === 'number' ? -b : b.negated());
  }

  times(b: RecordedBall | number): RecordedBall {
    return this.#binary('times', b);
  }

  over(b: RecordedBall | number): RecordedBall {
    return this.#binary('over', b);
  }

  widened(bound: RecordedBall): RecordedBall {
    return this.#binary('widened', bound);
  }

  negated = (): RecordedBall => this.#unary('negated');
  abs = (): RecordedBall => this.#unary('abs');
  inverse = (): RecordedBall => this.exact(1).over(this);
  squared = (): RecordedBall => this.times(this);
  sqrt = (): RecordedBall => this.#unary('sqrt');
  exp = (): RecordedBall => this.#unary('exp');
  expm1 = (): RecordedBall => this.#unary('expm1');
  log = (): RecordedBall => this.#unary('log');
  log1p = (): RecordedBall => this.#unary('log1p');
  sin = (): RecordedBall => this.#unary('sin');
  cos = (): RecordedBall => this.#unary('cos');
  atan = (): RecordedBall => this.#unary('atan');
  erf = (): RecordedBall => this.#unary('erf');
  erfc = (): RecordedBall => this.#unary('erfc');
  floor = (): RecordedBall => this.#unary('floor');
}
