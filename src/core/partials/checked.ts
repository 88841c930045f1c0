/** @file What a check of partials finds: a verdict for every point, for its partials, and its reason. */

import type { Judgement, Verdict } from '../check/judge';
import type { Mistake } from '../check/mistake';

/** One partial at one point, judged by itself. */
export interface CheckedProgramPartial {
  /** Of the variable, from 0. */
  readonly index: number;
  readonly x: number;
  readonly numerical: number;
  /** The error of the numerical one is no larger. */
  readonly bound: number;
  readonly claim: number;
  readonly verdict: Verdict;
  readonly reason?: NonNullable<Judgement['reason']>;
  /** In what way it is wrong; with `disagree` only. */
  readonly mistake?: Mistake;
}

/** All partials at once, along a direction. */
export interface CheckedDirection {
  readonly numerical: number;
  readonly bound: number;
  /** The sum of the partials times the parts of the direction. */
  readonly claim: number;
  readonly verdict: Verdict;
  readonly reason?: NonNullable<Judgement['reason']>;
}

export interface CheckedProgramPoint {
  readonly point: Float64Array;
  readonly value: number;
  readonly verdict: Verdict;
  /** All of them, or where directions were asked first, those that are wrong or undecided. */
  readonly partials: readonly CheckedProgramPartial[];
  readonly directions: readonly CheckedDirection[];
  /** Why it is not decided, where no partial says so. */
  readonly reason?: PointReason;
  /** Every partial is this many times its derivative, as both directions and a sample of partials show. */
  readonly commonFactor?: number;
  /** So many partials are so small beside the others that an error of 0.1 % in them would not show. */
  readonly unseen?: number;
}

type PointReason =
  /** The values differ from one time to the next, which hides the derivative. */
  | { readonly kind: 'noise' }
  /** A direction is not decided. */
  | { readonly kind: 'direction' }
  /** The directions disagree, but no partial does by itself. */
  | { readonly kind: 'nowhere' };

/** What the same point gave when it was asked again. */
export interface Steadiness {
  /** How far its values lie apart; 0 where the program is deterministic. */
  readonly spread: number;
  /** As a part of the value. */
  readonly relative: number;
  /** The same of its partials, the largest. */
  readonly relativeOfPartials: number;
}

export interface CheckedPartials {
  readonly points: readonly CheckedProgramPoint[];
  readonly steadiness: Steadiness;
}
