/** @file The records of a CSV or TSV text. */

import { escapeUnprintable } from '../../core/quote';

/** The cells of a record, or why it is none. Lines are counted from 0. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly message: string };

/** The records of whole lines, in order. */
export function csvRecords(text: string, delimiter: string): CsvRecord[] {
  if (text.includes('"')) return quotedRecords(text, delimiter);
  const lines = text.split('\n');
  // What follows the last LF is no line.
  lines.pop();
  return lines.map((lineText, line) => ({
    line,
    cells: (lineText.endsWith('\r') ? lineText.slice(0, -1) : lineText).split(delimiter),
  }));
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function quotedRecords(text: string, delimiter: string): CsvRecord[] {
  // Loaded here because most tables have no quotes.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { parse } = require('csv-parse/sync') as typeof import('csv-parse/sync');
  const bad: CsvRecord[] = [];
  const parsed = parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
    skip_records_with_error: true,
    on_skip: (error) => {
      const message = error?.message ?? 'it cannot be read';
      bad.push({ line: lineOf(error) - 1, message: `not CSV: ${escapeUnprintable(message)}` });
      return undefined;
    },
  }) as unknown as Parsed[];
  let line = 0;
  const records: CsvRecord[] = parsed.map(({ record, info }) => {
    // info.lines is the line that the record ends on.
    const first = line;
    line = info.lines;
    return { line: first, cells: record };
  });
  if (bad.length === 0) return records;
  return [...records, ...bad].sort((a, b) => a.line - b.line);
}

function lineOf(error: unknown): number {
  const lines = (error as { lines?: unknown } | undefined)?.lines;
  return typeof lines === 'number' ? lines : 1;
}
