/** @file The result of `check --all`: a record for each point, or a page with a line for each function. */

import type { Graph } from '../../core/graph/graph';
import type { CheckedPoint } from '../../core/check/checked';
import { isRight } from '../../core/check/judge';
import { formatNumber } from '../../core/text/format-number';
import { alignedRows } from '../formats/aligned-table';
import type { Block, Paint } from '../formats/format';
import { boundText, checkedColumns } from './columns';
import { noteOf } from './note';

/** A function as a chain of one, at its samples. */
interface CheckedEntry {
  readonly graph: Graph;
  readonly points: readonly CheckedPoint[];
}

const POINT_COLUMNS = [
  'x',
  'y',
  'exact',
  'numerical',
  'bound',
  'backprop',
  'verdict',
  'note',
] as const;
export const CATALOGUE_COLUMNS = ['function', ...POINT_COLUMNS] as const;

export function catalogueBlock(entries: readonly CheckedEntry[]): Block {
  const blocks = entries.map(({ graph, points }) => [
    points.map(() => graph.toString()),
    ...checkedColumns(points, graph, POINT_COLUMNS),
  ]);
  return {
    length: entries.reduce((sum, { points }) => sum + points.length, 0),
    columns: CATALOGUE_COLUMNS.map((_, i) => blocks.flatMap((columns) => [...(columns[i] ?? [])])),
  };
}

const HEADS = ['function', 'points', 'agree', 'relative error'];

/** How wrong the derivative is as doubles give it, at most, as a part of itself. */
function relativeError({ bound, backprop, exact }: CheckedPoint): number {
  const error = exact === undefined ? bound : Math.abs(backprop - exact);
  return backprop === 0 || backprop === exact ? 0 : error / Math.abs(backprop);
}

/** How many points of each function agree, and how wrong its derivative may be. */
export function cataloguePage(entries: readonly CheckedEntry[], paint: Paint): string {
  const rows = entries.map(({ graph, points }) => {
    const errors = points.map(relativeError);
    return [
      graph.toString(),
      formatNumber(points.length),
      formatNumber(points.filter(({ verdict }) => isRight(verdict)).length),
      boundText(Math.max(0, ...errors)),
    ];
  });
  const notes = entries.map(({ graph, points }) => {
    const first = points.find(({ verdict }) => !isRight(verdict));
    return first === undefined ? '' : noteOf(first, graph);
  });
  return alignedRows({ columns: HEADS, header: true, rows, notes }, paint);
}
