/** @file Bounds on the round-off of backprop at one point. */

import type { Graph } from '../graph/graph';
import { gradientRoundOff } from './gradient-round-off';
import { OBSERVED, valueRoundOff } from './graph-round-off';
import { UNIT_ROUND_OFF } from './round-off';

/**
 * The errors to count. `own`: the round-off inside the derivatives of functions, where they state it. `all`:
 * also that of products and sums, and the effect of rounded values.
 */
export type RoundOffKind = 'own' | 'all';

/** A bound on the round-off of the gradient by each input, from the values and gradients of all vertices. */
export function backpropRoundOff(
  graph: Graph,
  values: readonly number[],
  grads: readonly number[],
  kind: RoundOffKind,
): number[] {
  const { length } = graph.inputs;
  const isStated = graph.someFunction(
    ({ definition }) => definition.derivativeRoundOff !== undefined,
  );
  if (kind === 'own' && !isStated) return Array<number>(length).fill(0);
  // Claimed derivatives are not used to propagate errors: a wrong one would excuse itself.
  const errors = kind === 'own' ? values.map(() => 0) : valueRoundOff(graph, values, OBSERVED);
  const unit = kind === 'own' ? 0 : UNIT_ROUND_OFF;
  return gradientRoundOff(graph, values, grads, errors, unit).slice(0, length);
}
