/** @file A formula or a chain, checked at points that are known or read. */

import { functionsPage, moreFunctions } from '../../report/check/page';
import type { VerdictTally } from '../../report/check/tally';
import { plainPaint } from '../../report/formats/format';
import { DEFAULT_DIGITS } from '../../report/text/number-text';
import type { Options } from '../options/given';
import type { GivenGraph } from '../options/graph-option';
import { jobsOf, toleranceOf } from '../options/options';
import { paintFor } from '../process/color';
import type { ExitStatus } from '../process/exit-status';
import type { Io } from '../process/io';
import { type CheckPlan, checkRun } from '../stream/check-run';
import { openSource, sourceOf } from '../stream/input/source';
import { recipeFor } from '../stream/recipe';
import { rowPlan, usualFormat } from '../stream/row-plan';
import type { Run } from '../stream/rows';
import { stream } from '../stream/stream';
import { checkColumnChoice, usualCheckColumns } from './check-columns';
import { checkPlaceOf } from './check-place';

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
  const { known, table } = source;
  const format = choice.format ?? usualFormat(known === undefined, table);
  const isTable = format === 'table';
  const asked = {
    ...choice,
    format,
    columns: choice.columns ?? usualCheckColumns(graph, isTable, table !== undefined),
    styles: { x: 'full', bound: 'bound' } as const,
    precision: isTable ? (choice.precision ?? DEFAULT_DIGITS) : choice.precision,
  };
  const rows = rowPlan(source, asked, options, io);
  const plan: CheckPlan = {
    ...rows,
    writing: { ...rows.writing, below: 'note' },
    columns: asked.columns,
    isFailing: options.failing === true,
    isTold: isTable,
    tolerance: toleranceOf(options),
  };
  const paint = isTable ? paintFor(io) : plainPaint;
  const run: Run = {
    ...checkRun(graph, plan, paint),
    onVerdicts: (verdicts) => {
      tally.addAll(verdicts);
    },
  };
  const recipe = recipeFor(given, options, { command: 'check', plan });
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
