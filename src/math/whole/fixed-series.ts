/**
 * @file Power series in fixed point, by Horner's method with as few and as short whole numbers as
 * will do: what is multiplied by x^n needs n times as many places less as x has zeros after the
 * point, and where fewer places than a double has are left, doubles are enough.
 */

import { nearestDouble } from '../exact';
import { memoized } from '../memoized';
import { powerOfTwo } from '../scaling';
import { bitLength, toDouble } from './whole-number';

/** A sum in units of 2^-places, and a bound on its error in units. */
export interface Sum {
  readonly sum: bigint;
  readonly error: number;
}

/** Where no more than 50 bits of the terms still to come matter, they are summed in doubles, which have 53. */
const DOUBLE_BITS = 50;
/** Factors are shortened by multiples of 64 bits, the digits that whole numbers are kept in. */
const DIGIT = 64;
/** A number below 2^60 with 960 places is within the range of doubles; of a longer one the first 960 places are read. */
const MOST_PLACES = 960;

/** x in units of 2^-places, for |x| < 2^60, as a double; off by 2^-52 of it, and by 2^-900. */
export function fraction(x: bigint, places: number): number {
  if (places <= MOST_PLACES) return toDouble(x) * powerOfTwo(-places);
  return toDouble(x >> BigInt(places - MOST_PLACES)) * powerOfTwo(-MOST_PLACES);
}

/** How a series is summed for all |x| <= 2^-rate. */
export interface Plan {
  /** The first terms, each with so many places as it needs, and how far what follows is shifted. */
  readonly terms: readonly bigint[];
  readonly shifts: readonly bigint[];
  /** By how much x is shortened before it is a factor of each. */
  readonly drops: readonly (bigint | undefined)[];
  /** The terms after them, in the units of their sum. */
  readonly tail: readonly number[];
  readonly error: number;
}

/**
 * Let `need(n)` = places - n rate be the places of the sum from the n-th term on, divided by x^n: a
 * unit of them is a unit of the result at most. The sum is kept to `need(n)` places or more, so is x
 * before it is a factor. With terms that are off by less than 2 units and sums below 2, a step then
 * is off by 3 for the term, which is cut once more, by 1 for the product and by 2 for x: less than 6.
 * The doubles of the tail have up to 51 bits before their point and are off by less than 2 units for
 * each term; 1 is for making their sum whole. The terms left out add up to less than 4.
 *
 * @param terms each times 2^places
 * @param lengths bounds on their numbers of bits; they do not grow
 */
export function planOf(
  terms: readonly bigint[],
  lengths: readonly number[],
  rate: number,
  places: number,
): Plan {
  const need = (n: number): number => Math.max(0, places - n * rate);
  const kept = (n: number): number => {
    const drop = Math.min(DIGIT * Math.floor((n * rate) / DIGIT), places);
    return places - drop;
  };
  const left = (n: number): number => (lengths[n] as number) - n * rate;
  let steps = 0;
  while (left(steps) > DOUBLE_BITS) steps++;
  let last = steps;
  while (left(last) > 0) last++;

  const first = terms.slice(0, steps);
  const scale = need(steps);
  let before: number | undefined;
  return {
    terms: first.map((term, n) => term >> BigInt(places - kept(n))),
    shifts: first.map((_, n) => BigInt(n === steps - 1 ? scale : kept(n + 1))),
    drops: first
      .map((_, n) => n)
      .reverse()
      .map((n) => {
        const drop = places - kept(n);
        const isSame = drop === before;
        before = drop;
        return isSame ? undefined : BigInt(drop);
      })
      .reverse(),
    tail: terms.slice(steps, last + 1).map((term) => nearestDouble(term, 1n, scale - places)),
    error: 6 * steps + 2 * (last - steps + 1) + 5,
  };
}

/** The sum of c_n x^n for |x| <= 2^-rate of the plan. */
export function summed(plan: Plan, x: bigint, places: number): Sum {
  const { terms, shifts, drops, tail } = plan;
  const quick = fraction(x, places);
  let rest = 0;
  for (let n = tail.length - 1; n >= 0; n--) rest = rest * quick + (tail[n] as number);
  let sum = BigInt(Math.floor(rest));
  let factor = x;
  for (let n = terms.length - 1; n >= 0; n--) {
    const drop = drops[n];
    if (drop !== undefined) factor = x >> drop;
    sum = (terms[n] as bigint) + ((sum * factor) >> (shifts[n] as bigint));
  }
  return { sum, error: plan.error };
}

/** A power series, its coefficients being off by less than 2 units; they are below 1 and fall. */
export class Series {
  readonly #known = memoized((_places: number): { terms: bigint[]; lengths: number[] } => ({
    terms: [],
    lengths: [],
  }));
  readonly #plans = memoized((places: number) =>
    memoized((rate: number): Plan => {
      const { terms, lengths } = this.#until(rate, places);
      return planOf(terms, lengths, rate, places);
    }),
  );

  /**
   * @param next the size of the n-th coefficient, where `one` stands for 1, from the one before it
   * @param isAlternating whether every other is negative
   */
  constructor(
    readonly next: (one: bigint, n: number, before: bigint) => bigint,
    readonly isAlternating: boolean,
  ) {}

  /** The sum for |x| < 1; the fewer terms, the smaller x is. */
  sum(x: bigint, places: number): Sum {
    const rate = places - bitLength(x);
    return this.near(x, rate < FEW ? rate : STEP * Math.floor(Math.min(rate, MOST) / STEP), places);
  }

  /** The sum for |x| <= 2^-rate. */
  near(x: bigint, rate: number, places: number): Sum {
    return summed(this.#plans(places)(rate), x, places);
  }

  /** The coefficients so far as c_n 2^(-n rate) is a unit or more, and the next. */
  #until(rate: number, places: number): { terms: readonly bigint[]; lengths: readonly number[] } {
    const known = this.#known(places);
    const { terms, lengths } = known;
    for (let n = 0; ; n++) {
      if (n === terms.length) {
        const before = terms[n - 1] ?? 0n;
        const term = this.next(1n << BigInt(places), n, before < 0n ? -before : before);
        terms.push(this.isAlternating && n % 2 === 1 ? -term : term);
        lengths.push(bitLength(term));
      }
      if ((lengths[n] as number) - n * rate <= 0) return known;
    }
  }
}

/**
 * A plan is made for each rate, and kept. So that these are few, rates from 24 on are rounded down to a
 * multiple of 8, 512 at most; a smaller rate rounded down would take more terms.
 */
const FEW = 24;
const STEP = 8;
const MOST = 512;
