/** @file The page for one point, as in the lesson: the call, every variable, and the comparison of both derivatives. */

import type { Column, NamedColumn } from '../core/differentiate/columns';
import type { DifferentiatedBlock, NumericalMethod } from '../core/differentiate/derivatives';
import { pointAt } from '../core/engine/at-point';
import { counted, formatNumber, pointText } from '../core/text/format-number';
import { listed } from '../core/text/lists';
import type { Measured } from '../core/differentiate/measured';
import type { TraceStep } from '../core/graph/trace';
import { describeMeasured, describeMissing, describeApart, errorText, madeOf } from './measured';
import { noWriter, type Writer, type WriterOptions } from './formats/format';
import { alignedRows } from './formats/aligned-table';
import { fewDigits } from './formats/table';
import { describeAgreement } from './agreement';
import { pageHeading, type Subject, shortName } from './text/heading';
import { bothEnds, explanation } from './text/paragraph';
import { numberText } from './text/number-text';

export interface WalkthroughOptions extends WriterOptions, Subject {
  /** The names of the variables, all of which it is differentiated by. */
  readonly variables: readonly string[];
  readonly wrt: readonly string[];
  readonly method: NumericalMethod;
  /** The step of a finite difference. */
  readonly eps: number;
  /** The function without a formula, because of which there is no exact derivative. */
  readonly withoutExact?: string | undefined;
  /** Whether to show every step of a long chain, or only both ends. */
  readonly allSteps: boolean;
}

const STEP_HEADS = ['variable', 'creator', 'data ↓', 'grad ↑'];
const COMPARED: readonly Column[] = ['numerical', 'bound', 'backprop', 'exact', 'absoluteError'];

/** Writes blocks that have a single column of pages. */
export const pageWriter: Writer = {
  ...noWriter,
  separator: '\n',
  rows({ columns: [pages] }, text) {
    for (const page of pages as readonly string[]) text.text(`\n${page}`);
  },
};

/** One point of a block. */
interface PagePoint {
  readonly block: DifferentiatedBlock;
  readonly columns: readonly NamedColumn[];
  readonly index: number;
  readonly options: WalkthroughOptions;
}

/**
 * A page for each point.
 *
 * @param block with its trace
 * @param columns the columns to show
 * @param point a column for each variable
 */
export function walkthroughPages(
  block: DifferentiatedBlock,
  columns: readonly NamedColumn[],
  point: readonly Float64Array[],
  options: WalkthroughOptions,
): string[] {
  return Array.from(point[0] as Float64Array, (_, index) =>
    pageOf({ block, columns, index, options }, pointAt(point, index)),
  );
}

function pageOf(page: PagePoint, point: readonly number[]): string {
  const { columns: named, options } = page;
  const { paint, header, variables } = options;
  const isOne = variables.length === 1;
  const parts = [
    pageHeading(options, pointText(variables, point), paint),
    alignedRows({ columns: STEP_HEADS, header, rows: visibleSteps(page) }, paint),
  ];
  const kinds = named.map(({ column }) => column);
  // A single derivative has the columns that were asked for.
  const compared = isOne
    ? kinds.filter((column) => COMPARED.includes(column))
    : COMPARED.filter((column) => kinds.includes(column));
  if (compared.length > 0) {
    const columns = isOne ? compared : ['by', ...compared];
    const rows = isOne ? [figuresWithErrors(page, compared)] : rowsOfPartials(page, compared);
    parts.push(alignedRows({ columns, header, rows }, paint));
  }
  if (compared.includes('numerical')) {
    const said = isOne ? comparison(page) : comparisonOfPartials(page);
    parts.push(explanation(said, paint));
  }
  return parts.join('\n');
}

/** The number of a column for a variable; undefined if it is not shown. */
function figureOf(
  { block, columns, index }: PagePoint,
  column: Column,
  along = 0,
): number | undefined {
  const place = columns.findIndex((named) => named.column === column && named.along === along);
  return block.columns[place]?.[index];
}

/** The numbers, with the measured errors of both derivatives below them. */
function figuresWithErrors(page: PagePoint, compared: readonly Column[]): string[] {
  const textOf = numberText(page.options.precision);
  const measured = measuredBy(page);
  return compared.map((column) => {
    const figure = textOf(figureOf(page, column) as number);
    if (column !== 'numerical' && column !== 'backprop') return figure;
    const error = measured === undefined ? '' : errorText(measured[column].error);
    return error === '' ? figure : `${figure}\n${error}`;
  });
}

function rowsOfPartials(page: PagePoint, compared: readonly Column[]): string[][] {
  const { variables, wrt, precision } = page.options;
  const textOf = numberText(precision);
  return wrt.map((variable) => [
    variable,
    ...compared.map((column) => {
      const figure = figureOf(page, column, variables.indexOf(variable));
      return figure === undefined ? '' : textOf(figure);
    }),
  ]);
}

