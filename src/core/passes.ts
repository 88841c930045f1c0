/** @file A block of points through a graph and back: the book's two passes, and what is to be said of them. */

import { backprop } from './backprop';
import type { Fault } from './errors';
import type { IsUsed, Notice } from './explain/figures';
import { kinkNotices } from './explain/kinks';
import { findOutsideDomain } from './explain/outside-domain';
import type { Graph } from './graph';
import { UsedPoints } from './used-points';
import { Variable } from './variable';

/** What a forward and a backward pass leave. */
export interface Passes {
  /** One for each vertex. */
  readonly variables: readonly Variable[];
  /** The derivative by x; undefined without a backward pass. */
  readonly gradient: Float64Array | undefined;
  /** Points outside a domain. */
  readonly faults: ReadonlyMap<number, Fault>;
  /** Points at kinks and jumps, where a gradient is a convention. */
  readonly notices: readonly Notice[];
}

export interface PassesOptions {
  /** Whether to go back, too. */
  readonly isBoth: boolean;
  /** Whether some function is not defined everywhere. */
  readonly isLimited: boolean;
}

export function passesOf(
  graph: Graph,
  x: Float64Array,
  { isBoth, isLimited }: PassesOptions,
): Passes {
  const input = new Variable(x);
  const { variables, applied } = graph.forwardPass(input);
  const isConstant = variables.at(-1)?.isConstant === true;
  const gradientOf = isConstant ? () => new Float64Array(x.length) : () => backprop(input, applied);
  const gradient = isBoth ? gradientOf() : undefined;

  const data = variables.map((variable) => variable.data);
  const used = new UsedPoints(applied);
  const isUsed: IsUsed = (at, index) => used.of(variables[at] as Variable)?.[index] !== 0;
  const faults = new Map<number, Fault>();
  if (isLimited) findOutsideDomain(graph, data, isUsed, faults);
  const notices = isBoth ? kinkNotices(graph, data, isUsed) : [];
  return { variables, gradient, faults, notices };
}

/** The data and the gradients of all vertices at one point. */
export function figuresAt({ variables }: Passes, index: number): [data: number[], grads: number[]] {
  return [
    variables.map(({ data }) => data[index] as number),
    variables.map(({ grad }) => grad?.[index] ?? 0),
  ];
}
