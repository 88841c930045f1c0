/** @file CSV and TSV, with the quoting of RFC 4180. */

import { formatNumber } from '../core/format-number';
import { type Block, cellText, record, type Writer, type WriterFactory } from './format';

function quoted(rows: readonly (readonly string[])[], delimiter: string): string {
  // Loaded here because numbers, which streams are made of, need no quotes.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { stringify } = require('csv-stringify/sync') as typeof import('csv-stringify/sync');
  return stringify([...rows], { delimiter });
}

function numberRows(block: Block, delimiter: string): string {
  const last = block.columns.length - 1;
  let text = '';
  for (let i = 0; i < block.length; i++) {
    for (let c = 0; c <= last; c++) {
      text += formatNumber(block.columns[c]?.[i] as number) + (c < last ? delimiter : '\n');
    }
  }
  return text;
}

function delimitedWriter(delimiter: string): WriterFactory {
  return (columns, { header }): Writer => ({
    open: () => (header ? `${columns.join(delimiter)}\n` : ''),
    rows(block) {
      if (block.columns.every((column) => column instanceof Float64Array)) {
        return numberRows(block, delimiter);
      }
      const rows = Array.from({ length: block.length }, (_, i) =>
        record(block, i).map((cell) => cellText(cell, formatNumber)),
      );
      return quoted(rows, delimiter);
    },
    close: () => '',
  });
}

export const csvWriter = delimitedWriter(',');
export const tsvWriter = delimitedWriter('\t');
