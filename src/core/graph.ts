/** @file A chain as its computational graph: the variables, and the functions between them. */

import type { Chain } from './chain';
import type { FunctionClass } from './define-function';
import type { TraceStep } from './trace';
import { variableNames } from './variable-names';

export interface GraphVariable {
  /** x, a, b, ..., y. */
  readonly name: string;
  /** What both passes have left in it, where the graph is of one point. */
  readonly figures?: { readonly data: number; readonly grad: number };
}

export interface Graph {
  /** The chain as a nested call. */
  readonly call: string;
  /** From x to y: one more than there are functions. */
  readonly variables: readonly GraphVariable[];
  /** The names; each leads from the variable of its index to the next. */
  readonly functions: readonly string[];
}

/** @param trace the variables after both passes, at a single point; a graph without figures has none */
export function graphOf(chain: Chain, trace?: readonly TraceStep[]): Graph {
  return {
    call: chain.nestedCall(),
    variables: trace?.map(figuresOf) ?? namesOf(chain),
    functions: chain.functions.map((f: FunctionClass) => f.definition.name),
  };
}

function namesOf(chain: Chain): GraphVariable[] {
  return variableNames(chain.functions.length).map((name) => ({ name }));
}

function figuresOf({ variable, data, grad }: TraceStep): GraphVariable {
  return { name: variable, figures: { data: data[0] as number, grad: grad[0] as number } };
}
