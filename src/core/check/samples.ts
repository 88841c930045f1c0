/** @file Points to check a graph at if none are given: the samples of its functions. */

import { isOperation } from '../engine/define-operation';
import { isInDomain } from '../engine/at-point';
import { kindOfKink } from '../explain/kinks';
import type { Graph } from '../graph/graph';
import { type Node, nodesOf, usedNodes } from '../graph/vertex';

/**
 * Points to check any function at: on both sides of 0, near and far, and where simple formulas that differ
 * hardly have equal values, as 2x and x^2 do at 2.
 */
export const USUAL_SAMPLES: readonly number[] = [
  -4.7, -2.3, -1.1, -0.6, -0.2, 0.3, 0.7, 1.3, 2.9, 5.3,
];

/**
 * The samples of all functions of a chain, or the usual ones for a formula, sorted. Points without a
 * derivative to check are left out: those outside a domain, at an edge of it, a pole or a vertical tangent,
 * or where a value is not finite.
 */
export function samplesOf(graph: Graph): readonly Float64Array[] {
  if (graph.inputs.length > 1) return samplesOfSeveral(graph);
  const all = graph.isChain
    ? [...nodesOf(graph)].flatMap(([{ f }]) => (isOperation(f) ? [] : f.definition.samples))
    : USUAL_SAMPLES;
  return [
    Float64Array.from(new Set(all))
      .sort()
      .filter((x) => isRegular(graph, [x])),
  ];
}

/** Strides through the usual samples, so that each variable takes them in another order. */
const STRIDES = [1, 3, 7, 9];
/** For formulas with a small domain the usual samples are tried in this many rounds, smaller each time. */
const ROUNDS = 8;
const ROUND_PART = 0.6;
/** Each variable has its own multiples of the samples: with equal numbers a swap would not show. */
const VARIABLE_PART = 0.03125;
const MOST_SAMPLES = 10;
/** Coordinates are rounded to thousandths, to be easy to read. */
const DECIMALS = 1000;

/**
 * Ten points of several variables, or fewer if fewer are regular; the same in every run. They lie on both
 * sides of 0 in each variable, on no axis and on no diagonal.
 */
function samplesOfSeveral(graph: Graph): Float64Array[] {
  const count = USUAL_SAMPLES.length;
  const found: number[][] = [];
  for (let j = 0; j < ROUNDS * count && found.length < MOST_SAMPLES; j++) {
    const round = Math.floor(j / count);
    const size = Array.from({ length: round }).reduce((part: number) => part * ROUND_PART, 1);
    const point = graph.inputs.map((_, k) => {
      const place = (j * (STRIDES[k % STRIDES.length] as number) + 3 * k + round * k) % count;
      const value = (USUAL_SAMPLES[place] as number) * size * (1 + (k % 16) * VARIABLE_PART);
      return Math.round(value * DECIMALS) / DECIMALS;
    });
    if (isRegular(graph, point)) found.push(point);
  }
  if (found.length === 0) return [];
  return graph.inputs.map((_, k) => Float64Array.from(found, (point) => point[k] as number));
}

function isRegular(graph: Graph, point: readonly number[]): boolean {
  const values = graph.valuesAt(...point);
  for (const [node, at, x] of usedNodes(graph, values)) {
    if (!Number.isFinite(values[at]) || !isRegularAt(node, x)) return false;
  }
  return true;
}

function isRegularAt({ f }: Node, x: readonly number[]): boolean {
  const { singularities = [], kinks = [] } = f.definition;
  if (singularities.some(({ kind, isAt }) => kind === 'jump' && isAt(...x))) return false;
  if (!isInDomain(f, x)) return false;
  const kink = kinks.find(({ at }) => at === x[0]);
  return kink === undefined || kindOfKink(f.definition, kink) === 'kink';
}
