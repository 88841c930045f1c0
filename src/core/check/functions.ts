/** @file Checks the functions of a graph one by one, each at the arguments that it gets. */

import { realOfDouble } from '../../math/real';
import { type AnyFunctionClass, isOperation } from '../engine/define-operation';
import { isUsedAt } from '../engine/at-point';
import { Graph } from '../graph/graph';
import { inputsOf, nodesOf, reachedFrom, type Vertex, usedVertices } from '../graph/vertex';
import type { Checked, CheckedFunction, CheckedPoint } from './checked';

/**
 * The points, those in doubt with what follows from the functions of the graph, each checked by itself.
 *
 * @param check judges a graph of one function at many x
 */
export function withFunctions(
  graph: Graph,
  points: readonly Checked[],
  isDoubtful: (point: Checked) => boolean,
  check: (alone: Graph, x: Float64Array) => readonly Checked[],
  conclude: (point: Checked, functions: readonly CheckedFunction[]) => CheckedPoint,
): readonly CheckedPoint[] {
  const doubtful = graph.functionCount < 2 ? [] : points.filter(isDoubtful);
  if (doubtful.length === 0) return points;
  const values = doubtful.map(({ x }) => graph.valuesAt(x));
  const functions = checkFunctions(graph, values, check);
  const concluded = new Map(
    doubtful.map((point, i) => [point, conclude(point, functions[i] as CheckedFunction[])]),
  );
  return points.map((point) => concluded.get(point) ?? point);
}

/**
 * Every function by each of its arguments that depends on the variable: others have no part in the derivative.
 *
 * @param graph of one variable
 * @param values of all vertices, for each x
 * @returns for each x a list of the functions that are used there
 */
function checkFunctions(
  graph: Graph,
  values: readonly (readonly number[])[],
  check: (alone: Graph, x: Float64Array) => readonly Checked[],
): CheckedFunction[][] {
  const checked: CheckedFunction[][] = values.map(() => []);
  const used = values.map((ofPoint) => usedVertices(graph, ofPoint));
  const isMoved = reachedFrom(graph, [0]);
  for (const [node, at] of nodesOf(graph)) {
    if (isMoved[at] === 0) continue;
    const { f } = node;
    // The points at which the node is used.
    const points = [...values.keys()].filter((i) => used[i]?.[at] === 1);
    const given = points.map((i) => inputsOf(node, values[i] as readonly number[]));
    if (!isOperation(f)) {
      const found = check(
        alone(f),
        Float64Array.from(given, ([x]) => x as number),
      );
      for (const [j, point] of found.entries()) {
        checked[points[j] as number]?.push({ ...point, name: f.definition.name });
      }
      continue;
    }
    for (const [k, input] of node.inputs.entries()) {
      if (isMoved[input] === 0 || isCondition(graph, at) || isCondition(graph, input)) continue;
      const name = `${f.definition.name} by ${f.definition.arguments[k] as string}`;
      for (const [j, x] of given.entries()) {
        if (!isUsedAt(f, k, x)) continue;
        const [point] = check(alone(f, x, k), Float64Array.of(x[k] as number)) as [Checked];
        checked[points[j] as number]?.push({ ...point, name });
      }
    }
  }
  return checked;
}

/** Whether a vertex is a condition, which has no derivative. */
function isCondition({ vertices }: Graph, at: number): boolean {
  const vertex = vertices[at];
  return vertex?.kind === 'node' && vertex.f.definition.isCondition === true;
}

/** A graph of one function of its argument k, with the others held at x. */
function alone(f: AnyFunctionClass, x: readonly number[] = [NaN], k = 0): Graph {
  const vertices: Vertex[] = [{ kind: 'input', name: 'x' }];
  const inputs = x.map((value, i) => {
    if (i === k) return 0;
    const real = realOfDouble(value);
    return vertices.push({ kind: 'constant', value, real, text: String(value) }) - 1;
  });
  vertices.push({ kind: 'node', f, inputs });
  const { name } = f.definition;
  return new Graph(vertices, { formula: () => name, text: () => name });
}
