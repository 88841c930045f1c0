/** @file The numerical derivative as a function of the step, with the errors of each. */

import { differentiate } from './differentiate';
import { DEFAULT_EPS_GRID, stepsOf } from './eps-grid';
import { type ErrorTheory, theoryOf } from './error-theory';
import { differenceErrorsAt } from '../exact/difference-error';
import { DezeroError, wrongType } from '../text/errors';
import { formatNumber } from '../text/format-number';
import { type Graph, requireGraph, requireOneVariable } from '../graph/graph';
import {
  DEFAULT_METHOD,
  differenceOf,
  type Method,
  METHODS,
  stencil,
} from '../../math/finite-differences';
import { DEFAULT_EPS } from './numerical-diff';
import { requireOneOf } from '../text/require';
import { type Regime, stepError, type StepError, type Yardstick, yardstickAt } from './yardstick';

/** One step: its numerical derivative, the error of that, and its main cause. */
export interface SweepRow {
  readonly eps: number;
  /** As `numericalDiff` gives it; NaN if it gives none. */
  readonly numerical: number;
  /** The distance from the exact derivative, or else from the best one; NaN if one of the two is unknown. */
  readonly error: number;
  readonly regime: Regime;
  /** Whether it is the step with the least error; the largest of several. */
  readonly isBest: boolean;
  /** Whether it is the default step of `numericalDiff`. */
  readonly isDefault: boolean;
}

/** The numerical derivative at one x with each of many steps. */
export interface Sweep extends Omit<Yardstick, 'exact'> {
  /** The exact derivative, if there is one: errors are measured from it. */
  readonly exact?: number;
  /** The name of the graph's variable. */
  readonly variable: string;
  readonly x: number;
  readonly y: number;
  readonly method: Method;
  /** In the order of the steps. */
  readonly rows: readonly SweepRow[];
}

/** The steps of `sweep`, and its finite difference. */
export interface SweepOptions {
  /** The step sizes: 1e-1, 1e-2, ... 1e-15 by default. */
  readonly steps?: readonly number[];
  readonly method?: Method;
  /** Called after each step. */
  readonly onStep?: () => void;
}

/**
 * Differentiates the graph numerically at one x with each of many steps, and splits the error of each. A step
 * that is lost, or that leaves the domain, has a row, too.
 *
 * @param graph of one variable, such as `parseFormula('x*exp(-x)')`
 * @param x where
 * @returns a row for each step, and the theory of both errors
 * @throws DezeroError `wrong-type`, `bad-eps`, or `outside-domain` if x itself is outside
 */
export function sweep(
  graph: Graph,
  x: number,
  { steps = [...stepsOf(DEFAULT_EPS_GRID)], method = DEFAULT_METHOD, onStep }: SweepOptions = {},
): Sweep {
  requireGraph('sweep', graph);
  if (typeof x !== 'number') throw wrongType('sweep needs a number x', x, '0.5');
  requireOneOf('method', method, METHODS);
  const isList: boolean = Array.isArray(steps);
  if (!isList) throw wrongType('sweep needs a list of steps', steps, '[1e-3, 1e-4]');
  requireOneVariable('sweep', graph);
  const y = requiredValue(graph, x);
  const yardstick = yardstickAt(graph, x, method, differenceErrorsAt(graph, x));
  const tried = steps.map((eps): TriedStep => {
    const { numerical, failure } = quotientAt(graph, x, eps, method);
    onStep?.();
    if (failure !== undefined) return { eps, numerical, error: NaN, regime: failure };
    return { eps, numerical, ...stepError(eps, numerical, method, yardstick) };
  });
  const errors = tried.map(({ error }) => error);
  const leastError = Math.min(...errors.filter((error) => !Number.isNaN(error)));
  const bestIndex = errors.indexOf(leastError);
  const rows = tried.map(({ eps, numerical, error, regime }, i): SweepRow => {
    const marks = { isBest: i === bestIndex, isDefault: eps === DEFAULT_EPS };
    return { eps, numerical, error, regime, ...marks };
  });
  const { best, exact } = yardstick;
  const theory = withMeasured(yardstick.theory, tried, method);
  const { variable } = graph;
  const found = { variable, x, y, method, rows, best };
  return {
    ...found,
    ...(theory && { theory }),
    ...(exact && { exact: exact.exact }),
  };
}

/** A step with its numerical derivative and the error of that. */
interface TriedStep extends StepError {
  readonly eps: number;
  readonly numerical: number;
}

/** A step this many times the best one shows the rounding of values that may be far larger than those near x. */
const FAR = 1000;

/** The theory with the round-off that the steps show, up to those that are far too large, where that is larger. */
function withMeasured(
  theory: ErrorTheory | undefined,
  tried: readonly TriedStep[],
  method: Method,
): ErrorTheory | undefined {
  if (theory === undefined) return undefined;
  let found = theory;
  for (const { eps, parts } of tried.toSorted((a, b) => a.eps - b.eps)) {
    if (found.roundOff > 0 && eps > FAR * found.bestEps) break;
    const roundOff = ((parts?.roundOff ?? 0) * eps) / differenceOf(method).roundOff;
    if (roundOff > found.roundOff) found = theoryOf(method, found.higherDerivative, roundOff);
  }
  return found;
}

function requiredValue(graph: Graph, x: number): number {
  const { y, problems } = differentiate(graph, Float64Array.of(x), { columns: ['y'] });
  const [problem] = problems;
  if (problem === undefined) return y?.[0] as number;
  throw new DezeroError(problem.code, `${graph.variable} = ${formatNumber(x)}: ${problem.message}`);
}

/** The numerical derivative as `differentiate` gives it, or the reason why there is none. */
function quotientAt(
  graph: Graph,
  x: number,
  eps: number,
  method: Method,
): { numerical: number; failure?: Regime } {
  const result = differentiate(graph, Float64Array.of(x), { columns: ['numerical'], eps, method });
  const numerical = result.numerical?.[0] as number;
  const code = result.problems[0]?.code;
  if (code === 'stencil-outside-domain' || code === 'function-failed') {
    return { numerical, failure: 'outside the domain' };
  }
  const isLost = code === 'step-lost' && stencil(x, eps, method).every(Number.isFinite);
  if (isLost) return { numerical, failure: 'step lost' };
  return Number.isFinite(numerical) ? { numerical } : { numerical, failure: 'not finite' };
}
