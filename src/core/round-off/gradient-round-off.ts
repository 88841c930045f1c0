/**
 * @file Bounds on the round-off of the gradients of a graph at one point: by roundings of the backward pass,
 * and because derivatives are taken at values that are themselves rounded.
 */

import type { AnyFunctionClass } from '../engine/define-operation';
import { isUsedAt, partialAt, valueAt } from '../engine/at-point';
import type { Graph } from '../graph/graph';
import { inputsOf, nodesOf, usedVertices } from '../graph/vertex';
import { carried, moved } from './graph-round-off';

/**
 * A bound on the round-off of the gradient of the output by every vertex.
 *
 * @param values of all vertices
 * @param grads of all vertices
 * @param errors bounds on the round-off of the values
 * @param unit the unit round-off of products and sums; 0 to leave these roundings out
 */
export function gradientRoundOff(
  graph: Graph,
  values: readonly number[],
  grads: readonly number[],
  errors: readonly number[],
  unit: number,
): number[] {
  const found = values.map(() => 0);
  // Gradients are sums of products: of each, its size and the number of its terms.
  const sizes = values.map(() => 0);
  const counts = values.map(() => 0);
  /** The round-off of a sum: of each partial, each product and each addition. An infinite one is not rounded. */
  const ofSum = (at: number): number => {
    const size = sizes[at] as number;
    return Number.isFinite(size) ? ((counts[at] as number) + 1) * unit * size : 0;
  };
  const used = usedVertices(graph, values);
  for (const [node, at] of [...nodesOf(graph)].reverse()) {
    if (used[at] === 0) continue;
    const { f, inputs } = node;
    found[at] = (found[at] as number) + ofSum(at);
    const x = inputsOf(node, values);
    const y = values[at] as number;
    const partialsAt = (point: readonly number[], value: number): number[] =>
      inputs.map((_, k) => partialAt(f, k, point, value));
    const partials = partialsAt(x, y);
    const off = partials.map(() => ownDerivativeRoundOff(f, x, y));
    for (const [j, input] of inputs.entries()) {
      const error = errors[input] as number;
      if (error === 0) continue;
      const around = PLACES_IN_ERROR.map((part) => {
        const beside = moved(x, j, part * error);
        return partialsAt(beside, valueAt(f, beside));
      });
      for (const [k, partial] of partials.entries()) {
        const others = around.map((partialsThere) => partialsThere[k] as number);
        off[k] = (off[k] as number) + changeOf(partial, others);
      }
    }
    for (const [k, input] of inputs.entries()) {
      if (!isUsedAt(f, k, x)) continue;
      const ofGradient = carried(found[at], Math.abs(partials[k] as number));
      // An unknown error stays unknown, even multiplied by 0.
      const ofPartial = off[k] === 0 ? 0 : (off[k] as number) * Math.abs(grads[at] as number);
      found[input] = (found[input] as number) + ofGradient + ofPartial;
      const share = Math.abs((partials[k] as number) * (grads[at] as number));
      sizes[input] = (sizes[input] as number) + share;
      counts[input] = (counts[input] as number) + 1;
    }
  }
  return found.map((error, at) => {
    const all = error + (graph.vertices[at]?.kind === 'node' ? 0 : ofSum(at));
    return Number.isNaN(all) ? Infinity : all;
  });
}

/** Where a partial is evaluated within the error of its argument, in units of that error. */
const PLACES_IN_ERROR = [1, 0.5, -0.5, -1];
/** A partial that changes by more than this fraction may be a wave, whose height a few places do not show. */
const SMALL_CHANGE = 0.1;

/** The change of a partial within the error of its argument. */
function changeOf(partial: number, others: readonly number[]): number {
  const change = Math.max(...others.map((other) => Math.abs(other - partial)));
  if (!(change > SMALL_CHANGE * Math.abs(partial))) return change;
  return Math.max(change, 2 * Math.max(Math.abs(partial), ...others.map(Math.abs)));
}

function ownDerivativeRoundOff(f: AnyFunctionClass, x: readonly number[], y: number): number {
  const own = f.definition.derivativeRoundOff?.(x[0] as number, y) ?? 0;
  return Number.isNaN(own) ? Infinity : own;
}
