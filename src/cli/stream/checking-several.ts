/** @file Points of several variables as the rows of `check`. */

import { severalChecker } from '../../core/check/check-several';
import type { Graph } from '../../core/graph/graph';
import {
  type CheckedColumn,
  gradientColumns,
  gradientTexts,
} from '../../report/check/several-columns';
import { placedGradientNote } from '../../report/check/several-note';
import { type CheckingOptions, failingRows } from './checking';
import { blockLengthOf } from './block-length';
import type { Computation } from './rows';

const MOST_POINTS = 1024;

interface CheckingSeveralOptions extends Omit<CheckingOptions, 'columns'> {
  readonly columns: readonly CheckedColumn[];
}

export function checkingSeveral(
  graph: Graph,
  { columns, table, tally, isFailing = false }: CheckingSeveralOptions,
): Computation {
  const numerical = columns.some(({ kind }) => kind === 'numerical' || kind === 'bound');
  const check = severalChecker(graph, { numerical });
  return {
    compute(point) {
      const { points, faults } = check(point);
      for (const [i, gradient] of points.entries()) {
        // An error of its own tells it.
        const noteOf = (): string => (faults.has(i) ? '' : placedGradientNote(gradient, graph));
        const isProved = gradient.partials.every(({ exact }) => exact !== undefined);
        tally.addOne(gradient.verdict, isProved, noteOf);
        for (const [k, partial] of gradient.partials.entries()) {
          if (partial.verdict === gradient.verdict) {
            tally.locate(partial, () => graph.along(k, gradient.point));
          }
        }
      }
      const cells = gradientColumns(points, graph, columns);
      const shown = table === undefined ? cells : gradientTexts(cells, columns, table.precision);
      return { columns: shown, faults, notices: [], ...(isFailing && failingRows(points)) };
    },
    blockLength: blockLengthOf(graph, MOST_POINTS),
    weight: graph.functionCount * graph.inputs.length,
    variables: graph.inputs,
    keepsFaulty: true,
  };
}
