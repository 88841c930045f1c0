/** @file A formula or a chain, checked at every x: rows, and below a table the functions of what does not agree. */

import { isProvable } from '../../core/check/check-by-proof';
import {
  CHECK_KINDS,
  type CheckColumn,
  checkColumnsOf,
  type CheckKind,
  FIGURES_OF_PARTIALS,
} from '../../report/check/columns';
import { type ColumnChoice, wordChoice } from '../options/column-choice';
import { UsageError } from '../errors';
import type { Graph } from '../../core/graph/graph';
import { functionsPage, moreFunctions } from '../../report/check/page';
import type { VerdictTally } from '../../report/check/tally';
import { plainPaint } from '../../report/formats/format';
import { DEFAULT_DIGITS } from '../../report/text/number-text';
import { checkPlaceOf } from './check-place';
import { paintFor } from '../process/color';
import type { GivenGraph } from '../options/graph-option';
import type { Io } from '../process/io';
import type { ExitStatus } from '../process/exit-status';
import type { Options } from '../options/given';
import { jobsOf, number, once } from '../options/options';
import { type CheckRecipe, checkRun } from '../stream/check-run';
import { recipeFor } from '../stream/recipe';
import type { Run } from '../stream/rows';
import { openSource, type Source, sourceOf } from '../stream/input/source';
import { stream } from '../stream/stream';
import { rowsRecipe } from '../stream/rows-recipe';
import { usualFormat } from '../stream/input/table';

/** @returns the status of reading and writing; what was found is in the tally */
export async function checkGraph(
  given: GivenGraph,
  options: Options,
  tally: VerdictTally,
  io: Io,
): Promise<ExitStatus> {
  const { graph, catalogue } = given;
  const jobs = jobsOf(options);
  const place = checkPlaceOf(options, graph, catalogue);
  const choice = checkColumnChoice(graph, options);
  const source =
    place.kind === 'points'
      ? sourceOf(io, { point: place.point })
      : openSource(io, place.path, place.shape);
  const rows = recipeOf(choice, options, source, graph, io);
  const isTable = rows.format === 'table';
  const paint = isTable ? paintFor(io) : plainPaint;
  const run: Run = {
    ...checkRun(graph, rows, paint),
    onVerdicts: (verdicts) => {
      tally.addAll(verdicts);
    },
  };
  const status = await stream(
    run,
    source,
    recipeFor(given, options, { command: 'check', rows }),
    jobs,
  );
  if (isTable) {
    const { located, unlocated } = tally.verdicts;
    for (const { partial, along, point } of located) {
      io.writeOutput(functionsPage(partial, graph.along(along, point), paint, choice.precision));
    }
    if (unlocated > 0) io.writeOutput(moreFunctions(unlocated));
  }
  return status;
}

function recipeOf(
  choice: ColumnChoice<CheckColumn>,
  options: Options,
  source: Source,
  graph: Graph,
  io: Io,
): CheckRecipe {
  const { precision } = choice;
  const format = choice.format ?? usualFormat(source.known === undefined, source.table);
  const isTable = format === 'table';
  const columns = choice.columns ?? usualColumns(graph, isTable, source.table !== undefined);
  const shown = {
    ...choice,
    format,
    columns,
    styles: { x: 'full', bound: 'bound' } as const,
    precision: isTable ? (precision ?? DEFAULT_DIGITS) : precision,
  };
  const recipe = rowsRecipe(source, shown, options, io);
  return {
    ...recipe,
    writing: { ...recipe.writing, below: 'note' },
    columns,
    isFailing: options.failing === true,
    isTold: isTable,
    tolerance: toleranceOf(options),
  };
}

/** @throws UsageError */
export function toleranceOf({ tolerance: given }: Options): number | undefined {
  const text = once('--tolerance', given);
  if (text === undefined) return undefined;
  const tolerance = number('--tolerance', text);
  if (tolerance > 0 && tolerance < 1) return tolerance;
  throw new UsageError(`--tolerance must lie between 0 and 1, such as 1e-6, not ${text}`);
}

/** @throws UsageError where options contradict each other */
function checkColumnChoice({ inputs }: Graph, options: Options): ColumnChoice<CheckColumn> {
  const choice = wordChoice(options, columnWords(inputs, checkColumnsOf(inputs)));
  if (options.quiet !== true) return choice;
  // Nothing is printed, and a table would keep all rows until the end.
  return { ...choice, columns: [], isBare: true, format: 'tsv', header: false };
}

/** The columns by the words that choose them: with several variables also all figures of a kind. */
function columnWords(
  variables: readonly string[],
  all: readonly CheckColumn[],
): Map<string, readonly CheckColumn[]> {
  const words = new Map<string, readonly CheckColumn[]>();
  const isOne = variables.length === 1;
  for (const kind of isOne ? CHECK_KINDS : FIGURES_OF_PARTIALS) {
    words.set(
      kind,
      all.filter(({ column }) => column === kind),
    );
  }
  if (!isOne) for (const column of all) words.set(column.name, [column]);
  return words;
}

/**
 * The default columns: those that the verdicts are based on. In a table of several variables the figures of each
 * partial are left out, as they do not fit a terminal; rows that begin with the points do not repeat them.
 */
function usualColumns(graph: Graph, isTable: boolean, hasPoints: boolean): CheckColumn[] {
  const isSeveral = graph.inputs.length > 1;
  const unused: readonly CheckKind[] = isProvable(graph) ? ['numerical', 'bound'] : ['exact'];
  return checkColumnsOf(graph.inputs).filter(({ column, along }) => {
    if (column === 'x') return !(isSeveral && hasPoints);
    if (column === 'functions' || unused.includes(column)) return false;
    return along === undefined || !(isSeveral && isTable);
  });
}
