/** @file How the result of `diff` is shown: its columns, and the writer that prints them. */

import { DIGITS_COLUMNS, isExactColumn, type NamedColumn } from '../core/differentiate/columns';
import type { NumericalMethod } from '../core/differentiate/derivatives';
import type { Graph } from '../core/graph/graph';
import { listed } from '../core/text/lists';
import type { Writer, WriterOptions } from '../report/formats/format';
import { FORMAT_NAMES, type FormatName, isFlat, writerOf } from '../report/formats/formats';
import { paintFor } from './process/color';
import { wordChoice } from './options/column-choice';
import { exactReadingOf, functionWithoutFormula } from '../core/exact/exact-reading';
import { defaultColumns } from './default-columns';
import { columnWords } from './options/diff-columns';
import type { Options } from './options/given';
import { refuseGiven } from './options/options';
import { UsageError } from './errors';
import type { Io } from './process/io';
import { recordNames, recordsOf, type Shown } from './stream/differentiation';
import { type DiffRecipe, pointNames } from './stream/recipe';
import type { RowsRecipe } from './stream/rows-recipe';
import type { Source } from './stream/input/source';
import { rowNames, type Table, usualFormat } from './stream/input/table';
import { digitsPageWriter } from '../report/digits-page';
import { pageWriter, walkthroughPages } from '../report/walkthrough';

/** The points and derivatives to show, which determine how they are shown. */
interface PresentedPoints {
  readonly graph: Graph;
  /** The variables that it is differentiated by. */
  readonly wrt: readonly string[];
  readonly eps: number;
  readonly method: NumericalMethod;
  /** Whether points come from standard input, so that their number is unknown. */
  readonly isInput: boolean;
  readonly pointCount: number;
  /** The number of digits of exact results, if these are wanted as decimals. */
  readonly digits?: number | undefined;
}

/** Records, which every thread can print, or a table or pages, which only the main thread can. */
type Presentation = {
  /** Whether rows begin with the cells of the table that x comes from. */
  readonly keepsTable: boolean;
} & (
  | { readonly records: RecordLayout; readonly page?: never }
  | { readonly page: ShownPage; readonly records?: never }
);

type RecordLayout = Pick<DiffRecipe, 'columns' | 'trace' | 'format' | 'writing'>;

interface ShownPage {
  readonly shown: Shown;
  readonly writer: Writer;
}

/** The table that x is a column of, and whether it names its columns. */
type TableInput = Pick<Source, 'table' | 'hasHeader'>;

/**
 * Reads the options before the input is opened, so that errors in them come first.
 *
 * @returns makes the presentation once the input is open
 * @throws UsageError where options contradict each other
 */
export function presenterOf(
  options: Options,
  subject: PresentedPoints,
  io: Io,
): (input: TableInput) => Presentation {
  const words = columnWords({ variables: subject.graph.inputs, wrt: subject.wrt });
  const { columns, isBare, format, header, precision } = wordChoice(options, words, ['--trace']);
  const chosen = columns ?? [];
  if (chosen.some(({ column }) => column === 'bound') && subject.method !== 'best') {
    throw new UsageError(
      'the column bound needs --method best: only that knows how wrong it may be',
    );
  }
  if (subject.digits !== undefined) requireDigits(options, chosen);
  if (subject.digits !== undefined || chosen.some(({ column }) => isExactColumn(column))) {
    exactReadingOf(subject.graph);
  }
  const trace = options.trace === true;
  const requireRoomForTrace = (chosen: FormatName): void => {
    if (!trace || !isFlat(chosen)) return;
    const others = FORMAT_NAMES.filter((name) => !isFlat(name));
    throw new UsageError(`--trace does not fit into ${chosen}: use ${listed(others, 'or')}`);
  };
  if (format !== undefined) requireRoomForTrace(format);
  return ({ table, hasHeader }) => {
    const writing: RowsRecipe['writing'] = {
      header: header && hasHeader,
      precision,
      isSeen: io.isTerminal('output'),
    };
    // The rows of an input table are in its format, unless another one is chosen.
    const chosenFormat = format ?? usualFormat(subject.isInput, table);
    requireRoomForTrace(chosenFormat);
    if (chosenFormat === 'table') {
      return tablePresentation(subject, table, columns, trace, { ...writing, paint: paintFor(io) });
    }
    const shown = columns ?? defaultColumns('row', subject, table);
    return {
      keepsTable: !isBare,
      records: { columns: shown, trace, format: chosenFormat, writing },
    };
  };
}

/** A page for a single point, or for each with --trace; otherwise a row for each. */
function tablePresentation(
  subject: PresentedPoints,
  table: Table | undefined,
  chosen: readonly NamedColumn[] | undefined,
  wantsTrace: boolean,
  writerOptions: WriterOptions,
): Presentation {
  const { graph, isInput, pointCount } = subject;
  const isSinglePoint = !isInput && pointCount === 1;
  if (!wantsTrace && (!isSinglePoint || chosen !== undefined)) {
    const columns = chosen ?? defaultColumns('line', subject, table);
    const names = rowNames(recordNames(columns), table);
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
    const columns = defaultColumns('page', subject, table);
    return { keepsTable: false, page: digitsPage(subject, columns, writerOptions) };
  }
  const withoutExact = chosen ? undefined : functionWithoutFormula(graph);
  const page = walkthroughPage(subject, chosen ?? defaultColumns('page', subject, table), {
    ...writerOptions,
    allSteps: wantsTrace,
    ...(withoutExact !== undefined && { withoutExact }),
  });
  return { keepsTable: false, page };
}

function walkthroughPage(
  subject: PresentedPoints,
  columns: readonly NamedColumn[],
  writerOptions: WriterOptions & { readonly allSteps: boolean; readonly withoutExact?: string },
): ShownPage {
  const { graph, wrt, eps, method } = subject;
  const { formula, functionCount, inputs: variables } = graph;
  const options = { ...writerOptions, method, eps, wrt, formula, functionCount, variables };
  const kinds = columns.map(({ column }) => column);
  const shown: Shown = {
    columns,
    trace: true,
    compare: kinds.includes('numerical') && kinds.includes('backprop'),
    cells: (block, point) => [walkthroughPages(block, columns, point, options)],
  };
  return { shown, writer: pageWriter };
}

function digitsPage(
  { graph, digits = 0 }: PresentedPoints,
  columns: readonly NamedColumn[],
  writerOptions: WriterOptions,
): ShownPage {
  const { formula, functionCount, inputs: variables } = graph;
  const options = { ...writerOptions, formula, functionCount, variables, columns, digits };
  return { shown: recordsOf(columns), writer: digitsPageWriter(options) };
}

/** @throws UsageError where an option or a column has nothing to do with digits */
function requireDigits(options: object, chosen: readonly NamedColumn[]): void {
  refuseGiven(options, ['--eps', '--method', '--precision', '--trace'], (flag) => {
    return `--digits is for exact figures, so ${flag} does not go with it`;
  });
  const other = chosen.find(({ column }) => !DIGITS_COLUMNS.some((name) => name === column));
  if (other === undefined) return;
  throw new UsageError(
    `the column ${other.name} has the digits of a double; with --digits there are ${DIGITS_COLUMNS.join(', ')}`,
  );
}
