/**
 * @file A graph prepared for the exact reading: a tape (Wengert list) of formulas over balls, in flat lists.
 */

import type { BallFormula } from '../../math/ball';
import type { Real } from '../../math/real';
import { DezeroError } from '../text/errors';
import type { Graph } from '../graph/graph';
import { nodesOf } from '../graph/vertex';
import { ballFormulasOf } from '../graph/ball-formulas';
import { type NodeSingularity, singularitiesOf } from './singularities/node-singularities';

/** The formulas of a graph, to be evaluated over balls of any kind. All lists are by vertex. */
export interface Tape {
  readonly graph: Graph;
  readonly constants: readonly (readonly [at: number, real: Real])[];
  /** The vertices that are nodes, in order. */
  readonly nodes: Int32Array;
  readonly values: readonly (BallFormula | undefined)[];
  readonly partials: readonly (readonly BallFormula[])[];
  /** By argument: the partial derivative if it is constant, otherwise NaN. */
  readonly slopes: readonly (readonly number[])[];
  readonly inputs: readonly (readonly number[])[];
  /** Whether the function has arguments that may not count, as the branches of a choice. */
  readonly hasChoice: readonly boolean[];
  readonly singularities: readonly NodeSingularity[];
}

const NONE: readonly never[] = [];

/**
 * A claimed derivative in the graph is taken as the derivative of its function.
 *
 * @throws DezeroError `no-exact-reading` if a function has no formula
 */
export function tapeOf(graph: Graph): Tape {
  const missing = nodeWithoutFormula(graph);
  if (missing !== undefined) {
    const message = `${missing} has no exact reading: it is known by its values alone, not by a formula`;
    throw new DezeroError('no-exact-reading', message);
  }
  const values: (BallFormula | undefined)[] = [];
  const partials: (readonly BallFormula[])[] = [];
  const slopes: (readonly number[])[] = [];
  const inputs: (readonly number[])[] = [];
  const hasChoice: boolean[] = [];
  const constants: (readonly [number, Real])[] = [];
  const nodes: number[] = [];
  for (const [at, vertex] of graph.vertices.entries()) {
    const isNode = vertex.kind === 'node';
    if (isNode) nodes.push(at);
    else if (vertex.kind === 'constant') constants.push([at, vertex.real]);
    const formulas = isNode ? ballFormulasOf(vertex.f) : undefined;
    const ofNode = (formulas?.partials ?? NONE) as readonly BallFormula[];
    values.push(formulas?.value);
    partials.push(ofNode);
    slopes.push(ofNode.map((formula) => formula.constant ?? NaN));
    inputs.push(isNode ? vertex.inputs : NONE);
    hasChoice.push(isNode && vertex.f.definition.uses !== undefined);
  }
  return {
    graph,
    constants,
    nodes: Int32Array.from(nodes),
    values,
    partials,
    slopes,
    inputs,
    hasChoice,
    singularities: singularitiesOf(graph),
  };
}

/** The name of a function without a formula; undefined if there is none. */
export function nodeWithoutFormula(graph: Graph): string | undefined {
  for (const [{ f }] of nodesOf(graph)) {
    const { value, partials } = ballFormulasOf(f);
    if (value === undefined || partials.includes(undefined)) return f.definition.name;
  }
  return undefined;
}
