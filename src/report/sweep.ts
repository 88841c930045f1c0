/** @file Prints a sweep, the numerical derivative for many steps: as records, and as a page. */

import { formatNumber } from '../core/text/format-number';
import type { Sweep, SweepRow } from '../core/differentiate/sweep';
import { type CellsByName, cellText, type Paint } from './formats/format';
import { alignedRows } from './formats/aligned-table';
import { besides, pageHeading, type Subject } from './text/heading';
import { explanation } from './text/paragraph';
import { exponentText, numberText } from './text/number-text';
import { sweepRemarks } from './sweep-remarks';

/** Without best and bound, which are the same in every row. */
export const DEFAULT_SWEEP_COLUMNS = ['eps', 'numerical', 'error', 'regime', 'mark'] as const;
export const SWEEP_COLUMNS = [...DEFAULT_SWEEP_COLUMNS, 'best', 'bound'] as const;
type SweepColumn = (typeof SWEEP_COLUMNS)[number];

export function sweepRecords({ rows, best }: Sweep): CellsByName<SweepColumn>[] {
  return rows.map((row) => {
    const { eps, numerical, error, regime } = row;
    return {
      eps,
      numerical,
      error,
      regime,
      mark: markOf(row),
      best: best.value,
      bound: best.bound,
    };
  });
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
  const rows = sweepRecords(sweep).map((record) =>
    columns.map((name) => cellText(record[name], texts[name] ?? figure)),
  );
  const at = `${sweep.variable} = ${formatNumber(sweep.x)}${besides(options)}`;
  return [
    pageHeading(options, at, paint, `, ${sweep.method} difference`),
    alignedRows({ columns, header, rows }, paint),
    ...sweepRemarks(sweep).map((text) => explanation([text], paint)),
  ].join('\n');
}
