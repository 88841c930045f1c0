/** @file The computation of `check`: points to rows, with the verdicts on them. */

import { gradientChecker } from '../../core/check/check-several';
import { isProvable } from '../../core/check/check-by-proof';
import { isRight } from '../../core/best/judge';
import type { Graph } from '../../core/graph/graph';
import { checkCells, type CheckColumn } from '../../report/check/columns';
import { VerdictTally } from '../../report/check/tally';
import { blockLengthOf } from './differentiation';
import type { Computation } from './rows';

/** The points in a block. Each has objects of its own, kept until the block is written. */
const MOST_POINTS = 1024;
/** With several variables a point takes long: shorter blocks let all threads end at about the same time. */
const MOST_POINTS_OF_SEVERAL = 256;
/** The evaluations for each variable if only values are known: a check of x^3 takes 87. */
const EVALUATIONS = 80;
/**
 * The work of a proof relative to both passes in doubles: 4 to 17 times as long was measured, for chains of 3 to 8
 * functions. It is that of a whole point, and so is divided by the number of variables: weight is counted for each
 * number.
 */
const PROOF_WORK = 8;
/**
 * The work for each function of the graph until V8 has compiled the code, in functions applied: with 230
 * functions the first 10,000 points take twice as long as the next.
 */
const WARM_UP = 400_000;

/** What to compute for each point, and what to show of it. */
export interface Checking {
  readonly columns: readonly CheckColumn[];
  /** Whether only points that are not right have rows. */
  readonly isFailing: boolean;
  /** Whether a note is left out where an error tells the same: a table has it beside that error. */
  readonly isTold: boolean;
  /** A relative error of a derivative that is accepted. */
  readonly tolerance?: number | undefined;
}

export function checking(
  graph: Graph,
  { columns, isFailing, isTold, tolerance = 0 }: Checking,
): Computation {
  const numerical = columns.some(({ column }) => column === 'numerical' || column === 'bound');
  const check = gradientChecker(graph, { numerical, tolerance });
  const isOne = graph.inputs.length === 1;
  return {
    compute(point) {
      const { points, faults } = check(point);
      const tally = new VerdictTally();
      tally.add(points, graph);
      const cells = checkCells(points, graph, columns).map((ofColumn, c) =>
        isTold && isOne && columns[c]?.column === 'note'
          ? Array.from(ofColumn, (note, i) => (faults.has(i) ? '' : note))
          : ofColumn,
      );
      const found = { columns: cells, faults, notices: [], verdicts: tally.verdicts };
      if (!isFailing) return found;
      return { ...found, rows: points.flatMap(({ verdict }, i) => (isRight(verdict) ? [] : [i])) };
    },
    blockLength: blockLengthOf(graph, isOne ? MOST_POINTS : MOST_POINTS_OF_SEVERAL),
    ...workOf(graph),
    variables: graph.inputs,
    keepsFaulty: true,
  };
}

export function workOf(graph: Graph): Pick<Computation, 'weight' | 'warmUp'> {
  const { functionCount, inputs } = graph;
  const work = isProvable(graph) ? PROOF_WORK / inputs.length : EVALUATIONS;
  return { weight: functionCount * work, warmUp: functionCount * WARM_UP };
}
