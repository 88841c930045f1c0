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
  /** Whether that is because its value is beyond the doubles. */
  readonly beyond?: 'large' | 'small';
}

/**
 * The node where the value, computed in doubles, loses the most digits; undefined if at least 8 digits of the
 * value are right, or if there is no value.
 *
 * @throws DezeroError `no-exact-reading`
 */
export function lossOf(graph: Graph, point: readonly number[]): Loss | undefined {
  const flat = flattened(graph);
  const balls = valuesOf(flat, point);
  const digits = digitsOfVertices(flat, point, balls);
  if (!((digits.at(-1) as number) < TOO_FEW_DIGITS)) return undefined;
  let worst: Loss | undefined;
  for (const [at, vertex] of flat.vertices.entries()) {
    const digitsAfter = digits[at] as number;
    if (vertex.kind !== 'node' || Number.isNaN(digitsAfter)) continue;
    const known = vertex.inputs.map((input) => digits[input] as number);
    const digitsBefore = Math.min(...known.filter((number) => !Number.isNaN(number)), ALL_DIGITS);
    const lost = digitsBefore - digitsAfter;
    if (worst === undefined || lost > worst.digitsBefore - worst.digitsAfter) {
      const beyond = beyondDoubles(balls[at] as WholeBall);
      worst = { graph: flat, at, digitsBefore, digitsAfter, ...(beyond && { beyond }) };
    }
  }
  return worst;
}

function valuesOf(graph: Graph, point: readonly number[]): readonly WholeBall[] {
  const pass = new Pass(tapeOf(graph), WholeBall.of(0, BITS));
  pass.forwardAt(point);
  return pass.values;
}

/** The number of right digits by vertex; NaN for unused ones, and those without a value. */
function digitsOfVertices(
  graph: Graph,
  point: readonly number[],
  balls: readonly WholeBall[],
): number[] {
  const used = certainlyUsed(tapeOf(graph), balls);
  const doubles = graph.valuesAt(...point);
  return balls.map((ball, at) => {
    if (used[at] !== 1 || ball.doubt !== undefined) return NaN;
    // Infinity or 0 stands for all that is beyond the doubles: no digit is right.
    return beyondDoubles(ball) ? 0 : digitsRight(doubles[at] as number, ball.approximation);
  });
}

function beyondDoubles({ approximation, sign }: WholeBall): Loss['beyond'] {
  if (!Number.isFinite(approximation)) return 'large';
  return approximation === 0 && Boolean(sign) ? 'small' : undefined;
}