function measuredBy({ block, index }: PagePoint, along = 0): Measured | undefined {
  return block.measured?.[along]?.[index];
}

/** How numerical was made, and the errors of both derivatives, or else whether they agree. */
function comparison(page: PagePoint): string[] {
  const { block, index, options } = page;
  const { method, eps, withoutExact } = options;
  const measured = measuredBy(page);
  if (measured !== undefined) {
    const y = block.value?.[index] as number;
    return describeMeasured(measured, {
      method,
      eps,
      y,
      exactY: figureOf(page, 'exactY') as number,
    });
  }
  const relativeError = figureOf(page, 'relativeError');
  const shared = relativeError === undefined ? '' : `; ${describeDigits(relativeError)}`;
  const agreement = block.agreements?.[0]?.[index];
  return [
    `numerical is the ${madeOf(method, eps)}${shared}.`,
    agreement === undefined ? '' : describeAgreement(agreement, method),
    describeMissing(withoutExact),
  ];
}

/** The same for several partials; those that agree are mentioned together. */
function comparisonOfPartials(page: PagePoint): string[] {
  const { block, index, options } = page;
  const { variables, wrt, method, eps, withoutExact } = options;
  const partials = wrt.map((variable): ComparedPartial => {
    const along = variables.indexOf(variable);
    const agreement = block.agreements?.[along]?.[index];
    const measured = measuredBy(page, along);
    const isApart = agreement !== undefined && agreement.verdict !== 'agree';
    const apart = isApart ? describeAgreement(agreement, method) : '';
    return { variable, measured, apart: measured ? describeApart(measured) : apart };
  });
  const isMeasured = partials.some(({ measured }) => measured !== undefined);
  const apart = partials.filter((partial) => partial.apart !== '');
  const isAgreed = !isMeasured && apart.length === 0 && block.agreements !== undefined;
  return [
    `numerical is the ${madeOf(method, eps)}.`,
    ...(isMeasured ? describeTogether(partials) : []),
    isAgreed ? 'All partials agree within the error of numerical.' : '',
    ...apart.map((partial) => `By ${partial.variable}: ${partial.apart}`),
    describeMissing(withoutExact),
  ];
}

/** A partial with its errors, if they are known, and what is said of it alone, or nothing. */
interface ComparedPartial {
  readonly variable: string;
  readonly measured: Measured | undefined;
  readonly apart: string;
}

/** What is said of all partials whose errors are known: the largest ones, of those that are finite. */
function describeTogether(partials: readonly ComparedPartial[]): string[] {
  const measured = partials.filter((partial) => partial.measured !== undefined);
  const finite = measured.filter(({ measured: found }) =>
    [found?.numerical.error, found?.backprop.error].every(Number.isFinite),
  );
  const worst = (of: 'numerical' | 'backprop'): string =>
    fewDigits(Math.max(...finite.flatMap(({ measured: found }) => found?.[of].error ?? [])));
  const by = (these: typeof partials): string => {
    const names = these.map(({ variable }) => variable);
    return these.length === partials.length ? '' : `By ${listed(names, 'and')} `;
  };
  const it = by(finite) === '' ? 'It' : `${by(finite)}it`;
  return [
    finite.length > 0
      ? `${it} is wrong by ${worst('numerical')} at most, backprop by ${worst('backprop')}.`
      : '',
    `${by(measured)}exact is the derivative of the formula itself: each digit is proved.`,
  ];
}

function visibleSteps({ block, index, options }: PagePoint): string[][] {
  const steps = block.trace as readonly TraceStep[];
  const textOf = numberText(options.precision);
  const row = ({ variable, creator, data, grad }: TraceStep): string[] => [
    variable,
    shortName(creator ?? ''),
    textOf(data[index] as number),
    textOf(grad[index] as number),
  ];
  const { start, end, hidden } = bothEnds(steps, options.allSteps);
  const gap = ['…', `${formatNumber(hidden)} more`, 'all of them: --trace', ''];
  return [...start.map(row), ...(hidden > 0 ? [gap] : []), ...end.map(row)];
}

/** The number of significant digits that two numbers with this relative difference share, in words. */
function describeDigits(relativeError: number): string {
  if (Number.isNaN(relativeError)) return 'the two cannot be compared';
  if (relativeError === 0) return 'the two are equal';
  let digits = 0;
  for (let error = relativeError; error <= 0.1; error *= 10) digits++;
  if (digits === 0) return 'the two differ in the first digit';
  return `the two agree to ${counted(digits, 'digit')}`;
}
