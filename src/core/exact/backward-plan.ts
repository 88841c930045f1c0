/** @file Plans a backward pass: the products it must form for the gradients that are asked for. */

import type { BallFormula } from '../../math/ball';
import { leadingTo, reachedFrom } from '../graph/vertex';
import type { Tape } from './tape';

/** The products in the order of the backward pass, one for each argument that leads to such a gradient. */
export interface BackwardPlan {
  /** By input, whether its gradient is asked for. */
  readonly wanted: readonly boolean[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly partials: readonly BallFormula[];
  /** The partial derivative if it is 1 or -1 everywhere, otherwise NaN. */
  readonly slopes: Float64Array;
  /** Whether the function has arguments that may not count, as the branches of a choice. */
  readonly isOfChoice: readonly boolean[];
  /** The nodes whose values the partial derivatives need, in the order of a forward pass. */
  readonly nodes: Int32Array;
}

/** @param wanted by input, whether its gradient is asked for */
export function backwardPlan(tape: Tape, wanted: readonly boolean[]): BackwardPlan {
  const { nodes, inputs, partials, slopes, hasChoice, graph } = tape;
  const leads = reachedFrom(
    graph,
    wanted.flatMap((isWanted, k) => (isWanted ? [k] : [])),
  );
  const from: number[] = [];
  const to: number[] = [];
  const slope: number[] = [];
  const formulas: BallFormula[] = [];
  const isOfChoice: boolean[] = [];
  for (const at of nodes.toReversed()) {
    for (const [k, input] of (inputs[at] as readonly number[]).entries()) {
      const constant = slopes[at]?.[k] as number;
      if (leads[input] === 0 || constant === 0) continue;
      from.push(at);
      to.push(input);
      slope.push(constant);
      formulas.push(partials[at]?.[k] as BallFormula);
      isOfChoice.push(hasChoice[at] === true);
    }
  }
  const isNeeded = leadingTo(
    graph,
    from.filter((_, entry) => Number.isNaN(slope[entry])),
  );
  return {
    wanted,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    partials: formulas,
    slopes: Float64Array.from(slope),
    isOfChoice,
    nodes: nodes.filter((at) => isNeeded[at] === 1),
  };
}
