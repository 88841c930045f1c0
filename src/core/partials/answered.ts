/**
 * @file Runs computations written as synchronous code that need values of a function which come later, many
 * at a time, from a program.
 *
 * A computation is interrupted where it asks for values that are not known yet. Once the questions of all
 * computations have been answered in one block, each is run again from its start. It asks the same questions
 * again, as it depends on nothing but the answers. Its arithmetic is cheap compared with starting a program.
 */

import type { BlockFunction } from '../best/ladder';

/** The points at which the computation with this index needs values next. */
interface Question {
  readonly index: number;
  readonly x: Float64Array;
}

/** Interrupts a computation. */
class Unanswered extends Error {
  constructor(readonly x: Float64Array) {
    super('the answer is not yet known');
  }
}

/**
 * Runs all computations to their ends.
 *
 * @param answer gives the values for each question, in order
 */
export async function answered<T>(
  computations: readonly ((f: BlockFunction) => T)[],
  answer: (questions: readonly Question[]) => Promise<readonly Float64Array[]>,
): Promise<T[]> {
  const answers: Float64Array[][] = computations.map(() => []);
  const results: T[] = [];
  let waiting = [...computations.keys()];
  while (waiting.length > 0) {
    const questions: Question[] = [];
    for (const index of waiting) {
      const outcome = attempt(
        computations[index] as (f: BlockFunction) => T,
        answers[index] as Float64Array[],
      );
      if (outcome instanceof Unanswered) questions.push({ index, x: outcome.x });
      else results[index] = outcome.result;
    }
    const found = questions.length === 0 ? [] : await answer(questions);
    for (const [k, { index }] of questions.entries()) {
      answers[index]?.push(found[k] as Float64Array);
    }
    waiting = questions.map(({ index }) => index);
  }
  return results;
}

function attempt<T>(
  compute: (f: BlockFunction) => T,
  answers: readonly Float64Array[],
): Unanswered | { readonly result: T } {
  let next = 0;
  try {
    const result = compute((x) => {
      const known = answers[next++];
      if (known !== undefined) return known;
      throw new Unanswered(x);
    });
    return { result };
  } catch (error) {
    if (error instanceof Unanswered) return error;
    throw error;
  }
}
