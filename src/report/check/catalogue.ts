/** @file Prints the result of `check --all`: a record for each point, or a page with a line for each function. */

import type { Graph } from '../../core/graph/graph';
import type { CheckedGradient, CheckedPartial } from '../../core/check/check-several';
import { isRight } from '../../core/best/judge';
import { formatNumber } from '../../core/text/format-number';
import { alignedRows } from '../formats/aligned-table';
import type { Cell, CellsByName, Paint } from '../formats/format';
import { boundText } from '../text/number-text';
import { checkCells, type CheckKind } from './columns';
import { gradientNote } from './note';

/** A function of the catalogue, checked at its samples. */
interface CheckedEntry {
  readonly graph: Graph;
  readonly points: readonly CheckedGradient[];
}

const POINT_COLUMNS = (
  ['x', 'y', 'exact', 'numerical', 'bound', 'backprop', 'verdict', 'note'] satisfies CheckKind[]
).map((column) => ({ name: column, column }));

/** A record for each point. */
export function catalogueRecords(entries: readonly CheckedEntry[]): CellsByName[] {
  return entries.flatMap(({ graph, points }) => {
    const cells = checkCells(points, graph, POINT_COLUMNS);
    return points.map((_, i) => ({
      function: graph.toString(),
      ...Object.fromEntries(POINT_COLUMNS.map(({ name }, c) => [name, cells[c]?.[i] as Cell])),
    }));
  });
}

const HEADS = ['function', 'points', 'agree', 'relative error'];

/** The largest relative error of the derivative in doubles. */
function relativeError({ partials }: CheckedGradient): number {
  const { bound, backprop, exact } = partials[0] as CheckedPartial;
  const error = exact === undefined ? bound : Math.abs(backprop - exact);
  return backprop === 0 || backprop === exact ? 0 : error / Math.abs(backprop);
}

/** The number of points that agree for each function, and the largest error of its derivative. */
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
    return first === undefined ? '' : gradientNote(first, graph);
  });
  return alignedRows({ columns: HEADS, header: true, rows, notes }, paint);
}
