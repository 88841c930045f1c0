/** @file The values of a graph's vertices at one point. */

import { isUsedAt, valueAt } from '../engine/at-point';
import type { Node, Vertex } from './vertex';

/** What a node is applied to, of the values of all vertices. */
export function inputsOf<T>({ inputs }: Node, values: readonly T[]): T[] {
  return inputs.map((at) => values[at] as T);
}

/** The value of each, in their order. */
export function allValues(vertices: readonly Vertex[], point: readonly number[]): number[] {
  const values: number[] = [];
  for (const vertex of vertices) values.push(valueOf(vertex, values, point));
  return values;
}

/** @param values of the vertices before it */
function valueOf(vertex: Vertex, values: readonly number[], point: readonly number[]): number {
  if (vertex.kind === 'node') return valueAt(vertex.f, inputsOf(vertex, values));
  return vertex.kind === 'constant' ? vertex.value : (point[values.length] as number);
}

/** From the output back to what it needs: of a choice the condition, and then one of its branches. */
export function valuesOnDemand(vertices: readonly Vertex[], point: readonly number[]): number[] {
  const values = vertices.map((vertex, at) =>
    vertex.kind === 'node' ? NaN : valueOf(vertex, point.slice(0, at), point),
  );
  const isKnown = vertices.map(({ kind }) => kind !== 'node');
  const wanted = [vertices.length - 1];
  for (let at = wanted.at(-1); at !== undefined; at = wanted.at(-1)) {
    const node = vertices[at] as Node;
    const x = isKnown[at] === true ? [] : inputsOf(node, values);
    const next =
      isKnown[at] === true
        ? undefined
        : node.inputs.find((input, k) => isKnown[input] === false && isUsedAt(node.f, k, x));
    if (next !== undefined) {
      wanted.push(next);
      continue;
    }
    if (isKnown[at] === false) values[at] = valueAt(node.f, x);
    isKnown[at] = true;
    wanted.pop();
  }
  return values;
}
