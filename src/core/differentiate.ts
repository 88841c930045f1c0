/** @file One block of points through the chain: value, numerical derivative and backprop. */

import { backprop } from './backprop';
import type { BestDerivative } from './best/best-derivative';
import { bestOfChain } from './best/best-of-chain';
import { describeFinding } from './best/describe-finding';
import { Chain } from './chain';
import {
  explainGradientNaN,
  explainNumericalNaN,
  explainValueNaN,
  findOutsideDomain,
  hasLimits,
  kinkNotices,
  type Notice,
} from './diagnose';
import { errorColumns } from './error-columns';
import type { Fault } from './errors';
import { failureOf, guarding } from './guarded-chain';
import { numericalColumn } from './numerical-column';
import { checkEps, DEFAULT_EPS, DEFAULT_METHOD, type Method, METHODS } from './numerical-diff';
import { type TraceStep, traceSteps } from './trace';
import { Variable, wrongType } from './variable';

export const COLUMNS = [
  'x',
  'y',
  'numerical',
  'backprop',
  'absoluteError',
  'relativeError',
] as const;
export type Column = (typeof COLUMNS)[number] | 'bound';

/** The finite differences, and what many of them together show: see `bestDerivatives`. */
export type NumericalMethod = Method | 'best';
export const NUMERICAL_METHODS: readonly NumericalMethod[] = [...METHODS, 'best'];

export interface DifferentiateOptions {
  /** What to compute: all by default. What is not asked for is not computed and cannot fail. */
  readonly columns?: readonly Column[];
  /** The step of a finite difference. */
  readonly eps?: number;
  readonly method?: NumericalMethod;
  /** Whether to return every variable of the chain with its data and gradient. */
  readonly trace?: boolean;
}

/** What is wrong with one point. Outside a domain all its figures are NaN, otherwise the numerical one. */
export interface Problem extends Fault {
  /** The index of the point in the block. */
  readonly index: number;
}

/** The asked-for columns, each with one number for each x; and what is to be said about them. */
export interface Derivatives extends Readonly<Partial<Record<Column, Float64Array>>> {
  readonly x: Float64Array;
  readonly trace?: readonly TraceStep[];
  /** By index, at most one for each point. */
  readonly problems: readonly Problem[];
  /** By index. */
  readonly notices: readonly Notice[];
}

/** All columns, which is what comes without a choice of columns. */
export type AllDerivatives = Derivatives & Readonly<Record<(typeof COLUMNS)[number], Float64Array>>;

/**
 * Differentiates the chain at every x of a block.
 *
 * `numerical` is the finite difference, or the best derivative with a `bound` of its error, which is
 * no column otherwise; `backprop` manual backpropagation; absoluteError is their
 * distance, relativeError that distance relative to the larger of the two (0 for two equal numbers;
 * NaN, as the distance, where both are the same infinity).
 *
 * @throws DezeroError `wrong-type` or `bad-eps`; what concerns single points is in `problems`
 */
export function differentiate(
  chain: Chain,
  x: Float64Array,
  options?: Omit<DifferentiateOptions, 'columns'>,
): AllDerivatives;
export function differentiate(
  chain: Chain,
  x: Float64Array,
  options: DifferentiateOptions,
): Derivatives;
export function differentiate(
  chain: Chain,
  x: Float64Array,
  options: DifferentiateOptions = {},
): Derivatives {
  const { faults, ...derivatives } = differentiateBlock(chain, x, options);
  const problems = [...faults].map(([index, { code, message }]) => ({ index, code, message }));
  return { ...derivatives, problems: problems.sort((a, b) => a.index - b.index) };
}

/** The same for streams, which tell only a few of many faults: by index, in no order. */
export interface BlockDerivatives extends Omit<Derivatives, 'problems'> {
  readonly faults: ReadonlyMap<number, Fault>;
}

/** As `differentiate`; the message of a fault is made when it is read. */
export function differentiateBlock(
  chain: Chain,
  x: Float64Array,
  options: DifferentiateOptions,
): BlockDerivatives {
  if (!(chain instanceof Chain)) {
    throw wrongType('differentiate needs a Chain', chain, "parseChain('square,exp')");
  }
  return guarding(chain, (usable) => {
    const block = blockOf(usable, x, options);
    return usable === chain ? block : withFailures(block, chain, options);
  });
}

/** The block of a guarded chain, with the faults of the points at which the chain itself fails. */
function withFailures(
  block: BlockDerivatives,
  chain: Chain,
  options: DifferentiateOptions,
): BlockDerivatives {
  const faults = new Map(block.faults);
  for (const [index, value] of block.x.entries()) {
    const isComputed = COLUMNS.every((name) => !Number.isNaN(block[name]?.[index]));
    if (isComputed) continue;
    const fault = failureOf(() => blockOf(chain, Float64Array.of(value), options));
    if (fault !== undefined) faults.set(index, fault);
  }
  return { ...block, faults, notices: block.notices.filter(({ index }) => !faults.has(index)) };
}

