/** @file The vertices of a graph (variables, constants, nodes that apply functions to vertices before them), and walks. */

import type { Real } from '../../math/real';
import { isUsedAt, valueAt } from '../engine/at-point';
import type { AnyFunctionClass } from '../engine/define-operation';

/** A variable of the graph. */
export interface Input {
  readonly kind: 'input';
  readonly name: string;
}

/** A number of a formula. */
export interface Constant {
  readonly kind: 'constant';
  /** The double nearest to it, or the one that its functions give in doubles. */
  readonly value: number;
  /** The number itself. */
  readonly real: Real;
  /** As it is written: `0.1`, `pi`, `1/3`. */
  readonly text: string;
  /** If it was computed, the function and its arguments: of 1/3 the division, 1 and 3. */
  readonly made?: { readonly f: AnyFunctionClass; readonly from: readonly Constant[] };
}

/** One application of a function. */
export interface Node {
  readonly kind: 'node';
  readonly f: AnyFunctionClass;
  /** Its arguments, by the places of vertices before it. */
  readonly inputs: readonly number[];
  /** The part of the formula that it stands for, if there is one. */
  readonly text?: string;
}

/** A part of a formula that has a value. */
export type Vertex = Input | Constant | Node;

/** A list of vertices, as that of a graph: each node comes after its arguments. */
interface Vertices {
  readonly vertices: readonly Vertex[];
}

/** The nodes with their indices among the vertices. */
export function* nodesOf({ vertices }: Vertices): Generator<readonly [node: Node, at: number]> {
  for (let at = 0; at < vertices.length; at++) {
    const vertex = vertices[at] as Vertex;
    if (vertex.kind === 'node') yield [vertex, at];
  }
}

/** The arguments of a node, of a list that has something for each vertex. */
export function inputsOf<T>({ inputs }: Node, values: readonly T[]): T[] {
  return inputs.map((at) => values[at] as T);
}

/** How something is made for each kind of vertex. */
interface Made<T> {
  readonly input: (at: number) => T;
  readonly constant: (constant: Constant) => T;
  /** @param x the things made for its arguments */
  readonly node: (node: Node, x: T[], at: number) => T;
}

/** Something for each vertex, made in order. */
export function madeForward<T>(vertices: readonly Vertex[], make: Made<T>): T[] {
  const made: T[] = [];
  for (let at = 0; at < vertices.length; at++) {
    const vertex = vertices[at] as Vertex;
    if (vertex.kind === 'node') made.push(make.node(vertex, inputsOf(vertex, made), at));
    else made.push(vertex.kind === 'input' ? make.input(at) : make.constant(vertex));
  }
  return made;
}

/** By vertex, 1 if it is one of these or depends on one of them, else 0. */
export function reachedFrom({ vertices }: Vertices, starts: readonly number[]): Uint8Array {
  const isReached = new Uint8Array(vertices.length);
  for (const at of starts) isReached[at] = 1;
  for (let at = 0; at < vertices.length; at++) {
    const vertex = vertices[at] as Vertex;
    if (vertex.kind !== 'node') continue;
    for (const input of vertex.inputs) if (isReached[input] === 1) isReached[at] = 1;
  }
  return isReached;
}

/**
 * By vertex, 1 if it is one of these or one of them depends on it, else 0.
 *
 * @param uses whether the node at a place, which is among them, uses its argument k: by default all nodes do
 */
export function leadingTo(
  { vertices }: Vertices,
  ends: Iterable<number>,
  uses: (node: Node, at: number, k: number) => boolean = () => true,
): Uint8Array {
  const leads = new Uint8Array(vertices.length);
  for (const at of ends) leads[at] = 1;
  for (let at = vertices.length - 1; at >= 0; at--) {
    const vertex = vertices[at] as Vertex;
    if (vertex.kind !== 'node' || leads[at] === 0) continue;
    for (const [k, input] of vertex.inputs.entries()) if (uses(vertex, at, k)) leads[input] = 1;
  }
  return leads;
}

/** By vertex, 1 if the output uses it at one point, else 0; from the values of all. A branch that is not taken is not used. */
export function usedVertices({ vertices }: Vertices, values: readonly number[]): Uint8Array {
  const isUsed = (node: Node, _: number, k: number): boolean =>
    isUsedAt(node.f, k, inputsOf(node, values));
  return leadingTo({ vertices }, [vertices.length - 1], isUsed);
}

/** The nodes that are used at one point, with their indices and arguments. */
export function* usedNodes(
  graph: Vertices,
  values: readonly number[],
): Generator<readonly [node: Node, at: number, x: number[]]> {
  const used = usedVertices(graph, values);
  for (const [node, at] of nodesOf(graph)) {
    if (used[at] === 1) yield [node, at, inputsOf(node, values)];
  }
}

/** These constants and those that they are made of, each once and after its parts. A loop: the row may be long. */
export function withParts(constants: readonly Constant[]): Iterable<Constant> {
  const found = new Set<Constant>();
  const wanted = [...constants];
  for (let one = wanted.at(-1); one !== undefined; one = wanted.at(-1)) {
    const missing = (one.made?.from ?? []).filter((part) => !found.has(part));
    if (found.has(one) || missing.length === 0) {
      found.add(one);
      wanted.pop();
    } else wanted.push(...missing);
  }
  return found;
}

/** The value of each vertex at one point. */
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
    if (isKnown[at] === false) {
      const node = vertices[at] as Node;
      const x = inputsOf(node, values);
      const next = node.inputs.find(
        (input, k) => isKnown[input] === false && isUsedAt(node.f, k, x),
      );
      if (next !== undefined) {
        wanted.push(next);
        continue;
      }
      values[at] = valueAt(node.f, x);
      isKnown[at] = true;
    }
    wanted.pop();
  }
  return values;
}
