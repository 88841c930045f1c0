/** @file The result of `check` as records. */

import { formatNumber } from '../../core/text/format-number';
import type { Graph } from '../../core/graph/graph';
import type { CheckedFunction, CheckedPoint } from '../../core/check/checked';
import type { Cell, ColumnData } from '../formats/format';
import { numberText } from '../text/number-text';
import { DEFAULT_DIGITS, functionNote, noteOf } from './note';

/** What is shown of a proof. */
export const PROOF_COLUMNS = ['x', 'y', 'exact', 'backprop', 'verdict', 'note'] as const;

/**
 * What is shown where only values are known; `functions`, every function of a chain by itself, is for
 * json and jsonl.
 */
export const CHECK_COLUMNS = [
  'x',
  'y',
  'numerical',
  'bound',
  'backprop',
  'verdict',
  'note',
] as const;

/** A column of one figure for each point; `Float64Array.from` takes over ten times as long. */
export function figuresOf<T>(points: readonly T[], figureOf: (point: T) => number): Float64Array {
  const figures = new Float64Array(points.length);
  for (let i = 0; i < figures.length; i++) figures[i] = figureOf(points[i] as T);
  return figures;
}

type CellsOf = (points: readonly CheckedPoint[], graph: Graph) => ColumnData;

/** The figure of a point, NaN where it has none. */
const figure =
  (name: 'x' | 'y' | 'numerical' | 'bound' | 'backprop' | 'exact'): CellsOf =>
  (points) =>
    figuresOf(points, (point) => point[name] ?? NaN);

/** The cells of each column, one for each point: whatever is here is there in every format. */
const CELLS = {
  x: figure('x'),
  y: figure('y'),
  numerical: figure('numerical'),
  bound: figure('bound'),
  backprop: figure('backprop'),
  verdict: (points) => points.map(({ verdict }) => verdict),
  note: (points, graph) => points.map((point) => noteOf(point, graph)),
  exact: figure('exact'),
  functions: (points) => points.map(({ functions }) => functions?.map(functionCell) ?? null),
} satisfies Record<string, CellsOf>;

export type CheckColumn = keyof typeof CELLS;
export const ALL_CHECK_COLUMNS = Object.keys(CELLS) as readonly CheckColumn[];

export function checkedColumns(
  points: readonly CheckedPoint[],
  graph: Graph,
  names: readonly CheckColumn[],
): ColumnData[] {
  return names.map((name) => CELLS[name](points, graph));
}

export function functionCell(f: CheckedFunction): Cell {
  const { name, x, y, numerical, bound, exact, backprop, verdict } = f;
  const figures = exact === undefined ? { numerical, bound } : { exact };
  return { function: name, x, y, ...figures, backprop, verdict, note: functionNote(f) };
}

const BOUND_DIGITS = 2;

/**
 * The same as texts for a table: rounded, the bound upwards.
 *
 * @param isTold whether the note of a row is told elsewhere
 */
export function tableCells(
  columns: readonly ColumnData[],
  names: readonly CheckColumn[],
  precision: number | undefined,
  isTold: (index: number) => boolean = () => false,
): ColumnData[] {
  return columns.map((column, i) => {
    if (!(column instanceof Float64Array)) {
      return names[i] === 'note' ? column.map((note, at) => (isTold(at) ? '' : note)) : column;
    }
    return Array.from(column, textOf(names[i] as CheckColumn, precision));
  });
}

/** Two different x are never printed alike. */
function textOf(name: CheckColumn, precision = DEFAULT_DIGITS): (value: number) => string {
  if (name === 'bound') return boundText;
  return name === 'x' ? formatNumber : numberText(precision);
}

/** Two digits, and no smaller than the bound: rounding takes less than 5 % away. */
export function boundText(bound: number): string {
  return numberText(BOUND_DIGITS)(bound * 1.05);
}
