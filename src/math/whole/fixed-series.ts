/**
 * @file Power series in fixed point, by Horner's method with as few and as short whole numbers as
 * will do: what is multiplied by x^n needs n times as many places less as x has zeros after the
 * point.
 */

import { memoized } from '../memoized';
import { bitLength } from './whole-number';

/** A sum in units of 2^-places, and a bound on its error in units. */
export interface Sum {
  readonly sum: bigint;
  readonly error: number;
}

/** Factors are shortened by multiples of 64 bits, the digits that whole numbers are kept in. */
const DIGIT = 64;

/** One term of a sum for all |x| <= 2^-rate. */
interface Step {
  /** By how much the term is shortened, and x before it is a factor of what follows the term. */
  readonly drop: bigint;
  readonly term: bigint;
  /** By how much that product is shortened. */
  readonly shift: bigint;
}

/** A power series, its coefficients being off by less than 2 units; they are below 1 and fall. */
export class Series {
  readonly #plans = memoized((places: number) =>
    memoized((rate: number) => this.#stepsFor(rate, places)),
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
    const kept = rate < FEW ? rate : STEP * Math.floor(Math.min(rate, MOST) / STEP);
    const steps = this.#plans(places)(kept);
    let sum = 0n;
    let factor = x;
    for (let n = steps.length - 1; n >= 0; n--) {
      const { drop, term, shift } = steps[n] as Step;
      if (drop !== steps[n + 1]?.drop) factor = x >> drop;
      sum = term + ((sum * factor) >> shift);
    }
    return { sum, error: 6 * steps.length + 4 };
  }

  /**
   * The coefficients so far as c_n 2^(-n rate) is a unit or more.
   *
   * The sum from the n-th term on, divided by x^n, is kept without its last `drop` places, up to n rate: a unit of
   * it is a unit of the result at most, and so it is of x before that is a factor. With terms that are off by less
   * than 2 units and sums below 2, a step then is off by 3 for the term, which is cut once more, by 1 for the
   * product and by 2 for x. The terms left out add up to less than 4.
   */
  #stepsFor(rate: number, places: number): readonly Step[] {
    const dropOf = (n: number): number => Math.min(DIGIT * Math.floor((n * rate) / DIGIT), places);
    const one = 1n << BigInt(places);
    const steps: Step[] = [];
    let size = this.next(one, 0, 0n);
    for (let n = 0; bitLength(size) > n * rate; size = this.next(one, n, size)) {
      const drop = BigInt(dropOf(n));
      const term = (this.isAlternating && n % 2 === 1 ? -size : size) >> drop;
      n++;
      steps.push({ drop, term, shift: BigInt(places - dropOf(n)) });
    }
    return steps;
  }
}

/**
 * Steps are found for each rate, and kept. So that these are few, rates from 24 on are rounded down to a
 * multiple of 8, 512 at most; a smaller rate rounded down would take more terms.
 */
const FEW = 24;
const STEP = 8;
const MOST = 512;
