/** @file Numbers as the rows of `check`. */

import { check } from '../../core/check/check';
import { isProvable } from '../../core/check/check-by-proof';
import { isRight, type Verdict } from '../../core/check/judge';
import type { Graph } from '../../core/graph/graph';
import { checkedColumns, type CheckColumn, tableCells } from '../../report/check/columns';
import { VerdictTally } from '../../report/check/tally';
import { blockLengthOf } from './block-length';
import type { Computation } from './rows';

/** Points that are judged at once: each has objects of its own, which a block keeps until it is written. */
const MOST_POINTS = 1024;
/** Where only values are known: some eighty of them are asked for, for each variable. */
const EVALUATIONS = 80;
/**
 * The work of a proof beside that of both passes in doubles. It is that of a whole point, and so is divided by
 * its variables: weight is counted for each number.
 */
const PROOF_WORK = 8;
/**
 * The work for each function of the graph after which the code is compiled, in functions applied: of 230
 * functions the first 10,000 points take twice as long as the next.
 */
const WARM_UP = 400_000;

/** What is shown of points, with however many variables. */
export interface Showing {
  /** Whether the numbers are for a table, and with how many digits. */
  readonly table?: { readonly precision: number | undefined };
  /** Whether only what is not right has rows. */
  readonly isFailing: boolean;
  /** How wrong a derivative may be, as a part of it. */
  readonly tolerance?: number | undefined;
}

export interface CheckingOfOne extends Showing {
  readonly kind: 'one';
  readonly columns: readonly CheckColumn[];
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
