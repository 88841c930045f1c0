/** @file Finds what is wrong with a derivative, by its number and those of the other variables. */

import type { Verdict } from '../best/judge';
import { LAST_DIGITS } from '../round-off/round-off';

/** A claimed derivative, and the true one to within a bound. */
export interface Compared {
  readonly claim: number;
  readonly numerical: number;
  readonly bound: number;
}

export interface ComparedPartial extends Compared {
  /** The index of its variable. */
  readonly index: number;
  /** How many times the derivative the claim is, if doubles are too coarse to show it. */
  readonly factor?: number;
}

export type Mistake =
  /** It has the wrong sign. */
  | { readonly kind: 'sign' }
  /** It is 0, and the derivative is not. */
  | { readonly kind: 'zero' }
  /** It is swapped with the derivative by the variable of this index. */
  | { readonly kind: 'swapped'; readonly with: number }
  /** It is the derivative by the variable of this index. */
  | { readonly kind: 'other'; readonly of: number }
  /** It is too large by the same number at every point, while the factor differs. */
  | { readonly kind: 'constant'; readonly difference: number }
  | Quotient;

/** The factor by which the derivative is wrong, or only both numbers, if a factor would say less. */
type Quotient = { readonly kind: 'factor'; readonly factor: number } | { readonly kind: 'numbers' };

/** A factor outside these limits says less than both numbers. */
const LEAST_FACTOR = 1e-3;
const LARGEST_FACTOR = 1e3;
/** The derivative must be known to this fraction of it for a factor. */
const LARGEST_BOUND = 0.1;
/** Numbers that agree to this fraction are not taken to do so by chance. */
const LIKENESS = 1e-4;
/** A claim computed in doubles may have lost half of its digits. */
const HALF_OF_THE_DIGITS = 1.4901161193847656e-8; // 2^-26

/**
 * Adds to the wrong partials at one point what is wrong with them.
 *
 * @param comparedOf the numbers of a partial, by its place among them
 */
export function withMistakes<T extends { readonly verdict: Verdict }>(
  partials: readonly T[],
  comparedOf: (partial: T, place: number) => ComparedPartial,
): readonly T[] {
  if (partials.every(({ verdict }) => verdict !== 'disagree')) return partials;
  const all = partials.map(comparedOf);
  const wrong = all.filter((_, place) => partials[place]?.verdict === 'disagree');
  return partials.map((partial, place) =>
    partial.verdict === 'disagree'
      ? { ...partial, mistake: mistakeOf(all[place] as ComparedPartial, wrong, all) }
      : partial,
  );
}

function mistakeOf(
  one: ComparedPartial,
  wrong: readonly ComparedPartial[],
  all: readonly ComparedPartial[],
): Mistake {
  const { claim } = one;
  if (one.factor) return { kind: 'factor', factor: one.factor };
  if (claim === 0) return { kind: 'zero' };
  // As near to its own derivative as likeness can tell, it resembles another only where that is the same.
  if (isThatOf(one, one)) return quotientOf(one);
  const partner = wrong.find(
    (other) => other !== one && isThatOf(one, other) && isThatOf(other, one),
  );
  if (partner !== undefined) return { kind: 'swapped', with: partner.index };
  if (isThatOf({ claim: -claim }, one)) return { kind: 'sign' };
  const other = all.find((candidate) => candidate !== one && isThatOf(one, candidate));
  if (other !== undefined) return { kind: 'other', of: other.index };
  return quotientOf(one);
}

/** What the claim and its derivative alone show. */
export function quotientOf(compared: Compared): Quotient {
  const { claim, numerical, bound } = compared;
  const factor = isThatOf({ claim: -claim }, compared) ? -1 : claim / numerical;
  const size = Math.abs(factor);
  const isTelling = size >= LEAST_FACTOR && size <= LARGEST_FACTOR;
  const isKnown = bound <= LARGEST_BOUND * Math.abs(numerical);
  return isTelling && isKnown ? { kind: 'factor', factor } : { kind: 'numbers' };
}

/** Whether a claim is this derivative. */
function isThatOf({ claim }: Pick<Compared, 'claim'>, { numerical, bound }: Compared): boolean {
  return (
    Number.isFinite(claim) &&
    bound <= LIKENESS * Math.abs(numerical) &&
    Math.abs(claim - numerical) <= bound + HALF_OF_THE_DIGITS * Math.abs(claim)
  );
}

/**
 * The number by which one partial is too large at all points, if it is the same at two points at least and
 * the factors differ; otherwise undefined.
 */
export function constantOf(partials: readonly ComparedPartial[]): number | undefined {
  const [first, ...rest] = partials;
  if (first === undefined) return undefined;
  const difference = first.claim - first.numerical;
  const isSame = rest.every(({ claim, numerical, bound }) => {
    const error = bound + first.bound + LAST_DIGITS * (Math.abs(claim) + Math.abs(first.claim));
    return (
      error <= LIKENESS * Math.abs(difference) && Math.abs(claim - numerical - difference) <= error
    );
  });
  // With a single point any factor is the same everywhere.
  const isFactor = rest.every((other) => haveSameFactor(first, other));
  return isSame && !isFactor ? difference : undefined;
}

/** Whether both claims may be wrong by the same factor. */
export function haveSameFactor(a: Compared, b: Compared): boolean {
  const apart = Math.abs(a.claim * b.numerical - b.claim * a.numerical);
  return apart <= 2 * (a.bound * Math.abs(b.claim) + b.bound * Math.abs(a.claim));
}
