/** @file Compares a claimed derivative, evaluated over balls, with the double nearest to the true one. */

import { type Ball, isCertain } from '../../math/ball';
import { isClaimed, isFormula } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import type { MixedBall } from '../../math/mixed-ball';
import { type BackwardPlan, backwardPlan } from './backward-plan';
import { BlockReader, LEFT } from './block-reader';
import type { RoundedBall } from './figures';
import { flattened } from './flattened';
import { type Pass, TapePasses } from './pass';
import { bitsOf, FIRST_BITS } from './precision';
import { SMALLEST_NORMAL } from '../round-off/round-off';
import { type Tape, tapeOf } from './tape';

/** Certainly different; `claim` is the double nearest to it. */
interface Different {
  readonly kind: 'different';
  readonly claim: number;
  /** Whether `claim` may be off in its last digits. */
  readonly isRough?: boolean;
  /**
   * How many times the derivative the claim is, where doubles are too coarse for a quotient; NaN if the derivative is
   * 0, or so near to 0 that it is not told from it.
   */
  readonly factor?: number;
}

/** How a claim compares with the derivative. */
export type ClaimComparison =
  /** Equal, to within 2^-48 of it. */
  | { readonly kind: 'equal' }
  | Different
  /** The claim certainly has no value at the point. */
  | { readonly kind: 'nothing' }
  /** If the derivative is not told from 0, `sign` is that of the claim, if this is known. */
  | { readonly kind: 'undecided'; readonly sign?: 1 | -1 | 0 | undefined };

/**
 * The relative difference up to which a claim counts as equal. Constants are written with 15 or 16 digits,
 * as 0.3333333333333333 for 1/3, and are off by up to 2^-51 then.
 */
const EQUAL = 3.552713678800501e-15; // 2^-48

/** The derivatives of a graph over balls of any kind, a point at a time. */
class Derivatives {
  readonly plan: BackwardPlan;
  readonly passes: TapePasses;
  /** The point that a pass was run at. */
  readonly #points = new Map<unknown, readonly number[]>();

  constructor(readonly tape: Tape) {
    this.plan = backwardPlan(
      tape,
      tape.graph.inputs.map(() => true),
    );
    this.passes = new TapePasses(tape);
  }

  /** By input k; the pass gives the derivatives by all inputs, and is run once for a point. */
  at<T extends Ball<T>>(pass: Pass<T>, point: readonly number[], k: number): T {
    const last = this.#points.get(pass);
    if (last === undefined || point.some((x, at) => x !== last[at])) {
      pass.bothAt(point, this.plan);
      this.#points.set(pass, point);
    }
    return pass.gradient(k);
  }
}

/** A comparison of derivatives over balls of any one kind. */
type Compared = <T extends RoundedBall<T>>(ballOf: (of: Derivatives) => T) => ClaimComparison;

/**
 * Evaluates the derivatives that were claimed for parts of a graph, and the derivative of the whole that
 * follows from them. At kinks it uses the conventions of the functions.
 */
export class ClaimReading {
  readonly #claimed: Derivatives;
  readonly #blocks: BlockReader;
  #true: Derivatives | undefined;

  /** @throws DezeroError `no-exact-reading` where a function is known by its values alone */
  constructor(private readonly graph: Graph) {
    // A definition without a claim is replaced by its inside; one with a claim stays a node.
    const tape = tapeOf(flattened(graph, (f) => isFormula(f) && !isClaimed(f)));
    this.#claimed = new Derivatives(tape);
    this.#blocks = new BlockReader(tape, this.#claimed.plan);
  }

  /**
   * By input, 1 for each point where blocks show that the claim and the true derivative have the same nearest
   * double, and that this tells them apart from others: `compare` would call it equal.
   *
   * @param x a column for each input
   * @param derivatives the doubles nearest to the true ones, a column for each input
   */
  equal(x: readonly Float64Array[], derivatives: readonly Float64Array[]): Uint8Array[] {
    const gradient = x.map(({ length }) => new Float64Array(length));
    const found = this.#blocks.read(x, { value: undefined, gradient });
    return derivatives.map((column, k) =>
      found.map((progress, i) => {
        const derivative = column[i] as number;
        const isEqual = progress !== LEFT && derivative === gradient[k]?.[i];
        return isEqual && !isBeyondDoubles(derivative) ? 1 : 0;
      }),
    );
  }

  /**
   * @param k the input of the derivative
   * @param derivative the double nearest to the true one
   * @param hasSides whether the slopes on both sides may differ by less than doubles show
   */
  compare(
    point: readonly number[],
    k: number,
    derivative: number,
    hasSides = false,
  ): ClaimComparison {
    const claimed = this.#claimed;
    const whole = isBeyondDoubles(derivative) && !hasSides ? this.#whole() : undefined;
    const mixed = (of: Derivatives): MixedBall => of.at(of.passes.mixed(FIRST_BITS), point, k);
    if (whole !== undefined && !isOther(mixed(whole), derivative)) {
      // It may be exactly 0, as that of x*exp(-x) at 1, which no digits tell.
      if (mixed(whole).sign === 0 && mixed(claimed).sign === 0) return { kind: 'equal' };
      const toBall: Compared = (ballOf) => comparedToBall(ballOf(claimed), ballOf(whole));
      const comparison = this.#decided(point, k, toBall);
      // Where no digits tell the derivative from 0, nor do they tell a right claim from it.
      if (comparison.kind !== 'undecided' || isNonZero(comparison)) return comparison;
    }
    return this.#decided(point, k, (ballOf) => comparedToDouble(ballOf(claimed), derivative));
  }

