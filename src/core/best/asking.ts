/**
 * @file Computations that ask for values of a function, many side by side: it gets the points of all at once,
 * as a graph takes less for each of many points, and a program has to be started for each block.
 */

import { joined } from '../engine/fill-column';

/** A function of a block of points: one value for each. */
export type BlockFunction = (x: Float64Array) => Float64Array;

/** A computation that yields points, and goes on with the values there. */
export type Asking<T> = Generator<Float64Array, T, Float64Array>;

/** The points at which the computation with this index needs values next. */
export interface Question {
  readonly index: number;
  readonly x: Float64Array;
}

/** What a computation that has not begun goes on with. */
export const NOTHING_ASKED = new Float64Array(0);

/** Runs computations to their ends: yields the questions of all, and goes on with their values, one after the other. */
export function* together<T>(
  computations: readonly Asking<T>[],
): Generator<readonly Question[], T[], Float64Array> {
  const results: T[] = [];
  let questions: Question[] = [];
  const resume = (index: number, values: Float64Array): void => {
    const { done, value } = (computations[index] as Asking<T>).next(values);
    if (done === true) results[index] = value;
    else questions.push({ index, x: value });
  };
  for (const index of computations.keys()) resume(index, NOTHING_ASKED);
  while (questions.length > 0) {
    const asked = questions;
    const values = yield asked;
    questions = [];
    let end = 0;
    for (const { index, x } of asked) resume(index, values.subarray(end, (end += x.length)));
  }
  return results;
}

/** The results of computations that ask for values of f. */
export function answered<T>(f: BlockFunction, computations: readonly Asking<T>[]): T[] {
  const all = together(computations);
  let step = all.next(NOTHING_ASKED);
  while (step.done !== true) {
    step = all.next(f(joined(step.value.map(({ x }) => x))));
  }
  return step.value;
}
