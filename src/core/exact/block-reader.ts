/** @file The exact reading of blocks of points, by straight-line programs over arrays of balls. */

import {
  type BallBlock,
  dropUnknown,
  fillFromDoubles,
  nearestOf,
} from '../../math/double/ball-block';
import { Recordings } from '../../math/double/block-steps';
import { pointAt } from '../engine/at-point';
import type { BackwardPlan } from './backward-plan';
import type { Tape } from './tape';
import {
  LONGEST_BLOCK,
  type StraightLineProgram,
  straightLineProgram,
} from './straight-line-program';

/** A range of points in the columns. */
interface Range {
  readonly start: number;
  /** LONGEST_BLOCK at most. */
  readonly count: number;
}

/** The columns to fill: the value if it is asked for, and the gradients by input. */
interface Results {
  readonly value: Float64Array | undefined;
  readonly gradient: readonly Float64Array[];
}

/** A block has decided all results of the point. */
export const DECIDED = 0;
/** It has found all balls, but those of some derivatives do not decide the nearest double: these are NaN. */
export const UNROUNDED = 1;
/** It has found nothing at the point. */
export const LEFT = 2;

/** For fewer points, recording a program or running all of its steps does not pay. */
const FEWEST_FOR_BLOCKS = 32;

/** Reads blocks with the programs recorded so far, and records more while many points are undecided. */
export class BlockReader {
  readonly #recordings = new Recordings<StraightLineProgram>(FEWEST_FOR_BLOCKS);
  readonly #isLeft = new Uint8Array(LONGEST_BLOCK);
  readonly #isTaken = new Uint8Array(LONGEST_BLOCK);
  readonly #isUnrounded = new Uint8Array(LONGEST_BLOCK);
  readonly #column = new Float64Array(LONGEST_BLOCK);

  constructor(
    private readonly tape: Tape,
    private readonly plan: BackwardPlan,
  ) {}

  /** @returns by point, DECIDED, UNROUNDED or LEFT */
  read(x: readonly Float64Array[], into: Results): Uint8Array {
    const { length } = x[0] as Float64Array;
    const found = new Uint8Array(length);
    for (let start = 0; start < length; start += LONGEST_BLOCK) {
      const count = Math.min(LONGEST_BLOCK, length - start);
      const isLeft = this.#block(x, { start, count }, into);
      for (let i = 0; i < count; i++) {
        found[start + i] = isLeft[i] === 1 ? LEFT : (this.#isUnrounded[i] as number);
      }
    }
    return found;
  }

  /** @returns by point, 1 if it is left */
  #block(x: readonly Float64Array[], range: Range, into: Results): Uint8Array {
    const { start, count } = range;
    const isLeft = this.#isLeft.fill(0);
    this.#isUnrounded.fill(DECIDED);
    for (let i = 0; i < count; i++) isLeft[i] = isUsual(x, start + i) ? 1 : 0;
    this.#recordings.settle(
      isLeft,
      count,
      (i) => {
        const point = pointAt(x, start + i);
        return straightLineProgram(this.tape, this.plan, point);
      },
      (program) => {
        for (let from = 0; from < count; from += program.length) {
          const part = { start: start + from, count: Math.min(program.length, count - from) };
          const places = [from, from + part.count] as const;
          const isUnrounded = this.#isUnrounded.subarray(...places);
          this.#run(program, x, part, into, isLeft.subarray(...places), isUnrounded);
        }
      },
    );
    for (let i = 0; i < count; i++) if (!isUsual(x, start + i)) isLeft[i] = 1;
    return isLeft.subarray(0, count);
  }

  /** Runs a program for the points that are left, and keeps the results that it decides. */
  #run(
    { steps, inputs, output, gradient, checked }: StraightLineProgram,
    x: readonly Float64Array[],
    { start, count }: Range,
    into: Results,
    isLeft: Uint8Array,
    isUnrounded: Uint8Array,
  ): void {
    const { blocks } = steps;
    for (const [k, place] of inputs.entries()) {
      fillFromDoubles(blocks[place] as BallBlock, x[k] as Float64Array, start, count);
    }
    const isTaken = this.#isTaken;
    isTaken.set(isLeft);
    steps.run(isTaken, count);
    for (const place of checked) dropUnknown(blocks[place] as BallBlock, isTaken, count);
    const places = [
      ...(into.value === undefined ? [] : [[output, into.value] as const]),
      ...gradient.flatMap((place, k) =>
        place === undefined ? [] : [[place, into.gradient[k] as Float64Array] as const],
      ),
    ];
    for (const [place, column] of places) {
      const block = blocks[place] as BallBlock;
      nearestOf(block, this.#column, count);
      for (let i = 0; i < count; i++) {
        if (isTaken[i] === 0) continue;
        const nearest = this.#column[i] as number;
        if (Number.isNaN(nearest)) {
          const isKnown = column !== into.value && !Number.isNaN(block.radius[i]);
          if (isKnown) isUnrounded[i] = UNROUNDED;
          else isTaken[i] = 0;
        }
        column[start + i] = nearest;
      }
    }
    for (let i = 0; i < count; i++) if (isTaken[i] === 1) isLeft[i] = 0;
  }
}

/** Whether all coordinates are finite and not 0: blocks decide no other points. */
function isUsual(x: readonly Float64Array[], i: number): boolean {
  for (let k = 0; k < x.length; k++) {
    const coordinate = (x[k] as Float64Array)[i] as number;
    if (!Number.isFinite(coordinate) || coordinate === 0) return false;
  }
  return true;
}
