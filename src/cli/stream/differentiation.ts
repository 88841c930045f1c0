/** @file Points as the rows of `diff`. */

import { isExactColumn, type NamedColumn } from '../../core/differentiate/columns';
import type {
  DifferentiatedBlock,
  DifferentiateOptions,
} from '../../core/differentiate/derivatives';
import { differentiatePoints } from '../../core/differentiate/differentiate';
import type { Graph } from '../../core/graph/graph';
import { traceColumn } from '../../report/formats/trace-column';
import type { ColumnData } from '../../report/formats/format';
import { blockLengthOf } from './block-length';
import type { Computation } from './rows';

/** Long enough for fast loops, short enough for the caches of a processor. */
const MOST_POINTS = 8192;
/** A trace is text, a hundred bytes for each variable. */
const MOST_TRACED_VARIABLES = 65536;

/** The best derivative takes some eighty values of the graph for each variable, and is an object. */
const EVALUATIONS = 80;
const MOST_BEST_POINTS = 1024;
/** Balls of double-doubles take so much longer than doubles. */
const EXACT_WORK = 10;

type Settings = Required<Pick<DifferentiateOptions, 'eps' | 'method'>>;

/** What is computed, and what is printed of it. */
export interface Shown {
  readonly columns: readonly NamedColumn[];
  readonly trace: boolean;
  readonly compare: boolean;
  readonly cells: (
    block: DifferentiatedBlock,
    point: readonly Float64Array[],
  ) => readonly ColumnData[];
}

/** A record for each point. */
export function recordsOf(columns: readonly NamedColumn[], trace = false): Shown {
  return {
    columns,
    trace,
    compare: false,
    cells: (block, [x]) =>
      trace ? [...block.columns, traceColumn(block.trace ?? [], x?.length ?? 0)] : block.columns,
  };
}

/** The columns of a record; the trace is one more. */
export function recordNames(columns: readonly NamedColumn[], trace = false): string[] {
  return [...columns.map(({ name }) => name), ...(trace ? ['trace'] : [])];
}

/** What a point takes beside the book's two passes. */
function workOf({ inputs }: Graph, columns: readonly NamedColumn[], isBest: boolean): number {
  const ofBest = isBest ? EVALUATIONS * inputs.length : 1;
  return columns.some(({ column }) => isExactColumn(column)) ? ofBest + EXACT_WORK : ofBest;
}

export function differentiation(graph: Graph, settings: Settings, shown: Shown): Computation {
  const { columns, trace, compare, cells } = shown;
  const { functionCount } = graph;
  const isBest = settings.method === 'best';
  const mostPoints = isBest ? MOST_BEST_POINTS : MOST_POINTS;
  return {
    compute(point) {
      const block = differentiatePoints(graph, point, { ...settings, columns, trace, compare });
      return { columns: cells(block, point), faults: block.faults, notices: block.notices };
    },
    blockLength: blockLengthOf(graph, mostPoints, trace ? MOST_TRACED_VARIABLES : undefined),
    weight: functionCount * workOf(graph, columns, isBest),
    variables: graph.inputs,
    keepsFaulty: false,
  };
}
