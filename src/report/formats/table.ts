/** @file The table format: records as aligned rows, written when the last record is known. */

import { formatNumber } from '../../core/text/format-number';
import { readNumber } from '../../core/text/parse-number';
import { escapeUnprintable } from '../../core/text/quote';
import { alignedRows } from './aligned-table';
import { VERDICT_ROLES } from '../check/verdicts';
import {
  type Cell,
  cellText,
  noWriter,
  numberTexts,
  type Writer,
  type WriterOptions,
} from './format';
import { exponentText, rough } from '../text/number-text';

/** A size with two digits for a sentence, without an exponent if it is easy to read so. */
export function fewDigits(value: number): string {
  const isPlain = value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6);
  return isPlain ? formatNumber(readNumber(rough(value))) : exponentText(2)(value);
}

/** Verdicts have their colours in the tables of all commands. */
const ROLES = { verdict: VERDICT_ROLES };

export function tableWriter(columns: readonly string[], options: WriterOptions): Writer {
  const { header, paint, below } = options;
  const rows: string[][] = [];
  const notes: string[] = [];
  const under = below === undefined ? -1 : columns.indexOf(below);
  const heads = columns.filter((_, i) => i !== under).map(escapeUnprintable);
  const texts = numberTexts(columns, options, true);
  return {
    ...noWriter,
    needsAll: true,
    rows(block) {
      for (let i = 0; i < block.length; i++) {
        const cells = block.columns.map((column, c) =>
          escapeUnprintable(cellText(column[i] as Cell, texts[c] as (value: number) => string)),
        );
        if (under >= 0) notes.push(...cells.splice(under, 1));
        rows.push(cells);
      }
    },
    close() {
      if (rows.length === 0) return '';
      const noted = under < 0 ? {} : { notes };
      return alignedRows({ columns: heads, header, rows, roles: ROLES, ...noted }, paint);
    },
  };
}
