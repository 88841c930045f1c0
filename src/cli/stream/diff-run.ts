/** @file The run of `diff`: points to rows, made from plain data so that every thread can make the same. */

import type { Graph } from '../../core/graph/graph';
import { plainPaint, type Writer } from '../../report/formats/format';
import { differentiation, type Differentiation } from './differentiation';
import { exactDigits } from './exact-digits';
import { type RowPlan, writerFor } from './row-plan';
import type { Run } from './rows';

export interface DiffPlan
  extends RowPlan, Pick<Differentiation, 'eps' | 'method' | 'columns' | 'trace'> {
  /** The number of digits of exact results, if these are wanted as decimals. */
  readonly digits?: number | undefined;
}

/** What only the main thread can make: pages in the place of rows. */
export interface DiffPage extends Partial<Differentiation> {
  readonly writer: Writer;
}

export function diffRun(graph: Graph, plan: DiffPlan, paint = plainPaint, page?: DiffPage): Run {
  const { columns, digits } = plan;
  const computation =
    digits === undefined
      ? differentiation(graph, { ...plan, ...page })
      : exactDigits(graph, columns, digits);
  return { ...plan, ...computation, writer: page?.writer ?? writerFor(plan, paint) };
}
