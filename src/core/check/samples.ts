/** @file Points to check a graph at when nobody gives any: those that its functions carry. */

import { isOperation } from '../engine/define-operation';
import { isInDomain } from '../engine/at-point';
import { kindOfKink } from '../explain/kinks';
import { type Graph, type Node, nodesOf } from '../graph/graph';
import { usedNodes } from '../graph/used-vertices';

/**
 * Where a function is checked of which nobody says where: on both sides of 0, near and far, at
 * numbers at which formulas that differ are hardly equal (2x and x^2 are so at 2).
 */
export const USUAL_SAMPLES: readonly number[] = [
  -4.7, -2.3, -1.1, -0.6, -0.2, 0.3, 0.7, 1.3, 2.9, 5.3,
];

/**
 * The samples of all functions of a chain, in order, or the usual ones, without those at which the
 * graph has no derivative to check: outside a domain, at an edge, a pole or a vertical tangent, or
 * where a value is not finite.
 */
export function samplesOf(graph: Graph): readonly Float64Array[] {
  if (graph.inputs.length > 1) return samplesOfSeveral(graph);
  const all = graph.isChain ? samplesOfFunctions(graph) : USUAL_SAMPLES;
  return [
    Float64Array.from(new Set(all))
      .sort()
      .filter((x) => isRegular(graph, [x])),
  ];
}

/** With these the order of the usual samples is another for each variable. */
const STRIDES = [1, 3, 7, 9];
/** So many times the usual samples are gone through, smaller each time, for formulas of a small domain. */
const ROUNDS = 8;
const ROUND_PART = 0.6;
/** No two variables have the same numbers: a swap would not show. */
const VARIABLE_PART = 0.03125;
const MOST_SAMPLES = 10;
/** Rounded so, for people. */
const DECIMALS = 1000;

/**
 * Points of several variables, the same every time: on both sides of 0 in each variable, on no axis and
 * on no diagonal, ten where so many are regular.
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

function samplesOfFunctions(graph: Graph): number[] {
  return [...nodesOf(graph)].flatMap(([{ f }]) => (isOperation(f) ? [] : f.definition.samples));
}

function isRegular(graph: Graph, point: readonly number[]): boolean {
  const values = graph.valuesAt(...point);
  for (const [node, at, x] of usedNodes(graph, values)) {
    if (!Number.isFinite(values[at]) || !isRegularAt(node, x)) return false;
  }
  return true;
}

function isRegularAt({ f }: Node, x: readonly number[]): boolean {
  const { singularities = [] } = f.definition;
  if (singularities.some(({ kind, isAt }) => kind === 'jump' && isAt(...x))) return false;
  if (!isInDomain(f, x)) return false;
  if (isOperation(f)) return true;
  const kink = f.definition.kinks?.find(({ at }) => at === x[0]);
  return kink === undefined || kindOfKink(f.definition, kink) === 'kink';
}
