/** @file The run of `check`: points to rows, made from plain data so that every thread can make the same. */

import { gradientChecker } from '../../core/check/check-several';
import { isProvable } from '../../core/check/check-by-proof';
import { isRight } from '../../core/best/judge';
import type { Graph } from '../../core/graph/graph';
import { checkCells, type CheckColumn, tableCells } from '../../report/check/columns';
import { VerdictTally } from '../../report/check/tally';
import { noWriter, type Paint, type WriterOptions } from '../../report/formats/format';
import { type FormatName, writerOf } from '../../report/formats/formats';
import { blockLengthOf } from './block-length';
import type { Computation, Reading, Run } from './rows';

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
  /** The number of digits, if the numbers are for a table. */
  readonly table?: { readonly precision: number | undefined };
  /** Whether only points that are not right have rows. */
  readonly isFailing: boolean;
  /** A relative error of a derivative that is accepted. */
  readonly tolerance?: number | undefined;
}

/** How points are read and rows are written, as plain data. */
export interface RowsRecipe extends Reading {
  readonly format: FormatName;
  readonly writing: Omit<WriterOptions, 'paint'>;
}

export interface CheckRecipe extends RowsRecipe {
  readonly checking: Checking;
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
      const found = { columns: shown, faults, notices: [], verdicts };
      if (!isFailing) return found;
      const failing = points.flatMap((point, i) => (isRight(point.verdict) ? [] : [i]));
      return { ...found, shown: failing };
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
