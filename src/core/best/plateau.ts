/** @file Where f does not change at all round x: by how much it changes when it does. */

import type { Surroundings } from './ladder';
import { TWO_UNITS } from '../round-off';

/** Halvings of an interval of doubles: 62 are enough for any two positive ones. */
const MOST_BISECTIONS = 64;
/** An f that is 0 wherever it is seen may have come about from numbers of this size. */
const USUAL_SIZE = 1;

interface Edge {
  readonly index: number;
  /** The largest step at which f is flat, and the smallest beyond it at which it is not. */
  inside: number;
  outside: number;
  change: number;
}

/**
 * The least change of f that can be seen beside a plateau, for every x; 0 where f is not flat there.
 * A true plateau, as that of relu, is left without a jump; one that comes of rounding, as that of
 * 1 + x for a tiny x, by a jump, and f is no more certain than that.
 */
export function quantumOf(
  f: (x: Float64Array) => Float64Array,
  around: readonly Surroundings[],
): Float64Array {
  const quanta = new Float64Array(around.length);
  const edges: Edge[] = [];
  for (const [index, place] of around.entries()) {
    const edge = edgeOf(index, place);
    if (edge === 'everywhere') {
      quanta[index] = TWO_UNITS * Math.max(USUAL_SIZE, Math.abs(place.y));
    } else if (edge !== undefined) {
      edges.push(edge);
    }
  }
  for (let i = 0; i < MOST_BISECTIONS && edges.length > 0; i++) bisect(f, around, edges);
  for (const { index, change } of edges) quanta[index] = change;
  return quanta;
}

/** Between which two steps f begins to change. */
function edgeOf(index: number, { y, ladders }: Surroundings): Edge | 'everywhere' | undefined {
  const rungs = ladders.flat().sort((a, b) => a.ahead - b.ahead);
  const changes = rungs.map(({ yAhead, yBehind }) =>
    Math.max(Math.abs(yAhead - y), Math.abs(yBehind - y)),
  );
  const first = changes.findIndex((change) => change > 0);
  if (first === 0) return undefined;
  if (first < 0) return rungs.length === 0 ? undefined : 'everywhere';
  const [inside, outside] = [rungs[first - 1]?.ahead ?? 0, rungs[first]?.ahead ?? 0];
  return { index, inside, outside, change: changes[first] as number };
}

function bisect(
  f: (x: Float64Array) => Float64Array,
  around: readonly Surroundings[],
  edges: readonly Edge[],
): void {
  const points = new Float64Array(2 * edges.length);
  const steps = edges.map(({ inside, outside }) => middle(inside, outside));
  for (const [k, { index }] of edges.entries()) {
    const { x } = around[index] as Surroundings;
    points[2 * k] = x + (steps[k] as number);
    points[2 * k + 1] = x - (steps[k] as number);
  }
  const values = f(points);
  for (const [k, edge] of edges.entries()) {
    const { y } = around[edge.index] as Surroundings;
    const change = Math.max(
      Math.abs((values[2 * k] as number) - y),
      Math.abs((values[2 * k + 1] as number) - y),
    );
    if (change === 0) edge.inside = steps[k] as number;
    else {
      edge.outside = steps[k] as number;
      if (change < edge.change) edge.change = change;
    }
  }
}

const doubles = new Float64Array(2);
const bits = new BigInt64Array(doubles.buffer);

/** The double that has as many doubles below it as above it: positive doubles are ordered as their bits. */
function middle(low: number, high: number): number {
  doubles[0] = low;
  doubles[1] = high;
  bits[0] = ((bits[0] as bigint) + (bits[1] as bigint)) / 2n;
  return doubles[0];
}
