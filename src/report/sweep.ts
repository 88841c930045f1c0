/** @file Prints a sweep, the numerical derivative for many steps: as records, and as a page. */

import { formatNumber } from '../core/text/format-number';
import type { Sweep, SweepRow } from '../core/differentiate/sweep';
import { type Block, type Cell, cellText, type ColumnData, type Paint } from './formats/format';
import { alignedTable } from './formats/aligned-table';
import { besides, pageHeading, type Subject } from './text/heading';
import { explanation } from './text/paragraph';
import { sweepRemarks } from './sweep-remarks';
import { exponentText, numberText } from './text/number-text';

export const SWEEP_COLUMNS = [
  'eps',
  'numerical',
  'error',
  'regime',
  'mark',
  'best',
  'bound',
] as const;
type SweepColumn = (typeof SWEEP_COLUMNS)[number];

/** The default columns, without best and bound, which are the same in every row. */
export const DEFAULT_SWEEP_COLUMNS: readonly SweepColumn[] = SWEEP_COLUMNS.slice(0, 5);

/** One record for each step. */
export function sweepBlock(sweep: Sweep, columns: readonly SweepColumn[]): Block {
  const { rows, best } = sweep;
  const numbers = (numberOf: (row: SweepRow) => number): Float64Array =>
    Float64Array.from(rows, numberOf);
  const makers: Record<SweepColumn, () => ColumnData> = {
    eps: () => numbers(({ eps }) => eps),
    numerical: () => numbers(({ numerical }) => numerical),
    error: () => numbers(({ error }) => error),
    regime: () => rows.map(({ regime }) => regime),
    mark: () => rows.map(markOf),
    best: () => numbers(() => best.value),
    bound: () => numbers(() => best.bound),
  };
  return { length: rows.length, columns: columns.map((name) => makers[name]()) };
}

/** "best", "default" or "best default"; null on other rows. */
function markOf({ isBest, isDefault }: SweepRow): string | null {
  const marks = [...(isBest ? ['best'] : []), ...(isDefault ? ['default'] : [])];
  return marks.length === 0 ? null : marks.join(' ');
}

interface SweepPageOptions extends Subject {
  readonly columns: readonly SweepColumn[];
  readonly header: boolean;
  /** Significant digits; by default all, but three for errors, where more are meaningless. */
  readonly precision?: number | undefined;
}

const ERROR_DIGITS = 3;

/** The rows as a table, with the remarks on their errors below. */
export function sweepPage(sweep: Sweep, options: SweepPageOptions, paint: Paint): string {
  const { columns, header, precision } = options;
  const figure = numberText(precision);
  const size = exponentText(precision ?? ERROR_DIGITS);
  const step = exponentText(undefined);
  const texts: Partial<Record<SweepColumn, (value: number) => string>> = {
    eps: step,
    numerical: figure,
    error: size,
    best: figure,
    bound: size,
  };
  const block = sweepBlock(sweep, columns);
  const rows = sweep.rows.map((_, i) =>
    columns.map((name, c) => {
      const cell = block.columns[c]?.[i] as Cell;
      return cellText(cell, texts[name] ?? figure);
    }),
  );
  const at = `${sweep.variable} = ${formatNumber(sweep.x)}${besides(options)}`;
  return [
    pageHeading(options, at, paint, `, ${sweep.method} difference`),
    alignedTable(header ? columns : undefined, rows, paint),
    ...sweepRemarks(sweep).map((text) => explanation([text], paint)),
  ].join('\n');
}
