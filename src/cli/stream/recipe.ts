/** @file A run as plain data, from which every thread makes the same run. */

import type { NamedColumn } from '../../core/differentiate/columns';
import type { NumericalMethod } from '../../core/differentiate/derivatives';
import type { Graph } from '../../core/graph/graph';
import { catalogue } from '../../functions/catalogue';
import { withDefinitions } from '../../functions/read/define-formula';
import { graphOfSource, type GraphSource } from '../../functions/read/parse-graph';
import { plainPaint, type Writer } from '../../report/formats/format';
import { writerOf } from '../../report/formats/formats';
import { type CheckRecipe, checkRun, type RowsRecipe } from './check-run';
import { differentiation, recordNames, recordsOf, type Shown } from './differentiation';
import type { Options } from '../options/given';
import type { Run } from './rows';
import { rowNames } from './input/table';
import { exactDigits } from './exact-digits';

/** The rows that `diff` makes of a graph. */
export interface DiffRecipe extends RowsRecipe {
  readonly eps: number;
  readonly method: NumericalMethod;
  readonly columns: readonly NamedColumn[];
  readonly trace: boolean;
  /** The number of digits of exact results, if these are wanted as decimals. */
  readonly digits?: number | undefined;
}

export type RunRecipe = {
  readonly source: GraphSource;
  readonly definitions: readonly string[];
} & CommandRecipe;

type CommandRecipe =
  | { readonly command: 'diff'; readonly rows: DiffRecipe }
  | { readonly command: 'check'; readonly rows: CheckRecipe };

/** @returns undefined if other threads cannot make the run: only the main thread has run a user's module */
export function recipeFor(
  { source }: { readonly source: GraphSource },
  { define = [], module }: Options,
  recipe: CommandRecipe,
): RunRecipe | undefined {
  return module === undefined ? { source, definitions: define, ...recipe } : undefined;
}

/**
 * The names of some columns in rows.
 *
 * @param names of the columns of rows: those of a table come first
 * @param after how many columns come after these
 */
export function namesWhere<Column>(
  columns: readonly Column[],
  isOne: (column: Column) => boolean,
  names: readonly string[],
  after = 0,
): string[] {
  const own = names.slice(names.length - after - columns.length);
  return columns.flatMap((column, i) => (isOne(column) ? [own[i] as string] : []));
}

export function runOf({ source, definitions, ...recipe }: RunRecipe): Run {
  const graph = graphOfSource(source, withDefinitions(catalogue, definitions));
  if (recipe.command === 'diff') return recordsRun(graph, recipe.rows);
  return checkRun(graph, recipe.rows, plainPaint);
}

/** The run of `diff` with a graph that has been parsed already. */
export function recordsRun(graph: Graph, recipe: DiffRecipe, paint = plainPaint): Run {
  const { columns, trace, format, writing, table } = recipe;
  const names = rowNames(recordNames(columns, trace), table);
  const inFull = namesWhere(columns, ({ column }) => column === 'x', names, trace ? 1 : 0);
  const writer = writerOf(format)(names, { ...writing, inFull, paint });
  return shownRun(graph, recipe, recordsOf(columns, trace), writer);
}

/** The run of `diff` whose figures are shown in a way of their own. */
export function shownRun(
  graph: Graph,
  { eps, method, digits, keepGoing, table, lines }: DiffRecipe,
  shown: Shown,
  writer: Writer,
): Run {
  const computation =
    digits === undefined
      ? differentiation(graph, { eps, method }, shown)
      : exactDigits(graph, shown.columns, digits);
  return { ...computation, writer, keepGoing, table, lines };
}
