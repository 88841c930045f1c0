/** @file The graph of a formula or a chain: functions applied to variables, in the order in which they are applied. */

import { realOfDouble } from '../../math/real';
import type { AnyFunctionClass } from '../engine/define-operation';
import type { Function } from '../engine/function';
import { Variable } from '../engine/variable';
import { DezeroError, wrongType } from '../text/errors';
import {
  allValues,
  inputsOf,
  madeForward,
  type Input,
  type Vertex,
  valuesOnDemand,
} from './vertex';

/** The texts of a graph, made only when they are needed, as they may be long. */
export interface Spelling {
  /** The formula as it is printed: `square(exp(x))`, `x*exp(-x)`. */
  readonly formula: () => string;
  /** As it is written on the command line: `square,exp`, `x*exp(-x)`. */
  readonly text: () => string;
}

/** The result of a forward pass: a Variable for each vertex, and the functions in their order. */
export interface ForwardPass {
  readonly variables: readonly Variable[];
  readonly applied: readonly Function[];
}

/**
 * A formula or a chain as a graph of vertices: inputs, constants, and nodes that apply functions.
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

  /** The names of its variables, at least one, even if it is a constant. */
  get inputs(): readonly string[] {
    return (this.#inputs ??= inputNames(this.vertices));
  }

  /** The name of its variable, or of the first of several. */
  get variable(): string {
    return this.inputs[0] as string;
  }

  /** The number of functions that it applies. */
  get functionCount(): number {
    return this.vertices.reduce((count, { kind }) => (kind === 'node' ? count + 1 : count), 0);
  }

  /** Whether it applies a function for which the predicate holds. */
  someFunction(isSo: (f: AnyFunctionClass) => boolean): boolean {
    return this.vertices.some((vertex) => vertex.kind === 'node' && isSo(vertex.f));
  }

  /** Whether it is a chain: each function is applied to the value of the one before it alone. */
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

  forwardPass(...inputs: readonly Variable[]): ForwardPass {
    const { length } = (inputs[0] as Variable).data;
    const applied: Function[] = [];
    const variables = madeForward<Variable>(this.vertices, {
      input: (at) => inputs[at] as Variable,
      constant: ({ value }) => Variable.constant(value, length),
      node: (node, x) => {
        const f = new node.f();
        applied.push(f);
        return f.call(...x);
      },
    });
    return { variables, applied };
  }

  /**
   * The values of the output; values of other vertices are dropped as soon as they are no longer needed.
   *
   * @param inputs a column for each variable, all of the same length
   * @throws DezeroError `wrong-type` without the column of a variable
   */
  evaluate(...inputs: readonly Float64Array[]): Float64Array {
    this.#requireEach('evaluate needs a Float64Array', inputs);
    const { length } = inputs[0] as Float64Array;
    const lastUses = (this.#lastUses ??= lastUsesOf(this.vertices));
    const values: (Float64Array | undefined)[] = [];
    for (let at = 0; at < this.vertices.length; at++) {
      const vertex = this.vertices[at] as Vertex;
      if (vertex.kind === 'node') {
        const x = inputsOf(vertex, values) as Float64Array[];
        values.push(new vertex.f().forward(...x));
        for (const input of vertex.inputs) if (lastUses[input] === at) values[input] = undefined;
      } else if (vertex.kind === 'input') values.push(inputs[at]);
      else values.push(new Float64Array(length).fill(vertex.value));
    }
    return values.at(-1) as Float64Array;
  }

  /**
   * The value of every vertex at one point; NaN for vertices that are not used there, which are not computed.
   *
   * @param point the number of each variable
   * @throws DezeroError `wrong-type` without that of a variable
   */
  valuesAt(...point: readonly number[]): number[] {
    this.#requireEach('valuesAt needs a number', point);
    this.#hasChoices ??= this.someFunction(({ definition }) => definition.uses !== undefined);
    return this.#hasChoices
      ? valuesOnDemand(this.vertices, point)
      : allValues(this.vertices, point);
  }

  /**
   * The graph of one of its variables, with the others held at a point: its derivative is the partial
   * derivative. A graph of one variable is returned as it is.
   *
   * @param k the index of the variable among the inputs
   * @param point the number of each variable; that of the variable itself is ignored
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
    // The only input comes first: it changes places with input 0, which becomes a constant as the others do.
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

  /** The same graph with other functions. */
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

/** For each vertex, the index of the last node that uses it. */
function lastUsesOf(vertices: readonly Vertex[]): Int32Array {
  const lastUses = new Int32Array(vertices.length);
  for (const [at, vertex] of vertices.entries()) {
    if (vertex.kind === 'node') for (const input of vertex.inputs) lastUses[input] = at;
  }
  return lastUses;
}

/** @param what needs it: `sweep` @throws DezeroError `wrong-type` for anything but a Graph */
export function requireGraph(what: string, graph: unknown): asserts graph is Graph {
  if (graph instanceof Graph) return;
  const example = `parseFormula('x^2'), or parseChain('square,exp')`;
  throw wrongType(`${what} needs a Graph`, graph, example);
}

/** @param what needs it: `sweep` @throws DezeroError `wrong-type` for a graph of several variables */
export function requireOneVariable(what: string, { inputs }: Graph): void {
  const [first, second] = inputs;
  if (second === undefined) return;
  const message = `${what} needs a graph of one variable, and this one has ${String(inputs.length)}: hold the others, graph.along(0, point), to go along ${String(first)}`;
  throw new DezeroError('wrong-type', message);
}
