/** @file One point as the lesson shows it: the call, every variable on its way, the comparison. */

import type { Column } from '../core/columns';
import type { BlockDerivatives, NumericalMethod } from '../core/derivatives';
import { formatNumber } from '../core/format-number';
import type { TraceStep } from '../core/trace';
import { describeAgreement } from './agreement';
import type { Writer, WriterOptions } from './format';
import { paragraph } from './paragraph';
import { shortCall, shortName } from './shorten';
import { alignedTable, numberText } from './table';

export interface WalkthroughOptions extends WriterOptions {
  /** The graph as people read it. */
  readonly formula: string;
  readonly functionCount: number;
  /** The name of its variable. */
  readonly variable: string;
  readonly method: NumericalMethod;
  /** The step of a finite difference. */
  readonly eps: number;
  /** Whether to show every step of a long chain, or only both ends. */
  readonly allSteps: boolean;
}

export const COMPARED: readonly Column[] = ['numerical', 'bound', 'backprop', 'absoluteError'];
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
  const x = textOf(result.x[index] as number);
  const name = shortCall(options.formula, options.functionCount);
  const parts = [
    `${paint.heading(name)} at ${paint.heading(`${options.variable} = ${x}`)}\n`,
    alignedTable(
      header ? ['variable', 'creator', 'data ↓', 'grad ↑'] : undefined,
      visibleSteps(result.trace ?? [], index, options),
      paint,
    ),
  ];
  const compared = columns.filter((column) => COMPARED.includes(column));
  if (compared.length > 0) {
    const figures = compared.map((column) => textOf(result[column]?.[index] as number));
    parts.push(alignedTable(header ? compared : undefined, [figures], paint));
  }
  if (compared.includes('numerical')) {
    const lines = comparison(result, columns, index, options);
    parts.push(lines.map((line) => `${paint.muted(line)}\n`).join(''));
  }
  return parts.join('\n');
}

/** How numerical was made, in words. */
export function howMade({ method, eps }: Pick<WalkthroughOptions, 'method' | 'eps'>): string {
  return method === 'best'
    ? 'best derivative that the values show'
    : `${method} difference, eps = ${formatNumber(eps)}`;
}

/** How numerical was made, how near it is to backprop, and whether that is as near as it can be. */
function comparison(
  { relativeError, agreements }: BlockDerivatives,
  columns: readonly Column[],
  index: number,
  options: WalkthroughOptions,
): string[] {
  const { method } = options;
  const shared = columns.includes('relativeError')
    ? `; ${describeDigits(relativeError?.[index] as number)}`
    : '';
  const agreement = agreements?.[index];
  const explanation = agreement === undefined ? '' : describeAgreement(agreement, method);
  return [
    `numerical is the ${howMade(options)}${shared}`,
    ...(explanation === '' ? [] : paragraph(explanation).trimEnd().split('\n')),
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
  return `the two agree to ${String(digits)} digit${digits === 1 ? '' : 's'}`;
}
