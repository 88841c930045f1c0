/** @file The result of `check` as records, one for each point, for any number of variables. */

import type { Graph } from '../../core/graph/graph';
import type { CheckedGradient, CheckedPartial } from '../../core/check/check-several';
import type { CheckedFunction } from '../../core/check/checked';
import { nameOfOne } from '../../core/differentiate/columns';
import type { Cell, ColumnData } from '../formats/format';
import { gradientNote, functionNote } from './note';

/** A column with one number for each point; `Float64Array.from` takes over ten times as long. */
function figuresOf(
  points: readonly CheckedGradient[],
  figureOf: (point: CheckedGradient) => number,
): Float64Array {
  const figures = new Float64Array(points.length);
  for (let i = 0; i < figures.length; i++) figures[i] = figureOf(points[i] as CheckedGradient);
  return figures;
}

type CellsOf = (points: readonly CheckedGradient[], graph: Graph, along?: number) => ColumnData;

function partialOf({ partials }: CheckedGradient, along = 0): CheckedPartial {
  return partials[along] as CheckedPartial;
}

/** A number of a partial; NaN if it has none. */
const figure =
  (name: 'numerical' | 'bound' | 'backprop' | 'exact'): CellsOf =>
  (points, _, along) =>
    figuresOf(points, (point) => partialOf(point, along)[name] ?? NaN);

/** How to make the cells of each column, one for each point; every format has all of these columns. */
const CELLS = {
  x: (points, _, along = 0) => figuresOf(points, ({ point }) => point[along] as number),
  y: (points) => figuresOf(points, ({ value }) => value),
  numerical: figure('numerical'),
  bound: figure('bound'),
  backprop: figure('backprop'),
  /** The verdict on the point, or on one partial. */
  verdict: (points, _, along) =>
    points.map((point) => (along === undefined ? point : partialOf(point, along)).verdict),
  note: (points, graph) => points.map((point) => gradientNote(point, graph)),
  exact: figure('exact'),
  /** The check of every function by itself, for json and jsonl. */
  functions: (points, graph) => points.map((point) => functionsCell(point, graph)),
} satisfies Record<string, CellsOf>;

export type CheckKind = keyof typeof CELLS;
export const CHECK_KINDS = Object.keys(CELLS) as readonly CheckKind[];

/** A column with its name, of the point or along a variable. */
export interface CheckColumn {
  readonly name: string;
  readonly column: CheckKind;
  readonly along?: number;
}

/** The columns of each partial; with several variables they are named `exact_x`. */
export const FIGURES_OF_PARTIALS = ['numerical', 'bound', 'exact', 'backprop'] as const;

/** All columns for these variables, in the default order. */
export function checkColumnsOf(variables: readonly string[]): CheckColumn[] {
  const isOne = variables.length === 1;
  const ofPartials = isOne ? FIGURES_OF_PARTIALS : ([...FIGURES_OF_PARTIALS, 'verdict'] as const);
  return [
    ...variables.map((name, along) => ({ name, column: 'x' as const, along })),
    { name: isOne ? nameOfOne('y', variables[0] as string) : 'value', column: 'y' },
    ...variables.flatMap((variable, along) =>
      ofPartials.map((column) => ({
        name: isOne ? column : `${column}_${variable}`,
        column,
        along,
      })),
    ),
    ...(['verdict', 'note', 'functions'] as const).map((column) => ({ name: column, column })),
  ];
}

export function checkCells(
  points: readonly CheckedGradient[],
  graph: Graph,
  columns: readonly CheckColumn[],
): ColumnData[] {
  return columns.map(({ column, along }) => CELLS[column](points, graph, along));
}

/** The functions of the only derivative; with several variables those of partials that do not agree. */
function functionsCell({ partials }: CheckedGradient, { inputs }: Graph): Cell {
  if (inputs.length === 1) return partials[0]?.functions?.map(functionCell) ?? null;
  const found = partials.flatMap(({ functions }, k) =>
    functions === undefined
      ? []
      : [{ by: inputs[k] as string, functions: functions.map(functionCell) }],
  );
  return found.length === 0 ? null : found;
}

function functionCell(f: CheckedFunction): Cell {
  const { name, x, y, numerical, bound, exact, backprop, verdict } = f;
  const figures = exact === undefined ? { numerical, bound } : { exact };
  return { function: name, x, y, ...figures, backprop, verdict, note: functionNote(f) };
}
