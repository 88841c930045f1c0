/** @file One point with many digits, as a page. */

import { counted } from '../core/text/format-number';
import type { NamedColumn } from '../core/differentiate/columns';
import type { Cell, Writer, WriterOptions } from './formats/format';
import { pageHeading } from './text/heading';
import { explanation, proseWidth } from './text/paragraph';

export interface DigitsPageOptions extends WriterOptions {
  /** The graph as people read it. */
  readonly formula: string;
  readonly functionCount: number;
  readonly variables: readonly string[];
  readonly columns: readonly NamedColumn[];
  readonly digits: number;
}

/** How far numbers are set in, and stay away from the end of a line. */
const MARGIN = 2;

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
  const { columns, variables, paint, digits } = options;
  const at: string[] = [];
  const figures: string[] = [];
  for (const [c, { column, name, along }] of columns.entries()) {
    const text = cells[c] as string;
    if (column === 'x') at.push(`${variables[along] ?? ''} = ${text}`);
    else figures.push(`${paint.heading(name)}\n${broken(text, proseWidth(paint))}`);
  }
  const title = pageHeading(options, at.join(', '), paint);
  const names = variables.join(', ');
  const note =
    `To ${counted(digits, 'digit')}, the last of them rounded: each is certain. ` +
    `Here ${names} ${variables.length === 1 ? 'is the number' : 'are the numbers'} as written, 0.1 a ` +
    'tenth, and not the nearest double.';
  return [title, ...figures, explanation([note], paint)].join('\n');
}

/** A long number on several lines, each set in. */
function broken(text: string, width: number): string {
  const most = Math.max(1, width - 2 * MARGIN);
  const pieces = text.match(new RegExp(`.{1,${String(most)}}`, 'g')) ?? [];
  return pieces.map((piece) => `${' '.repeat(MARGIN)}${piece}\n`).join('');
}
