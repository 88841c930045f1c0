/** @file The result of a differentiation as records. */

import type { Column } from '../core/columns';
import type { BlockDerivatives } from '../core/derivatives';
import type { TraceStep } from '../core/trace';
import type { Cell, ColumnData } from './format';

/** A column of `diff`; the variables of the graph, with what both passes leave in them, are one more. */
export type DerivativesColumn = Column | 'trace';

/** These columns, each with a cell for every x. */
export function derivativesColumns(
  result: BlockDerivatives,
  columns: readonly DerivativesColumn[],
): ColumnData[] {
  return columns.map((name) =>
    name === 'trace'
      ? Array.from(result.x, (_, index) => traceCell(result.trace ?? [], index))
      : (result[name] as Float64Array),
  );
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
