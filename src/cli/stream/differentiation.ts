/** @file Numbers as the rows of `diff`. */

import type { Column } from '../../core/columns';
import type { BlockDerivatives, DifferentiateOptions } from '../../core/derivatives';
import { differentiateBlock } from '../../core/differentiate';
import type { Graph } from '../../core/graph';
import { derivativesColumns, type DerivativesColumn } from '../../report/derivatives';
import type { ColumnData } from '../../report/format';
import type { Computation } from './rows';

/** Long enough for fast loops, short enough for the caches of a processor. */
const MOST_POINTS = 8192;
/** The graph of a block holds two numbers for each variable and point: some 16 MiB at a time. */
const MOST_VARIABLES = 1048576;
/** A trace is text, a hundred bytes for each variable. */
const MOST_TRACED_VARIABLES = 65536;

/** The best derivative takes some eighty values of the graph for each x, and is an object. */
const EVALUATIONS = 80;
const MOST_BEST_POINTS = 1024;

export type Settings = Required<Pick<DifferentiateOptions, 'eps' | 'method'>>;

/** What is computed, and what is printed of it. */
export interface Shown {
  readonly columns: readonly Column[];
  readonly trace: boolean;
  readonly compare: boolean;
  readonly cells: (result: BlockDerivatives) => readonly ColumnData[];
}

/** A record for each x. */
export function recordsOf(columns: readonly DerivativesColumn[]): Shown {
  return {
    columns: columns.filter((name) => name !== 'trace'),
    trace: columns.includes('trace'),
    compare: false,
    cells: (result) => derivativesColumns(result, columns),
  };
}

export function differentiation(graph: Graph, settings: Settings, shown: Shown): Computation {
  const { columns, trace, compare, cells } = shown;
  const { functionCount } = graph;
  const isBest = settings.method === 'best';
  const mostPoints = isBest ? MOST_BEST_POINTS : MOST_POINTS;
  const mostVariables = trace ? MOST_TRACED_VARIABLES : MOST_VARIABLES;
  return {
    compute(x) {
      const result = differentiateBlock(graph, x, { ...settings, columns, trace, compare });
      return { columns: cells(result), faults: result.faults, notices: result.notices };
    },
    blockLength: Math.min(mostPoints, Math.ceil(mostVariables / graph.vertices.length)),
    weight: functionCount * (isBest ? EVALUATIONS : 1),
    variable: graph.variable,
    keepsFaulty: false,
  };
}
