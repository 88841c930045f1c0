/** @file The computation of `diff`: points to rows. */

import { isExactColumn, type NamedColumn } from '../../core/differentiate/columns';
import type {
  DifferentiatedBlock,
  DifferentiateOptions,
} from '../../core/differentiate/derivatives';
import { differentiatePoints } from '../../core/differentiate/differentiate';
import type { Graph } from '../../core/graph/graph';
import type { TraceStep } from '../../core/graph/trace';
import type { ColumnData } from '../../report/formats/format';
import type { Computation } from './rows';

/** The points in a block: enough for fast loops, few enough for the caches of a processor. */
const MOST_POINTS = 8192;
/** With a trace, the limit of points times variables: its text has some hundred bytes for each. */
const MOST_TRACED_VARIABLES = 65536;

/** The evaluations of the graph for the best derivative along each variable: of x^3 it takes 87. */
const EVALUATIONS = 80;
/** The points in a block then: the values of all of them are kept until the block is done. */
const MOST_BEST_POINTS = 1024;
/** The work of double-double balls relative to both passes in doubles: 3 to 7 times as long was measured. */
const EXACT_WORK = 10;

export interface Differentiation extends Required<Pick<DifferentiateOptions, 'eps' | 'method'>> {
  readonly columns: readonly NamedColumn[];
  readonly trace: boolean;
  readonly compare?: boolean;
  /** How a block becomes cells: by default those of its columns, and with a trace one more. */
  readonly cells?: (
    block: DifferentiatedBlock,
    point: readonly Float64Array[],
  ) => readonly ColumnData[];
}

function usualCells({ columns, trace }: DifferentiatedBlock): readonly ColumnData[] {
  return trace === undefined ? columns : [...columns, traceColumn(trace)];
}

/** The variables of the graph with their data and gradients: a cell for each point. */
function traceColumn(steps: readonly TraceStep[]): ColumnData {
  const [first] = steps as readonly [TraceStep];
  return Array.from(first.data, (_, index) =>
    steps.map(({ variable, creator, inputs, data, grad }) => ({
      variable,
      creator,
      ...(inputs && { inputs }),
      data: data[index] as number,
      grad: grad[index] as number,
    })),
  );
}

/** The work for a point in addition to both passes. */
function workOf({ inputs }: Graph, columns: readonly NamedColumn[], isBest: boolean): number {
  const ofBest = isBest ? EVALUATIONS * inputs.length : 1;
  return columns.some(({ column }) => isExactColumn(column)) ? ofBest + EXACT_WORK : ofBest;
}

export function differentiation(
  graph: Graph,
  { eps, method, columns, trace, compare = false, cells = usualCells }: Differentiation,
): Computation {
  const isBest = method === 'best';
  const mostPoints = isBest ? MOST_BEST_POINTS : MOST_POINTS;
  const options = { eps, method, columns, trace, compare };
  return {
    compute(point) {
      const block = differentiatePoints(graph, point, options);
      return { columns: cells(block, point), faults: block.faults, notices: block.notices };
    },
    blockLength: blockLengthOf(graph, mostPoints, trace ? MOST_TRACED_VARIABLES : undefined),
    weight: graph.functionCount * workOf(graph, columns, isBest),
    variables: graph.inputs,
    keepsFaulty: false,
  };
}

/** The numbers in the graph of a block, two for each variable and point, take 16 MiB at most. */
const MOST_VARIABLES = 1048576;

/**
 * @param most the number of points for a short formula
 * @param mostVariables the limit of points times variables
 */
export function blockLengthOf(
  { vertices }: Graph,
  most: number,
  mostVariables = MOST_VARIABLES,
): number {
  return Math.min(most, Math.ceil(mostVariables / vertices.length));
}
