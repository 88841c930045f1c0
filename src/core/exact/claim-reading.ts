/** @file A claimed derivative as a formula, over balls, beside the double nearest to the true one. */

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

/** What a claim is beside the derivative. */
export type ClaimComparison =
  /** The same, to within 2^-48 of it. */
  | { readonly kind: 'equal' }
  /** Certainly another number; the double next to it. */
  | { readonly kind: 'different'; readonly claim: number }
  /** It certainly has no value there. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'undecided' };

/**
 * So near to the derivative, as a part of it, a claim is taken for it: constants are written with 15
 * or 16 digits, `0.3333333333333333` for a third, and these are off by up to 2^-51.
 */
const EQUAL = 3.552713678800501e-15; // 2^-48

/**
 * Reads the derivatives that somebody has written for parts of a graph, and what follows from them
 * for the whole: as mathematics has it, at kinks by the conventions of the functions.
 */
export class ClaimReading {
  readonly #tape: Tape;
  readonly #plans: readonly BackwardPlan[];
  readonly #passes: TapePasses;
  readonly #blocks: BlockReader;

  /** @throws DezeroError `no-exact-reading` where a function is known by its values alone */
  constructor(graph: Graph) {
    // A definition without claims is replaced by its inside; one with claims stays a node.
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
   * By input, 1 for the points at which the claim is nearest to the same double as the true derivative, as far as
   * that is seen in blocks: `compare` would call it equal.
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
   * @param k the input by which the derivative is
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
  // A derivative below the doubles is off by as much as the least of them, however small itself.
  const room = claim.exact(Math.abs(derivative)).times(EQUAL).plus(Number.MIN_VALUE);
  const { sign } = room.minus(claim.minus(derivative).abs());
  if (sign === undefined) return 'undecided';
  return sign < 0 ? 'different' : 'equal';
}
