/** @file How the result of `diff` is shown: its columns, and the writer that prints them. */

import { ALL_COLUMNS, type Column, COLUMNS, isExactColumn } from '../core/columns';
import type { NumericalMethod } from '../core/derivatives';
import type * as ExactReading from '../core/exact/exact-reading';
import type { Graph } from '../core/graph';
import { plainPaint, type Writer, type WriterOptions } from '../report/format';
import { type FormatName, writerOf } from '../report/formats';
import { paintFor } from './color';
import { checkPrecision, columnChoice, type ColumnOptions } from './column-choice';
import { UsageError } from './errors';
import type { Io } from './io';
import { colorOf } from './options';
import { recordsOf, type Shown } from './stream/differentiation';
import type { RunRecipe } from './stream/recipe';
import { rowNames, type Table } from './stream/table';

export interface PresentationOptions extends ColumnOptions {
  readonly trace?: boolean;
}

/** What is shown, as far as it concerns how. */
export interface Subject {
  readonly graph: Graph;
  readonly eps: number;
  readonly method: NumericalMethod;
  /** Whether x comes from standard input, where its number is not known. */
  readonly isInput: boolean;
  readonly pointCount: number;
  /** The table that x is a column of. */
  readonly table: Table | undefined;
  readonly hasHeader: boolean;
}

export interface Presentation {
  readonly shown: Shown;
  readonly writer: Writer;
  /** Whether rows begin with the cells of the table that x comes from. */
  readonly keepsTable: boolean;
  /** From what another thread makes the same writer, unless there must be one that collects the rows. */
  readonly records?: Pick<RunRecipe, 'columns' | 'format' | 'header'>;
}

/** What fits a terminal of 80 columns when each x has one row. */
const TABLE_COLUMNS: readonly Column[] = ['x', 'y', 'numerical', 'backprop'];
/** What the page of one point shows, where the graph can be read exactly. */
const PAGE_COLUMNS: readonly Column[] = ['x', 'y', 'numerical', 'backprop', 'exact', 'exactY'];

/** @throws UsageError where options contradict each other */
export function presentationOf(
  options: PresentationOptions,
  subject: Subject,
  io: Io,
): Presentation {
  const { columns, only, format, precision } = columnChoice(options, ALL_COLUMNS, {
    '--trace': options.trace,
  });
  const wantsBound = only === 'bound' || columns?.includes('bound') === true;
  if (wantsBound && subject.method !== 'best') {
    throw new UsageError(
      'the column bound needs --method best: only that knows how wrong it may be',
    );
  }
  const chosen = columns ?? (only === undefined ? [] : [only]);
  if (chosen.some(isExactColumn)) {
    exactReading().exactReadingOf(subject.graph);
  }
  const color = colorOf(options);
  const writerOptions: WriterOptions = {
    header: options.header && subject.hasHeader,
    paint: plainPaint,
    ...(precision !== undefined && { precision }),
  };

  if (only !== undefined) {
    return {
      shown: recordsOf([only]),
      keepsTable: false,
      records: { columns: [only], format: 'tsv', header: false },
      writer: writerOf('tsv')([only], { ...writerOptions, header: false }),
    };
  }

  const wantsTrace = options.trace === true;
  const chosenFormat = format ?? defaultFormat(subject);
  if (chosenFormat === 'table') {
    const painted = { ...writerOptions, paint: paintFor(color, io) };
    return tablePresentation(subject, columns, wantsTrace, painted);
  }
  checkPrecision(chosenFormat, precision);
  return recordPresentation(chosenFormat, columns, wantsTrace, subject, writerOptions);
}

function defaultFormat({ isInput, table }: Subject): FormatName {
  if (table !== undefined) return table.delimiter === ',' ? 'csv' : 'tsv';
  return isInput ? 'tsv' : 'table';
}

/** Those that make sense: a table has x already, and only the best derivative has a bound. */
function defaultColumns({ table, method }: Subject, columns: readonly Column[]): readonly Column[] {
  const known = columns.flatMap((name): readonly Column[] =>
    name === 'numerical' && method === 'best' ? ['numerical', 'bound'] : [name],
  );
  return table === undefined ? known : known.filter((name) => name !== 'x');
}

/** A page for a single x, or for each with --trace; otherwise a row for each x. */
function tablePresentation(
  subject: Subject,
  chosen: readonly Column[] | undefined,
  wantsTrace: boolean,
  writerOptions: WriterOptions,
): Presentation {
  const { graph, eps, method, isInput, pointCount, table } = subject;
  const isSinglePoint = !isInput && pointCount === 1;
  if (!wantsTrace && (!isSinglePoint || chosen !== undefined)) {
    const columns = chosen ?? defaultColumns(subject, TABLE_COLUMNS);
    const names = rowNames(columns, table, graph.variable);
    return {
      shown: recordsOf(columns),
      keepsTable: true,
      writer: writerOf('table')(names, writerOptions),
    };
  }
  // Loaded here because most formats do without it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const walkthrough = require('../report/walkthrough') as typeof import('../report/walkthrough');
  const without = chosen ? undefined : exactReading().functionWithoutFormula(graph);
  const ofPage = without === undefined ? PAGE_COLUMNS : COLUMNS;
  const columns = chosen ?? defaultColumns(subject, ofPage);
  const options = {
    ...{ ...writerOptions, method, eps, allSteps: wantsTrace },
    formula: graph.formula,
    variable: graph.variable,
    functionCount: graph.functionCount,
    ...(without !== undefined && { withoutExact: without }),
  };
  const shown: Shown = {
    columns,
    trace: true,
    compare: columns.includes('numerical') && columns.includes('backprop'),
    cells: (result) => [walkthrough.walkthroughPages(result, columns, options)],
  };
  return { shown, keepsTable: false, writer: walkthrough.pageWriter };
}

/** Loaded here because most runs do without it. */
function exactReading(): typeof ExactReading {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../core/exact/exact-reading') as typeof ExactReading;
}

function recordPresentation(
  format: FormatName,
  chosen: readonly Column[] | undefined,
  wantsTrace: boolean,
  subject: Subject,
  writerOptions: WriterOptions,
): Presentation {
  if (wantsTrace && (format === 'csv' || format === 'tsv')) {
    throw new UsageError(`--trace does not fit into ${format}: use table, json or jsonl`);
  }
  const chosenColumns = chosen ?? defaultColumns(subject, COLUMNS);
  const columns = wantsTrace ? ([...chosenColumns, 'trace'] as const) : chosenColumns;
  return {
    shown: recordsOf(columns),
    keepsTable: true,
    records: { columns, format, header: writerOptions.header },
    writer: writerOf(format)(
      rowNames(columns, subject.table, subject.graph.variable),
      writerOptions,
    ),
  };
}
