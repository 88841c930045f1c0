/** @file Aligns rows of text as a table, or prints each row as a block of lines if the terminal is too narrow. */

import type { Paint, Role } from './format';
import { joinedLines, padded, textWidth, wrapped } from '../text/paragraph';

interface AlignedRows {
  readonly columns: readonly string[];
  /** Whether the names are printed. */
  readonly header: boolean;
  readonly rows: readonly (readonly string[])[];
  /** A note below each row. */
  readonly notes?: readonly string[];
  /** The colour of a column, or of words in it. */
  readonly roles?: Readonly<Record<string, Role | Readonly<Record<string, Role>>>>;
}

/** The line below the heads, the line between columns, and their crossing. */
const RULE = '─';
const COLUMN_LINE = '│';
const CROSSING = '┼';

/** The names that cli-table3 has for the parts of a frame, which our tables do without. */
const FRAME =
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left right'.split(' ');

/** A blank on both sides of every cell. */
const PADDING = 2;

/** The indentation of a note below its row. */
const NOTE_INDENT = '    ';
/** Longer lines of prose are hard to read, however wide the terminal. */
const MOST_NOTE_WIDTH = 80;

/**
 * The rows as a table of the terminal's width. Long texts are broken between words; if that is not enough,
 * each row becomes a block of lines with a name and a value each.
 *
 * @param most the width; by default that of the terminal, or unlimited if there is none
 */
export function alignedRows(
  table: AlignedRows,
  paint: Paint,
  most = paint.width ?? Infinity,
): string {
  const longest = columnSizes(table, (cell) => Math.max(...cellLines(cell).map(textWidth)));
  const available = most + PADDING - longest.length * (PADDING + 1) + 1;
  const noteWidth = Math.min(MOST_NOTE_WIDTH, most);
  if (sum(longest) <= available) return drawn(table, longest, true, noteWidth, paint);
  const words = columnSizes(table, (cell) => Math.max(...cell.split(/[ \n]/).map(textWidth)));
  if (sum(words) > available) return blocks(table, most, paint);
  return drawn(table, narrowed(longest, words, available), false, noteWidth, paint);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

/** The largest size of the cells of each column. */
function columnSizes(
  { columns, header, rows }: AlignedRows,
  sizeOf: (cell: string) => number,
): number[] {
  return columns.map((name, i) =>
    rows.reduce((size, row) => Math.max(size, sizeOf(row[i] as string)), header ? sizeOf(name) : 0),
  );
}

/** Nearly every cell is one line. */
function cellLines(cell: string): readonly string[] {
  return cell.includes('\n') ? cell.split('\n') : [cell];
}

/** Narrows the widest column whose cells can be broken, until all columns fit. */
function narrowed(
  longest: readonly number[],
  words: readonly number[],
  available: number,
): number[] {
  const widths = [...longest];
  for (let total = sum(widths); total > available; total--) {
    const slack = widths.map((width, i) => (width > (words[i] as number) ? width : 0));
    const widest = slack.indexOf(Math.max(...slack));
    widths[widest] = (widths[widest] as number) - 1;
  }
  return widths;
}

/** @param isWhole whether every cell has room for its text, so that none is broken */
function drawn(
  table: AlignedRows,
  widths: readonly number[],
  isWhole: boolean,
  noteWidth: number,
  paint: Paint,
): string {
  const { columns, header, notes } = table;
  const lines = header
    ? [
        filledLine(
          columns.map((name) => paint.heading(name)),
          widths,
        ),
        rule(widths),
      ]
    : [];
  const brushes = columns.map((_, i) => brushOf(table, i, paint));
  const linesOfRow = isWhole ? filledLines : brokenLines;
  for (const [i, row] of table.rows.entries()) {
    const cells = row.map((cell, k) => (brushes[k] as Brush)(cell));
    lines.push(...linesOfRow(cells, widths), ...noteLines(notes?.[i], noteWidth, NOTE_INDENT));
  }
  return joinedLines(lines);
}

function noteLines(note: string | undefined, width: number, indent: string): string[] {
  if (note === undefined || note === '') return [];
  return wrapped(note, width - indent.length).map((line) => `${indent}${line}`);
}

/** Colours a text, which is the whole cell or, with a second argument, a part of that cell. */
type Brush = (text: string, cell?: string) => string;

/** The colours of a column: the same for all cells, or by their text. */
function brushOf({ columns, roles = {} }: AlignedRows, column: number, paint: Paint): Brush {
  const all = roles[columns[column] as string] ?? 'plain';
  if (typeof all !== 'object') return (text) => paint[all](text);
  return (text, cell = text) => paint[all[cell] ?? 'plain'](text);
}

/** A line of cells with a blank on both sides of each, except at the ends of the line. */
function filledLine(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, i) => padded(cell, widths[i] as number)).join(` ${COLUMN_LINE} `);
}

/** The lines of a row whose cells fit, although some have several lines. */
function filledLines(row: readonly string[], widths: readonly number[]): string[] {
  if (!row.some((cell) => cell.includes('\n'))) return [filledLine(row, widths)];
  const cells = row.map(cellLines);
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    filledLine(
      cells.map((cell) => cell[line] ?? ''),
      widths,
    ),
  );
}

function rule(widths: readonly number[]): string {
  const line = RULE.repeat(PADDING / 2);
  return widths.map((width) => RULE.repeat(width)).join(`${line}${CROSSING}${line}`);
}

/**
 * The lines of a row whose cells are broken between words, colours and all.
 *
 * cli-table3 does no more than that: it takes 0.35 ms for a row, where `filledLines` takes 0.01, and 1.4 ms for each of
 * 16,000 rows at once. So it gets one row at a time, and is loaded only where a table is too wide.
 */
function brokenLines(row: readonly string[], widths: readonly number[]): string[] {
  const Table = require('cli-table3') as typeof import('cli-table3');
  const table = new Table({
    chars: { ...Object.fromEntries(FRAME.map((name) => [name, ''])), middle: COLUMN_LINE },
    style: { head: [], border: [], compact: true },
    colWidths: widths.map((width) => width + PADDING),
    wordWrap: true,
  });
  table.push([...row]);
  return table
    .toString()
    .split('\n')
    .map((line) => line.slice(PADDING / 2));
}

/** The least width for values beside their names. */
const LEAST_ROOM = 16;

/** Each row as a block of lines with the name and the cell of each column, without empty cells. */
function blocks(table: AlignedRows, most: number, paint: Paint): string {
  const { columns, header, rows, notes } = table;
  const names = header ? Math.max(...columns.map(textWidth)) : 0;
  const besides = most - names - PADDING;
  const indent = header && besides >= LEAST_ROOM ? names + PADDING : PADDING;
  const texts = rows.map((row, i) => {
    const cells = row.map((cell) =>
      cellLines(cell).flatMap((line) => wrapped(line, most - indent)),
    );
    const lines = cells.flatMap((broken, k) => {
      if (row[k] === '') return [];
      const name = columns[k] as string;
      const brush = brushOf(table, k, paint);
      const values = broken.map((line) => `${' '.repeat(indent)}${brush(line, row[k])}`);
      if (!header) return values.map((line, at) => (k === 0 && at === 0 ? line.trimStart() : line));
      if (name === '') return values.map((line) => line.trimStart());
      const head = paint.heading(name);
      if (indent === PADDING) return [head, ...values];
      return [`${head}${(values[0] as string).slice(textWidth(name))}`, ...values.slice(1)];
    });
    return joinedLines([...lines, ...noteLines(notes?.[i], most, ' '.repeat(PADDING))]);
  });
  return texts.join('\n');
}
