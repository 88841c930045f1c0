/** @file Graphs made by hand, function by function, and the gradients that both backprops give. */

import { backprop } from '../../src/core/engine/backprop';
import type { Function } from '../../src/core/engine/function';
import { Variable } from '../../src/core/engine/variable';
import type { Graph } from '../../src/core/graph/graph';

/** Keeps the functions in the order in which they are applied, as manual backprop needs them. */
export class Tape {
  readonly applied: Function[] = [];

  apply(F: new () => Function, ...inputs: readonly Variable[]): Variable {
    const f = new F();
    const output = f.call(...inputs);
    this.applied.push(f);
    return output;
  }
}

/** A number without a gradient, for batches of one. */
export function constant(value: number): Variable {
  return Variable.constant(value, 1);
}

/** The numbers of a gradient; null where there is none. */
export function numbersOf(grad: Float64Array | null): number[] | null {
  return grad && [...grad];
}

/**
 * The gradients of these variables by manual backprop, which automatic backprop must give too, in
 * every bit, on every variable of the tape.
 */
export function gradientsOf(
  variables: readonly Variable[],
  applied: readonly Function[],
): (number[] | null)[] {
  const all = new Set([
    ...variables,
    ...applied.flatMap(({ inputs, output }) => [...inputs, output]),
  ]);
  const grads = (): (number[] | null)[] => [...all].map(({ grad }) => numbersOf(grad));
  const [x] = variables as [Variable];
  backprop(x, applied);
  const manual = grads();
  for (const variable of all) variable.grad = null;
  applied.at(-1)?.output.backward();
  // Manual backprop hands out a gradient for x even where it has no part in the output.
  x.grad ??= new Float64Array(x.data.length);
  expect(grads()).toEqual(manual);
  return manual.slice(0, variables.length);
}

/** The values of all vertices of a graph of one variable at a point, and the gradients by them. */
export function valuesAndGradients(graph: Graph, x: number): [number[], number[]] {
  const { variables } = graph.forwardPass(Variable.of(x));
  variables.at(-1)?.backward();
  return [
    variables.map(({ data }) => data[0] as number),
    variables.map(({ grad }) => grad?.[0] ?? 0),
  ];
}
