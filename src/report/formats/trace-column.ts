/** @file The trace column: the variables of a graph with their data and gradients. */

import type { TraceStep } from '../../core/graph/trace';
import type { Cell, ColumnData } from './format';

/** A cell for each point. */
export function traceColumn(steps: readonly TraceStep[]): ColumnData {
  const [first] = steps as readonly [TraceStep];
  return Array.from(first.data, (_, index) => traceCell(steps, index));
}

function traceCell(steps: readonly TraceStep[], index: number): Cell {
  return steps.map(({ variable, creator, inputs, data, grad }) => ({
    variable,
    creator,
    ...(inputs && { inputs }),
    data: data[index] as number,
    grad: grad[index] as number,
  }));
}
