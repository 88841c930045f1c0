/** @file Runs recorded steps for blocks of points. */

import {
  type BallBlock,
  ballAt,
  copyWhere,
  dropOthers,
  dropUnknown,
  fillWithBall,
  leaveOut,
  newBlock,
} from './ball-block';
import { runStep } from './block-arithmetic';
import { DoubleBall } from './double-ball';
import { type FormulaStep, NotRecorded, type RecordedBall, Recording } from './recorded-ball';

/** The most recordings that are made for a formula, each for one combination of signs; other points are read one by one. */
const MOST_RECORDINGS = 4;

/** Recordings for different combinations of signs, made while points are left that none of them settles. */
export class Recordings<T> {
  readonly #list: T[] = [];
  #attempts = 0;

  /** @param fewest for fewer points recording does not pay, nor does a run of all steps */
  constructor(private readonly fewest: number) {}

  /**
   * @param isLeft by index, 1 for the points to settle
   * @param record makes a recording at this point, valid for all with the same signs
   * @param run settles points with a recording, and marks them as no longer left
   */
  settle(
    isLeft: Uint8Array,
    count: number,
    record: (i: number) => T | undefined,
    run: (one: T) => void,
  ): void {
    for (const one of this.#list) {
      if (countOf(isLeft, count) < this.fewest) return;
      run(one);
    }
    // A point whose recording fails, or does not settle it, is not tried again.
    let next = isLeft.indexOf(1);
    while (next >= 0 && next < count && this.#attempts < MOST_RECORDINGS) {
      if (countOf(isLeft, count) < this.fewest) return;
      this.#attempts++;
      const one = record(next);
      if (one !== undefined) {
        this.#list.push(one);
        run(one);
      }
      next = isLeft.indexOf(1, next + 1);
    }
  }
}

function countOf(isLeft: Uint8Array, count: number): number {
  let left = 0;
  for (let i = 0; i < count; i++) left += isLeft[i] as number;
  return left;
}

/** The steps of one recording, with the arrays that they run over. */
export class BlockSteps {
  /** By place. */
  readonly blocks: readonly BallBlock[];
  readonly #branches = new Map<FormulaStep, Branches>();

  /**
   * @param inputs the places of the blocks to fill before a run
   * @param length the number of points in a block
   */
  constructor(
    private readonly recording: Recording,
    private readonly inputs: readonly number[],
    length: number,
  ) {
    this.blocks = Array.from({ length: recording.places }, () => newBlock(length));
    for (const { at, ball } of recording.constants) fillWithBall(this.#blockAt(at), ball);
    for (const step of recording.steps) {
      if (step.does === 'formula') this.#branches.set(step, new Branches(step, length));
    }
  }

  /** Runs all steps for the points in isAsked; removes those that the recording is not valid for. */
  run(isAsked: Uint8Array, count: number): void {
    const { signs, steps } = this.recording;
    // These points are marked first, so that expensive steps skip them.
    for (const { at, sign } of signs) {
      if (this.inputs.includes(at)) dropOthers(this.#blockAt(at), sign, isAsked, count);
    }
    for (const place of this.inputs) dropUnknown(this.#blockAt(place), isAsked, count);
    for (const place of this.inputs) leaveOut(this.#blockAt(place), isAsked, count);
    for (const step of steps) {
      if (step.does === 'formula') this.#branches.get(step)?.run(this.blocks, count);
      else runStep(step, this.blocks, count);
    }
    for (const { at, sign } of signs) dropOthers(this.#blockAt(at), sign, isAsked, count);
  }

  #blockAt(place: number): BallBlock {
    return this.blocks[place] as BallBlock;
  }
}

/** The steps of a formula for one combination of its signs. */
interface Branch {
  readonly steps: BlockSteps;
  readonly inputs: readonly (number | undefined)[];
  readonly output: number;
}

/** A formula with a recording for each combination of its signs that occurs. */
class Branches {
  readonly #recordings = new Recordings<Branch>(1);
  readonly #isLeft: Uint8Array;
  readonly #isTaken: Uint8Array;

  constructor(
    private readonly step: FormulaStep,
    private readonly length: number,
  ) {
    this.#isLeft = new Uint8Array(length);
    this.#isTaken = new Uint8Array(length);
  }

  /** Runs the formula; the result of points without a recording gets the radius NaN. */
  run(blocks: readonly BallBlock[], count: number): void {
    const to = blocks[this.step.to] as BallBlock;
    const isLeft = this.#isLeft.fill(0).fill(1, 0, count);
    for (const input of this.step.inputs) {
      if (typeof input === 'number') dropUnknown(blocks[input] as BallBlock, isLeft, count);
    }
    to.radius.fill(NaN, 0, count);
    this.#recordings.settle(
      isLeft,
      count,
      (i) => branchOf(this.step, blocks, i, this.length),
      ({ steps, inputs, output }) => {
        const isTaken = this.#isTaken;
        isTaken.set(isLeft);
        for (const [k, place] of inputs.entries()) {
          if (place === undefined) continue;
          const from = blocks[this.step.inputs[k] as number] as BallBlock;
          copyWhere(steps.blocks[place] as BallBlock, from, isTaken, count);
        }
        steps.run(isTaken, count);
        copyWhere(to, steps.blocks[output] as BallBlock, isTaken, count);
        for (let i = 0; i < count; i++) if (isTaken[i] === 1) isLeft[i] = 0;
      },
    );
  }
}

/** Records the formula for the signs at one point; undefined if it branches on more than signs. */
function branchOf(
  { formula, inputs }: FormulaStep,
  blocks: readonly BallBlock[],
  i: number,
  length: number,
): Branch | undefined {
  const recording = new Recording();
  const given = inputs.map((input) =>
    input instanceof DoubleBall
      ? recording.known(input)
      : recording.variable(ballAt(blocks[input] as BallBlock, i)),
  );
  const places = given.map((ball) => (ball.isKnown ? undefined : ball.place));
  try {
    const output = formula<RecordedBall>(...given).place;
    const used = places.filter((place) => place !== undefined);
    const steps = new BlockSteps(recording, used, length);
    return { steps, inputs: places, output };
  } catch (error) {
    if (error instanceof NotRecorded) return undefined;
    throw error;
  }
}
