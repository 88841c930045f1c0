/** @file What is differentiated: functions applied to variables, in the order in which they are applied. */

import { realOfDouble } from '../../math/real';
import { type AnyFunctionClass, isOperation } from '../engine/define-operation';
import type { Function } from '../engine/function';
import { Variable } from '../engine/variable';
import { DezeroError } from '../text/errors';
import type { Constant, Input, Node, Vertex } from './vertex';
import { allValues, inputsOf, valuesOnDemand } from './values-at-point';

export { inputsOf };
export type { Constant, Input, Node, Vertex };

/** The texts of a graph, which are long where it is. */
export interface Spelling {
  /** As people read it: `square(exp(x))`, `x*exp(-x)`. */
  readonly formula: () => string;
  /** As it is written on the command line: `square,exp`, `x*exp(-x)`. */
  readonly text: () => string;
}

/** What a forward pass leaves: a Variable for each vertex, and the functions in their order. */
export interface ForwardPass {
  readonly variables: readonly Variable[];
  readonly applied: readonly Function[];
}

/**
 * A formula or a chain: what it applies to what.
 *
 * Its inputs come first, every node after the vertices that it is applied to, and the last vertex is
 * the output. Passes over it are loops: there may be a million nodes.
 */
export class Graph {
  #inputs: readonly string[] | undefined;
  #lastUses: Int32Array | undefined;
  #hasChoices: boolean | undefined;

  constructor(
    readonly vertices: readonly Vertex[],
    private readonly spelling: Spelling,
  ) {}

  /** As people read it. */
  get formula(): string {
    return this.spelling.formula();
  }

  /** As it is written on the command line. */
  toString(): string {
    return this.spelling.text();
  }

