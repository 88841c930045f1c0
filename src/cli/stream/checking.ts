/** @file Numbers as the rows of `check`. */

import { check } from '../../core/check/check';
import { isRight, type Verdict } from '../../core/check/judge';
import type { Graph } from '../../core/graph/graph';
import { checkedColumns, type CheckColumn, tableCells } from '../../report/check/columns';
import type { VerdictTally } from '../../report/check/tally';
import { blockLengthOf } from './block-length';
import type { Computation } from './rows';

/** A point is an object, with eighty values of the chain behind it. */
const MOST_POINTS = 1024;
const EVALUATIONS = 80;

export interface CheckingOptions {
  readonly columns: readonly CheckColumn[];
  /** Whether the numbers are for a table, and with how many digits. */
  readonly table?: { readonly precision: number | undefined };
  readonly tolerance?: number | undefined;
  /** Whether only what is not right has rows. */
  readonly isFailing?: boolean;
  /** Counts the verdicts. */
  readonly tally: VerdictTally;
}

export function checking(
  graph: Graph,
  { columns, table, tally, isFailing = false, tolerance = 0 }: CheckingOptions,
): Computation {
  const numerical = columns.includes('numerical') || columns.includes('bound');
  return {
    compute([x = new Float64Array()]) {
      const { points, faults } = check(graph, x, { numerical, tolerance });
      tally.add(points, graph);
      const cells = checkedColumns(points, graph, columns);
      const shown =
        table === undefined
          ? cells
          : tableCells(cells, columns, table.precision, (i) => faults.has(i));
      return { columns: shown, faults, notices: [], ...(isFailing && failingRows(points)) };
    },
    blockLength: blockLengthOf(graph, MOST_POINTS),
    weight: graph.functionCount * EVALUATIONS,
    variables: graph.inputs,
    keepsFaulty: true,
  };
}

/** Which points have rows where only those are shown whose derivative is not right. */
export function failingRows(points: readonly { readonly verdict: Verdict }[]): {
  readonly shown: readonly number[];
} {
  return { shown: points.flatMap(({ verdict }, i) => (isRight(verdict) ? [] : [i])) };
}
