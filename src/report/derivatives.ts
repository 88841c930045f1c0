/** @file The result of a differentiation as records. */

import type { Column, Derivatives } from '../core/differentiate';
import type { TraceStep } from '../core/trace';
import type { Block, Cell } from './format';

/** A column of `diff`; the steps of the chain, and what is to be said of the two derivatives, are more. */
export type DerivativesColumn = Column | 'trace' | 'agreement';

/**
 * The result with these columns.
 *
 * @param agreement a sentence for each x
 */
export function derivativesBlock(
  result: Omit<Derivatives, 'problems' | 'notices'> & { readonly agreement?: readonly string[] },
  columns: readonly DerivativesColumn[],
): Block {
  const { length } = result.x;
  return {
    length,
    columns: columns.map((name) => {
      if (name !== 'trace') return result[name] ?? [];
      const steps = result.trace ?? [];
      return Array.from({ length }, (_, index) => traceCell(steps, index));
    }),
  };
}

function traceCell(steps: readonly TraceStep[], index: number): Cell {
  return steps.map(({ variable, creator, data, grad }) => ({
    variable,
    creator,
    data: data[index] as number,
    grad: grad[index] as number,
  }));
}
