/**
 * @file The records of CSV and TSV (RFC 4180): where one ends, and what its cells are.
 *
 * A quote opens at the beginning of a cell only; elsewhere it is a character like others. Between
 * quotes a line feed is part of the cell. Both rules are here, as whoever cuts the input in chunks
 * and whoever reads the cells must agree on the ends of records.
 */

import { LONGEST_LINE } from './longest-line';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;
const COMMA = 44;
const TAB = 9;

/** With its line feed, and a CR before it, which do not count. */
export const LONGEST_RECORD = LONGEST_LINE + 2;

/** A comma, a tab, or either where it is not yet known. */
export type Delimiter = ',' | '\t' | 'either';

/**
 * The end of the record that begins at `start`, after its line feed; negative where that is no
 * record: text follows a closing quote, or it is too long. What is no record ends with its first
 * line. 0 where its end is not among the bytes.
 */
export function endOfRecord(
  bytes: Uint8Array,
  start: number,
  end: number,
  delimiter: Delimiter,
): number {
  const found = scanRecord(bytes, start, end, delimiter);
  const last = found === 0 ? end : Math.abs(found);
  return last - start <= LONGEST_RECORD ? found : -endOfLine(bytes, start, end);
}

/** The end of the line that begins at `start`; 0 where it is not among the bytes. */
export function endOfLine(bytes: Uint8Array, start: number, end: number): number {
  const lineFeed = bytes.indexOf(LINE_FEED, start);
  return lineFeed < 0 || lineFeed >= end ? 0 : lineFeed + 1;
}

function scanRecord(bytes: Uint8Array, start: number, end: number, delimiter: Delimiter): number {
  let isCellStart = true;
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === LINE_FEED) return i + 1;
    if (byte !== QUOTE || !isCellStart) {
      isCellStart = isDelimiter(byte, delimiter);
      continue;
    }
    i = closingQuote(bytes, i, end);
    if (i < 0) return 0;
    isCellStart = false;
    const next = bytes[i + 1] === CARRIAGE_RETURN ? i + 2 : i + 1;
    if (next >= end) return 0;
    if (bytes[next] === LINE_FEED || (next === i + 1 && isDelimiter(bytes[next], delimiter)))
      continue;
    return -endOfLine(bytes, next, end);
  }
  return 0;
}

/** The quote that closes the one at i, two in a row being a character of the cell; -1 if none does. */
function closingQuote(bytes: Uint8Array, i: number, end: number): number {
  for (let at = i + 1; ; at += 2) {
    at = bytes.indexOf(QUOTE, at);
    // The last byte may be the first of two quotes.
    if (at < 0 || at + 1 >= end) return -1;
    if (bytes[at + 1] !== QUOTE) return at;
  }
}

function isDelimiter(byte: number | undefined, delimiter: Delimiter): boolean {
  if (delimiter === ',') return byte === COMMA;
  if (delimiter === '\t') return byte === TAB;
  return byte === COMMA || byte === TAB;
}

/** The cells of records, each of which ends with a line feed. */
export function cellsOf(records: string, delimiter: string): readonly (readonly string[])[] {
  if (records.includes('"')) return quotedCells(records, delimiter);
  const lines = records.split('\n');
  // What follows the last LF is no line.
  lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line).split(delimiter));
}

function quotedCells(records: string, delimiter: string): string[][] {
  // Loaded here because most tables have no quotes.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { parse } = require('csv-parse/sync') as typeof import('csv-parse/sync');
  return parse(records, {
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
  });
}
