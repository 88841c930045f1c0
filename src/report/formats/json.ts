/** @file JSON, as an array with one object on each line, and JSON Lines. */

import { readNumber } from '../../core/text/parse-number';
import {
  distinctNames,
  type Block,
  type Cell,
  type ColumnData,
  noWriter,
  numberTexts,
  type Writer,
  type WriterOptions,
} from './format';
import { EACH_RAW_BYTE } from './raw-bytes';
import type { TextBuffer } from './text-buffer';

/** JSON text, with NaN and the infinities as strings, and the sign of zero kept. */
function jsonText(cell: Cell, textOf: (value: number) => string): string {
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? textOf(cell) : `"${String(cell)}"`;
  }
  if (Array.isArray(cell)) return `[${cell.map((part: Cell) => jsonText(part, textOf)).join(',')}]`;
  if (typeof cell === 'object' && cell !== null) {
    const fields = Object.entries(cell as { readonly [key: string]: Cell });
    return `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${jsonText(value, textOf)}`).join(',')}}`;
  }
  return typeof cell === 'string' ? quoted(cell) : JSON.stringify(cell);
}

/** Control characters that JSON allows in strings, but a terminal may interpret. */
const CONTROLS = /[\u007f-\u009f]/g;

function quoted(text: string): string {
  return JSON.stringify(text.replace(EACH_RAW_BYTE, '\ufffd')).replace(CONTROLS, (character) => {
    return `\\u00${character.charCodeAt(0).toString(16)}`;
  });
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** A cell of an input table: a text that is a JSON number is printed as it is, digit for digit. */
function carriedText(cell: string): string {
  const isNumber = JSON_NUMBER.test(cell);
  const isSurelyFinite = cell.length < MOST_DIGITS && !/e/i.test(cell);
  return isNumber && (isSurelyFinite || Number.isFinite(readNumber(cell))) ? cell : quoted(cell);
}

/** A number without an exponent and with at most this many digits is below the largest double. */
const MOST_DIGITS = 300;

/**
 * Appends the records of a block as objects with these keys.
 *
 * @param before the text before each record
 * @param after the text after each record
 */
function recordRows(
  names: readonly string[],
  before: string,
  after: string,
  options: Pick<WriterOptions, 'precision' | 'styles'>,
): (block: Block, text: TextBuffer) => void {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const keys = distinctNames(names).map((name, i) =>
    encode(`${i === 0 ? `${before}{` : ','}${quoted(name)}:`),
  );
  const end = encode(`}${after}`);
  const texts = numberTexts(names, options);
  const { precision } = options;
  return ({ length, columns, carried = 0 }, text) => {
    for (let i = 0; i < length; i++) {
      for (let c = 0; c < keys.length; c++) {
        text.encoded(keys[c] as Uint8Array);
        const column = columns[c] as ColumnData;
        const cell = column[i] as Cell;
        if (c < carried) text.text(carriedText(cell as string));
        else if (precision === undefined && column instanceof Float64Array && Number.isFinite(cell))
          text.number(column, i);
        else text.text(jsonText(cell, texts[c] as (value: number) => string));
      }
      text.encoded(end);
    }
  };
}

export function jsonlWriter(columns: readonly string[], options: WriterOptions): Writer {
  return { ...noWriter, rows: recordRows(columns, '', '\n', options) };
}

const SEPARATOR = ',';

export function jsonWriter(columns: readonly string[], options: WriterOptions): Writer {
  return {
    open: () => '[',
    separator: SEPARATOR,
    rows: recordRows(columns, `${SEPARATOR}\n`, '', options),
    close: (hasRows) => (hasRows ? '\n]\n' : ']\n'),
  };
}
