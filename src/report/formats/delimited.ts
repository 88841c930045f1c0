/** @file CSV and TSV, with the quoting of RFC 4180. */

import { escapeUnprintable } from '../../core/text/quote';
import {
  type Block,
  type Cell,
  cellText,
  type ColumnData,
  noWriter,
  numberTexts,
  type Writer,
  type WriterFactory,
} from './format';
import { encodedText, hasRawBytes } from './raw-bytes';
import type { TextBuffer } from './text-buffer';

const LINE_FEED = 10;

function quoted(names: readonly string[], delimiter: string): string {
  // Loaded here because numbers, which streams are made of, need no quotes.
  const { stringify } = require('csv-stringify/sync') as typeof import('csv-stringify/sync');
  return stringify([[...names]], { delimiter, eof: false });
}

/** Appends the bytes of the input table that the row begins with. */
function beginning({ before }: Block, i: number, delimiter: number, text: TextBuffer): void {
  if (before === undefined) return;
  text.encoded(before.bytes, before.starts[i], before.ends[i]);
  text.byte(delimiter);
}

/** A cell with its control characters escaped for a terminal, except tabs and line ends. */
function harmless(cell: string): string {
  return cell.replace(/[^\t\n]+/g, escapeUnprintable);
}

type TextWriter = (cell: string, text: TextBuffer) => void;

function textWriter(delimiter: string): TextWriter {
  /** The last text, as texts such as verdicts are often repeated. */
  let plain = '';
  return (cell, text) => {
    if (cell === plain) {
      text.text(cell);
      return;
    }
    const needsQuotes = /["\r\n]/.test(cell) || cell.includes(delimiter);
    const written = needsQuotes ? quoted([cell], delimiter) : cell;
    if (hasRawBytes(written)) text.encoded(encodedText(written));
    else text.text(written);
    if (!needsQuotes && !hasRawBytes(cell)) plain = cell;
  };
}

function delimitedWriter(delimiter: string): WriterFactory {
  const delimiterCode = delimiter.charCodeAt(0);
  return (names, options): Writer => {
    const { header, precision, isSeen = false } = options;
    const texts = numberTexts(names, options);
    const printable = (cell: string): string => (isSeen ? harmless(cell) : cell);
    const writeText = textWriter(delimiter);
    return {
      ...noWriter,
      open() {
        if (!header) return '';
        const isPlain = names.every((name) => /^\w+$/.test(name));
        return `${isPlain ? names.join(delimiter) : quoted(names.map(printable), delimiter)}\n`;
      },
      rows(block, text) {
        const { columns } = block;
        const last = columns.length - 1;
        const before = texts.length - columns.length;
        for (let i = 0; i < block.length; i++) {
          beginning(block, i, delimiterCode, text);
          for (let c = 0; c <= last; c++) {
            const column = columns[c] as ColumnData;
            const textOf = texts[before + c] as (value: number) => string;
            if (precision === undefined && column instanceof Float64Array) text.number(column, i);
            else writeText(printable(cellText(column[i] as Cell, textOf)), text);
            text.byte(c < last ? delimiterCode : LINE_FEED);
          }
        }
      },
    };
  };
}

export const csvWriter = delimitedWriter(',');
export const tsvWriter = delimitedWriter('\t');
