/** @file Builds graphs vertex by vertex; equal vertices are made once. */

import type { Real } from '../../math/real';
import { always } from '../../math/piecewise';
import { stated } from '../../math/ball';
import { defineFunction, everywhere } from '../engine/define-function';
import type { AnyFunctionClass } from '../engine/define-operation';
import { valueAt } from '../engine/at-point';
import { Graph, type Spelling } from './graph';
import { type Constant, leadingTo, madeForward, type Vertex } from './vertex';
import { realOfMade } from './ball-formulas';
import { realOf } from '../text/real-of';
import { wrongType } from '../text/errors';

/** The last vertex must be the output: if that is an input other than the last, this node is added. */
const Unchanged = defineFunction({
  name: 'identity',
  formula: 'x',
  derivativeFormula: '1',
  summary: 'x itself',
  domain: everywhere,
  isExact: true,
  value: stated(
    (x) => x,
    (x: number) => x,
  ),
  derivative: stated(always(1), (x: number) => (Number.isNaN(x) ? NaN : 1)),
  samples: [],
});

/**
 * The largest graph with definitions replaced by their insides: a definition that uses another twice, as
 * `g(x) = f(f(x))`, is twice as large as that.
 */
export const MOST_VERTICES = 50_000;

/** The longest text of a constant made of other numbers. */
const LONGEST_TEXT = 40;

/** Adds vertices. The same function of the same vertices is a single node, and is computed once. */
export class GraphBuilder {
  readonly #vertices: Vertex[];
  /** The indices of nodes, by their functions and the arguments of these. */
  readonly #nodes = new Map<AnyFunctionClass, Map<string, number>>();
  /** The indices of constants, by their text and value, or by the function and constants they are made of. */
  readonly #constants = new Map<string | Constant['made'], number>();

  /** @param inputs the names of the variables, one at least */
  constructor(inputs: readonly string[]) {
    const isList: boolean = Array.isArray(inputs);
    if (!isList) throw wrongType('a GraphBuilder needs a list of names', inputs, "['x']");
    this.#vertices = inputs.map((name) => ({ kind: 'input', name }));
  }

  get size(): number {
    return this.#vertices.length;
  }

  at(place: number): Vertex {
    return this.#vertices[place] as Vertex;
  }

  /**
   * @param number a double stands for its shortest decimal
   * @param text as it is written
   */
  constant(number: number | Real, text: string, made?: Constant['made']): number {
    const real = realOf(number);
    const value = real.nearest;
    const key = made ?? `${text} = ${String(value)}`;
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const constant = { kind: 'constant' as const, value, real, text, ...(made && { made }) };
    const place = this.#vertices.push(constant) - 1;
    this.#constants.set(key, place);
    return place;
  }

  /**
   * Applies a function. To constants it gives a constant, unless that has no value.
   *
   * @param text the part of a formula that it stands for
   */
  apply(f: AnyFunctionClass, inputs: readonly number[], text?: string): number {
    const nodes = this.#nodes.get(f) ?? new Map<string, number>();
    this.#nodes.set(f, nodes);
    const key = inputs.join();
    const place =
      nodes.get(key) ?? this.#constantOf(f, inputs, text) ?? this.#node(f, inputs, text);
    nodes.set(key, place);
    return place;
  }

  #node(f: AnyFunctionClass, inputs: readonly number[], text: string | undefined): number {
    return (
      this.#vertices.push({ kind: 'node', f, inputs, ...(text !== undefined && { text }) }) - 1
    );
  }

  #constantOf(
    f: AnyFunctionClass,
    inputs: readonly number[],
    text: string | undefined,
  ): number | undefined {
    const from = inputs.map((input) => this.at(input));
    if (!from.every((vertex) => vertex.kind === 'constant')) return undefined;
    const value = valueAt(
      f,
      from.map((constant) => constant.value),
    );
    if (!Number.isFinite(value)) return undefined;
    const numbers = from.map((constant) => constant.text).join(', ');
    // A long text is dropped: using it twice would double its length each time.
    const spelled = `${f.definition.name}(${numbers.length > LONGEST_TEXT ? '…' : numbers})`;
    const made = { f, from };
    return this.constant(realOfMade(made, value), text ?? spelled, made);
  }

  /**
   * Includes another graph, applied to these vertices.
   *
   * @param insideOf the graph that replaces a function, or undefined to keep it
   * @returns the index of its output
   */
  include(
    graph: Graph,
    inputs: readonly number[],
    insideOf?: (f: AnyFunctionClass) => Graph | undefined,
  ): number {
    const places = madeForward<number>(graph.vertices, {
      input: (at) => inputs[at] as number,
      constant: ({ real, text, made }) => this.constant(real, text, made),
      node: ({ f, text }, given) => {
        const inside = insideOf?.(f);
        if (inside === undefined) return this.apply(f, given, text);
        return this.include(inside, given, insideOf);
      },
    });
    return places.at(-1) as number;
  }

  /** The graph of an output, without vertices that it does not need; all inputs are kept. */
  build(place: number, spelling: Spelling): Graph {
    const isInputBeforeOthers =
      this.at(place).kind === 'input' && this.#vertices[place + 1]?.kind === 'input';
    const output = isInputBeforeOthers ? this.apply(Unchanged, [place]) : place;
    const isNeeded = leadingTo({ vertices: this.#vertices }, [output]);
    const places: number[] = [];
    const vertices: Vertex[] = [];
    for (const [at, vertex] of this.#vertices.entries()) {
      if (vertex.kind !== 'input' && isNeeded[at] === 0) continue;
      places[at] = vertices.length;
      vertices.push(
        vertex.kind === 'node'
          ? { ...vertex, inputs: vertex.inputs.map((input) => places[input] as number) }
          : vertex,
      );
    }
    return new Graph(vertices, spelling);
  }
}
