/** @file The header of a table on input, and which of its columns is x. */

import { readNumber } from '../../core/parse-number';
import { quote } from '../../core/quote';
import { didYouMean } from '../../core/suggest';
import { UsageError } from '../errors';
import type { Carry, LineReader } from './line-reader';
import { cellsOf, endOfRecord } from './csv-records';

/** How the records of a table are read, as plain data. */
export interface Table {
  readonly delimiter: ',' | '\t';
  /** The names of its columns. */
  readonly names: readonly string[];
  /** The place of x among them. */
  readonly x: number;
  /** Whether rows begin with the cells of the table. */
  readonly isKept: boolean;
}

/**
 * Reads the header of a table, if it has one, and leaves everything after it to be read.
 *
 * @param column the name of the column of x, or its number from 1 on
 * @returns the table, and how many lines its header takes; undefined for a table without a line
 * @throws UsageError if there is no such column
 */
export function readHeader(
  reader: LineReader,
  carry: Carry,
  column: string,
  delimiter: Table['delimiter'] | undefined,
): { table: Table; lines: number; hasHeader: boolean } | undefined {
  const chunk = reader.next(carry);
  if (chunk === undefined || chunk === 'later') return undefined;
  const { bytes, start, end, longLine } = chunk;
  if (longLine !== undefined && start === end)
    throw new UsageError('line 1 is too long for a header');
  const lineEnd = reader.endOfFirstLine(chunk);
  const line = Buffer.from(bytes.subarray(start, lineEnd)).toString();
  const chosen = delimiter ?? (line.includes('\t') ? '\t' : ',');
  if (endOfRecord(bytes, start, end, chosen) <= 0) {
    throw new UsageError('line 1 is no header: a quote in it is not closed, or text follows one');
  }
  const [cells = []] = cellsOf(line, chosen);
  const x = indexOf(column, cells);
  const hasHeader = !isIndex(column, cells) || Number.isNaN(readNumber(cells[x] ?? ''));
  const names = hasHeader ? cells : cells.map((_, i) => `column${String(i + 1)}`);
  reader.putBack(carry, chunk, hasHeader ? lineEnd : start);
  return {
    table: { delimiter: chosen, names, x, isKept: true },
    lines: hasHeader ? line.split('\n').length - 1 : 0,
    hasHeader,
  };
}

function isIndex(column: string, names: readonly string[]): boolean {
  const index = readNumber(column);
  return /^\d+$/.test(column) && index >= 1 && index <= names.length;
}

function indexOf(column: string, names: readonly string[]): number {
  if (isIndex(column, names)) return readNumber(column) - 1;
  const index = names.indexOf(column);
  if (index !== names.lastIndexOf(column)) {
    throw new UsageError(`--column: several columns are named ${quote(column)}; give its number`);
  }
  if (index >= 0) return index;
  throw new UsageError(
    `--column: there is no column ${quote(column)}; there are ${names.map((name) => quote(name)).join(', ')}.` +
      didYouMean(column, names),
  );
}

/** The names of the columns of rows: those of the table come first, and one that is taken gets a number. */
export function rowNames(
  columns: readonly string[],
  table: Table | undefined,
  variable: string,
): readonly string[] {
  const taken = table?.isKept === true ? table.names : [];
  const free = columns.map((column) => {
    const named = nameOf(column, variable);
    let name = named;
    for (let i = 2; taken.includes(name); i++) name = `${named}_${String(i)}`;
    return name;
  });
  return [...taken, ...free];
}

/** The point is called as the variable is, and where that is y, the value is called value. */
function nameOf(column: string, variable: string): string {
  if (column === 'x') return variable;
  return column === 'y' && variable === 'y' ? 'value' : column;
}
