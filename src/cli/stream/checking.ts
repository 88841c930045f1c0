/** @file Numbers as the rows of `check`. */

import { check } from '../../core/check/check';
import type { Graph } from '../../core/graph';
import { checkedColumns, type CheckColumn, tableCells } from '../../report/check/columns';
import type { VerdictTally } from '../../report/check/tally';
import type { Computation } from './rows';

/** A point is an object, with eighty values of the chain behind it. */
const MOST_POINTS = 1024;
const EVALUATIONS = 80;
/** The graph of a block holds two numbers for each variable and point. */
const MOST_VARIABLES = 1048576;

export interface CheckingOptions {
  readonly columns: readonly CheckColumn[];
  /** Whether the numbers are for a table, and with how many digits. */
  readonly table?: { readonly precision: number | undefined };
  /** Counts the verdicts. */
  readonly tally: VerdictTally;
}

export function checking(graph: Graph, { columns, table, tally }: CheckingOptions): Computation {
  return {
    compute([x = new Float64Array()]) {
      const { points, faults } = check(graph, x);
      tally.add(points, graph);
      const cells = checkedColumns(points, graph, columns);
      const shown = table === undefined ? cells : tableCells(cells, columns, table.precision);
      return { columns: shown, faults, notices: [] };
    },
    blockLength: Math.min(MOST_POINTS, Math.ceil(MOST_VARIABLES / graph.vertices.length)),
    weight: graph.functionCount * EVALUATIONS,
    variables: graph.inputs,
    keepsFaulty: true,
  };
}
