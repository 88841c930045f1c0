/** @file The values of a graph's vertices at one point. */

import { isUsedAt, valueAt } from '../engine/at-point';
import { inputsOf, madeForward, type Node, type Vertex } from './vertex';

/** The value of each, in their order. */
export function allValues(vertices: readonly Vertex[], point: readonly number[]): number[] {
  return madeForward(vertices, {
    input: (at) => point[at] as number,
    constant: ({ value }) => value,
    node: ({ f }, x) => valueAt(f, x),
  });
}

/** As `allValues`, but NaN for vertices that the output does not use: of a choice the branch that is not taken. */
export function valuesOnDemand(vertices: readonly Vertex[], point: readonly number[]): number[] {
  const values = madeForward(vertices, {
    input: (at) => point[at] as number,
    constant: ({ value }) => value,
    node: () => NaN,
  });
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
