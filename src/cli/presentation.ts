/** @file How the result of `diff` is shown: its columns, and the writer that prints them. */

import {
  type Column,
  COLUMNS,
  DIGITS_COLUMNS,
  isExactColumn,
  type NamedColumn,
} from '../core/differentiate/columns';
import type { NumericalMethod } from '../core/differentiate/derivatives';
import { ofOne } from '../core/differentiate/differentiate';
import type * as ExactReading from '../core/exact/exact-reading';
import type { Graph } from '../core/graph/graph';
import type { Writer, WriterOptions } from '../report/formats/format';
import { type FormatName, writerOf } from '../report/formats/formats';
import { paintFor } from './process/color';
import {
  columnChoice,
  columnNamed,
  type ColumnOptions,
  columnsNamed,
} from './options/column-choice';
import { columnWords, usualColumns } from './options/diff-columns';
import { requireDigits } from './options/digits-option';
import { UsageError } from './errors';
import type { Io } from './process/io';
import type { NumericalOptions } from './options/numerical-option';
import { recordsOf, type Shown } from './stream/differentiation';
import { type DiffRecipe, pointNames } from './stream/recipe';
import type { RowsRecipe } from './stream/rows-recipe';
import { rowNames, type Table, usualFormat } from './stream/input/table';

export interface PresentationOptions extends ColumnOptions, NumericalOptions {
  readonly trace?: boolean;
}

/** What is shown, as far as it concerns how. */
export interface Subject {
  readonly graph: Graph;
  /** The variables that it is differentiated by. */
  readonly wrt: readonly string[];
  readonly eps: number;
  readonly method: NumericalMethod;
  /** Whether x comes from standard input, where its number is not known. */
  readonly isInput: boolean;
  readonly pointCount: number;
  /** The table that x is a column of. */
  readonly table: Table | undefined;
  readonly hasHeader: boolean;
  /** How many digits the exact figures have as texts, where they are asked for so. */
  readonly digits?: number | undefined;
}

/** Records, which any thread can make, or what one thread alone writes: tables and pages. */
export type Presentation = {
  /** Whether rows begin with the cells of the table that x comes from. */
  readonly keepsTable: boolean;
} & (
  | { readonly records: Records; readonly page?: never }
  | { readonly page: Page; readonly records?: never }
);

type Records = Pick<DiffRecipe, 'columns' | 'trace' | 'format' | 'writing'>;

interface Page {
  readonly shown: Shown;
  readonly writer: Writer;
}

/** What fits a terminal of 80 columns when each point has one row. */
const TABLE_COLUMNS: readonly Column[] = ['x', 'y', 'numerical', 'backprop'];
const TABLE_COLUMNS_OF_SEVERAL: readonly Column[] = ['x', 'y', 'backprop'];
/** What the page of one point shows, where the graph can be read exactly. */
const PAGE_COLUMNS: readonly Column[] = ['x', 'y', 'numerical', 'backprop', 'exact', 'exactY'];

/** @throws UsageError where options contradict each other */
export function presentationOf(
  options: PresentationOptions,
  subject: Subject,
  io: Io,
): Presentation {
  const words = columnWords({ variables: subject.graph.inputs, wrt: subject.wrt });
  const choice = columnChoice(options, [...words.keys()], { '--trace': options.trace });
  const { format, precision } = choice;
  const columns = choice.columns && columnsNamed(choice.columns, words);
  const only = choice.only === undefined ? undefined : columnNamed(choice.only, words);
  const wantsBound = (only ?? columns)?.some(({ column }) => column === 'bound');
  if (wantsBound === true && subject.method !== 'best') {
    throw new UsageError(
      'the column bound needs --method best: only that knows how wrong it may be',
    );
  }
  const chosen = only ?? columns ?? [];
  if (subject.digits !== undefined) requireDigits(options, chosen);
  if (subject.digits !== undefined || chosen.some(({ column }) => isExactColumn(column))) {
    exactReading().exactReadingOf(subject.graph);
  }
  const writing: RowsRecipe['writing'] = {
    header: options.header && subject.hasHeader,
    ...(precision !== undefined && { precision }),
    ...(io.isTerminal('output') && { isSeen: true }),
  };

  if (only !== undefined) {
    const bare = { ...writing, header: false };
    return {
      keepsTable: false,
      records: { columns: only, trace: false, format: 'tsv', writing: bare },
    };
  }

  const wantsTrace = options.trace === true;
  const chosenFormat = format ?? usualFormat(subject.isInput, subject.table);
  if (chosenFormat === 'table') {
    const painted = { ...writing, paint: paintFor(io) };
    return tablePresentation(subject, columns, wantsTrace, painted);
  }
  return recordPresentation(chosenFormat, columns, wantsTrace, subject, writing);
}

function namesOf(columns: readonly NamedColumn[]): string[] {
  return columns.map(({ name }) => name);
}

