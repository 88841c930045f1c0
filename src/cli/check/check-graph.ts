/** @file A formula or a chain, checked at given x, at x of a stream, on a grid, or at the samples of its functions. */

import { isProvable } from '../../core/check/check-by-proof';
import {
  CHECK_KINDS,
  type CheckColumn,
  checkColumnsOf,
  type CheckKind,
  FIGURES_OF_PARTIALS,
} from '../../report/check/columns';
import { type ColumnChoice, wordChoice, wordsFor } from '../options/column-choice';
import { UsageError } from '../errors';
import type { Graph } from '../../core/graph/graph';
import { functionsPage, moreFunctions } from '../../report/check/page';
import type { VerdictTally } from '../../report/check/tally';
import { plainPaint } from '../../report/formats/format';
import { DEFAULT_DIGITS } from '../../report/text/number-text';
import { paintFor } from '../process/color';
import type { Io } from '../process/io';
import type { ExitStatus } from '../process/exit-status';
import type { GivenGraph } from '../options/graph-option';
import type { Options } from '../options/given';
import { jobsOf, number, once, addOptions, wholeNumber } from '../options/options';
import { type CheckRecipe, checkRun } from '../stream/check-run';
import { recipeFor } from '../stream/recipe';
import type { Run } from '../stream/rows';
import { openSource, type Source, sourceOf } from '../stream/input/source';
import { stream } from '../stream/stream';
import { rowsRecipe } from '../stream/rows-recipe';
import { usualFormat } from '../stream/input/table';
import type { Command } from 'commander';
import { samplesOf } from '../../core/check/samples';
import type { Catalogue } from '../../core/engine/catalogue';
import { DezeroError } from '../../core/text/errors';
import { evenlySpaced } from '../../core/differentiate/grid';
import { addPlaceOptions, isInputPlace, type Place, placeOf } from '../options/place-option';

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
  const recipe = recipeFor(given, options, { command: 'check', rows });
  const status = await stream(run, source, recipe, jobs);
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
  const all = checkColumnsOf(inputs);
  const words =
    inputs.length === 1 ? wordsFor(CHECK_KINDS, all, []) : wordsFor(FIGURES_OF_PARTIALS, all);
  const choice = wordChoice(options, words);
  if (options.quiet !== true) return choice;
  // Nothing is printed, and a table would keep all rows until the end.
  return { ...choice, columns: [], isBare: true, format: 'tsv' };
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

const DEFAULT_POINTS = 101;
/** As many as a range of --x may have. */
const MOST_POINTS = 1000000;

export function addCheckPlaceOptions(command: Command): void {
  addPlaceOptions(command, 'where to check (default: at the samples of the functions)');
  addOptions(command, {
    '--from <number>': 'check at even distances from here',
    '--to <number>': 'to here',
    '--points <count>': `at so many points (default: ${String(DEFAULT_POINTS)})`,
  });
}

/** @throws UsageError, or the DezeroError of a chain without samples */
function checkPlaceOf(options: Options, graph: Graph, catalogue: Catalogue): Place {
  const grid = gridOf(options);
  const isGiven = isInputPlace(options) || options.x !== undefined || options.at !== undefined;
  if (grid !== undefined && isGiven) {
    throw new UsageError('--from and --to say where to check, and so does x; use one of them');
  }
  const place = placeOf(options, { variables: graph.inputs, catalogue });
  if (place !== undefined) return place;
  if (grid !== undefined) {
    if (graph.inputs.length > 1) {
      throw new UsageError('--from and --to go along one variable: give points with --at');
    }
    return { kind: 'points', point: [grid] };
  }
  const samples = samplesOf(graph);
  if ((samples[0]?.length ?? 0) > 0) return { kind: 'points', point: samples };
  throw new DezeroError(
    'nothing-to-check',
    'nothing to check: no sample of the functions lies in the domain of the formula; give --x',
  );
}

function gridOf(options: Options): Float64Array | undefined {
  const from = once('--from', options.from);
  const to = once('--to', options.to);
  const points = wholeNumber('--points', options.points, 1, MOST_POINTS);
  if (from === undefined && to === undefined) {
    if (points === undefined) return undefined;
    throw new UsageError('--points needs --from and --to');
  }
  if (from === undefined || to === undefined) {
    throw new UsageError('--from and --to belong together: for example --from -5 --to 5');
  }
  return evenlySpaced(number('--from', from), number('--to', to), points ?? DEFAULT_POINTS);
}
