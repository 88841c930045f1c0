/** @file JSON Lines: one object a line. */

import { formatNumber } from '../core/format-number';
import type { Block, Cell, Writer } from './format';

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

/** The text of one record, for these columns. */
export function recordText(columns: readonly string[]): (block: Block, index: number) => string {
  const keys = columns.map((name, i) => `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return (block, index) => {
    let text = '';
    for (const [i, key] of keys.entries()) {
      text += key + jsonText(block.columns[i]?.[index] as Cell);
    }
    return `${text}}`;
  };
}

export function jsonlWriter(columns: readonly string[]): Writer {
  const textOf = recordText(columns);
  return {
    open: () => '',
    rows(block) {
      let text = '';
      for (let i = 0; i < block.length; i++) text += `${textOf(block, i)}\n`;
      return text;
    },
    close: () => '',
  };
}
