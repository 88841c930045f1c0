/** @file CSV and TSV, with the quoting of RFC 4180. */

import { type Block, numberTexts, recordTexts, type Writer, type WriterFactory } from './format';
import { escapeUnprintable } from '../../core/text/quote';
import { encodedText, hasRawBytes } from './raw-bytes';
import type { TextBuffer } from './text-buffer';

const LINE_FEED = 10;

function quoted(rows: readonly (readonly string[])[], delimiter: string): string {
  // Loaded here because numbers, which streams are made of, need no quotes.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { stringify } = require('csv-stringify/sync') as typeof import('csv-stringify/sync');
  return stringify([...rows], { delimiter });
}

/** What the row begins with, as it came. */
function beginning({ before }: Block, i: number, delimiter: number, text: TextBuffer): void {
  if (before === undefined) return;
  text.part(before.bytes, before.starts[i] as number, before.ends[i] as number);
  text.byte(delimiter);
}

/** The cells of a file for a terminal; tabs and line ends are part of how they are read. */
function harmless(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.replace(/[^\t\n]+/g, escapeUnprintable));
}

function numberRows(
  columns: readonly Float64Array[],
  block: Block,
  delimiter: number,
  text: TextBuffer,
): void {
  const last = columns.length - 1;
  for (let i = 0; i < block.length; i++) {
    beginning(block, i, delimiter, text);
    for (let c = 0; c <= last; c++) {
      text.number(columns[c] as Float64Array, i);
      text.byte(c < last ? delimiter : LINE_FEED);
    }
  }
}

function isNumeric(columns: Block['columns']): columns is readonly Float64Array[] {
  return columns.every((column) => column instanceof Float64Array);
}

function delimitedWriter(delimiter: string): WriterFactory {
  const delimiterCode = delimiter.charCodeAt(0);
  const line = (cells: readonly string[]): string => {
    const needsQuotes = cells.some((cell) => /["\r\n]/.test(cell) || cell.includes(delimiter));
    return needsQuotes ? quoted([cells], delimiter) : `${cells.join(delimiter)}\n`;
  };
  return (names, options): Writer => {
    const { header, precision, isSeen = false } = options;
    const texts = numberTexts(names, options);
    const shown = isSeen ? harmless : (cells: readonly string[]) => cells;
    return {
      open() {
        if (!header) return '';
        const isPlain = names.every((name) => /^\w+$/.test(name));
        return isPlain ? `${names.join(delimiter)}\n` : quoted([shown(names)], delimiter);
      },
      separator: '',
      rows(block, text) {
        const { length, columns } = block;
        if (precision === undefined && isNumeric(columns)) {
          numberRows(columns, block, delimiterCode, text);
          return;
        }
        for (let i = 0; i < length; i++) {
          beginning(block, i, delimiterCode, text);
          const row = line(shown(recordTexts(block, i, texts)));
          if (hasRawBytes(row)) text.ascii(encodedText(row));
          else text.text(row);
        }
      },
      close: () => '',
    };
  };
}

export const csvWriter = delimitedWriter(',');
export const tsvWriter = delimitedWriter('\t');
