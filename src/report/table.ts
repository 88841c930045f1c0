/** @file A table for people: records in rows, aligned. It is written when the last record is known. */

import { formatNumber } from '../core/format-number';
import { readNumber } from '../core/parse-number';
import { escapeUnprintable } from '../core/quote';
import { exponentText, numberText } from './number-text';
import { wrapped } from './paragraph';
import { cellText, type Paint, record, type Writer, type WriterOptions } from './format';

/** No outer border and no line between rows: figures, a rule under the heads, and thin columns. */
const LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
  mid: '─',
  'mid-mid': '┼',
  middle: '│',
};

/** Two digits, for a size in a sentence, without an exponent where they are easily read so. */
export function fewDigits(value: number): string {
  const isPlain = value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6);
  return isPlain ? formatNumber(readNumber(numberText(2)(value))) : exponentText(2)(value);
}

/**
 * Rows of text as an aligned table; without heads there is no rule either.
 *
 * @param most the width that the lines keep, by breaking long texts between words; none by default
 */
export function alignedTable(
  heads: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  paint: Paint,
  most = Infinity,
): string {
  // Loaded here because only tables need it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const Table = require('cli-table3') as typeof import('cli-table3');
  const colWidths = columnWidths(heads === undefined ? rows : [heads, ...rows], most);
  const drawn = most === Infinity ? MOST_DRAWN_ROWS : rows.length;
  const table = new Table({
    head: heads?.map((head) => paint.heading(head)) ?? [],
    chars: LINES,
    style: { head: [], border: [], compact: true },
    colWidths,
    wordWrap: true,
  });
  for (const row of rows.slice(0, drawn)) table.push([...row]);
  const lines = table.toString().split('\n');
  for (const row of rows.slice(drawn)) {
    lines.push(row.map((cell, i) => ` ${cell}`.padEnd(colWidths[i] ?? 0)).join(LINES.middle));
  }
  return lines.map((line) => `${withoutOuterPadding(line)}\n`).join('');
}

/** cli-table3 takes 0.2 ms for a row, and more for each the more there are; the rest need no wrapping. */
const MOST_DRAWN_ROWS = 64;

const PADDING = 2;

/** The widths of the columns with their padding, the widest made narrower until all fit. */
function columnWidths(rows: readonly (readonly string[])[], most: number): number[] {
  const longest = (lengthOf: (cell: string) => number): number[] =>
    (rows[0] ?? []).map((_, i) =>
      rows.reduce((length, row) => Math.max(length, lengthOf(row[i] ?? '')), 0),
    );
  const widths = longest((cell) => cell.length);
  if (most === Infinity) return widths.map((width) => width + PADDING);
  const words = longest((cell) => Math.max(...cell.split(' ').map((word) => word.length)));
  const available = most + PADDING - widths.length * (PADDING + 1) + 1;
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  while (sum(widths) > available) {
    const slack = widths.map((width, i) => (width > (words[i] ?? 0) ? width : 0));
    const widest = slack.indexOf(Math.max(...slack));
    if (slack[widest] === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths.map((width) => width + PADDING);
}

/** Every cell has a blank on both sides; at the ends of a line they would only cost width. */
function withoutOuterPadding(line: string): string {
  return line.startsWith(LINES.mid) ? line.slice(1, -1) : line.slice(1).trimEnd();
}

export function tableWriter(
  columns: readonly string[],
  { header, precision, paint, below, roles = {} }: WriterOptions,
): Writer {
  const rows: string[][] = [];
  const notes: string[] = [];
  const under = below === undefined ? -1 : columns.indexOf(below);
  const heads = columns.filter((_, i) => i !== under).map(escapeUnprintable);
  const textOf = numberText(precision);
  return {
    open: () => '',
    separator: '',
    rows(block) {
      for (let i = 0; i < block.length; i++) {
        const cells = record(block, i).map((cell) => escapeUnprintable(cellText(cell, textOf)));
        if (under >= 0) notes.push(...cells.splice(under, 1));
        rows.push(cells);
      }
    },
    close() {
      if (rows.length === 0) return '';
      const table = alignedTable(header ? heads : undefined, rows, paint);
      return withNotes(table, header ? HEAD_LINES : 0, notes, (line, i) => {
        const word = rows[i]?.at(-1) ?? '';
        const role = roles[word];
        if (role === undefined || !line.endsWith(word)) return line;
        return line.slice(0, line.length - word.length) + paint[role](word);
      });
    },
  };
}

/** An aligned table, each row followed by what is to be said of it, in lines of at most 80 characters. */
export function tableWithNotes(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  notes: readonly string[],
  paint: Paint,
): string {
  return withNotes(alignedTable(heads, rows, paint), HEAD_LINES, notes, (line) => line);
}

/** The heads and the rule beneath them. */
const HEAD_LINES = 2;

/** How far a note stands under its row from the left. */
const NOTE_INDENT = '    ';
const MOST_WIDTH = 80;

/** The lines of a table, each row followed by what is to be said of it. */
function withNotes(
  table: string,
  headLines: number,
  notes: readonly string[],
  painted: (line: string, row: number) => string,
): string {
  const lines = table.split('\n').slice(0, -1);
  const rows = lines.slice(headLines).flatMap((line, i) => {
    const note = notes[i] ?? '';
    const under = note === '' ? [] : wrapped(note, MOST_WIDTH - NOTE_INDENT.length);
    return [painted(line, i), ...under.map((text) => `${NOTE_INDENT}${text}`)];
  });
  return [...lines.slice(0, headLines), ...rows].map((line) => `${line}\n`).join('');
}
