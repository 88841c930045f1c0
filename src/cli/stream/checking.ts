/** @file Numbers as the rows of `check`. */

import { check } from '../../core/check/check';
import { isProvable } from '../../core/check/check-by-proof';
import { isRight, type Verdict } from '../../core/check/judge';
import type { Graph } from '../../core/graph/graph';
import { checkedColumns, type CheckColumn, tableCells } from '../../report/check/columns';
import { VerdictTally } from '../../report/check/tally';
import { blockLengthOf } from './block-length';
import type { Computation } from './rows';

/** A point is an object. */
const MOST_POINTS = 1024;
/** Where only values are known, eighty of them for each variable. */
const EVALUATIONS = 80;
/** Balls of double-doubles take so much longer than the book's two passes, of a point and not of each of its numbers. */
const PROOF_WORK = 8;
/** Before it is compiled, code takes ten times as long; what each function adds to that. */
const WARM_UP = 400_000;

/** What is shown of points, with however many variables. */
export interface Showing {
  /** Whether the numbers are for a table, and with how many digits. */
  readonly table?: { readonly precision: number | undefined };
  /** Whether only what is not right has rows. */
  readonly isFailing: boolean;
}

export interface CheckingOfOne extends Showing {
  readonly kind: 'one';
  readonly columns: readonly CheckColumn[];
  readonly tolerance: number | undefined;
}

export function checking(
  graph: Graph,
  { columns, table, isFailing, tolerance = 0 }: CheckingOfOne,
): Computation {
  const numerical = columns.includes('numerical') || columns.includes('bound');
  return {
    compute([x = new Float64Array()]) {
      const { points, faults } = check(graph, x, { numerical, tolerance });
      const tally = new VerdictTally();
      tally.add(points, graph);
      const cells = checkedColumns(points, graph, columns);
      const shown =
        table === undefined
          ? cells
          : tableCells(cells, columns, table.precision, (i) => faults.has(i));
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

/** @param graph of however many variables */
export function workOf(graph: Graph): Pick<Computation, 'weight' | 'warmUp'> {
  const { functionCount, inputs } = graph;
  const work = isProvable(graph) ? PROOF_WORK / inputs.length : EVALUATIONS;
  return { weight: functionCount * work, warmUp: functionCount * WARM_UP };
}

/** Which points have rows where only those are shown whose derivative is not right. */
export function failingRows(points: readonly { readonly verdict: Verdict }[]): {
  readonly shown: readonly number[];
} {
  return { shown: points.flatMap(({ verdict }, i) => (isRight(verdict) ? [] : [i])) };
}
