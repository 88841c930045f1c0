/** @file Formulas as graphs, made by hand, and what is said of them. */

import type { AnyFunctionClass } from '../../src/core/engine/define-operation';
import { differentiate } from '../../src/core/differentiate/differentiate';
import type { Graph } from '../../src/core/graph/graph';
import { GraphBuilder } from '../../src/core/graph/graph-builder';
import { TESTS } from '../../src/functions/logic';

/** A formula of x, whose parts have texts as a reader of formulas gives them. */
export class Formula {
  readonly builder = new GraphBuilder(['x']);

  number(value: number): number {
    return this.builder.constant(value, String(value));
  }

  apply(f: AnyFunctionClass, inputs: readonly number[], text?: string): number {
    return this.builder.apply(f, inputs, text);
  }
}

/** The graph of a formula of x. */
export function graphOfParts(make: (f: Formula, x: number) => number): Graph {
  const formula = new Formula();
  return formula.builder.build(make(formula, 0), { formula: () => 'f(x)', text: () => 'f(x)' });
}

/** What is wrong with points, and what is to be said of them, of backprop alone. */
export function saidOf(graph: Graph, ...x: number[]): string[] {
  const { problems, notices } = differentiate(graph, Float64Array.from(x), {
    columns: ['y', 'backprop'],
  });
  return [
    ...problems.map(({ index, message }) => `${String(index)}: ${message}`),
    ...notices.map(({ index, text }) => `${String(index)}: ${text}`),
  ];
}

/** A comparison, by its operator. */
export function comparison(operator: string): AnyFunctionClass {
  return TESTS.get(operator) as AnyFunctionClass;
}
