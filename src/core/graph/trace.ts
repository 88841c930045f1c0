/** @file A forward and a backward pass as a list of variables. */

import type { Graph } from './graph';
import { inputsOf } from './vertex';
import type { Variable } from '../engine/variable';
import { creatorText, outputName, variableNames } from './variable-names';

/** One variable of a graph, in the book's words. */
export interface TraceStep {
  /** x, a, b, ..., y. */
  readonly variable: string;
  /** The function that made it, with its arguments unless these are the step before; null for an input. */
  readonly creator: string | null;
  /**
   * The arguments of the function: variables by name, constants as they are written. In a chain they are
   * left out, as the only one is the step before.
   */
  readonly inputs?: readonly string[];
  readonly data: Float64Array;
  readonly grad: Float64Array;
}

/** The variables of the graph, from its inputs to y, after both passes. */
export function traceSteps(graph: Graph, variables: readonly Variable[]): TraceStep[] {
  const { isChain } = graph;
  const names = variableNames(graph);
  const last = graph.vertices.length - 1;
  return graph.vertices.flatMap((vertex, at) => {
    const { data, grad } = variables[at] as Variable;
    if (vertex.kind === 'constant') {
      // A formula may be a number alone, which then is y.
      if (at !== last) return [];
      const variable = outputName(graph.inputs);
      return { variable, creator: null, inputs: [], data, grad: data.map(() => 1) };
    }
    const isMade = vertex.kind === 'node';
    return {
      variable: names[at] as string,
      creator: isMade ? creatorText(graph, names, at) : null,
      ...(!isChain && { inputs: isMade ? inputsOf(vertex, names) : [] }),
      data,
      grad: grad ?? new Float64Array(data.length),
    };
  });
}
