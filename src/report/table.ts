/** @file A table for people: records in rows, aligned, and the texts of their numbers. */

import { formatNumber } from '../core/format-number';
import { readNumber } from '../core/parse-number';
import { alignedRows } from './aligned-table';
import { cellText, record, VERDICT_ROLES, type Writer, type WriterOptions } from './format';

/** The number with so many significant digits, trailing zeros left out. */
function rounded(value: number, significantDigits: number): string {
  if (!Number.isFinite(value) || value === 0) return formatNumber(value);
  return trimmed(value.toPrecision(significantDigits));
}

/** Without the zeros at the end of the digits. */
function trimmed(text: string): string {
  const [digits = '', exponent] = text.split('e');
  const mantissa = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return exponent === undefined ? mantissa : `${mantissa}e${exponent}`;
}

/** The text of numbers in a table: all digits, which Infinity says too, or so many significant ones. */
export function numberText(precision: number | undefined): (value: number) => string {
  if (precision === undefined || precision === Infinity) return formatNumber;
  return (value) => rounded(value, precision);
}

/** As `numberText`, always with an exponent, so that sizes are compared at a glance: 8.79e-8. */
export function exponentText(precision: number | undefined): (value: number) => string {
  return (value) => {
    if (!Number.isFinite(value) || value === 0) return formatNumber(value);
    const isWhole = precision === undefined || precision === Infinity;
    return value.toExponential(isWhole ? undefined : precision - 1);
  };
}

/** Two digits, for a size in a sentence, without an exponent where they are easily read so. */
export function fewDigits(value: number): string {
  const isPlain = value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6);
  return isPlain ? formatNumber(readNumber(numberText(2)(value))) : exponentText(2)(value);
}

/** Whatever the command, a verdict has its colour. */
const ROLES = { verdict: VERDICT_ROLES };

export function tableWriter(
  columns: readonly string[],
  { header, precision, paint, below }: WriterOptions,
): Writer {
  const rows: string[][] = [];
  const notes: string[] = [];
  const under = below === undefined ? -1 : columns.indexOf(below);
  const heads = columns.filter((_, i) => i !== under);
  const textOf = numberText(precision);
  return {
    open: () => '',
    separator: '',
    rows(block) {
      for (let i = 0; i < block.length; i++) {
        const cells = record(block, i).map((cell) => cellText(cell, textOf));
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
