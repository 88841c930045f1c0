/** @file CSV and TSV, with the quoting of RFC 4180. */

import {
  type Block,
  type Cell,
  cellText,
  type ColumnData,
  type Writer,
  type WriterFactory,
} from './format';
import { numberText } from '../text/number-text';
import { encodedText, hasRawBytes } from './raw-bytes';
import type { TextBuffer } from './text-buffer';

const LINE_FEED = 10;

function quoted(names: readonly string[], delimiter: string): string {
  // Loaded here because numbers, which streams are made of, need no quotes.
  // oxlint-disable-next-line typescript/no-require-imports
  const { stringify } = require('csv-stringify/sync') as typeof import('csv-stringify/sync');
  return stringify([[...names]], { delimiter, eof: false });
}

/** What the row begins with, as it came. */
function beginning({ before }: Block, i: number, delimiter: number, text: TextBuffer): void {
  if (before === undefined) return;
  text.part(before.bytes, before.starts[i] as number, before.ends[i] as number);
  text.byte(delimiter);
}

/** Appends one cell that is a text. */
type TextWriter = (cell: string, text: TextBuffer) => void;

function textWriter(delimiter: string): TextWriter {
  /** The text that came last, of which words such as verdicts are many times the same. */
  let plain = '';
  return (cell, text) => {
    if (cell === plain) {
      text.text(cell);
      return;
    }
    const needsQuotes = /["\r\n]/.test(cell) || cell.includes(delimiter);
    const written = needsQuotes ? quoted([cell], delimiter) : cell;
    if (hasRawBytes(written)) text.ascii(encodedText(written));
    else text.text(written);
    if (!needsQuotes && !hasRawBytes(cell)) plain = cell;
  };
}

function delimitedWriter(delimiter: string): WriterFactory {
  const delimiterCode = delimiter.charCodeAt(0);
  return (names, { header, precision }): Writer => {
    const textOf = numberText(precision);
    const writeText = textWriter(delimiter);
    return {
      open() {
        if (!header) return '';
        const isPlain = names.every((name) => /^\w+$/.test(name));
        return `${isPlain ? names.join(delimiter) : quoted(names, delimiter)}\n`;
      },
      separator: '',
      rows(block, text) {
        const { columns } = block;
        const last = columns.length - 1;
        for (let i = 0; i < block.length; i++) {
          beginning(block, i, delimiterCode, text);
          for (let c = 0; c <= last; c++) {
            const column = columns[c] as ColumnData;
            if (precision === undefined && column instanceof Float64Array) text.number(column, i);
            else writeText(cellText(column[i] as Cell, textOf), text);
            text.byte(c < last ? delimiterCode : LINE_FEED);
          }
        }
      },
      close: () => '',
    };
  };
}

export const csvWriter = delimitedWriter(',');
export const tsvWriter = delimitedWriter('\t');
