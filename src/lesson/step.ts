/** @file The types of the book's steps: figures, how each is computed, and the purpose of the step. */

import { formatNumber } from '../core/text/format-number';
import type { Variable } from '../core/engine/variable';

/** The book's example, for commands. */
export const EXAMPLE = '--chain square,exp,square';

/** One figure of a step. */
export interface StepFigure {
  readonly computation: string;
  /** The result of our own computation. */
  readonly figure: number | boolean;
  /** The figure that the book prints or asserts; null if it does not show it. */
  readonly book: number | boolean | null;
  /** The formula of the figure, and the same with numbers. */
  readonly working?: readonly string[];
}

/** The text of a step; its figures are computed on demand. */
export interface Lesson {
  readonly title: string;
  /** The purpose of the step in a sentence or two, with the terms of the book. */
  readonly why: string;
  readonly compute: () => StepFigure[];
  readonly next: Suggestion;
}

export interface Step extends Omit<Lesson, 'compute'> {
  readonly step: number;
  readonly figures: readonly StepFigure[];
}

/** A command to try, without `dezero-cli`, and what it shows. */
export interface Suggestion {
  readonly command: string;
  readonly shows: string;
}

/**
 * A figure with how it is computed.
 *
 * @param book the book's figure; null if it has none
 * @param terms that it equals: its formula, and the same with numbers
 */
export function shown(
  computation: string,
  figure: StepFigure['figure'],
  book: StepFigure['book'],
  ...terms: readonly string[]
): StepFigure {
  return { computation, figure, book, working: terms.map((term) => `= ${term}`) };
}

export const n = formatNumber;

export function grad({ grad: gradient }: Variable): number {
  return onlyNumber(gradient as Float64Array);
}

/** The number of an array of one. */
export function onlyNumber(numbers: Float64Array): number {
  return numbers[0] as number;
}