  /** The names of its variables; one at least, which a constant does not depend on. */
  get inputs(): readonly string[] {
    return (this.#inputs ??= inputNames(this.vertices));
  }

  /** The name of its variable, where it has one; of several, the first. */
  get variable(): string {
    return this.inputs[0] as string;
  }

  /** How many functions it applies. */
  get functionCount(): number {
    return this.vertices.reduce((count, { kind }) => (kind === 'node' ? count + 1 : count), 0);
  }

  /** Whether it applies some function of a kind. */
  someFunction(isSo: (f: AnyFunctionClass) => boolean): boolean {
    return this.vertices.some((vertex) => vertex.kind === 'node' && isSo(vertex.f));
  }

  /** Whether it is a chain: each function is applied to what the one before it made, and to that alone. */
  get isChain(): boolean {
    return this.vertices.every((vertex, at) =>
      at === 0
        ? vertex.kind === 'input'
        : vertex.kind === 'node' && vertex.inputs.length === 1 && vertex.inputs[0] === at - 1,
    );
  }

  /** The output, as a Variable with the functions that lead to it. Each call applies them anew. */
  call(...inputs: readonly Variable[]): Variable {
    return this.forwardPass(...inputs).variables.at(-1) as Variable;
  }

  /** The functions, applied in their order. Each call applies new ones. */
  forward(...inputs: readonly Variable[]): readonly Function[] {
    return this.forwardPass(...inputs).applied;
  }

  /** The forward pass with all that it leaves. */
  forwardPass(...inputs: readonly Variable[]): ForwardPass {
    const length = inputs[0]?.data.length ?? 0;
    const variables: Variable[] = [];
    const applied: Function[] = [];
    for (let at = 0; at < this.vertices.length; at++) {
      const vertex = this.vertices[at] as Vertex;
      if (vertex.kind === 'node') {
        const f = new vertex.f();
        variables.push(f.call(...vertex.inputs.map((input) => variables[input] as Variable)));
        applied.push(f);
      } else if (vertex.kind === 'input') variables.push(inputs[at] as Variable);
      else variables.push(Variable.constant(vertex.value, length));
    }
    return { variables, applied };
  }

  /**
   * The values of the output alone; none of another vertex is kept for longer than it is needed.
   *
   * @param inputs the numbers of each variable, as many of each
   * @throws DezeroError `wrong-type` without those of a variable
   */
  evaluate(...inputs: readonly Float64Array[]): Float64Array {
    this.#requireEach('evaluate needs a Float64Array', inputs);
    const length = inputs[0]?.length ?? 0;
    const lastUses = (this.#lastUses ??= lastUsesOf(this.vertices));
    const values: (Float64Array | undefined)[] = [];
    for (let at = 0; at < this.vertices.length; at++) {
      const vertex = this.vertices[at] as Vertex;
      if (vertex.kind === 'node') {
        const x = vertex.inputs.map((input) => values[input] as Float64Array);
        values.push(new vertex.f().forward(...x));
        for (const input of vertex.inputs) if (lastUses[input] === at) values[input] = undefined;
      } else if (vertex.kind === 'input') values.push(inputs[at]);
      else values.push(new Float64Array(length).fill(vertex.value));
    }
    return values.at(-1) as Float64Array;
  }

  /**
   * The value of every vertex at one point; NaN for what is not used there, which is not computed.
   *
   * @param point the number of each variable
   * @throws DezeroError `wrong-type` without that of a variable
   */
  valuesAt(...point: readonly number[]): number[] {
    this.#requireEach('valuesAt needs a number', point);
    this.#hasChoices ??= this.someFunction(hasChoice);
    return this.#hasChoices
      ? valuesOnDemand(this.vertices, point)
      : allValues(this.vertices, point);
  }

  /**
   * The graph of one of its variables, the others held at a point: it is what a partial derivative is
   * the derivative of. A graph of one variable is that already.
   *
   * @param k the place of the variable among the inputs
   * @param point the number of each variable; that of the variable itself does not matter
   * @throws DezeroError `wrong-type` without such a variable, or without the number of one
   */
  along(k: number, point: readonly number[]): Graph {
    const { length } = this.inputs;
    if (!Number.isInteger(k) || k < 0 || k >= length) {
      const message = `along needs the place of a variable among ${this.inputs.join(', ')}, a whole number from 0 to ${String(length - 1)}`;
      throw new DezeroError('wrong-type', message);
    }
    if (length === 1) return this;
    this.#requireEach('along needs a number', point);
    // Inputs come first in a graph, and the others become constants: the one that stays changes places with the first.
    const placeOf = (at: number): number => (at === k ? 0 : at === 0 ? k : at);
    const vertices = this.vertices.map((_, place): Vertex => {
      const at = placeOf(place);
      const vertex = this.vertices[at] as Vertex;
      if (vertex.kind === 'node') return { ...vertex, inputs: vertex.inputs.map(placeOf) };
      if (vertex.kind === 'constant' || at === k) return vertex;
      const value = point[at] as number;
      return { kind: 'constant', value, real: realOfDouble(value), text: vertex.name };
    });
    return new Graph(vertices, this.spelling);
  }

  #requireEach(need: string, given: readonly unknown[]): void {
    const { inputs } = this;
    if (given.length >= inputs.length) return;
    const message = `${need} for each variable, ${inputs.join(', ')}: ${String(inputs.length)}, not ${String(given.length)}`;
    throw new DezeroError('wrong-type', message);
  }

  /** The same graph of other functions. */
  withFunctions(replaced: (f: AnyFunctionClass) => AnyFunctionClass): Graph {
    const vertices = this.vertices.map((vertex) =>
      vertex.kind === 'node' ? { ...vertex, f: replaced(vertex.f) } : vertex,
    );
    return new Graph(vertices, this.spelling);
  }
}

function inputNames(vertices: readonly Vertex[]): string[] {
  const first = vertices.findIndex(({ kind }) => kind !== 'input');
  const inputs = vertices.slice(0, first < 0 ? vertices.length : first);
  return inputs.map((vertex) => (vertex as Input).name);
}

/** The nodes with their places. */
export function* nodesOf({ vertices }: Graph): Generator<readonly [node: Node, at: number]> {
  for (let at = 0; at < vertices.length; at++) {
    const vertex = vertices[at] as Vertex;
    if (vertex.kind === 'node') yield [vertex, at];
  }
}

function hasChoice(f: AnyFunctionClass): boolean {
  return isOperation(f) && f.definition.uses !== undefined;
}

/** For each vertex the place of the last node that is applied to it. */
function lastUsesOf(vertices: readonly Vertex[]): Int32Array {
  const lastUses = new Int32Array(vertices.length);
  for (const [at, vertex] of vertices.entries()) {
    if (vertex.kind === 'node') for (const input of vertex.inputs) lastUses[input] = at;
  }
  return lastUses;
}
