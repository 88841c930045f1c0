/** @file The results of a check of partials: a verdict for every point with its partials and its reason. */

import type { Judgement, Verdict } from '../best/judge';
import type { Mistake } from '../check/mistake';

/** All partials checked at once, along a direction, or a single one. */
export interface CheckedDirection {
  readonly numerical: number;
  /** An upper bound on the error of `numerical`. */
  readonly bound: number;
  /** The claimed slope along the direction: the sum of partials times its components. */
  readonly claim: number;
  readonly verdict: Verdict;
  readonly reason?: NonNullable<Judgement['reason']>;
}

/** One partial at one point, judged by itself. */
export interface CheckedProgramPartial extends CheckedDirection {
  /** The index of the variable. */
  readonly index: number;
  readonly x: number;
  /** What is wrong with it; with `disagree` only. */
  readonly mistake?: Mistake;
}

export interface CheckedProgramPoint {
  readonly point: Float64Array;
  readonly value: number;
  readonly verdict: Verdict;
  /** All partials, or only the wrong and undecided ones if they were checked along directions. */
  readonly partials: readonly CheckedProgramPartial[];
  readonly directions: readonly CheckedDirection[];
  /** Why the point is undecided, if no partial says so. */
  readonly reason?: PointReason;
  /** The factor by which all partials are wrong, as both directions and a sample of partials show. */
  readonly commonFactor?: number;
  /** The number of partials so small that an error of 0.1 % in them would not show. */
  readonly unseen?: number;
}

type PointReason =
  /** The values differ between runs, which hides the derivative. */
  | { readonly kind: 'noise' }
  /** A direction is undecided. */
  | { readonly kind: 'direction' }
  /** The directions disagree, but no single partial does. */
  | { readonly kind: 'nowhere' };

/** How much the answers at the same point differ between evaluations. */
export interface Steadiness {
  /** The largest difference of its values; 0 if the program is deterministic. */
  readonly spread: number;
  /** The same relative to the value. */
  readonly relative: number;
  /** The largest relative difference of a partial. */
  readonly relativeOfPartials: number;
}
