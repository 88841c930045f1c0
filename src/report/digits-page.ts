/** @file One point with many digits, as a page. */

import { counted } from '../core/text/format-number';
import type { NamedColumn } from '../core/differentiate/columns';
import { type Cell, noWriter, type Writer, type WriterOptions } from './formats/format';
import { pageHeading, type Subject } from './text/heading';
import { explanation, proseWidth } from './text/paragraph';

interface DigitsPageOptions extends WriterOptions, Subject {
  readonly variables: readonly string[];
  readonly columns: readonly NamedColumn[];
  readonly digits: number;
}

/** Printed for an undecided number. */
const NONE = 'NaN';
/** The indentation of numbers, and the free columns at the end of a line. */
const MARGIN = 2;

/** Writes a page for each record of texts: the point, the value, and the derivatives. */
export function digitsPageWriter(options: DigitsPageOptions): Writer {
  return {
    ...noWriter,
    separator: '\n',
    rows({ length, columns }, text) {
      for (let i = 0; i < length; i++) {
        const cells = columns.map((column) => column[i] as Cell);
        text.text(`\n${pageOf(cells, options)}`);
      }
    },
  };
}

function pageOf(cells: readonly Cell[], options: DigitsPageOptions): string {
  const { columns, variables, paint, digits } = options;
  const named = columns.map(({ column, name, along }, c) => {
    const isPoint = column === 'x';
    return {
      isPoint,
      name: isPoint ? (variables[along] as string) : name,
      text: cells[c] as string,
    };
  });
  const at = named.flatMap(({ isPoint, name, text }) => (isPoint ? `${name} = ${text}` : []));
  const figures = named.filter(({ isPoint }) => !isPoint);
  const note = [
    ...(figures.some(({ text }) => text !== NONE)
      ? [`To ${counted(digits, 'digit')}, the last of them rounded: each is certain.`]
      : []),
    ...(figures.some(({ text }) => text === NONE) ? ['NaN is what could not be decided.'] : []),
    `Here ${variables.join(', ')} ${variables.length === 1 ? 'is the number' : 'are the numbers'} as`,
    'written, 0.1 a tenth, and not the nearest double.',
  ];
  return [
    pageHeading(options, at.join(', '), paint),
    ...figures.map(
      ({ name, text }) => `${paint.heading(name)}\n${broken(text, proseWidth(paint))}`,
    ),
    explanation([note.join(' ')], paint),
  ].join('\n');
}

/** A long number on several indented lines. */
function broken(text: string, width: number): string {
  const most = Math.max(1, width - 2 * MARGIN);
  return text.replace(new RegExp(`.{1,${String(most)}}`, 'g'), `${' '.repeat(MARGIN)}$&\n`);
}
