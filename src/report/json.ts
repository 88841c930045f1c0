/** @file JSON: one array, an object a line, written row by row. */

import type { Writer } from './format';
import { recordRows } from './jsonl';

const SEPARATOR = ',';

export function jsonWriter(columns: readonly string[]): Writer {
  return {
    open: () => '[',
    separator: SEPARATOR,
    rows: recordRows(columns, `${SEPARATOR}\n`, ''),
    close: (hasRows) => (hasRows ? '\n]\n' : ']\n'),
  };
}
