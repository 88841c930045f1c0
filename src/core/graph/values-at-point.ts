/** @file The values of a graph's vertices at one point. */

import { isUsedAt, valueAt } from '../engine/at-point';
import type { Constant, Input, Node, Vertex } from './vertex';

/** What a node is applied to, of the values of all vertices. */
export function inputsOf<T>({ inputs }: Node, values: readonly T[]): T[] {
  return inputs.map((at) => values[at] as T);
}

/** The value of each, in their order. */
export function allValues(vertices: readonly Vertex[], point: readonly number[]): number[] {
  const values: number[] = [];
  for (const [at, vertex] of vertices.entries()) {
    if (vertex.kind === 'node') values.push(valueAt(vertex.f, inputsOf(vertex, values)));
    else values.push(givenValue(vertex, at, point));
  }
  return values;
}

/** The value of a vertex that no function makes. */
function givenValue(vertex: Input | Constant, at: number, point: readonly number[]): number {
  return vertex.kind === 'constant' ? vertex.value : (point[at] as number);
}

/** As `allValues`, but NaN for what the output does not use: of a choice the branch that is not taken. */
export function valuesOnDemand(vertices: readonly Vertex[], point: readonly number[]): number[] {
  const values = vertices.map((vertex, at) =>
    vertex.kind === 'node' ? NaN : givenValue(vertex, at, point),
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
