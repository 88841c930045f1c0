/** @file The computation of exact decimals: points to rows with any number of digits. */

import type { NamedColumn } from '../../core/differentiate/columns';
import type { Fault } from '../../core/text/errors';
import { exactReadingOf } from '../../core/exact/exact-reading';
import { describeSides } from '../../core/exact/describe-outcome';
import type { Notice } from '../../core/explain/notice';
import type { Graph } from '../../core/graph/graph';
import { readReal } from '../../functions/read/read-numbers';
import type { Computation } from './rows';

/** The points in a block: each has many numbers of many digits. */
const MOST_POINTS = 64;
/** The work relative to both passes in doubles: for 50 digits 240 to 2800 times as long was measured. */
const WORK = 1000;

/** @throws DezeroError `no-exact-reading` */
export function exactDigits(
  graph: Graph,
  columns: readonly NamedColumn[],
  count: number,
): Computation {
  const reading = exactReadingOf(graph);
  return {
    compute([first], texts) {
      const columnsOfTexts = texts as readonly (readonly string[])[];
      const faults = new Map<number, Fault>();
      const notices: Notice[] = [];
      const rows = Array.from(first as Float64Array, (_, index) => {
        const written = columnsOfTexts.map((column) => column[index] as string);
        const { value, gradient, point } = reading.digits(written.map(readReal), count);
        return columns.map(({ name, column, along }) => {
          if (column === 'x') return written[along] as string;
          const sides = column === 'exact' && describeSides(point, along, name);
          if (sides) notices.push({ index, text: sides.text });
          const figure = column === 'exactY' ? value : gradient[along];
          if (typeof figure === 'string') return figure;
          if (figure === undefined) notices.push({ index, text: `${name} is undecided` });
          else {
            const code =
              column === 'exact' && value !== figure ? 'no-derivative' : 'outside-domain';
            faults.set(index, { code, message: figure.why });
          }
          return 'NaN';
        });
      });
      return {
        columns: columns.map((_, c) => rows.map((row) => row[c] as string)),
        faults,
        notices,
      };
    },
    blockLength: MOST_POINTS,
    weight: graph.functionCount * WORK,
    variables: graph.inputs,
    keepsFaulty: false,
    needsTexts: true,
  };
}
