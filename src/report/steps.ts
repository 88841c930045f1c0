/** @file The replayed steps of the book: as records, and as a page for people. */

import type { Step } from '../lesson/steps';
import type { Block, Paint } from './format';
import { cellText } from './table';

export const STEP_COLUMNS = ['step', 'title', 'computation', 'figure', 'book', 'equal'] as const;

/** One record for each figure of each step. */
export function stepsBlock(steps: readonly Step[]): Block {
  const rows = steps.flatMap(({ step, title, figures }) =>
    figures.map(({ computation, figure, book }) => {
      return [step, title, computation, figure, book, Object.is(figure, book)] as const;
    }),
  );
  return {
    length: rows.length,
    columns: STEP_COLUMNS.map((_, column) =>
      rows.map((row) => row[column] as (typeof row)[number]),
    ),
  };
}

/** Whether every figure equals the book's. */
export function allEqual(steps: readonly Step[]): boolean {
  return steps.every(({ figures }) => figures.every(({ figure, book }) => Object.is(figure, book)));
}

const COMPUTATION_WIDTH = 44;
const FIGURE_WIDTH = 19;

/** A heading for each step and a line for each of its figures. */
export function stepsPage(steps: readonly Step[], paint: Paint): string {
  let page = '';
  for (const { step, title, figures } of steps) {
    page += paint.heading(`${String(step).padStart(2)}  ${title}`) + '\n';
    for (const { computation, figure, book } of figures) {
      const verdict = Object.is(figure, book) ? '= book' : `book: ${cellText(book, undefined)}`;
      const left = `    ${computation.padEnd(COMPUTATION_WIDTH)}`;
      page += `${left}${cellText(figure, undefined).padEnd(FIGURE_WIDTH)} ${paint.muted(verdict)}\n`;
    }
  }
  return page;
}

/** The outcome in one sentence. */
export function stepsSummary(steps: readonly Step[]): string {
  const figures = steps.flatMap((step) => step.figures);
  const equal = figures.filter(({ figure, book }) => Object.is(figure, book)).length;
  if (equal === figures.length) return `all ${String(equal)} figures equal the book's`;
  return `${String(figures.length - equal)} of ${String(figures.length)} figures differ from the book's`;
}
