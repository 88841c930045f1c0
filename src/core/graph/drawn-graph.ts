/** @file A graph as it is drawn: its variables, and the functions between them. */

import {
  type AnyFunctionClass,
  isOperation,
  type OperationClass,
} from '../engine/define-operation';
import type { Graph } from './graph';
import type { TraceStep } from './trace';
import { applicationText, variableNames } from './variable-names';

export interface DrawnVariable {
  /** x, a, b, ..., y; a constant as it is written. */
  readonly name: string;
  readonly isConstant: boolean;
  /** Its value and its gradient after both passes, if the graph is drawn at one point. */
  readonly figures?: { readonly data: number; readonly grad: number };
}

export interface DrawnFunction {
  /** Its name, or its operator: `*`. */
  readonly label: string;
  /** Its arguments and its result, by their places among the variables. */
  readonly inputs: readonly number[];
  readonly output: number;
  /** With its arguments: `exp(a)`, `x * b`; not in a chain, where the argument is the variable before. */
  readonly text?: string;
  /** The role of each input, if their order matters: `1st`, `2nd`; `test`, `then`, `else`. */
  readonly roles?: readonly string[];
}

export interface DrawnGraph {
  /** As people read it. */
  readonly formula: string;
  readonly isChain: boolean;
  /** In order: a variable comes after the variables that it is made of. */
  readonly variables: readonly DrawnVariable[];
  readonly functions: readonly DrawnFunction[];
}

/** @param trace the variables after both passes, at a single point; a graph without figures has none */
export function drawnGraph(graph: Graph, trace?: readonly TraceStep[]): DrawnGraph {
  const names = variableNames(graph);
  let step = 0;
  const variables = graph.vertices.map(({ kind }, at): DrawnVariable => {
    const isConstant = kind === 'constant';
    // A formula may be a number alone, which then has figures, as it is y.
    const hasFigures = !isConstant || at === graph.vertices.length - 1;
    const figures = hasFigures ? figuresOf(trace?.[step++]) : undefined;
    return { name: names[at] as string, isConstant, ...(figures && { figures }) };
  });
  const { isChain } = graph;
  const functions = graph.vertices.flatMap((vertex, output): DrawnFunction[] => {
    if (vertex.kind !== 'node') return [];
    const { f, inputs } = vertex;
    const operator = isOperation(f) ? f.definition.operator : undefined;
    const drawn = { label: operator ?? f.definition.name, inputs, output };
    if (isChain) return [drawn];
    const roles = rolesOf(f);
    const given = inputs.map((at) => names[at] as string);
    return [{ ...drawn, text: applicationText(f, given), ...(roles && { roles }) }];
  });
  return { formula: graph.formula, isChain, variables, functions };
}

/**
 * The roles of the inputs, unless these may change places. An argument that is called by a single letter
 * is counted instead, as the letter would be taken for a variable.
 */
function rolesOf(f: AnyFunctionClass): readonly string[] | undefined {
  if (!isOperation(f) || f.definition.arguments.length < 2 || isSymmetric(f)) return undefined;
  return f.definition.arguments.map((name, i) =>
    name.length > 1 ? name : (ORDINALS[i] ?? `${String(i + 1)}th`),
  );
}

const ORDINALS = ['1st', '2nd', '3rd'];

/** Whether its two arguments may change places, as far as its samples show. */
function isSymmetric({
  definition: { arguments: named, value, samples },
}: OperationClass): boolean {
  const isSame = (pair: readonly number[]): boolean =>
    Object.is(value(...pair), value(...pair.toReversed()));
  return named.length === 2 && samples.length > 0 && samples.every(isSame);
}

function figuresOf(step: TraceStep | undefined): DrawnVariable['figures'] {
  return step && { data: step.data[0] as number, grad: step.grad[0] as number };
}
