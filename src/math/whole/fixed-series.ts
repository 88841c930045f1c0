/**
 * @file Power series in fixed point, by Horner's method with as few and as short whole numbers as
 * will do: what is multiplied by x^n needs n times as many places less as x has zeros after the
 * point.
 */

import { memoized } from '../memoized';
import { powerOfTwo } from '../scaling';
import { bitLength, toDouble } from './whole-number';

/** A sum in units of 2^-places, and a bound on its error in units. */
export interface Sum {
  readonly sum: bigint;
  readonly error: number;
}

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
  /** The terms that count, each shortened by its drop. */
  readonly terms: readonly bigint[];
  /** By how much x is shortened before it is a factor of what follows a term, and how far that is shifted. */
  readonly drops: readonly bigint[];
  readonly shifts: readonly bigint[];
  readonly error: number;
}

/**
 * The sum from the n-th term on, divided by x^n, is kept without its last `drop` places, up to n rate: a unit of
 * it is a unit of the result at most, and so it is of x before that is a factor. With terms that are off by less
 * than 2 units and sums below 2, a step then is off by 3 for the term, which is cut once more, by 1 for the product
 * and by 2 for x. The terms left out add up to less than 4.
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
  const dropOf = (n: number): number => Math.min(DIGIT * Math.floor((n * rate) / DIGIT), places);
  const count = lengths.findIndex((length, n) => length <= n * rate);
  const first = terms.slice(0, count);
  return {
    terms: first.map((term, n) => term >> BigInt(dropOf(n))),
    drops: first.map((_, n) => BigInt(dropOf(n))),
    shifts: first.map((_, n) => BigInt(places - dropOf(n + 1))),
    error: 6 * count + 4,
  };
}

/** The sum of c_n x^n for |x| <= 2^-rate of the plan. */
export function summed({ terms, drops, shifts, error }: Plan, x: bigint): Sum {
  let sum = 0n;
  let factor = x;
  for (let n = terms.length - 1; n >= 0; n--) {
    if (drops[n] !== drops[n + 1]) factor = x >> (drops[n] as bigint);
    sum = (terms[n] as bigint) + ((sum * factor) >> (shifts[n] as bigint));
  }
  return { sum, error };
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
    return summed(this.#plans(places)(rate), x);
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
