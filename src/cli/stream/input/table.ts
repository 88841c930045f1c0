/** @file The header of a table on input, and which of its columns the variables are. */

import { readNumber } from '../../../core/text/parse-number';
import { quote, quotedList } from '../../../core/text/quote';
import { didYouMean } from '../../../core/text/suggest';
import { UsageError } from '../../errors';
import type { TryRead } from '../../process/io';
import { cellsOf } from './csv-records';
import { decodedText } from './decoded-text';
import { type Carry, LineReader } from './line-reader';
import { encodingHint, jsonHint, leadingLineHint, separatorHint } from './other-formats';

/** How the records of a table are read, as plain data. */
export interface Table {
  readonly delimiter: ',' | '\t';
  readonly names: readonly string[];
  /** The place of each variable among them. */
  readonly places: readonly number[];
  /**
   * What rows begin with, if with anything: the bytes of the record, where the rows are in its format, or else all of its
   * cells.
   */
  readonly kept?: 'bytes' | 'cells' | undefined;
}

/** Lines with a number for each variable, separated by white space or a comma. */
export interface LineShape {
  readonly variables: readonly string[];
  /** The index of the variable of each number on a line. */
  readonly order: readonly number[];
}

export interface WantedColumn {
  readonly variable: string;
  /** Its name, or its number from 1 on. */
  readonly column: string;
}

/**
 * Reads the header of a table, if it has one, and leaves everything after it to be read.
 *
 * @param wanted for each variable its column
 * @returns the table, and how many lines its header takes
 * @throws UsageError if there is no such column, or no line
 */
export function readHeader(
  read: TryRead,
  carry: Carry,
  wanted: readonly WantedColumn[],
  delimiter: Table['delimiter'] | undefined,
): { table: Table; lines: number; hasHeader: boolean } {
  const either = new LineReader(read, 'either').first(carry);
  const chosen = delimiterIn(either?.bytes, delimiter);
  const reader = new LineReader(read, chosen);
  const first = reader.first(carry);
  if (first === undefined)
    throw new UsageError('the table is empty; its first line names the columns');
  const line = decodedText(first.bytes);
  const json = jsonHint(
    wanted.map(({ column }) => column),
    line,
  );
  if (first.fault !== undefined || line === '') {
    const why = first.fault ?? 'it is too long';
    throw new UsageError(`line 1 is no header: ${why}${json === undefined ? '' : `.${json}`}`);
  }
  const cells = cellsOf(line, chosen);
  requireLines(cells);
  const hint = json ?? leadingLineHint(line);
  const places = wanted.map((each) => indexOf(each, cells, hint));
  const hasHeader = wanted.some(
    ({ column }, k) =>
      !isIndex(column, cells) || Number.isNaN(readNumber(cells[places[k] as number] as string)),
  );
  const names = hasHeader ? cells : cells.map((_, i) => `column${String(i + 1)}`);
  if (hasHeader) reader.skipFirst(carry);
  return {
    table: { delimiter: chosen, names, places, kept: 'cells' },
    lines: hasHeader ? line.split('\n').length - 1 : 0,
    hasHeader,
  };
}

/** What separates cells: what the first record has of tabs and commas; of both or none, what the name of the file says. */
function delimiterIn(
  first: Buffer | undefined,
  named: Table['delimiter'] | undefined,
): Table['delimiter'] {
  const hasTab = first?.includes('\t') === true;
  const hasComma = first?.includes(',') === true;
  if (named !== undefined && hasTab === hasComma) return named;
  return hasTab ? '\t' : ',';
}

/** @throws UsageError where a line that ends in CR alone has been taken for a part of the header */
function requireLines(names: readonly string[]): void {
  // Between quotes it may be part of a name.
  if (!names.some((name) => name.includes('\r') && !name.includes('\n'))) return;
  throw new UsageError(
    "line 1 has a CR in it, and lines end with LF: tr '\\r' '\\n' < FILE > NEW_FILE",
  );
}

function isIndex(column: string, names: readonly string[]): boolean {
  const index = readNumber(column);
  return /^\d+$/.test(column) && index >= 1 && index <= names.length;
}

function indexOf(
  { variable, column }: WantedColumn,
  names: readonly string[],
  hint: string | undefined,
): number {
  if (isIndex(column, names)) return readNumber(column) - 1;
  const isThere = names.includes(column);
  // Blanks and quotes around a name count only where another column has the name without them.
  const known = isThere ? names : names.map(bareName);
  const index = known.indexOf(column);
  const isOwn = column === variable;
  if (index !== known.lastIndexOf(column)) {
    const example = isOwn ? `: --column ${variable}=${String(index + 1)}` : '';
    throw new UsageError(
      `--column: several columns are named ${quote(column)}; give its number${example}`,
    );
  }
  if (index >= 0) return index;
  const other = isOwn ? ` For another column: --column ${variable}=NAME, or its number.` : '';
  throw new UsageError(
    `--column: there is no column ${quote(column)}; there ${names.length === 1 ? 'is' : 'are'} ${quotedList(names)}.` +
      (hint ??
        separatorHint(names, column) ??
        encodingHint(column, names.join()) ??
        didYouMean(column, names) + other),
  );
}

/** Without the blanks around it, and quotes inside these. */
export function bareName(name: string): string {
  return name.trim().replace(/^"(.*)"$/, '$1');
}