function blockOf(
  chain: Chain,
  x: Float64Array,
  {
    columns = COLUMNS,
    eps = DEFAULT_EPS,
    method = DEFAULT_METHOD,
    trace = false,
  }: DifferentiateOptions,
): BlockDerivatives {
  const wants = (...names: Column[]): boolean => names.some((name) => columns.includes(name));
  const wantsErrors = wants('absoluteError', 'relativeError');
  const wantsBackprop = trace || wantsErrors || wants('backprop');
  const wantsNumerical = wantsErrors || wants('numerical', 'bound');
  if (wantsNumerical && method !== 'best') checkEps(eps);

  const faults = new Map<number, Fault>();
  const notices: Notice[] = [];
  const input = new Variable(x);
  const isLimited = hasLimits(chain);

  let variables: readonly Variable[] = [];
  let gradient: Float64Array | undefined;
  if (wantsBackprop || wants('y') || (wantsNumerical && isLimited)) {
    const applied = chain.forward(input);
    variables = [input, ...applied.map((f) => f.output)];
    if (wantsBackprop) gradient = backprop(input, applied);
    const data = variables.map((variable) => variable.data);
    if (isLimited) findOutsideDomain(chain, data, faults);
    if (wantsBackprop) addAll(notices, kinkNotices(chain, data));
  }
  const y = wantsBackprop || wants('y') ? variables.at(-1)?.data : undefined;

  const best = wantsNumerical && method === 'best' ? bestOfChain(chain, x) : undefined;
  const numerical =
    wantsNumerical && method !== 'best'
      ? numericalColumn({ chain, x, eps, method, isLimited }, faults)
      : best && Float64Array.from(best, ({ value }) => value);

  explainNaN(y, faults, notices, (i) => explainValueNaN(chain, x[i] as number));
  // Where the value is NaN the derivatives are so too, for the same reason.
  const hasValue = (i: number): boolean => y === undefined || !Number.isNaN(y[i]);
  explainNaN(gradient, faults, notices, (i) => {
    if (!hasValue(i)) return undefined;
    const data = variables.map((variable) => variable.data[i] as number);
    const grads = variables.map((variable) => variable.grad?.[i] as number);
    return explainGradientNaN(chain, data, grads);
  });
  if (method !== 'best') {
    explainNaN(numerical, faults, notices, (i) =>
      hasValue(i) ? explainNumericalNaN(chain, x[i] as number, eps, method) : undefined,
    );
  }
  addAll(notices, findingNotices(best ?? [], notices));

  const result = {
    ...(y && { y: withoutOutside(y, faults) }),
    ...(numerical && { numerical: withoutOutside(numerical, faults) }),
    ...(best && { bound: Float64Array.from(best, ({ bound }) => bound) }),
    ...(gradient && { backprop: withoutOutside(gradient, faults) }),
  };
  return {
    x,
    ...result,
    ...(wantsErrors && errorColumns(result.numerical, result.backprop)),
    ...(trace && { trace: traceSteps(chain, variables) }),
    faults,
    notices: notices.filter(({ index }) => !faults.has(index)).sort((a, b) => a.index - b.index),
  };
}

/** As push(...more), which overflows the stack where there are many. */
function addAll<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}

/** Adds a notice for each NaN that is nobody's fault. */
function explainNaN(
  figures: Float64Array | undefined,
  faults: ReadonlyMap<number, Fault>,
  notices: Notice[],
  explain: (index: number) => string | undefined,
): void {
  if (figures === undefined) return;
  for (let index = 0; index < figures.length; index++) {
    if (!Number.isNaN(figures[index]) || faults.has(index)) continue;
    const text = explain(index);
    if (text !== undefined) notices.push({ index, text });
  }
}

/** What the best derivative has found, where nothing else is said. */
function findingNotices(best: readonly BestDerivative[], others: readonly Notice[]): Notice[] {
  const said = new Set(others.map(({ index }) => index));
  return best.flatMap(({ finding }, index) => {
    if (finding === undefined || said.has(index)) return [];
    return [{ index, text: `numerical is uncertain: ${describeFinding(finding)}` }];
  });
}

/** The figures with NaN for every point outside the domain. */
function withoutOutside(figures: Float64Array, faults: ReadonlyMap<number, Fault>): Float64Array {
  if (faults.size === 0) return figures;
  const masked = figures.slice();
  for (const [index, { code }] of faults) {
    if (code === 'outside-domain') masked[index] = NaN;
  }
  return masked;
}
