/** @file The result of `check` by several variables as records: one for each point. */

import type { CheckedGradient, CheckedPartial } from '../../core/check/check-several';
import type { Graph } from '../../core/graph/graph';
import type { Cell, ColumnData } from '../formats/format';
import { figuresOf, functionCell, tableCells } from './columns';
import { gradientNote } from './several-note';

/** What there is of each partial, `exact_x`. */
export const PARTIAL_KINDS = ['numerical', 'bound', 'exact', 'backprop', 'verdict'] as const;
type PartialKind = (typeof PARTIAL_KINDS)[number];

/** A column by its name: one of the point, or of a partial. */
export type CheckedColumn =
  | { readonly name: string; readonly kind: 'variable' | PartialKind; readonly along: number }
  | { readonly name: string; readonly kind: 'value' | 'verdict' | 'note' | 'functions' };

/** All columns beside these variables, in their usual order. */
export function checkedColumnsOf(variables: readonly string[]): CheckedColumn[] {
  return [
    ...variables.map((name, along) => ({ name, kind: 'variable' as const, along })),
    { name: 'value', kind: 'value' },
    ...variables.flatMap((name, along) =>
      PARTIAL_KINDS.map((kind) => ({ name: `${kind}_${name}`, kind, along })),
    ),
    ...(['verdict', 'note', 'functions'] as const).map((kind) => ({ name: kind, kind })),
  ];
}

/** The cells of each column, one for each point. */
export function gradientColumns(
  points: readonly CheckedGradient[],
  graph: Graph,
  columns: readonly CheckedColumn[],
): ColumnData[] {
  return columns.map((column) => {
    if ('along' in column) return partialColumn(points, column.kind, column.along);
    switch (column.kind) {
      case 'value':
        return figuresOf(points, ({ value }) => value);
      case 'verdict':
        return points.map(({ verdict }) => verdict);
      case 'note':
        return points.map((point) => gradientNote(point, graph));
      case 'functions':
        return points.map(functionsCell);
    }
  });
}

function partialColumn(
  points: readonly CheckedGradient[],
  kind: 'variable' | PartialKind,
  along: number,
): ColumnData {
  const partialOf = ({ partials }: CheckedGradient) => partials[along] as CheckedPartial;
  switch (kind) {
    case 'variable':
      return figuresOf(points, ({ point }) => point[along] as number);
    case 'verdict':
      return points.map((point) => partialOf(point).verdict);
    default:
      return figuresOf(points, (point) => partialOf(point)[kind] ?? NaN);
  }
}

/** The functions of the partials that do not agree. */
function functionsCell({ partials }: CheckedGradient): Cell {
  const found = partials.filter(({ functions }) => functions !== undefined);
  if (found.length === 0) return null;
  return found.map(({ variable, functions = [] }) => ({
    by: variable,
    functions: functions.map(functionCell),
  }));
}

/** The same as texts for a table: rounded, bounds upwards, points in full. */
export function gradientTexts(
  cells: readonly ColumnData[],
  columns: readonly CheckedColumn[],
  precision?: number,
): ColumnData[] {
  const ofOne = { variable: 'x', value: 'y' } as const;
  const kinds = columns.map(({ kind }) =>
    kind === 'variable' || kind === 'value' ? ofOne[kind] : kind,
  );
  return tableCells(cells, kinds, precision);
}
