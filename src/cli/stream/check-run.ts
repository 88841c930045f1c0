/** @file Points as the rows of `check`, from plain data, from which every thread makes the same run. */

import { gradientChecker } from '../../core/check/check-several';
import { isProvable } from '../../core/check/check-by-proof';
import { isRight, type Verdict } from '../../core/check/judge';
import type { Graph } from '../../core/graph/graph';
import { checkCells, type CheckColumn, tableCells } from '../../report/check/columns';
import { VerdictTally } from '../../report/check/tally';
import { noWriter, type Paint } from '../../report/formats/format';
import { writerOf } from '../../report/formats/formats';
import { blockLengthOf } from './block-length';
import type { Computation, Run } from './rows';
import type { RowsRecipe } from './rows-recipe';

/** Points that are judged at once: each has objects of its own, which a block keeps until it is written. */
const MOST_POINTS = 1024;
/** So few that threads end together: a point of several variables takes long. */
const MOST_POINTS_OF_SEVERAL = 256;
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

/** What is computed of each point, and shown of it. */
export interface Checking {
  readonly columns: readonly CheckColumn[];
  /** Whether the numbers are for a table, and with how many digits. */
  readonly table?: { readonly precision: number | undefined };
  /** Whether only what is not right has rows. */
  readonly isFailing: boolean;
  /** How wrong a derivative may be, as a part of it. */
  readonly tolerance?: number | undefined;
}

export interface CheckRecipe extends RowsRecipe {
  readonly checking: Checking;
  /** Of the columns of rows. */
  readonly names: readonly string[];
  /** Whether nothing is printed. */
  readonly isQuiet: boolean;
}

export function checkRun(graph: Graph, recipe: CheckRecipe, paint: Paint): Run {
  const { names, format, writing, isQuiet, keepGoing, table, lines } = recipe;
  return {
    ...checking(graph, recipe.checking),
    writer: isQuiet ? noWriter : writerOf(format)(names, { ...writing, paint }),
    keepGoing,
    table,
    lines,
  };
}

export function checking(
  graph: Graph,
  { columns, table, isFailing, tolerance = 0 }: Checking,
): Computation {
  const numerical = columns.some(({ kind }) => kind === 'numerical' || kind === 'bound');
  const check = gradientChecker(graph, { numerical, tolerance });
  const isOne = graph.inputs.length === 1;
  return {
    compute(point) {
      const { points, faults } = check(point);
      const tally = new VerdictTally();
      tally.add(points, graph);
      const cells = checkCells(points, graph, columns);
      const isTold = (i: number): boolean => isOne && faults.has(i);
      const shown =
        table === undefined ? cells : tableCells(cells, columns, table.precision, isTold);
      const { verdicts } = tally;
      const failing = isFailing && failingRows(points);
      return { columns: shown, faults, notices: [], verdicts, ...failing };
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

/** Which points have rows where only those are shown whose derivative is not right. */
export function failingRows(points: readonly { readonly verdict: Verdict }[]): {
  readonly shown: readonly number[];
} {
  return { shown: points.flatMap(({ verdict }, i) => (isRight(verdict) ? [] : [i])) };
}