  /** Without claims; made when first needed. */
  #whole(): Derivatives {
    return (this.#true ??= new Derivatives(tapeOf(flattened(this.graph))));
  }

  /** The first comparison that is decided, of double-doubles and then of more and more bits. */
  #decided(point: readonly number[], k: number, compared: Compared): ClaimComparison {
    let comparison = compared((of) => of.at(of.passes.double, point, k));
    for (const bits of bitsOf(this.#claimed.tape.nodes.length)) {
      if (isSettled(comparison)) break;
      const isClaimZero = comparison.kind === 'undecided' && comparison.sign === 0;
      if (isClaimZero && bits > MOST_BITS_FOR_ZERO) break;
      comparison = compared((of) => of.at(of.passes.ofBits(bits), point, k));
    }
    return comparison;
  }
}

/**
 * A derivative that is not told from 0 with so many bits is taken for 0 where the claim is 0: more of them would cost
 * 15 ms at every point where a derivative is 0 by its formula alone, as of sin(x)^2 + cos(x)^2.
 */
const MOST_BITS_FOR_ZERO = 640;

/** Whether a wrong claim may have the same nearest double: near 0, where doubles are coarse, or beyond the largest. */
function isBeyondDoubles(derivative: number): boolean {
  const size = Math.abs(derivative);
  return size < SMALLEST_NORMAL || size === Infinity;
}

/** Whether the chain rule gives another number than the derivative: at kinks and jumps it uses conventions. */
function isOther(byChainRule: MixedBall, derivative: number): boolean {
  if (byChainRule.doubt !== undefined) return isCertain(byChainRule.doubt);
  if (!Number.isFinite(derivative)) {
    return byChainRule.abs().minus(Number.MAX_VALUE).sign === -1;
  }
  return byChainRule.minus(derivative).abs().minus(Number.MIN_VALUE).sign === 1;
}

function isNonZero({ sign }: { readonly sign?: 1 | -1 | 0 | undefined }): boolean {
  return sign === 1 || sign === -1;
}

function differentWith<T extends RoundedBall<T>>(claim: T): Different {
  const nearest = claim.nearest();
  if (nearest !== undefined) return { kind: 'different', claim: nearest };
  return { kind: 'different', claim: claim.approximation, isRough: true };
}

/** Against the derivative itself. */
function comparedToBall<T extends RoundedBall<T>>(claim: T, derivative: T): ClaimComparison {
  if (isCertain(claim.doubt)) return { kind: 'nothing' };
  if (claim.doubt !== undefined || derivative.doubt !== undefined) return { kind: 'undecided' };
  const { sign } = derivative;
  const room = derivative.abs().times(EQUAL);
  const beyond = claim.minus(derivative).abs().minus(room).sign;
  if (beyond === undefined) {
    return { kind: 'undecided', ...(sign === undefined && { sign: claim.sign }) };
  }
  if (beyond < 1) return { kind: 'equal' };
  const different = differentWith(claim);
  if (!isBeyondDoubles(different.claim)) return different;
  return { ...different, factor: sign ? claim.over(derivative).approximation : NaN };
}

/** Whether more bits would change nothing; a claim that is another number is told to its last digit. */
function isSettled(comparison: ClaimComparison): boolean {
  return comparison.kind === 'different'
    ? comparison.isRough !== true
    : comparison.kind !== 'undecided';
}

/** Against the double nearest to the derivative. */
function comparedToDouble<T extends RoundedBall<T>>(claim: T, derivative: number): ClaimComparison {
  if (claim.doubt !== undefined) {
    return { kind: isCertain(claim.doubt) ? 'nothing' : 'undecided' };
  }
  const nearest = claim.nearest();
  // Infinite are all that are beyond the doubles: they need not be equal.
  if (nearest === derivative) return { kind: Number.isFinite(nearest) ? 'equal' : 'undecided' };
  const different = differentWith(claim);
  if (!Number.isFinite(derivative) || nearest === Infinity || nearest === -Infinity) {
    return nearest === undefined ? { kind: 'undecided' } : different;
  }
  // Subnormal doubles are off by up to the smallest double, however small the derivative.
  const room = claim.exact(Math.abs(derivative)).times(EQUAL).plus(Number.MIN_VALUE);
  const { sign } = room.minus(claim.minus(derivative).abs());
  if (sign === undefined) return { kind: 'undecided' };
  return sign < 0 ? different : { kind: 'equal' };
}
