/** @file CSV and TSV, with the quoting of RFC 4180. */

import { formatNumber } from '../core/format-number';
import { type Block, type Cell, record, type Writer, type WriterFactory } from './format';

/** Numbers bare, text as it is, anything nested as a list of words. */
function cellText(cell: Cell): string {
  if (typeof cell === 'number') return formatNumber(cell);
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return Object.values(cell as readonly Cell[])
    .map(cellText)
    .join(' ');
}

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
      const rows = Array.from({ length: block.length }, (_, i) => record(block, i).map(cellText));
      return quoted(rows, delimiter);
    },
    close: () => '',
  });
}

export const csvWriter = delimitedWriter(',');
export const tsvWriter = delimitedWriter('\t');
