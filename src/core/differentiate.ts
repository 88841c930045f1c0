/** @file One block of points through the chain: value, numerical derivative and backprop. */

import { backprop } from './backprop';
import { Chain } from './chain';
import type { FunctionClass } from './define-function';
import {
  explainNaN,
  kinkNotices,
  type Notice,
  pointOutsideDomain,
  stencilOutsideDomain,
} from './diagnose';
import type { DezeroError } from './errors';
import {
  checkEps,
  DEFAULT_EPS,
  DEFAULT_METHOD,
  difference,
  lostStep,
  type Method,
} from './numerical-diff';
import { variableNames } from './variable-names';
import { Variable, wrongType } from './variable';

export const COLUMNS = [
  'x',
  'y',
  'numerical',
  'backprop',
  'absoluteError',
  'relativeError',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface DifferentiateOptions {
  /** What to compute: all by default. What is not asked for is not computed and cannot fail. */
  readonly columns?: readonly Column[];
  readonly eps?: number;
  readonly method?: Method;
  /** Whether to return every variable of the chain with its data and gradient. */
  readonly trace?: boolean;
}

/** One variable of the chain, in the book's words. */
export interface TraceStep {
  /** x, a, b, ..., y. */
  readonly variable: string;
  /** The function that made it; null for x. */
  readonly creator: string | null;
  readonly data: Float64Array;
  readonly grad: Float64Array;
}

/** A point for which some figure could not be computed; that figure is NaN. */
export interface Problem {
  /** The index of the point in the block. */
  readonly index: number;
  readonly error: DezeroError;
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
export type AllDerivatives = Derivatives & Readonly<Record<Column, Float64Array>>;

/**
 * Differentiates the chain at every x of a block.
 *
 * `numerical` is the finite difference, `backprop` manual backpropagation; absoluteError is their
 * distance, relativeError that distance relative to the larger of the two.
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
  {
    columns = COLUMNS,
    eps = DEFAULT_EPS,
    method = DEFAULT_METHOD,
    trace = false,
  }: DifferentiateOptions = {},
): Derivatives {
  if (!(chain instanceof Chain)) {
    throw wrongType('differentiate needs a Chain', chain, "parseChain('square,exp')");
  }
  const wants = (...names: Column[]): boolean => names.some((name) => columns.includes(name));
  const wantsErrors = wants('absoluteError', 'relativeError');
  const wantsBackprop = trace || wantsErrors || wants('backprop');
  const wantsNumerical = wantsErrors || wants('numerical');
  if (wantsNumerical) checkEps(eps);

  const problems = new Map<number, DezeroError>();
  const notices: Notice[] = [];
  const input = new Variable(x);
  let y: Float64Array | undefined;
  let gradient: Float64Array | undefined;
  let steps: readonly TraceStep[] | undefined;
  if (wantsBackprop || wants('y')) {
    const applied = chain.forward(input);
    y = applied.at(-1)?.output.data ?? x;
    reportNaN(y, problems, (i) => pointOutsideDomain(chain, x[i] as number));
    if (wantsBackprop) {
      gradient = backprop(input, applied);
      const variables = [input, ...applied.map((f) => f.output)];
      notices.push(...gradientNotices(chain, variables, problems));
      if (trace) steps = traceSteps(chain, variables);
    }
  }

  let numerical: Float64Array | undefined;
  if (wantsNumerical) {
    numerical = difference((data) => chain.evaluate(data), x, eps, method);
    for (let i = 0; i < x.length; i++) {
      const lost = lostStep(x[i] as number, eps, method);
      if (lost === undefined) continue;
      numerical[i] = NaN;
      if (!problems.has(i)) problems.set(i, lost);
    }
    reportNaN(
      numerical,
      problems,
      (i) =>
        pointOutsideDomain(chain, x[i] as number) ??
        stencilOutsideDomain(chain, x[i] as number, eps, method),
    );
  }

  return {
    x,
    ...(y && { y }),
    ...(numerical && { numerical }),
    ...(gradient && { backprop: gradient }),
    ...(numerical && gradient && errorColumns(numerical, gradient)),
    ...(steps && { trace: steps }),
    problems: [...problems.entries()]
      .map(([index, error]) => ({ index, error }))
      .sort((a, b) => a.index - b.index),
    notices: notices.filter(({ index }) => !problems.has(index)).sort((a, b) => a.index - b.index),
  };
}

/** Asks for the reason of each NaN that has none yet. */
function reportNaN(
  figures: Float64Array,
  problems: Map<number, DezeroError>,
  reasonAt: (index: number) => DezeroError | undefined,
): void {
  for (let i = 0; i < figures.length; i++) {
    if (!Number.isNaN(figures[i]) || problems.has(i)) continue;
    const reason = reasonAt(i);
    if (reason !== undefined) problems.set(i, reason);
  }
}

function gradientNotices(
  chain: Chain,
  variables: readonly Variable[],
  problems: ReadonlyMap<number, DezeroError>,
): Notice[] {
  const notices = kinkNotices(
    chain,
    variables.map((variable) => variable.data),
  );
  const gradient = variables[0]?.grad ?? new Float64Array();
  for (let index = 0; index < gradient.length; index++) {
    if (!Number.isNaN(gradient[index]) || problems.has(index)) continue;
    const text = explainNaN(
      chain,
      variables.map((variable) => variable.data[index] as number),
      variables.map((variable) => variable.grad?.[index] as number),
    );
    if (text !== undefined) notices.push({ index, text });
  }
  return notices;
}

function traceSteps(chain: Chain, variables: readonly Variable[]): TraceStep[] {
  const names = variableNames(chain.functions.length);
  return variables.map((variable, i) => ({
    variable: names[i] as string,
    creator: i === 0 ? null : (chain.functions[i - 1] as FunctionClass).definition.name,
    data: variable.data,
    grad: variable.grad as Float64Array,
  }));
}

function errorColumns(
  numerical: Float64Array,
  exact: Float64Array,
): { absoluteError: Float64Array; relativeError: Float64Array } {
  const absoluteError = new Float64Array(exact.length);
  const relativeError = new Float64Array(exact.length);
  for (let i = 0; i < exact.length; i++) {
    const [a, b] = [numerical[i] as number, exact[i] as number];
    const distance = Math.abs(a - b);
    absoluteError[i] = distance;
    relativeError[i] = distance === 0 ? 0 : distance / Math.max(Math.abs(a), Math.abs(b));
  }
  return { absoluteError, relativeError };
}
