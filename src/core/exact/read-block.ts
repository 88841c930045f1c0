/** @file The exact reading of a block of points by steps without a branch. */

import { type BallBlock, fillFromDoubles, nearestOf, runStep } from '../../math/ball-block';
import type { Wanted } from './point-reader';
import type { Straight } from './straight';

/** Which points of the columns are read. */
interface Range {
  readonly start: number;
  /** Up to BLOCK. */
  readonly count: number;
}

/** Where the results go. */
interface Figures {
  readonly value: Float64Array;
  readonly gradient: readonly Float64Array[];
}

/**
 * Reads a block of points. What is not decided stands as NaN.
 *
 * @returns whether all that is asked for is decided, by index in the block
 */
export function readBlock(
  straight: Straight,
  x: readonly Float64Array[],
  { start, count }: Range,
  into: Figures,
  wanted: Wanted,
): (i: number) => boolean {
  const { steps, blocks, inputs, output, gradient } = straight;
  const blockAt = (place: number): BallBlock => blocks[place] as BallBlock;
  for (const [k, place] of inputs.entries()) {
    fillFromDoubles(blockAt(place), x[k] as Float64Array, start, count);
  }
  for (const step of steps) runStep(step, blocks, count);
  const figures: Float64Array[] = [];
  const read = (place: number, column: Float64Array): void => {
    nearestOf(blockAt(place), column, start, count);
    figures.push(column);
  };
  if (wanted.value) read(output, into.value);
  for (const [k, place] of gradient.entries()) {
    if (place !== undefined) read(place, into.gradient[k] as Float64Array);
  }
  const checked = straight.checked.map(blockAt);
  return (i) => {
    for (const { hi, radius } of checked) {
      if (hi[i] === 0 || Number.isNaN(radius[i])) return false;
    }
    for (const column of figures) if (Number.isNaN(column[start + i])) return false;
    return true;
  };
}
