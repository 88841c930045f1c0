/** @file Compares a claimed derivative, evaluated over balls, with the double nearest to the true one. */

import { type Ball, isCertain } from '../../math/ball';
import { isClaimed, isFormula } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import { type BackwardPlan, backwardPlan } from './backward-plan';
import { BlockReader } from './block-reader';
import type { RoundedBall } from './figures';
import { flattened } from './flattened';
import { type Pass, TapePasses } from './pass';
import { bitsOf } from './precision';
import { type Tape, tapeOf } from './tape';

/** How a claim compares with the derivative. */
export type ClaimComparison =
  /** Equal, to within 2^-48 of it. */
  | { readonly kind: 'equal' }
  /** Certainly different; `claim` is the double nearest to it. */
  | { readonly kind: 'different'; readonly claim: number }
  /** The claim certainly has no value at the point. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'undecided' };

/**
 * The relative difference up to which a claim counts as equal. Constants are written with 15 or 16 digits,
 * as 0.3333333333333333 for 1/3, and are off by up to 2^-51 then.
 */
const EQUAL = 3.552713678800501e-15; // 2^-48

/**
 * Evaluates the derivatives that were claimed for parts of a graph, and the derivative of the whole that
 * follows from them. At kinks it uses the conventions of the functions.
 */
export class ClaimReading {
  readonly #tape: Tape;
  readonly #plans: readonly BackwardPlan[];
  readonly #passes: TapePasses;
  readonly #blocks: BlockReader;

  /** @throws DezeroError `no-exact-reading` where a function is known by its values alone */
  constructor(graph: Graph) {
    // A definition without a claim is replaced by its inside; one with a claim stays a node.
    this.#tape = tapeOf(flattened(graph, (f) => isFormula(f) && !isClaimed(f)));
    this.#plans = graph.inputs.map((_, k) =>
      backwardPlan(
        this.#tape,
        graph.inputs.map((__, at) => at === k),
      ),
    );
    this.#passes = new TapePasses(this.#tape);
    const all = graph.inputs.map(() => true);
    this.#blocks = new BlockReader(this.#tape, backwardPlan(this.#tape, all));
  }

  /**
   * By input, 1 for each point where blocks show that the claim and the true derivative have the same nearest
   * double: `compare` would call it equal.
   *
   * @param x a column for each input
   * @param derivatives the doubles nearest to the true ones, a column for each input
   */
  equal(x: readonly Float64Array[], derivatives: readonly Float64Array[]): Uint8Array[] {
    const gradient = x.map(({ length }) => new Float64Array(length));
    const isLeft = this.#blocks.read(x, { value: undefined, gradient });
    return derivatives.map((column, k) =>
      isLeft.map((left, i) => (left === 0 && column[i] === gradient[k]?.[i] ? 1 : 0)),
    );
  }

  /**
   * @param k the input of the derivative
   * @param derivative the double nearest to the true one
   */
  compare(point: readonly number[], k: number, derivative: number): ClaimComparison {
    let found = compared(this.#gradient(this.#passes.double, point, k), derivative);
    for (const bits of bitsOf(this.#tape.nodes.length)) {
      if (found.isSettled) break;
      found = compared(this.#gradient(this.#passes.ofBits(bits), point, k), derivative);
    }
    return found.comparison;
  }

  #gradient<T extends Ball<T>>(pass: Pass<T>, point: readonly number[], k: number): T {
    pass.forwardAt(point);
    pass.backward(this.#plans[k] as BackwardPlan);
    return pass.gradient(k);
  }
}

interface Compared {
  readonly comparison: ClaimComparison;
  /** Whether more bits tell nothing more: neither what it is, nor of another number which one. */
  readonly isSettled: boolean;
}

function compared<T extends RoundedBall<T>>(claim: T, derivative: number): Compared {
  const kind = kindOf(claim, derivative);
  if (kind !== 'different') return { comparison: { kind }, isSettled: kind !== 'undecided' };
  const nearest = claim.nearest();
  const comparison = { kind, claim: nearest ?? claim.approximation };
  return { comparison, isSettled: nearest !== undefined };
}

function kindOf<T extends RoundedBall<T>>(claim: T, derivative: number): ClaimComparison['kind'] {
  if (claim.doubt !== undefined) return isCertain(claim.doubt) ? 'nothing' : 'undecided';
  const nearest = claim.nearest();
  if (nearest === derivative) return 'equal';
  if (!Number.isFinite(derivative)) return nearest === undefined ? 'undecided' : 'different';
  // Subnormal doubles are off by up to the smallest double, however small the derivative.
  const room = claim.exact(Math.abs(derivative)).times(EQUAL).plus(Number.MIN_VALUE);
  const { sign } = room.minus(claim.minus(derivative).abs());
  if (sign === undefined) return 'undecided';
  return sign < 0 ? 'different' : 'equal';
}
