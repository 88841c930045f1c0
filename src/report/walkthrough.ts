/** @file One point as the lesson shows it: the call, every variable on its way, the comparison. */

import { formatNumber } from '../core/format-number';
import type { DerivativesColumn } from './derivatives';
import { type Block, type Cell, cellText, record, type Writer, type WriterOptions } from './format';
import { paragraph } from './paragraph';
import { shortCall, shortName } from './shorten';
import { alignedTable, numberText } from './table';

export interface WalkthroughOptions extends WriterOptions {
  /** The chain as a nested call. */
  readonly call: string;
  readonly functionCount: number;
  /** How the numerical derivative was made: "central difference, eps = 0.0001". */
  readonly numericalMethod: string;
  /** Whether to show every step of a long chain, or only both ends. */
  readonly allSteps: boolean;
}

/** One step of the `trace` column. */
interface Step {
  readonly [key: string]: Cell;
  readonly variable: string;
  readonly creator: string | null;
  readonly data: number;
  readonly grad: number;
}

const COMPARED: readonly DerivativesColumn[] = ['numerical', 'bound', 'backprop', 'absoluteError'];
const MOST_STEPS = 24;
const STEPS_AT_EACH_END = 8;

/** Writes each point of a block that has the column `trace` as a page of its own. */
export function walkthroughWriter(
  columns: readonly DerivativesColumn[],
  options: WalkthroughOptions,
): Writer {
  return {
    open: () => '',
    separator: '\n',
    rows(block, text) {
      for (let i = 0; i < block.length; i++) text.text(`\n${page(columns, block, i, options)}`);
    },
    close: () => '',
  };
}

function page(
  columns: readonly DerivativesColumn[],
  block: Block,
  index: number,
  options: WalkthroughOptions,
): string {
  const { paint, precision, header } = options;
  const cells = record(block, index);
  const cellOf = (name: DerivativesColumn): Cell => cells[columns.indexOf(name)] as Cell;
  const steps = cellOf('trace') as readonly Step[];
  const textOf = numberText(precision);
  const x = textOf(steps[0]?.data as number);
  const parts = [
    `${paint.heading(shortCall(options.call, options.functionCount))} at ${paint.heading(`x = ${x}`)}\n`,
    alignedTable(
      header ? ['variable', 'creator', 'data ↓', 'grad ↑'] : undefined,
      visibleSteps(steps, options),
      paint,
    ),
  ];
  const compared = columns.filter((name) => COMPARED.includes(name));
  if (compared.length > 0) {
    const figures = compared.map((name) => cellText(cellOf(name), textOf));
    parts.push(alignedTable(header ? compared : undefined, [figures], paint));
  }
  if (compared.includes('numerical')) {
    const agreement = columns.includes('relativeError')
      ? `; ${describeAgreement(cellOf('relativeError') as number)}`
      : '';
    const explanation = columns.includes('agreement') ? (cellOf('agreement') as string) : '';
    const lines = [
      `numerical is the ${options.numericalMethod}${agreement}`,
      ...(explanation === '' ? [] : paragraph(explanation).trimEnd().split('\n')),
    ];
    parts.push(lines.map((line) => `${paint.muted(line)}\n`).join(''));
  }
  return parts.join('\n');
}

function visibleSteps(
  steps: readonly Step[],
  { allSteps, precision }: WalkthroughOptions,
): string[][] {
  const textOf = numberText(precision);
  const row = ({ variable, creator, data, grad }: Step): string[] => [
    variable,
    shortName(creator ?? ''),
    textOf(data),
    textOf(grad),
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
function describeAgreement(relativeError: number): string {
  if (Number.isNaN(relativeError)) return 'the two cannot be compared';
  if (relativeError === 0) return 'the two are equal';
  let digits = 0;
  for (let error = relativeError; error <= 0.1; error *= 10) digits++;
  if (digits === 0) return 'the two differ in the first digit';
  return `the two agree to ${String(digits)} digit${digits === 1 ? '' : 's'}`;
}
