/** @file How the result of `diff` is shown: its columns, and the writer that prints them. */

import { DIGITS_COLUMNS, isExactColumn, type NamedColumn } from '../core/differentiate/columns';
import { listed } from '../core/text/lists';
import { plainPaint } from '../report/formats/format';
import { FLAT_FORMATS, FORMAT_NAMES, type FormatName } from '../report/formats/formats';
import { paintFor } from './process/color';
import type { Io } from './process/io';
import { wordChoice } from './options/column-choice';
import { exactReadingOf, functionWithoutFormula } from '../core/exact/exact-reading';
import { columnWords, defaultColumns, type Differentiated } from './options/diff-columns';
import type { Options } from './options/given';
import { refuseGiven } from './options/options';
import { UsageError } from './errors';
import { type DiffPage, type DiffPlan, diffRun } from './stream/diff-run';
import type { Run } from './stream/rows';
import type { Beginning } from './stream/input/source';
import { rowPlan, usualFormat } from './stream/row-plan';
import { digitsPageWriter } from '../report/digits-page';
import { type WalkthroughOptions, walkthroughPages, pageWriter } from '../report/walkthrough';

/** The points and derivatives to show, which determine how they are shown. */
interface PresentedPoints extends Differentiated {
  readonly eps: number;
  /** Whether points come from standard input, so that their number is unknown. */
  readonly isInput: boolean;
  readonly pointCount: number;
}

interface Presentation {
  readonly run: Run;
  /** Rows that every thread can make; a page only the main thread can, and the rows of a table one must have all. */
  readonly shared?: DiffPlan;
}

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
): (input: Beginning) => Presentation {
  const words = columnWords(subject.graph.inputs, subject.wrt);
  const choice = wordChoice(options, words, ['--trace']);
  const { columns, format } = choice;
  const { isInput, pointCount, eps, method, digits } = subject;
  const chosen = columns ?? [];
  if (chosen.some(({ column }) => column === 'bound') && method !== 'best') {
    throw new UsageError(
      'the column bound needs --method best: only that knows how wrong it may be',
    );
  }
  if (digits !== undefined) requireDigits(options, chosen);
  if (digits !== undefined || chosen.some(({ column }) => isExactColumn(column))) {
    exactReadingOf(subject.graph);
  }
  const trace = options.trace === true;
  const requireRoomForTrace = (chosen: FormatName): void => {
    if (!trace || !FLAT_FORMATS.includes(chosen)) return;
    const others = FORMAT_NAMES.filter((name) => !FLAT_FORMATS.includes(name));
    throw new UsageError(`--trace does not fit into ${chosen}: use ${listed(others, 'or')}`);
  };
  if (format !== undefined) requireRoomForTrace(format);
  return (input) => {
    const { table } = input;
    // The rows of an input table are in its format, unless another one is chosen.
    const chosenFormat = format ?? usualFormat(isInput, table);
    requireRoomForTrace(chosenFormat);
    const isTable = chosenFormat === 'table';
    // A page for a single point, or for each with --trace; otherwise a row for each.
    const isPage = isTable && (trace || (!isInput && pointCount === 1 && columns === undefined));
    const showing = isPage ? 'page' : isTable ? 'line' : 'row';
    const asked = {
      ...choice,
      format: chosenFormat,
      columns: columns ?? defaultColumns(showing, subject, table),
      more: trace ? ['trace'] : [],
      styles: { x: 'full' } as const,
      isBare: choice.isBare || isPage,
    };
    const rows = rowPlan(input, asked, options, io);
    const plan: DiffPlan = { ...rows, eps, method, digits, columns: asked.columns, trace };
    const { graph, wrt } = subject;
    if (!isTable) return { run: diffRun(graph, plan), shared: plan };
    const paint = paintFor(io);
    if (!isPage) return { run: diffRun(graph, plan, paint) };
    const { formula, functionCount, inputs: variables } = graph;
    const ofPages = { ...rows.writing, paint, formula, functionCount, variables };
    const withoutExact = columns ? undefined : functionWithoutFormula(graph);
    const page =
      digits === undefined
        ? walkthrough(plan, { ...ofPages, eps, method, wrt, allSteps: trace, withoutExact })
        : { writer: digitsPageWriter({ ...ofPages, columns: plan.columns, digits }) };
    return { run: diffRun(graph, plan, plainPaint, page) };
  };
}

function walkthrough({ columns }: DiffPlan, options: WalkthroughOptions): DiffPage {
  const kinds = columns.map(({ column }) => column);
  return {
    writer: pageWriter,
    trace: true,
    compare: kinds.includes('numerical') && kinds.includes('backprop'),
    cells: (block, point) => [walkthroughPages(block, columns, point, options)],
  };
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
