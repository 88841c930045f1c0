/**
 * @file Balls that record what a formula does with them, so that it can be done for blocks of points.
 *
 * A formula is run once over recorded balls. What it makes of numbers that it knows is computed then and
 * there; all else becomes a step. A formula that asks for the sign or the size of what is not known
 * goes one way or another from point to point, and cannot be recorded.
 */

import type { Ball, Doubt } from './ball';
import type { Constant } from './constants';
import { DoubleBall } from './double-ball';

export type UnaryStep =
  | 'negated'
  | 'abs'
  | 'inverse'
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

export type BinaryStep = 'plus' | 'times' | 'over' | 'widened';

/** An operation on balls at places; its result stands at `to`. */
export type Step = { readonly a: number; readonly to: number } & (
  { readonly does: UnaryStep } | { readonly does: BinaryStep; readonly b: number }
);

/** A formula goes its way by numbers that are not known yet. */
export class NotRecorded extends Error {}

/** What is recorded, for all balls of one recording. */
export class Recording {
  readonly steps: Step[] = [];
  readonly constants: { readonly at: number; readonly ball: DoubleBall }[] = [];
  #places = 0;

  /** How many places there are. */
  get places(): number {
    return this.#places;
  }

  newPlace(): number {
    return this.#places++;
  }

  /** A number that is known only when the steps are run. */
  input(): RecordedBall {
    return new RecordedBall(this, undefined, this.newPlace());
  }

  known(ball: DoubleBall): RecordedBall {
    return new RecordedBall(this, ball, undefined);
  }
}

export class RecordedBall implements Ball<RecordedBall> {
  #place: number | undefined;

  constructor(
    private readonly recording: Recording,
    private readonly known: DoubleBall | undefined,
    place: number | undefined,
  ) {
    this.#place = place;
  }

  /** Where it stands while the steps are run. */
  get place(): number {
    if (this.#place === undefined) {
      this.#place = this.recording.newPlace();
      this.recording.constants.push({ at: this.#place, ball: this.#certain });
    }
    return this.#place;
  }

  get #certain(): DoubleBall {
    if (this.known === undefined) throw new NotRecorded();
    return this.known;
  }

  get sign(): 1 | -1 | 0 | undefined {
    return this.#certain.sign;
  }

  /** What is right for a ball is right for the one number in it. */
  get isExact(): boolean {
    return this.known?.isExact ?? false;
  }

  /** Points at which anything is in doubt leave the block. */
  get doubt(): Doubt | undefined {
    return this.known?.doubt;
  }

  get approximation(): number {
    return this.#certain.approximation;
  }

  exact(x: number): RecordedBall {
    return this.recording.known(DoubleBall.of(x));
  }

  unknown(): RecordedBall {
    throw new NotRecorded();
  }

  constant(c: Constant): RecordedBall {
    return this.recording.known(DoubleBall.of(0).constant(c));
  }

  isNegligibleIn(): boolean {
    throw new NotRecorded();
  }

  #unary(does: UnaryStep): RecordedBall {
    if (this.known !== undefined) return this.recording.known(this.known[does]());
    const result = this.recording.input();
    this.recording.steps.push({ does, a: this.place, to: result.place });
    return result;
  }

  #binary(does: BinaryStep, operand: RecordedBall | number): RecordedBall {
    const b = typeof operand === 'number' ? this.exact(operand) : operand;
    if (this.known !== undefined && b.known !== undefined) {
      return this.recording.known(this.known[does](b.known));
    }
    const [from, other] = [this.place, b.place];
    const result = this.recording.input();
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
  inverse = (): RecordedBall => this.#unary('inverse');
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
