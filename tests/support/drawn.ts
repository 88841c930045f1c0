/** @file Graphs that are no chains, and how they are drawn. */

import { type DrawnGraph, drawnGraph } from '../../src/core/graph/drawn-graph';
import type { Graph } from '../../src/core/graph/graph';
import { GraphBuilder } from '../../src/core/graph/graph-builder';
import { traceSteps } from '../../src/core/graph/trace';
import { Variable } from '../../src/core/engine/variable';
import { Product, Sum } from '../../src/functions/arithmetic';
import { parseFormula } from '../../src/functions/parse';
import { Sin } from '../../src/functions/trigonometric';
import { plainPaint } from '../../src/report/formats/format';
import { type GraphFormat, pictureOf } from '../../src/report/graph/formats';
import type { PictureOptions } from '../../src/report/graph/picture';
import { numberText } from '../../src/report/text/number-text';

export function draw(
  format: GraphFormat,
  graph: DrawnGraph,
  { precision, ...changes }: Partial<PictureOptions> & { precision?: number } = {},
): string {
  return pictureOf(format).draw(graph, {
    numberText: numberText(precision),
    paint: plainPaint,
    isAscii: false,
    isWhole: false,
    ...changes,
  });
}

/** With the figures of both passes at a point; without a point, without figures. */
export function drawnAt(graph: Graph, ...point: readonly number[]): DrawnGraph {
  if (point.length === 0) return drawnGraph(graph);
  const { variables } = graph.forwardPass(...point.map((x) => Variable.of(x)));
  const y = variables.at(-1);
  if (y !== undefined && y.creator !== null) y.backward();
  return drawnGraph(graph, traceSteps(graph, variables));
}

export const X_EXP = parseFormula('x*exp(-x)');
export const TWO = parseFormula('(x^2*sin(y) + exp(x*y))/(1 + y^2)');
export const CHOICE = parseFormula('x > 0 ? x^2 : 1/3*x');

/** Each level uses the one before twice. */
export function sharedLevels(count: number): Graph {
  const builder = new GraphBuilder(['x']);
  let level = 0;
  for (let i = 0; i < count; i++) {
    level =
      i % 3 === 0
        ? builder.apply(Product, [level, builder.apply(Sin, [level])])
        : builder.apply(Sum, [level, level]);
  }
  return builder.build(level, { formula: () => 'shared', text: () => 'shared' });
}

/** A polynomial of sin x, by Horner's rule: x goes to every level. */
export function polynomial(degree: number): Graph {
  let text = 'sin(x)';
  for (let i = 1; i <= degree; i++) text = `(${text})*x + ${String(i)}`;
  return parseFormula(text);
}
