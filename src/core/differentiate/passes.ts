/** @file A block of points through a graph and back: the book's two passes, and what is to be said of them. */

import { backThrough } from '../engine/backprop';
import type { Fault } from '../text/errors';
import type { IsUsed, Notice } from '../explain/notice';
import { kinkNotices } from '../explain/kinks';
import { findOutsideDomain } from '../explain/outside-domain';
import type { ForwardPass, Graph } from '../graph/graph';
import { UsedPoints } from '../engine/used-points';
import { Variable } from '../engine/variable';

/** What a forward and a backward pass leave. */
export interface Passes {
  /** One for each vertex. */
  readonly variables: readonly Variable[];
  /** The derivatives by all inputs; undefined without a backward pass. */
  readonly gradient: readonly Float64Array[] | undefined;
  /** Points outside a domain. */
  readonly faults: ReadonlyMap<number, Fault>;
  /** Points at kinks and jumps, where a gradient is a convention. */
  readonly notices: readonly Notice[];
}

/** @param isBoth whether to go back, too */
export function passesOf(graph: Graph, point: readonly Float64Array[], isBoth: boolean): Passes {
  const inputs = point.map((x) => new Variable(x));
  const { variables, applied } = graph.forwardPass(...inputs);
  const gradient = isBoth ? gradientOf(inputs, { variables, applied }) : undefined;

  const data = variables.map((variable) => variable.data);
  const used = new UsedPoints(applied);
  const isUsed: IsUsed = (at, index) => used.of(variables[at] as Variable)?.[index] !== 0;
  const faults = findOutsideDomain(graph, data, isUsed);
  const notices = isBoth ? kinkNotices(graph, data, isUsed) : [];
  return { variables, gradient, faults, notices };
}

/** The derivatives of the output by all inputs, at every point of the block, from one backward pass. */
export function gradientOf(
  inputs: readonly Variable[],
  { variables, applied }: ForwardPass,
): readonly Float64Array[] {
  const output = variables.at(-1) as Variable;
  if (!output.isConstant) {
    output.grad = new Float64Array(output.data.length).fill(1);
    backThrough(applied, output);
  }
  return inputs.map(({ grad, data }) => grad ?? new Float64Array(data.length));
}

/** The data and the gradients of all vertices at one point. */
export function figuresAt({ variables }: Passes, index: number): [data: number[], grads: number[]] {
  return [
    variables.map(({ data }) => data[index] as number),
    variables.map(({ grad }) => grad?.[index] ?? 0),
  ];
}
