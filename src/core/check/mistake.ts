/** @file In what way a derivative is wrong, as far as its number and those of other variables tell. */

import type { Verdict } from './judge';
import { LAST_DIGITS } from '../round-off/round-off';

/** A derivative as it is claimed, and as it is to within a bound. */
export interface Compared {
  readonly claim: number;
  readonly numerical: number;
  readonly bound: number;
}

/** The same of one partial. */
export interface ComparedPartial extends Compared {
  /** Of its variable. */
  readonly index: number;
}

export type Mistake =
  /** It has the wrong sign. */
  | { readonly kind: 'sign' }
  /** It is 0, and the derivative is not. */
  | { readonly kind: 'zero' }
  /** It is the derivative by the variable with this index, and the other way round. */
  | { readonly kind: 'swapped'; readonly with: number }
  /** It is the derivative by the variable with this index. */
  | { readonly kind: 'other'; readonly of: number }
  /** It is too large by this at every point that was checked, where no factor is the same. */
  | { readonly kind: 'constant'; readonly difference: number }
  | Quotient;

/** How many times the derivative it is; or nothing but both numbers, where these say more. */
type Quotient = { readonly kind: 'factor'; readonly factor: number } | { readonly kind: 'numbers' };

/** A quotient outside these says less than both numbers. */
const [LEAST_FACTOR, LARGEST_FACTOR] = [1e-3, 1e3];
/** The bound of a derivative must be no larger part of it for a quotient with it. */
const LARGEST_BOUND = 0.1;
/** Numbers that agree to this part of them agree by no chance. */
const LIKENESS = 1e-4;
/** A formula in doubles may well have lost half of its digits, and still be that one. */
const HALF_OF_THE_DIGITS = 1.4901161193847656e-8; // 2^-26

/**
 * The partials at one point, the wrong ones with what is wrong about them.
 *
 * @param comparedOf what is known of a partial, by its place among them
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
  const { claim, numerical, bound } = one;
  if (claim === 0) return { kind: 'zero' };
  const partner = wrong.find(
    (other) => other !== one && isThatOf(one, other) && isThatOf(other, one),
  );
  if (partner !== undefined) return { kind: 'swapped', with: partner.index };
  if (isNear(-claim, numerical, bound)) return { kind: 'sign' };
  const other = all.find((candidate) => candidate !== one && isThatOf(one, candidate));
  if (other !== undefined) return { kind: 'other', of: other.index };
  return quotientOf(one);
}

/** What a claim and its derivative tell without those of other variables. */
export function quotientOf({ claim, numerical, bound }: Compared): Quotient {
  const factor = claim / numerical;
  const size = Math.abs(factor);
  const isTelling = size >= LEAST_FACTOR && size <= LARGEST_FACTOR;
  const isKnown = bound <= LARGEST_BOUND * Math.abs(numerical);
  return isTelling && isKnown ? { kind: 'factor', factor } : { kind: 'numbers' };
}

/** Whether the claim is the derivative of another variable. */
function isThatOf({ claim }: ComparedPartial, { numerical, bound }: ComparedPartial): boolean {
  return isNear(claim, numerical, bound);
}

function isNear(claim: number, numerical: number, bound: number): boolean {
  return (
    bound <= LIKENESS * Math.abs(numerical) &&
    Math.abs(claim - numerical) <= bound + HALF_OF_THE_DIGITS * Math.abs(claim)
  );
}

/**
 * What one partial is too large by at all points, where it is the same number at two of them or more
 * and the quotients differ; undefined otherwise.
 */
export function constantOf(partials: readonly ComparedPartial[]): number | undefined {
  const [first, ...rest] = partials;
  if (first === undefined) return undefined;
  const difference = first.claim - first.numerical;
  const isSame = rest.every(({ claim, numerical, bound }) => {
    const doubt = bound + first.bound + LAST_DIGITS * (Math.abs(claim) + Math.abs(first.claim));
    return (
      doubt <= LIKENESS * Math.abs(difference) && Math.abs(claim - numerical - difference) <= doubt
    );
  });
  // Of one point alone any quotient is the same everywhere.
  const isFactor = rest.every((other) => haveSameFactor(first, other));
  return isSame && !isFactor ? difference : undefined;
}

/** Whether both may be the same number of times their derivatives. */
export function haveSameFactor(a: Compared, b: Compared): boolean {
  const apart = Math.abs(a.claim * b.numerical - b.claim * a.numerical);
  return apart <= 2 * (a.bound * Math.abs(b.claim) + b.bound * Math.abs(a.claim));
}
