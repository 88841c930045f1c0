/** @file Points of several variables as the rows of `check`. */

import { severalChecker } from '../../core/check/check-several';
import type { Graph } from '../../core/graph/graph';
import {
  type CheckedColumn,
  gradientColumns,
  gradientTexts,
} from '../../report/check/several-columns';
import { placedGradientNote } from '../../report/check/several-note';
import { VerdictTally } from '../../report/check/tally';
import { failingRows, type Showing, workOf } from './checking';
import { blockLengthOf } from './block-length';
import type { Computation } from './rows';

/** So few that threads end together: a point of many variables takes long. */
const MOST_POINTS = 256;

export interface CheckingOfSeveral extends Showing {
  readonly kind: 'several';
  readonly columns: readonly CheckedColumn[];
}

export function checkingSeveral(
  graph: Graph,
  { columns, table, isFailing, tolerance = 0 }: CheckingOfSeveral,
): Computation {
  const numerical = columns.some(({ kind }) => kind === 'numerical' || kind === 'bound');
  const check = severalChecker(graph, { numerical, tolerance });
  return {
    compute(point) {
      const { points, faults } = check(point);
      const tally = new VerdictTally();
      for (const [i, gradient] of points.entries()) {
        // An error of its own tells it.
        const noteOf = (): string => (faults.has(i) ? '' : placedGradientNote(gradient, graph));
        const isProved = gradient.partials.every(({ exact }) => exact !== undefined);
        tally.addOne(gradient.verdict, isProved, noteOf);
        for (const [k, partial] of gradient.partials.entries()) {
          if (partial.verdict === gradient.verdict) {
            tally.locate({ point: partial, along: { variable: k, point: gradient.point } });
          }
        }
      }
      const cells = gradientColumns(points, graph, columns);
      const shown = table === undefined ? cells : gradientTexts(cells, columns, table.precision);
      const { verdicts } = tally;
      const failing = isFailing && failingRows(points);
      return { columns: shown, faults, notices: [], verdicts, ...failing };
    },
    blockLength: blockLengthOf(graph, MOST_POINTS),
    ...workOf(graph),
    variables: graph.inputs,
    keepsFaulty: true,
  };
}
