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
import { checkPlaceOf } from './check-place';
import { paintFor } from '../process/color';
import type { GivenGraph } from '../options/graph-option';
import type { Io } from '../process/io';
import type { ExitStatus } from '../process/exit-status';
import type { Options } from '../options/given';
import { jobsOf, number, once } from '../options/options';
import { type CheckRecipe, checkRun } from '../stream/check-run';
import { namesWhere, recipeFor } from '../stream/recipe';
import type { Run } from '../stream/rows';
import { openSource, type Source, sourceOf } from '../stream/input/source';
import { stream } from '../stream/stream';
import { carriedTable, rowNames, usualFormat } from '../stream/input/table';

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
  const { isBare, header, precision } = choice;
  const isQuiet = options.quiet === true;
  const usual = usualFormat(source.known === undefined, source.table);
  // With --quiet nothing is printed, and a table would keep all rows until the end.
  const format = isQuiet ? 'tsv' : (choice.format ?? usual);
  const isTable = format === 'table';
  const isSeen = io.isTerminal('output');
  const columns = choice.columns ?? usualColumns(graph, isTable, source.table !== undefined);
  const isKept = !isBare && !isQuiet;
  const table = source.table && carriedTable(source.table, format, isKept, isSeen);
  const names = rowNames(
    columns.map(({ name }) => name),
    table,
  );
  return {
    checking: {
      columns: isQuiet ? [] : columns,
      isFailing: options.failing === true,
      tolerance: toleranceOf(options),
      ...(isTable && { table: { precision } }),
    },
    names,
    format,
    isQuiet,
    writing: {
      header: header && source.hasHeader,
      precision,
      inFull: namesWhere(columns, ({ kind }) => kind === 'x', names),
      isSeen,
      below: isTable ? 'note' : undefined,
    },
    keepGoing: options.keepGoing === true,
    table,
    lines: source.lines,
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
  return wordChoice(options, columnWords(inputs, checkColumnsOf(inputs)));
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
      all.filter((column) => column.kind === kind),
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
  return checkColumnsOf(graph.inputs).filter(({ kind, along }) => {
    if (kind === 'x') return !(isSeveral && hasPoints);
    if (kind === 'functions' || unused.includes(kind)) return false;
    return along === undefined || !(isSeveral && isTable);
  });
}
