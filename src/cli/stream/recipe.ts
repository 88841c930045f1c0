/** @file A run as plain data, from which every thread makes the same run. */

import type { NamedColumn } from '../../core/differentiate/columns';
import type { NumericalMethod } from '../../core/differentiate/derivatives';
import type { Graph } from '../../core/graph/graph';
import { catalogue } from '../../functions/catalogue';
import { withDefinitions } from '../../functions/read/define-formula';
import { graphOfSource, type GraphSource } from '../../functions/read/parse-graph';
import { plainPaint, type Writer } from '../../report/formats/format';
import { type CheckRecipe, checkRun } from './check-run';
import { differentiation, recordsOf, type Shown } from './differentiation';
import type { Options } from '../options/given';
import type { Computation, Run } from './rows';
import { exactDigits } from './exact-digits';
import { type RowsRecipe, rowsRun } from './rows-recipe';

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

export function runOf({ source, definitions, ...recipe }: RunRecipe): Run {
  const graph = graphOfSource(source, withDefinitions(catalogue, definitions));
  if (recipe.command === 'diff') return recordsRun(graph, recipe.rows);
  return checkRun(graph, recipe.rows, plainPaint);
}

/** The run of `diff` with a graph that has been parsed already. */
export function recordsRun(graph: Graph, recipe: DiffRecipe, paint = plainPaint): Run {
  const shown = recordsOf(recipe.columns, recipe.trace);
  return { ...shownBy(graph, recipe, shown), ...rowsRun(recipe, paint) };
}

/** The run of `diff` whose figures are shown in a way of their own. */
export function shownRun(graph: Graph, recipe: DiffRecipe, shown: Shown, writer: Writer): Run {
  const { keepGoing, table, lines } = recipe;
  return { ...shownBy(graph, recipe, shown), writer, keepGoing, table, lines };
}

function shownBy(graph: Graph, { eps, method, digits }: DiffRecipe, shown: Shown): Computation {
  return digits === undefined
    ? differentiation(graph, { eps, method }, shown)
    : exactDigits(graph, shown.columns, digits);
}
