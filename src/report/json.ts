/** @file JSON: one array, an object a line, written row by row. */

import type { Writer } from './format';
import { recordText } from './jsonl';

export function jsonWriter(columns: readonly string[]): Writer {
  const textOf = recordText(columns);
  let separator = '\n';
  return {
    open: () => '[',
    rows(block) {
      let text = '';
      for (let i = 0; i < block.length; i++) {
        text += separator + textOf(block, i);
        separator = ',\n';
      }
      return text;
    },
    close: () => (separator === '\n' ? ']\n' : '\n]\n'),
  };
}
