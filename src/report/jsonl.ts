/** @file JSON Lines: one object a line. */

import { formatNumber } from '../core/format-number';
import type { Block, Cell, ColumnData, Writer } from './format';
import type { TextBuffer } from './text-buffer';

/** JSON text; NaN and the infinities, which JSON lacks, as strings; the sign of zero kept. */
function jsonText(cell: Cell): string {
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? formatNumber(cell) : `"${String(cell)}"`;
  }
  if (Array.isArray(cell)) return `[${cell.map(jsonText).join(',')}]`;
  if (typeof cell === 'object' && cell !== null) {
    const fields = Object.entries(cell as { readonly [key: string]: Cell });
    return `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${jsonText(value)}`).join(',')}}`;
  }
  return JSON.stringify(cell);
}

/** A name that an object has already gets a number. */
function distinct(names: readonly string[]): string[] {
  const found: string[] = [];
  for (const name of names) {
    let free = name;
    for (let i = 2; found.includes(free); i++) free = `${name}_${String(i)}`;
    found.push(free);
  }
  return found;
}

/**
 * Appends the records of a block as objects with these keys.
 *
 * @param before what comes before each record
 * @param after what comes after each
 */
export function recordRows(
  names: readonly string[],
  before: string,
  after: string,
): (block: Block, text: TextBuffer) => void {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const keys = distinct(names).map((name, i) =>
    encode(`${i === 0 ? `${before}{` : ','}${JSON.stringify(name)}:`),
  );
  const end = encode(`}${after}`);
  return ({ length, columns }, text) => {
    for (let i = 0; i < length; i++) {
      for (let c = 0; c < keys.length; c++) {
        text.ascii(keys[c] as Uint8Array);
        const column = columns[c] as ColumnData;
        if (column instanceof Float64Array && Number.isFinite(column[i])) text.number(column, i);
        else text.text(jsonText(column[i] as Cell));
      }
      text.ascii(end);
    }
  };
}

export function jsonlWriter(columns: readonly string[]): Writer {
  return {
    open: () => '',
    separator: '',
    rows: recordRows(columns, '', '\n'),
    close: () => '',
  };
}
