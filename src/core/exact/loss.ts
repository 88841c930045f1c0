/** @file Finds the function of a graph where a value, computed in doubles, loses its digits. */

import { WholeBall } from '../../math/whole/whole-ball';
import type { Graph } from '../graph/graph';
import { ALL_DIGITS, digitsRight, TOO_FEW_DIGITS } from './digits-right';
import { flattened } from './flattened';
import { Pass } from './pass';
import { tapeOf } from './tape';
import { certainlyUsed } from './singularities/used';

/** Enough that the truth is known even if 180 digits cancel. */
const BITS = 640;

export interface Loss {
  /** The graph that `at` counts in, with definitions replaced by their insides. */
  readonly graph: Graph;
  /** The node that loses the most digits. */
  readonly at: number;
  /** The number of right digits of its worst argument, and of its value. */
  readonly digitsBefore: number;
  readonly digitsAfter: number;
}

/**
 * The node where the value, computed in doubles, loses the most digits; undefined if at least 8 digits of the
 * value are right, or if there is no value.
 *
 * @throws DezeroError `no-exact-reading`
 */
export function lossOf(graph: Graph, point: readonly number[]): Loss | undefined {
  const flat = flattened(graph);
  const digits = digitsOfVertices(flat, point);
  if (!((digits.at(-1) as number) < TOO_FEW_DIGITS)) return undefined;
  let worst: Loss | undefined;
  for (const [at, vertex] of flat.vertices.entries()) {
    const digitsAfter = digits[at] as number;
    if (vertex.kind !== 'node' || Number.isNaN(digitsAfter)) continue;
    const known = vertex.inputs.map((input) => digits[input] as number);
    const digitsBefore = Math.min(...known.filter((number) => !Number.isNaN(number)), ALL_DIGITS);
    const lost = digitsBefore - digitsAfter;
    if (worst === undefined || lost > worst.digitsBefore - worst.digitsAfter) {
      worst = { graph: flat, at, digitsBefore, digitsAfter };
    }
  }
  return worst;
}

/** The number of right digits by vertex; NaN for unused ones, and those without a value. */
function digitsOfVertices(graph: Graph, point: readonly number[]): number[] {
  const tape = tapeOf(graph);
  const pass = new Pass(tape, WholeBall.of(0, BITS));
  pass.forwardAt(point);
  const used = certainlyUsed(tape, pass.values);
  const doubles = graph.valuesAt(...point);
  return pass.values.map((ball, at) => {
    if (used[at] !== 1 || ball.doubt !== undefined) return NaN;
    const exact = ball.approximation;
    // Infinity stands for all that is too large for a double, and 0 for what is too small: no digit is right.
    const isBeyond = !Number.isFinite(exact) || (exact === 0 && Boolean(ball.sign));
    return isBeyond ? 0 : digitsRight(doubles[at] as number, exact);
  });
}
