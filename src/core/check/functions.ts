/** @file The functions of a graph one by one, each at the arguments that it really gets. */

import { type AnyFunctionClass, isOperation } from '../define-operation';
import { Graph, inputsOf, nodesOf, type Vertex } from '../graph';
import type { Checked, CheckedFunction } from './checked';

/**
 * Checks every function of a graph by itself, by each of its arguments that is no constant.
 *
 * @param values of all vertices, for each x
 * @param check judges a graph of one function at many x
 * @returns a list for each x
 */
export function checkFunctions(
  graph: Graph,
  values: readonly (readonly number[])[],
  check: (alone: Graph, x: Float64Array) => readonly Checked[],
): CheckedFunction[][] {
  const checked: CheckedFunction[][] = values.map(() => []);
  for (const [node] of nodesOf(graph)) {
    const { f } = node;
    const given = values.map((ofPoint) => inputsOf(node, ofPoint));
    if (!isOperation(f)) {
      const points = check(
        alone(f),
        Float64Array.from(given, ([x]) => x as number),
      );
      for (const [i, point] of points.entries()) {
        checked[i]?.push({ ...point, name: f.definition.name });
      }
      continue;
    }
    for (const [k, input] of node.inputs.entries()) {
      if (graph.vertices[input]?.kind === 'constant') continue;
      const name = `${f.definition.name} by ${f.definition.arguments[k] ?? ''}`;
      for (const [i, x] of given.entries()) {
        const [point] = check(alone(f, x, k), Float64Array.of(x[k] as number)) as [Checked];
        checked[i]?.push({ ...point, name });
      }
    }
  }
  return checked;
}

/** A function as a graph of its argument k, with the others held. */
function alone(f: AnyFunctionClass, x: readonly number[] = [NaN], k = 0): Graph {
  const vertices: Vertex[] = [{ kind: 'input', name: 'x' }];
  const inputs = x.map((value, i) => {
    if (i === k) return 0;
    return vertices.push({ kind: 'constant', value, text: String(value) }) - 1;
  });
  vertices.push({ kind: 'node', f, inputs });
  const { name } = f.definition;
  return new Graph(vertices, { formula: () => name, text: () => name });
}
