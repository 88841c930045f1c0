/** @file The values of a formula around a point, over balls of many bits, along one variable at a time. */

import { WholeBall } from '../../math/whole/whole-ball';
import type { Graph } from '../graph/graph';
import { backwardPlan } from './backward-plan';
import { Pass } from './pass';
import { reachedFrom } from '../graph/vertex';
import { tapeOf, type Tape } from './tape';

/** Enough for 20 digits of a difference over a step of 1e-15 x, and of its distance from the slope. */
const BITS = 512;

/**
 * A formula around one point. Both passes are run once, at the point; for a value beside it only those functions
 * are computed again that depend on the variable that moves.
 */
export class Neighbourhood {
  readonly zero = WholeBall.of(0, BITS);
  readonly #tape: Tape;
  readonly #pass: Pass<WholeBall>;
  readonly #valuesAtPoint: readonly WholeBall[];
  /** The variable that has moved, and the functions that depend on it. */
  #moved: { readonly k: number; readonly nodes: Int32Array } | undefined;

  /**
   * @param graph without definitions
   * @param point a number for each variable
   */
  constructor(
    graph: Graph,
    readonly point: readonly number[],
  ) {
    this.#tape = tapeOf(graph);
    this.#pass = new Pass(this.#tape, this.zero);
    const all = point.map(() => true);
    this.#pass.bothAt(point, backwardPlan(this.#tape, all));
    this.#valuesAtPoint = [...this.#pass.values];
  }

  /** The slope along the variable k at the point, by the chain rule. */
  slope(k: number): WholeBall {
    return this.#pass.gradient(k);
  }

  /** The value where the variable k is x, and the others are as at the point. */
  valueAt(k: number, x: WholeBall): WholeBall {
    const { values } = this.#pass;
    if (this.#moved?.k !== k) {
      for (const [at, value] of this.#valuesAtPoint.entries()) values[at] = value;
      const isReached = reachedFrom(this.#tape.graph, [k]);
      this.#moved = { k, nodes: this.#tape.nodes.filter((at) => isReached[at] === 1) };
    }
    values[k] = x;
    this.#pass.forward(this.#moved.nodes);
    return this.#pass.output;
  }
}
