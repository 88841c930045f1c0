/** @file A graph as it is drawn: its variables, and the functions between them. */

import { type AnyFunctionClass, isOperation } from './define-operation';
import type { Graph } from './graph';
import type { TraceStep } from './trace';
import { variableNames } from './variable-names';

export interface DrawnVariable {
  /** x, a, b, ..., y; a constant as it is written. */
  readonly name: string;
  readonly isConstant: boolean;
  /** What both passes have left in it, where the graph is drawn at one point. */
  readonly figures?: { readonly data: number; readonly grad: number };
}

export interface DrawnFunction {
  /** Its name, or its operator: `*`. */
  readonly label: string;
  /** What it is applied to, and what it makes, by their places among the variables. */
  readonly inputs: readonly number[];
  readonly output: number;
}

export interface DrawnGraph {
  /** As people read it. */
  readonly formula: string;
  readonly isChain: boolean;
  /** In order: all but constants come after what they are made of. */
  readonly variables: readonly DrawnVariable[];
  readonly functions: readonly DrawnFunction[];
}

/** @param trace the variables after both passes, at a single point; a graph without figures has none */
export function drawnGraph(graph: Graph, trace?: readonly TraceStep[]): DrawnGraph {
  const names = variableNames(graph);
  let step = 0;
  const variables = graph.vertices.map(({ kind }, at): DrawnVariable => {
    const isConstant = kind === 'constant';
    const figures = isConstant ? undefined : figuresOf(trace?.[step++]);
    return { name: names[at] as string, isConstant, ...(figures && { figures }) };
  });
  const functions = graph.vertices.flatMap((vertex, output): DrawnFunction[] =>
    vertex.kind === 'node' ? [{ label: labelOf(vertex.f), inputs: vertex.inputs, output }] : [],
  );
  return { formula: graph.formula, isChain: graph.isChain, variables, functions };
}

function labelOf(f: AnyFunctionClass): string {
  return (isOperation(f) ? f.definition.operator : undefined) ?? f.definition.name;
}

function figuresOf(step: TraceStep | undefined): DrawnVariable['figures'] {
  return step && { data: step.data[0] as number, grad: step.grad[0] as number };
}
