/** @file Where a value loses its digits: the function at which doubles part from the truth. */

import { WholeBall } from '../../math/whole/whole-ball';
import type { Graph } from '../graph/graph';
import { ALL_DIGITS, digitsRight, TOO_FEW_DIGITS } from './digits-right';
import { flattened } from './flattened';
import { Pass } from './pass';
import { tapeOf } from './tape';
import { certainlyUsed } from './edges/used';

/** The truth has to be known to more digits than these cancel. */
const BITS = 640;

export interface Loss {
  /** The graph that was read, in which no claims are. */
  readonly graph: Graph;
  /** The node in it that loses the most. */
  readonly at: number;
  /** How many digits are right of the worst of its arguments, and of its value. */
  readonly digitsBefore: number;
  readonly digitsAfter: number;
}

/**
 * The node at which the value, as doubles compute it, loses most of its digits; undefined where at
 * least 8 of them are right, and where there is no value.
 *
 * @throws DezeroError `no-exact-reading`
 */
export function lossOf(graph: Graph, point: readonly number[]): Loss | undefined {
  const flat = flattened(graph);
  const digits = digitsOfVertices(flat, point);
  if (!((digits.at(-1) ?? NaN) < TOO_FEW_DIGITS)) return undefined;
  let worst: Loss | undefined;
  for (const [at, vertex] of flat.vertices.entries()) {
    const digitsAfter = digits[at] ?? NaN;
    if (vertex.kind !== 'node' || Number.isNaN(digitsAfter)) continue;
    const known = vertex.inputs.map((input) => digits[input] ?? NaN);
    const digitsBefore = Math.min(...known.filter((number) => !Number.isNaN(number)), ALL_DIGITS);
    const lost = digitsBefore - digitsAfter;
    if (worst === undefined || lost > worst.digitsBefore - worst.digitsAfter) {
      worst = { graph: flat, at, digitsBefore, digitsAfter };
    }
  }
  return worst;
}

/** By vertex; NaN for those that are not used, or have no value. */
function digitsOfVertices(graph: Graph, point: readonly number[]): number[] {
  const tape = tapeOf(graph);
  const pass = new Pass(tape, WholeBall.of(0, BITS));
  pass.forwardAt(point);
  const used = certainlyUsed(tape, pass.values);
  const doubles = graph.valuesAt(...point);
  return pass.values.map((ball, at) => {
    const isKnown = used[at] === true && ball.doubt === undefined;
    return isKnown ? digitsRight(doubles[at] ?? NaN, ball.nearest() ?? ball.approximation) : NaN;
  });
}
