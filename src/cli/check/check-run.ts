/** @file A formula or a chain, checked at every x: rows, and below a table the functions of what does not agree. */

import { functionsPage, moreFunctions } from '../../report/check/page';
import type { VerdictTally } from '../../report/check/tally';
import { plainPaint } from '../../report/formats/format';
import { writerOf } from '../../report/formats/formats';
import { type CheckPlaceOptions, checkPlaceOf } from './check-place';
import { paintFor } from '../process/color';
import { viewOfOne } from './check-view';
import type { ColumnOptions } from '../options/column-choice';
import { UsageError } from '../errors';
import type { GivenGraph } from '../options/graph-option';
import type { ExitStatus, Io } from '../process/io';
import type { Given } from '../options/options';
import { rowsAt } from '../stream/rows-at';
import type { Run } from '../stream/rows';
import { openSource, type Source } from '../stream/input/source';
import { stream } from '../stream/stream';
import { carriedTable, rowNames, usualFormat } from '../stream/input/table';

export interface CheckRunOptions extends CheckPlaceOptions, ColumnOptions {
  readonly keepGoing?: boolean;
  readonly failing?: boolean;
  readonly quiet?: boolean;
  readonly tolerance?: Given;
}

/** @returns the status of reading and writing; what was found is in the tally */
export async function checkGraph(
  { graph, functions }: Pick<GivenGraph, 'graph' | 'functions'>,
  options: CheckRunOptions,
  tally: VerdictTally,
  io: Io,
): Promise<ExitStatus> {
  if (graph.inputs.length > 1 && options.tolerance !== undefined) {
    throw new UsageError('--tolerance is for one variable: leave it out');
  }
  const place = checkPlaceOf(options, graph, functions);
  const view =
    graph.inputs.length > 1
      ? several().viewOfSeveral(graph, options, tally)
      : viewOfOne(graph, options, tally);
  const { isBare, precision } = view;

  const source = place.kind === 'points' ? undefined : openSource(io, place.path, place.shape);
  // What nobody sees is no table, which would keep all rows until the end.
  const isPlain = isBare || options.quiet === true;
  const format = isPlain
    ? 'tsv'
    : (view.format ?? usualFormat(source !== undefined, source?.table));
  const isTable = format === 'table';
  const isSeen = io.isTerminal('output');
  const paint = isTable ? paintFor(io) : plainPaint;
  const { names, computation } = view.shownIn(isTable, source?.table !== undefined);
  const table = source?.table && carriedTable(source.table, format, !isBare, isSeen);
  const named = rowNames(names, table);
  const own = named.slice(named.length - names.length);
  const inFull = own.filter((_, i) => graph.inputs.includes(names[i] as string));
  const run: Run = {
    ...computation,
    writer: writerOf(format)(named, {
      header: !isBare && options.header && (source?.hasHeader ?? true),
      paint,
      ...(precision !== undefined && { precision, inFull }),
      ...(isSeen && { isSeen }),
      ...(isTable && { below: 'note' }),
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
    for (const { point, graph: checked } of tally.located) {
      io.writeOutput(functionsPage(point, checked, paint, precision));
    }
    if (tally.unlocated > 0) io.writeOutput(moreFunctions(tally.unlocated));
  }
  return status;
}

/** Loaded here because most formulas have one variable. */
function several() {
  return require('./check-several') as typeof import('./check-several');
}
