/** @file One point as the lesson shows it: the call, every variable on its way, the comparison. */

import { counted } from '../core/text/counted';
import type { Column } from '../core/differentiate/columns';
import type { BlockDerivatives, NumericalMethod } from '../core/differentiate/derivatives';
import { formatNumber } from '../core/text/format-number';
import type { Measured } from '../core/differentiate/measured';
import type { TraceStep } from '../core/graph/trace';
import { describeAgreement } from './agreement';
import type { Writer, WriterOptions } from './formats/format';
import { describeMeasured, describeMissing, errorText, madeOf } from './measured';
import { alignedTable } from './formats/aligned-table';
import { pageHeading } from './text/heading';
import { explanation } from './text/paragraph';
import { shortName } from './text/shorten';
import { numberText } from './text/number-text';

export interface WalkthroughOptions extends WriterOptions {
  /** The graph as people read it. */
  readonly formula: string;
  readonly functionCount: number;
  /** The name of its variable. */
  readonly variable: string;
  readonly method: NumericalMethod;
  /** The step of a finite difference. */
  readonly eps: number;
  /** The function that keeps the graph from being read exactly, where there is one. */
  readonly withoutExact?: string;
  /** Whether to show every step of a long chain, or only both ends. */
  readonly allSteps: boolean;
}

export const COMPARED: readonly Column[] = [
  'numerical',
  'bound',
  'backprop',
  'exact',
  'absoluteError',
];
const MOST_STEPS = 24;
const STEPS_AT_EACH_END = 8;

/** Writes pages, the only column of its blocks, one below the other. */
export const pageWriter: Writer = {
  open: () => '',
  separator: '\n',
  rows({ length, columns: [pages = []] }, text) {
    for (let i = 0; i < length; i++) text.text(`\n${pages[i] as string}`);
  },
  close: () => '',
};

/**
 * A page for each point.
 *
 * @param result with its trace
 * @param columns what of it is shown
 */
export function walkthroughPages(
  result: BlockDerivatives,
  columns: readonly Column[],
  options: WalkthroughOptions,
): string[] {
  return Array.from(result.x, (_, index) => pageOf(result, columns, index, options));
}

function pageOf(
  result: BlockDerivatives,
  columns: readonly Column[],
  index: number,
  options: WalkthroughOptions,
): string {
  const { paint, precision, header } = options;
  const textOf = numberText(precision);
  const x = formatNumber(result.x[index] as number);
  const parts = [
    pageHeading(options, `${options.variable} = ${x}`, paint),
    alignedTable(
      header ? ['variable', 'creator', 'data ↓', 'grad ↑'] : undefined,
      visibleSteps(result.trace ?? [], index, options),
      paint,
    ),
  ];
  const compared = columns.filter((column) => COMPARED.includes(column));
  if (compared.length > 0) {
    const figures = compared.map((column) => textOf(result[column]?.[index] as number));
    const errors = errorsOf(compared, result.measured?.[index]);
    const row = figures.map((figure, i) => belowEachOther(figure, errors?.[i]));
    parts.push(alignedTable(header ? compared : undefined, [row], paint));
  }
  if (compared.includes('numerical')) {
    parts.push(explanation(comparison(result, columns, index, options), paint));
  }
  return parts.join('\n');
}

/** How wrong the first two are, beneath them; undefined where that was not measured. */
function errorsOf(
  compared: readonly Column[],
  measured: Measured | undefined,
): string[] | undefined {
  if (measured === undefined) return undefined;
  return compared.map((column) => {
    if (column !== 'numerical' && column !== 'backprop') return '';
    return errorText(measured[column].error);
  });
}

function belowEachOther(figure: string, error = ''): string {
  return error === '' ? figure : `${figure}\n${error}`;
}

/** How numerical was made, and how wrong both are; or whether they are as near as they can be. */
function comparison(
  result: BlockDerivatives,
  columns: readonly Column[],
  index: number,
  { method, eps, withoutExact }: WalkthroughOptions,
): string[] {
  const measured = result.measured?.[index];
  if (measured !== undefined) {
    const y = result.y?.[index] as number;
    const exactY = result.exactY?.[index] ?? NaN;
    return describeMeasured(measured, { method, eps, y, exactY });
  }
  const shared = columns.includes('relativeError')
    ? `; ${describeDigits(result.relativeError?.[index] as number)}`
    : '';
  const agreement = result.agreements?.[index];
  return [
    `numerical is the ${madeOf(method, eps)}${shared}.`,
    agreement === undefined ? '' : describeAgreement(agreement, method),
    describeMissing(withoutExact),
  ];
}

export function visibleSteps(
  steps: readonly TraceStep[],
  index: number,
  { allSteps, precision }: Pick<WalkthroughOptions, 'allSteps' | 'precision'>,
): string[][] {
  const textOf = numberText(precision);
  const row = ({ variable, creator, data, grad }: TraceStep): string[] => [
    variable,
    shortName(creator ?? ''),
    textOf(data[index] as number),
    textOf(grad[index] as number),
  ];
  if (allSteps || steps.length <= MOST_STEPS) return steps.map(row);
  const hidden = steps.length - 2 * STEPS_AT_EACH_END;
  return [
    ...steps.slice(0, STEPS_AT_EACH_END).map(row),
    ['…', `${formatNumber(hidden)} more`, 'all of them: --trace', ''],
    ...steps.slice(-STEPS_AT_EACH_END).map(row),
  ];
}

/** How many significant digits two numbers of this relative error share, in words. */
function describeDigits(relativeError: number): string {
  if (Number.isNaN(relativeError)) return 'the two cannot be compared';
  if (relativeError === 0) return 'the two are equal';
  let digits = 0;
  for (let error = relativeError; error <= 0.1; error *= 10) digits++;
  if (digits === 0) return 'the two differ in the first digit';
  return `the two agree to ${counted(digits, 'digit')}`;
}
