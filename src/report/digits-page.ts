/** @file One point with many digits, as a page. */

import { counted } from '../core/counted';
import type { NamedColumn } from '../core/columns';
import type { Cell, Writer, WriterOptions } from './format';
import { paragraph } from './paragraph';
import { shortCall } from './shorten';

export interface DigitsPageOptions extends WriterOptions {
  /** The graph as people read it. */
  readonly formula: string;
  readonly functionCount: number;
  readonly variables: readonly string[];
  readonly columns: readonly NamedColumn[];
  readonly digits: number;
}

/** So many characters of a number are on one line. */
const MOST_CHARACTERS = 76;

/** Writes a page for each record of texts: the point, the value, and the derivatives. */
export function digitsPageWriter(options: DigitsPageOptions): Writer {
  return {
    open: () => '',
    separator: '\n',
    rows({ length, columns }, text) {
      for (let i = 0; i < length; i++) {
        text.text(
          `\n${pageOf(
            columns.map((column) => column[i] as Cell),
            options,
          )}`,
        );
      }
    },
    close: () => '',
  };
}

function pageOf(cells: readonly Cell[], options: DigitsPageOptions): string {
  const { columns, variables, paint, formula, functionCount, digits } = options;
  const at: string[] = [];
  const figures: string[] = [];
  for (const [c, { column, name, along }] of columns.entries()) {
    const text = cells[c] as string;
    if (column === 'x') at.push(`${variables[along] ?? ''} = ${text}`);
    else figures.push(`${paint.heading(name)}\n${broken(text)}`);
  }
  const call = paint.heading(shortCall(formula, functionCount));
  const title = at.length === 0 ? call : `${call} at ${paint.heading(at.join(', '))}`;
  const names = variables.join(', ');
  const note = paragraph(
    `To ${counted(digits, 'digit')}, the last of them rounded: each is certain. ` +
      `Here ${names} ${variables.length === 1 ? 'is the number' : 'are the numbers'} as written, 0.1 a ` +
      'tenth, and not the nearest double.',
  );
  const lines = note.trimEnd().split('\n');
  return [`${title}\n`, ...figures, lines.map((line) => `${paint.muted(line)}\n`).join('')].join(
    '\n',
  );
}

/** A long number on several lines, each set in. */
function broken(text: string): string {
  const pieces = text.match(new RegExp(`.{1,${String(MOST_CHARACTERS)}}`, 'g')) ?? [];
  return pieces.map((piece) => `  ${piece}\n`).join('');
}
