/** @file The header of a table on input, and which of its columns the variables are. */

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
  /** The place of each variable among them. */
  readonly places: readonly number[];
  /** Whether rows begin with the cells of the table. */
  readonly isKept: boolean;
  /** Whether the rows are in the format of the table, so that what they begin with is copied. */
  readonly isSameFormat: boolean;
}

/** A column that is looked for. */
export interface WantedColumn {
  readonly variable: string;
  /** Its name, or its number from 1 on. */
  readonly column: string;
}

/**
 * Reads the header of a table, if it has one, and leaves everything after it to be read.
 *
 * @param wanted for each variable its column
 * @returns the table, and how many lines its header takes; undefined for a table without a line
 * @throws UsageError if there is no such column
 */
export function readHeader(
  reader: LineReader,
  carry: Carry,
  wanted: readonly WantedColumn[],
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
  const places = wanted.map((each) => indexOf(each, cells));
  const hasHeader = wanted.some(
    ({ column }, k) =>
      !isIndex(column, cells) || Number.isNaN(readNumber(cells[places[k] ?? 0] ?? '')),
  );
  const names = hasHeader ? cells : cells.map((_, i) => `column${String(i + 1)}`);
  reader.putBack(carry, chunk, hasHeader ? lineEnd : start);
  return {
    table: { delimiter: chosen, names, places, isKept: true, isSameFormat: false },
    lines: hasHeader ? line.split('\n').length - 1 : 0,
    hasHeader,
  };
}

function isIndex(column: string, names: readonly string[]): boolean {
  const index = readNumber(column);
  return /^\d+$/.test(column) && index >= 1 && index <= names.length;
}

function indexOf({ variable, column }: WantedColumn, names: readonly string[]): number {
  if (isIndex(column, names)) return readNumber(column) - 1;
  const index = names.indexOf(column);
  const isOwn = column === variable;
  if (index !== names.lastIndexOf(column)) {
    const example = isOwn ? `: --column ${variable}=${String(index + 1)}` : '';
    throw new UsageError(
      `--column: several columns are named ${quote(column)}; give its number${example}`,
    );
  }
  if (index >= 0) return index;
  const other = isOwn ? ` For another column: --column ${variable}=NAME, or its number.` : '';
  throw new UsageError(
    `--column: there is no column ${quote(column)}; there are ${names.map((name) => quote(name)).join(', ')}.` +
      didYouMean(column, names) +
      other,
  );
}

/** The names of the columns of rows: those of the table come first, and one that is taken gets a number. */
export function rowNames(columns: readonly string[], table: Table | undefined): readonly string[] {
  const taken = table?.isKept === true ? table.names : [];
  const free = columns.map((named) => {
    let name = named;
    for (let i = 2; taken.includes(name); i++) name = `${named}_${String(i)}`;
    return name;
  });
  return [...taken, ...free];
}
