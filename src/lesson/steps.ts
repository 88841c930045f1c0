/**
 * @file The book's steps by number, run anew: the ten of its first stage, and beyond them those of the
 * second that have figures about several variables.
 */

import { FIRST_STAGE } from './first-stage';
import { SECOND_STAGE } from './second-stage';
import type { Lesson, Step, StepFigure } from './step';

export type { Step, StepFigure, Suggestion } from './step';
export { WITHOUT_FIGURES } from './second-stage';

/** The ten of the first stage. */
export const STEP_NUMBERS: readonly number[] = FIRST_STAGE.map((_, i) => i + 1);

/** The steps of the second stage. */
export const NUMBERS_BEYOND: readonly number[] = [...SECOND_STAGE.keys()];

/** Whether a figure equals the book's; null where the book has none. */
export function isEqual({ figure, book }: StepFigure): boolean | null {
  return book === null ? null : Object.is(figure, book);
}

/** Whether every figure equals the book's. */
export function allEqual(steps: readonly Step[]): boolean {
  return steps.every(({ figures }) => figures.every((figure) => isEqual(figure) !== false));
}

/** Runs one step of the book, of the ten or beyond them. */
export function replayStep(step: number): Step {
  const lesson = (FIRST_STAGE[step - 1] ?? SECOND_STAGE.get(step)) as Lesson;
  const { compute, ...texts } = lesson;
  return { step, ...texts, figures: compute() };
}

/** The next step that has figures. */
export function stepAfter(step: number): number | undefined {
  return [...STEP_NUMBERS, ...NUMBERS_BEYOND].find((number) => number > step);
}
