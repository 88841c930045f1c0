/** @file JSON: one array, an object a line, written row by row. */

import type { Writer, WriterOptions } from './format';
import { recordRows } from './jsonl';

const SEPARATOR = ',';

export function jsonWriter(columns: readonly string[], options: WriterOptions): Writer {
  return {
    open: () => '[',
    separator: SEPARATOR,
    rows: recordRows(columns, `${SEPARATOR}\n`, '', options),
    close: (hasRows) => (hasRows ? '\n]\n' : ']\n'),
  };
}
