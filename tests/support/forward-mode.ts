/** @file Derivatives of a graph by dual numbers, forward: another way than ours, to judge ours. */

import type { AnyFunctionClass } from '../../src/core/engine/define-operation';
import { isUsedAt, partialAt } from '../../src/core/engine/at-point';
import type { Graph } from '../../src/core/graph/graph';
import { inputsOf, nodesOf } from '../../src/core/graph/vertex';

export interface Slope {
  /** The derivative of the output by an input. */
  readonly slope: number;
  /** The sum of the sizes of the products along all ways from there. */
  readonly size: number;
}

/** The derivatives of the output by every input, one direction at a time. */
export function forwardMode(graph: Graph, values: readonly number[]): Slope[] {
  return graph.inputs.map((_, direction) => {
    const slopes = values.map((_, at) => Number(at === direction));
    const sizes = slopes.slice();
    for (const [node, at] of nodesOf(graph)) {
      const x = inputsOf(node, values);
      let [slope, size] = [0, 0];
      for (const [k, input] of node.inputs.entries()) {
        if (!isUsedAt(node.f, k, x)) continue;
        const partial = ruleFor(node.f)(k, x, values[at] as number);
        slope += partial * (slopes[input] as number);
        size += Math.abs(partial) * (sizes[input] as number);
      }
      slopes[at] = slope;
      sizes[at] = size;
    }
    return { slope: slopes.at(-1) as number, size: sizes.at(-1) as number };
  });
}

type Rule = (k: number, x: readonly number[], y: number) => number;

/** Partial derivatives as a textbook has them; those of one argument are tested one by one. */
const RULES: Readonly<Record<string, (a: number, b: number, y: number) => readonly number[]>> = {
  add: () => [1, 1],
  sub: () => [1, -1],
  mul: (a, b) => [b, a],
  div: (_, b, y) => [1 / b, -y / b],
  pow: (a, b, y) => [b * Math.pow(a, b - 1), y * Math.log(a)],
  max: (a, b) => (a >= b ? [1, 0] : [0, 1]),
  min: (a, b) => (a <= b ? [1, 0] : [0, 1]),
  hypot: (a, b, y) => [a / y, b / y],
  atan2: (y, x) => [x / (x * x + y * y), -y / (x * x + y * y)],
  mod: (a, b) => [1, -Math.floor(a / b)],
};

function ruleFor(f: AnyFunctionClass): Rule {
  const rule = 'partials' in f.definition ? RULES[f.definition.name] : undefined;
  if (rule === undefined) return (k, x, y) => partialAt(f, k, x, y);
  return (k, [a = NaN, b = NaN], y) => rule(a, b, y)[k] as number;
}
