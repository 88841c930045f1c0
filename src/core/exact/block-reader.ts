/** @file The exact reading of blocks of points, by steps without a branch. */

import {
  BLOCK,
  type BallBlock,
  fillFromDoubles,
  isOfSign,
  leaveOut,
  nearestOf,
  runStep,
} from '../../math/ball-block';
import type { BackwardPlan } from './backward-plan';
import type { Program } from './program';
import { type Straight, straightOf } from './straight';

/** Which points of the columns are read. */
interface Range {
  readonly start: number;
  /** Up to BLOCK. */
  readonly count: number;
}

/** Where the results go: the value if it is asked for, and gradients by input. */
interface Figures {
  readonly value: Float64Array | undefined;
  readonly gradient: readonly Float64Array[];
}

/** For fewer points a run of all steps, or recording them, does not pay. */
export const FEWEST_FOR_BLOCKS = 32;
/** Combinations of signs that steps are recorded for, at most. */
const MOST_RECORDINGS = 4;

/** Reads blocks with the steps that it has, and records more where many points are left. */
export class BlockReader {
  readonly #recordings: Straight[] = [];
  #attempts = 0;
  readonly #isSettled = new Uint8Array(BLOCK);
  readonly #isNew = new Uint8Array(BLOCK);
  readonly #column = new Float64Array(BLOCK);

  constructor(
    private readonly program: Program,
    private readonly plan: BackwardPlan,
  ) {}

  /** How many combinations of signs there are steps for. */
  get recordings(): number {
    return this.#recordings.length;
  }

  /** @returns by index in the block, 1 where all that is asked for is decided and stands in `into` */
  read(x: readonly Float64Array[], range: Range, into: Figures): Uint8Array {
    const isSettled = this.#isSettled.fill(0);
    let left = range.count;
    for (const straight of this.#recordings) {
      if (left < FEWEST_FOR_BLOCKS) return isSettled;
      left -= this.#run(straight, x, range, into);
    }
    // A point that gives no steps, or none that settle it, is not tried again.
    let next = 0;
    while (left >= FEWEST_FOR_BLOCKS && this.#attempts < MOST_RECORDINGS) {
      const at = firstLeft(x, range, isSettled, next);
      if (at === undefined) break;
      next = at + 1;
      this.#attempts++;
      const point = x.map((column) => column[range.start + at] as number);
      const straight = straightOf(this.program, this.plan, point);
      if (straight === undefined) continue;
      this.#recordings.push(straight);
      left -= this.#run(straight, x, range, into);
    }
    return isSettled;
  }

  /** @returns how many more points are settled */
  #run(straight: Straight, x: readonly Float64Array[], range: Range, into: Figures): number {
    const { start, count } = range;
    const { steps, blocks, inputs, output, gradient, checked, signs } = straight;
    const blockAt = (place: number): BallBlock => blocks[place] as BallBlock;
    for (const [k, place] of inputs.entries()) {
      fillFromDoubles(blockAt(place), x[k] as Float64Array, start, count);
    }
    // Numbers that are not needed are marked before the steps, which cost far more where they are slow.
    const isNew = this.#isNew;
    for (let i = 0; i < count; i++) isNew[i] = this.#isSettled[i] === 0 ? 1 : 0;
    for (const { at, sign } of signs) {
      if (inputs.includes(at)) dropOthers(isNew, count, blockAt(at), sign);
    }
    for (const place of inputs) dropUnknown(isNew, count, blockAt(place));
    for (const place of inputs) leaveOut(blockAt(place), isNew, count);
    for (const step of steps) runStep(step, blocks, count);
    for (const place of checked) dropUnknown(isNew, count, blockAt(place));
    for (const { at, sign } of signs) dropOthers(isNew, count, blockAt(at), sign);
    const places = [
      ...(into.value === undefined ? [] : [[output, into.value] as const]),
      ...gradient.flatMap((place, k) =>
        place === undefined ? [] : [[place, into.gradient[k] as Float64Array] as const],
      ),
    ];
    for (const [place, column] of places) {
      nearestOf(blockAt(place), this.#column, count);
      for (let i = 0; i < count; i++) {
        if (isNew[i] === 0) continue;
        const nearest = this.#column[i] as number;
        if (Number.isNaN(nearest)) isNew[i] = 0;
        else column[start + i] = nearest;
      }
    }
    let settled = 0;
    for (let i = 0; i < count; i++) {
      if (isNew[i] === 0) continue;
      this.#isSettled[i] = 1;
      settled++;
    }
    return settled;
  }
}

function dropUnknown(isNew: Uint8Array, count: number, { hi, radius }: BallBlock): void {
  for (let i = 0; i < count; i++) if (hi[i] === 0 || Number.isNaN(radius[i])) isNew[i] = 0;
}

function dropOthers(isNew: Uint8Array, count: number, block: BallBlock, sign: 1 | -1): void {
  for (let i = 0; i < count; i++) if (!isOfSign(block, i, sign)) isNew[i] = 0;
}

/** The first point that is finite and not settled yet. */
function firstLeft(
  x: readonly Float64Array[],
  { start, count }: Range,
  isSettled: Uint8Array,
  from: number,
): number | undefined {
  const isUsual = (x: number): boolean => Number.isFinite(x) && x !== 0;
  for (let i = from; i < count; i++) {
    if (isSettled[i] === 1) continue;
    if (x.every((column) => isUsual(column[start + i] as number))) return i;
  }
  return undefined;
}
