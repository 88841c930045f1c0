/** @file Graphs that are no chains, built by hand, and how they are drawn. */

import { type DrawnGraph, drawnGraph } from '../../src/core/graph/drawn-graph';
import type { AnyFunctionClass } from '../../src/core/engine/define-operation';
import type { Graph } from '../../src/core/graph/graph';
import { nodesOf } from '../../src/core/graph/vertex';
import { GraphBuilder } from '../../src/core/graph/graph-builder';
import { traceSteps } from '../../src/core/graph/trace';
import { Variable } from '../../src/core/engine/variable';
import { Difference, Power, Product, Quotient, Sum } from '../../src/functions/arithmetic';
import { parseChain } from '../../src/functions/parse';
import { Maximum } from '../../src/functions/extremes';
import { Choice, Not, TESTS } from '../../src/functions/logic';
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

/** A function of the catalogue. */
function functionNamed(name: string): AnyFunctionClass {
  const known = NAMED.get(name) ?? [...nodesOf(parseChain(name))].map(([{ f }]) => f)[0];
  if (known === undefined) throw new Error(`no function ${name}`);
  NAMED.set(name, known);
  return known;
}

const NAMED = new Map<string, AnyFunctionClass>();

const OPERATIONS = new Map<string, AnyFunctionClass>([
  ...TESTS,
  ['+', Sum],
  ['-', Difference],
  ['*', Product],
  ['/', Quotient],
  ['^', Power],
  ['max', Maximum],
  ['?:', Choice],
  ['!', Not],
]);

/** A function with what it is applied to, a variable's name, or a constant as it is written. */
export type Term = string | Applied;

interface Applied extends ReadonlyArray<Term> {
  readonly 0: string;
}

/** The graph of a term; numbers with a sign or a fraction are given their values. */
export function graphOfTerm(
  formula: string,
  inputs: readonly string[],
  term: Term,
  values: Readonly<Record<string, number>> = {},
): Graph {
  const builder = new GraphBuilder(inputs);
  // A part that is used twice is placed once, or terms of many levels would take for ever.
  const places = new Map<Applied, number>();
  const place = (part: Term): number => {
    if (typeof part !== 'string') {
      const f = part[0];
      const at =
        places.get(part) ??
        builder.apply(OPERATIONS.get(f) ?? functionNamed(f), part.slice(1).map(place));
      places.set(part, at);
      return at;
    }
    const at = inputs.indexOf(part);
    return at >= 0 ? at : builder.constant(values[part] ?? Number(part), part);
  };
  return builder.build(place(term), { formula: () => formula, text: () => formula });
}

/** With the figures of both passes at a point; without a point, without figures. */
export function drawnAt(graph: Graph, ...point: readonly number[]): DrawnGraph {
  if (point.length === 0) return drawnGraph(graph);
  const { variables } = graph.forwardPass(...point.map((x) => Variable.of(x)));
  const y = variables.at(-1);
  if (y !== undefined && y.creator !== null) y.backward();
  return drawnGraph(graph, traceSteps(graph, variables));
}

export const X_EXP = graphOfTerm('x*exp(-x)', ['x'], ['*', 'x', ['exp', ['neg', 'x']]]);

export const TWO = graphOfTerm(
  '(x^2*sin(y)+exp(x*y))/(1+y^2)',
  ['x', 'y'],
  [
    '/',
    ['+', ['*', ['square', 'x'], ['sin', 'y']], ['exp', ['*', 'x', 'y']]],
    ['+', '1', ['square', 'y']],
  ],
);

export const CHOICE = graphOfTerm(
  'x > 0 ? x^2 : 1/3*x',
  ['x'],
  ['?:', ['>', 'x', '0'], ['square', 'x'], ['*', '1/3', 'x']],
  { '1/3': 1 / 3 },
);

/** Each level uses the one before twice. */
export function sharedLevels(count: number): Graph {
  let term: Term = 'x';
  for (let i = 0; i < count; i++)
    term = i % 3 === 0 ? ['*', term, ['sin', term]] : ['+', term, term];
  return graphOfTerm('shared', ['x'], term);
}

/** A polynomial: x goes to every level. */
export function polynomial(degree: number): Graph {
  let term: Term = ['sin', 'x'];
  for (let i = 1; i <= degree; i++) term = ['+', ['*', term, 'x'], String(i)];
  return graphOfTerm('polynomial', ['x'], term);
}
