/** @file A forward and a backward pass as a list of variables. */

import type { Chain } from './chain';
import type { FunctionClass } from './define-function';
import type { Variable } from './variable';
import { variableNames } from './variable-names';

/** One variable of the chain, in the book's words. */
export interface TraceStep {
  /** x, a, b, ..., y. */
  readonly variable: string;
  /** The function that made it; null for x. */
  readonly creator: string | null;
  readonly data: Float64Array;
  readonly grad: Float64Array;
}

/** The variables of the chain, from x to y, after both passes. */
export function traceSteps(chain: Chain, variables: readonly Variable[]): TraceStep[] {
  const names = variableNames(chain.functions.length);
  return variables.map((variable, i) => ({
    variable: names[i] as string,
    creator: i === 0 ? null : (chain.functions[i - 1] as FunctionClass).definition.name,
    data: variable.data,
    grad: variable.grad as Float64Array,
  }));
}
