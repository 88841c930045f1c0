/** @file What a step of the book is: its figures, how each comes about, and why it is made. */

import { formatNumber } from '../core/text/format-number';
import type { Variable } from '../core/engine/variable';

/** The book's example, for commands. */
export const EXAMPLE = '--chain square,exp,square';

/** One figure of a step. */
export interface StepFigure {
  readonly computation: string;
  /** What came out here. */
  readonly figure: number | boolean;
  /** What the book prints or asserts; null for a figure that it does not show. */
  readonly book: number | boolean | null;
  /** The formula that it is, and the same with the numbers in it. */
  readonly working?: readonly string[];
}

/** What is written down of a step; its figures are computed when they are asked for. */
export interface Lesson {
  readonly title: string;
  /** What the step is for, in a sentence or two, with the names that the book gives to things. */
  readonly why: string;
  readonly compute: () => StepFigure[];
  readonly next: Suggestion;
}

export interface Step {
  readonly step: number;
  readonly title: string;
  readonly why: string;
  readonly figures: readonly StepFigure[];
  readonly next: Suggestion;
}

/** What to type, behind `dezero-cli`, and what that shows. */
export interface Suggestion {
  readonly command: string;
  readonly shows: string;
}

/** Terms that are the figure, one after the other. */
export function equal(...terms: readonly string[]): string[] {
  return terms.map((term) => `= ${term}`);
}

export const n = formatNumber;

export function grad({ grad: gradient }: Variable): number {
  return gradient?.[0] ?? NaN;
}