/** Those that make sense: a table has the point already, and only the best derivative has a bound. */
function defaultColumns(
  { graph, wrt, table, method, digits }: Subject,
  usual: readonly Column[],
): NamedColumn[] {
  const columns = digits === undefined ? usual : DIGITS_COLUMNS;
  // Beside what is exact, a bound is said in words.
  const isBounded = method === 'best' && !columns.includes('exact');
  const known = columns.flatMap((name): readonly Column[] =>
    name === 'numerical' && isBounded ? ['numerical', 'bound'] : [name],
  );
  const shown = table === undefined ? known : known.filter((name) => name !== 'x');
  return usualColumns(shown, { variables: graph.inputs, wrt });
}

/** A page for a single point, or for each with --trace; otherwise a row for each. */
function tablePresentation(
  subject: Subject,
  chosen: readonly NamedColumn[] | undefined,
  wantsTrace: boolean,
  writerOptions: WriterOptions,
): Presentation {
  const { graph, isInput, pointCount, table } = subject;
  const isSinglePoint = !isInput && pointCount === 1;
  if (!wantsTrace && (!isSinglePoint || chosen !== undefined)) {
    const fitting = graph.inputs.length > 1 ? TABLE_COLUMNS_OF_SEVERAL : TABLE_COLUMNS;
    const columns = chosen ?? defaultColumns(subject, fitting);
    const names = rowNames(namesOf(columns), table);
    return {
      keepsTable: true,
      page: {
        shown: recordsOf(columns),
        writer: writerOf('table')(names, {
          ...writerOptions,
          inFull: pointNames(columns, names),
        }),
      },
    };
  }
  if (subject.digits !== undefined) {
    const columns = defaultColumns(subject, COLUMNS);
    return { keepsTable: false, page: digitsPage(subject, columns, writerOptions) };
  }
  const withoutExact = chosen ? undefined : exactReading().functionWithoutFormula(graph);
  const ofPage = withoutExact === undefined ? PAGE_COLUMNS : COLUMNS;
  const page = pageOf(subject, chosen ?? defaultColumns(subject, ofPage), {
    ...writerOptions,
    allSteps: wantsTrace,
    ...(withoutExact !== undefined && { withoutExact }),
  });
  return { keepsTable: false, page };
}

function pageOf(
  subject: Subject,
  columns: readonly NamedColumn[],
  writerOptions: WriterOptions & { readonly allSteps: boolean; readonly withoutExact?: string },
): Page {
  const { graph, wrt, eps, method } = subject;
  // Loaded here because most formats do without it.
  const walkthrough = require('../report/walkthrough') as typeof import('../report/walkthrough');
  const options = {
    ...{ ...writerOptions, method, eps },
    formula: graph.formula,
    variable: graph.variable,
    functionCount: graph.functionCount,
  };
  const kinds = columns.map(({ column }) => column);
  const shown = {
    columns,
    trace: true,
    compare: kinds.includes('numerical') && kinds.includes('backprop'),
  };
  if (graph.inputs.length === 1) {
    const cells: Shown['cells'] = (block, [x = new Float64Array()]) => [
      walkthrough.walkthroughPages(ofOne(x, columns, block), kinds, options),
    ];
    return { shown: { ...shown, cells }, writer: walkthrough.pageWriter };
  }
  const { partialsPages } =
    require('../report/partials-page') as typeof import('../report/partials-page');
  const named = { ...options, variables: graph.inputs, wrt };
  const cells: Shown['cells'] = (block, point) => [partialsPages(block, columns, point, named)];
  return { shown: { ...shown, cells }, writer: walkthrough.pageWriter };
}

function digitsPage(
  { graph, digits = 0 }: Subject,
  columns: readonly NamedColumn[],
  writerOptions: WriterOptions,
): Page {
  // Loaded here because most formats do without it.
  const page = require('../report/digits-page') as typeof import('../report/digits-page');
  const { formula, functionCount, inputs: variables } = graph;
  const options = { ...writerOptions, formula, functionCount, variables, columns, digits };
  return { shown: recordsOf(columns), writer: page.digitsPageWriter(options) };
}

/** Loaded here because most runs do without it. */
function exactReading(): typeof ExactReading {
  return require('../core/exact/exact-reading') as typeof ExactReading;
}

function recordPresentation(
  format: FormatName,
  chosen: readonly NamedColumn[] | undefined,
  trace: boolean,
  subject: Subject,
  writing: RowsRecipe['writing'],
): Presentation {
  if (trace && (format === 'csv' || format === 'tsv')) {
    throw new UsageError(`--trace does not fit into ${format}: use table, json or jsonl`);
  }
  const columns = chosen ?? defaultColumns(subject, COLUMNS);
  return { keepsTable: true, records: { columns, trace, format, writing } };
}
