/** @file The forward and the backward pass over balls of one kind. */

import type { Ball, BallFormula } from '../../math/ball';
import { DoubleBall } from '../../math/double/double-ball';
import { memoized } from '../../math/memoized';
import { MixedBall } from '../../math/mixed-ball';
import type { Real } from '../../math/real';
import { WholeBall } from '../../math/whole/whole-ball';
import type { BackwardPlan } from './backward-plan';
import type { Tape } from './tape';

/** Runs a tape at one point after the other, reusing its arrays. */
export class Pass<T extends Ball<T>> {
  /** By vertex. */
  readonly values: T[];
  /** By vertex; undefined if no gradient reaches it. */
  readonly grads: (T | undefined)[];
  readonly #one: T;

  /** @param like any ball of the kind to compute in */
  constructor(
    private readonly tape: Tape,
    like: T,
  ) {
    this.#one = like.exact(1);
    this.values = tape.graph.vertices.map(() => this.#one);
    this.grads = tape.graph.vertices.map(() => undefined);
    for (const [at, real] of tape.constants) this.values[at] = real.in(like);
  }

  get output(): T {
    return this.values[this.values.length - 1] as T;
  }

  /** Runs forward from one number for each input. @param nodes as for `forward` */
  forwardAt(point: readonly (number | Real)[], nodes?: Int32Array): void {
    for (let at = 0; at < point.length; at++) {
      const x = point[at] as number | Real;
      this.values[at] = typeof x === 'number' ? this.#one.exact(x) : x.in(this.#one);
    }
    this.forward(nodes);
  }

  /** Runs both ways. @param nodes as for `forward` */
  bothAt(point: readonly (number | Real)[], plan: BackwardPlan, nodes?: Int32Array): void {
    this.forwardAt(point, nodes);
    this.backward(plan);
  }

  /**
   * Runs forward from the inputs in `values`.
   *
   * @param nodes the nodes to compute, with all that they depend on, in order
   */
  forward(nodes: Int32Array = this.tape.nodes): void {
    const { values } = this;
    for (let place = 0; place < nodes.length; place++) {
      const at = nodes[place] as number;
      values[at] = applied(this.tape, this.tape.values[at] as BallFormula, values, at);
    }
  }

  /** Runs backward, after `forward` has computed at least the nodes of the plan. */
  backward(plan: BackwardPlan): void {
    const { from, to, partials, slopes, isOfChoice } = plan;
    const { values, grads } = this;
    const one = this.#one;
    grads.fill(undefined);
    grads[grads.length - 1] = one;
    for (let entry = 0; entry < from.length; entry++) {
      const at = from[entry] as number;
      const g = grads[at];
      if (g === undefined) continue;
      const slope = slopes[entry] as number;
      let product: T;
      if (slope === 1) product = g;
      else if (slope === -1) product = g.negated();
      else {
        const partial = partialOf(this.tape, partials[entry] as BallFormula, values, at);
        const isZero = partial.isExact && partial.sign === 0;
        // A gradient of 0 is not passed on: in a branch that is not taken there may be no number at all.
        if (isZero && (isOfChoice[entry] === true || g.doubt === undefined)) continue;
        product = g === one ? partial : g.times(partial);
      }
      const target = to[entry] as number;
      const sum = grads[target];
      grads[target] = sum === undefined ? product : sum.plus(product);
    }
  }

  /** The gradient of a vertex: exactly 0 if none reaches it. */
  gradient(at: number): T {
    return this.grads[at] ?? this.#one.exact(0);
  }
}

/** The passes of one tape over each kind of ball, made when first asked for. */
export class TapePasses {
  readonly double: Pass<DoubleBall>;
  readonly ofBits: (bits: number) => Pass<WholeBall>;
  /** With fractions, where numbers are such. */
  readonly mixed: (bits: number) => Pass<MixedBall>;

  constructor(tape: Tape) {
    this.double = new Pass(tape, DoubleBall.of(0));
    this.ofBits = memoized((bits) => new Pass(tape, WholeBall.of(0, bits)));
    this.mixed = memoized((bits) => new Pass(tape, MixedBall.of(0, WholeBall.of(0, bits))));
  }
}

function given<T>({ inputs }: Tape, values: readonly T[], at: number): T[] {
  return (inputs[at] as readonly number[]).map((input) => values[input] as T);
}

/** A formula of the arguments of a node. */
export function applied<T extends Ball<T>>(
  tape: Tape,
  formula: BallFormula,
  values: readonly T[],
  at: number,
): T {
  return formula(...given(tape, values, at));
}

/** The partial derivative of a node. @param at the node: its value is the last argument of the formula */
export function partialOf<T extends Ball<T>>(
  tape: Tape,
  partial: BallFormula,
  values: readonly T[],
  at: number,
): T {
  return partial(...given(tape, values, at), values[at] as T);
}
