/** @file A chain, checked at every x: rows, and below a table the functions of what does not agree. */

import { ALL_CHECK_COLUMNS, CHECK_COLUMNS } from '../report/check/columns';
import { functionsPage, moreFunctions } from '../report/check/page';
import type { VerdictTally } from '../report/check/tally';
import { plainPaint } from '../report/format';
import { type FormatName, writerOf } from '../report/formats';
import { type CheckPlaceOptions, checkPlaceOf } from './check-place';
import { paintFor } from './color';
import { checkPrecision, columnChoice, type ColumnOptions } from './column-choice';
import { UsageError } from './errors';
import type { ExitStatus } from './exit-status';
import type { GivenGraph } from './graph-option';
import type { Io } from './io';
import { colorOf } from './options';
import { rowsAt } from './points';
import { checking } from './stream/checking';
import type { Run } from './stream/rows';
import { openSource, type Source } from './stream/source';
import { stream } from './stream/stream';
import { rowNames } from './stream/table';

export interface CheckRunOptions extends CheckPlaceOptions, ColumnOptions {
  readonly keepGoing?: boolean;
}

/** @returns the status of reading and writing; what was found is in the tally */
export async function checkChain(
  { graph, functions }: Pick<GivenGraph, 'graph' | 'functions'>,
  options: CheckRunOptions,
  tally: VerdictTally,
  io: Io,
): Promise<ExitStatus> {
  if (graph.inputs.length > 1) throw new UsageError('check takes formulas of one variable');
  const place = checkPlaceOf(options, graph, functions);
  const choice = columnChoice(options, ALL_CHECK_COLUMNS);
  const { only, precision, columns = CHECK_COLUMNS } = choice;
  const color = colorOf(options);
  const isBare = only !== undefined;
  if (choice.format !== undefined) checkPrecision(choice.format, precision);

  const source = place.kind === 'points' ? undefined : openSource(io, place.path, place.shape);
  const format = isBare ? 'tsv' : (choice.format ?? defaultFormat(source));
  checkPrecision(format, precision);
  const isTable = format === 'table';
  const paint = isTable ? paintFor(color, io) : plainPaint;
  const shown = isBare ? [only] : columns;
  const table = source?.table && { ...source.table, isKept: !isBare };
  const run: Run = {
    ...checking(graph, { columns: shown, tally, ...(isTable && { table: { precision } }) }),
    writer: writerOf(format)(rowNames(shown, table), {
      header: !isBare && options.header && (source?.hasHeader ?? true),
      paint,
    }),
    keepGoing: options.keepGoing === true,
    ...(table && { table }),
    ...(source?.lines && { lines: source.lines }),
  };
  const status =
    place.kind === 'points'
      ? rowsAt({ point: place.point }, run, io)
      : await stream(run, source as Source);
  if (isTable) {
    for (const { point } of tally.located) {
      io.writeOutput(functionsPage(point, graph, paint, precision));
    }
    if (tally.unlocated > 0) io.writeOutput(moreFunctions(tally.unlocated));
  }
  return status;
}

/** A table for x on the command line; for input what goes on through a pipe, as that came. */
function defaultFormat(source: Source | undefined): FormatName {
  if (source === undefined) return 'table';
  return source.table?.delimiter === ',' ? 'csv' : 'tsv';
}
