/** @file The replayed steps of the book: as records, and as a page for people. */

import { isEqual, type Step, type StepFigure } from '../lesson/steps';
import { formatNumber } from '../core/format-number';
import { type Block, cellText, type Paint } from './format';

export const STEP_COLUMNS = ['step', 'title', 'computation', 'figure', 'book', 'equal'] as const;

/** One record for each figure of each step. */
export function stepsBlock(steps: readonly Step[]): Block {
  const rows = steps.flatMap(({ step, title, figures }) =>
    figures.map((line) => {
      const { computation, figure, book } = line;
      return [step, title, computation, figure, book, isEqual(line)] as const;
    }),
  );
  return {
    length: rows.length,
    columns: STEP_COLUMNS.map((_, column) =>
      rows.map((row) => row[column] as (typeof row)[number]),
    ),
  };
}

const COMPUTATION_WIDTH = 44;
const FIGURE_WIDTH = 19;

/** A heading for each step and a line for each of its figures. */
export function stepsPage(steps: readonly Step[], paint: Paint): string {
  let page = '';
  for (const { step, title, figures } of steps) {
    page += paint.heading(`${String(step).padStart(2)}  ${title}`) + '\n';
    for (const line of figures) {
      const text = `    ${line.computation.padEnd(COMPUTATION_WIDTH)}${cellText(line.figure, formatNumber)}`;
      page += withVerdict(text, line, paint) + '\n';
    }
  }
  return page;
}

function withVerdict(text: string, line: StepFigure, paint: Paint): string {
  const equal = isEqual(line);
  if (equal === null) return text;
  const verdict = equal ? '= book' : `book: ${cellText(line.book, formatNumber)}`;
  return `${text.padEnd(4 + COMPUTATION_WIDTH + FIGURE_WIDTH)} ${paint.muted(verdict)}`;
}

/** The outcome in one sentence. */
export function stepsSummary(steps: readonly Step[]): string {
  const verdicts = steps
    .flatMap((step) => step.figures)
    .map(isEqual)
    .filter((equal) => equal !== null);
  const different = verdicts.filter((equal) => !equal).length;
  if (different > 0) {
    return `${String(different)} of ${String(verdicts.length)} figures differ from the book's`;
  }
  if (verdicts.length === 1) return "the figure equals the book's";
  return `all ${String(verdicts.length)} figures equal the book's`;
}
