/**
 * @file Constants and series in fixed point: whole numbers that count units of 2^-places.
 *
 * Every function here takes and returns such numbers and is off by less than the number of units
 * that stands beside it; rounding is down throughout.
 */

import { bitLength } from './whole-number';

/** A value computed for some number of places, and cut for fewer. */
export function cached(compute: (places: number) => bigint): (places: number) => bigint {
  let known = 0n;
  let knownPlaces = -1;
  return (places) => {
    if (places > knownPlaces) {
      knownPlaces = places + 64;
      known = compute(knownPlaces + GUARD) >> BigInt(GUARD);
    }
    return known >> BigInt(knownPlaces - places);
  };
}

/** More places than the roundings of a series of constants can reach. */
const GUARD = 32;

/** The sum of 1/((2i + 1) n^(2i + 1)), signs alternating or not: atan(1/n) or atanh(1/n). */
function inverseSeries(n: bigint, places: number, sign: 1n | -1n): bigint {
  let power = (1n << BigInt(places)) / n;
  let sum = power;
  for (let i = 3n; power !== 0n; i += 2n) {
    power = (sign * power) / (n * n);
    sum += power / i;
  }
  return sum;
}

/** pi, by Machin's formula; off by less than 2 units. */
export const pi = cached(
  (places) => 16n * inverseSeries(5n, places, -1n) - 4n * inverseSeries(239n, places, -1n),
);

/** The natural logarithm of 2; off by less than 2 units. */
export const ln2 = cached(
  (places) =>
    18n * inverseSeries(26n, places, 1n) -
    2n * inverseSeries(4801n, places, 1n) +
    8n * inverseSeries(8749n, places, 1n),
);

/** The natural logarithm of 10; off by less than 2 units. */
export const ln10 = cached(
  (places) =>
    46n * inverseSeries(31n, places, 1n) +
    34n * inverseSeries(49n, places, 1n) +
    20n * inverseSeries(161n, places, 1n),
);

/** A sum, and a bound on its error in units. */
export interface Sum {
  readonly sum: bigint;
  readonly error: number;
}

/** The coefficients of a power series in units of 2^-places, each off by less than 2. */
class Coefficients {
  readonly #known = new Map<number, { terms: bigint[]; lengths: number[] }>();

  /** @param next the n-th coefficient, where `one` stands for 1, from the one before it */
  constructor(readonly next: (one: bigint, n: number, before: bigint) => bigint) {}

  /**
   * The coefficients c_0, ..., c_N so far as c_n r^n is a unit or more.
   *
   * @param rate r is below 2^-rate
   */
  until(rate: number, places: number): { terms: readonly bigint[]; last: number } {
    let known = this.#known.get(places);
    if (known === undefined) {
      known = { terms: [], lengths: [] };
      this.#known.set(places, known);
    }
    const { terms, lengths } = known;
    for (let n = 0; ; n++) {
      if (n === terms.length) {
        const term = this.next(1n << BigInt(places), n, terms[n - 1] ?? 0n);
        terms.push(term);
        lengths.push(bitLength(term));
      }
      if ((lengths[n] as number) - n * rate <= 0) return { terms, last: n };
    }
  }
}

/** 1/n! */
const FACTORIALS = new Coefficients((one, n, before) => (n === 0 ? one : before / BigInt(n)));
/** 1/(n + 1)!, of (e^x - 1)/x */
const SHIFTED = new Coefficients((one, n, before) => (n === 0 ? one : before / BigInt(n + 1)));
/** 1/(2n)!, of cos */
const EVEN = new Coefficients((one, n, before) =>
  n === 0 ? one : before / BigInt(2 * n * (2 * n - 1)),
);
/** 1/(2n + 1)!, of sin(x)/x */
const ODD = new Coefficients((one, n, before) =>
  n === 0 ? one : before / BigInt(2 * n * (2 * n + 1)),
);
/** 1/(2n + 1), of atan(x)/x and atanh(x)/x */
const RECIPROCALS = new Coefficients((one, n) => one / BigInt(2 * n + 1));
/** 1/(n! (2n + 1)), of erf(x)/x */
const ERROR = new Coefficients((one, n, before) =>
  n === 0 ? one : (before * BigInt(2 * n - 1)) / BigInt(n * (2 * n + 1)),
);

/**
 * The sum of (+-x)^n c_n for 0 <= x < 1, by Horner's method, in units of 2^-places. A coefficient is
 * off by less than 2, each product by 1 more, so that the sum is off by 3/(1 - x) and by what is cut
 * off; and by less than 3 units for each term in any case.
 */
function horner(c: Coefficients, x: bigint, places: number, isAlternating: boolean): Sum {
  const rate = places - bitLength(x);
  const { terms, last } = c.until(rate, places);
  if (places >= SHORTENED && rate > 0)
    return shortened(terms, last, x, rate, places, isAlternating);
  const shift = BigInt(places);
  let sum = terms[last] as bigint;
  for (let n = last - 1; n >= 0; n--) {
    const product = (sum * x) >> shift;
    sum = isAlternating ? (terms[n] as bigint) - product : (terms[n] as bigint) + product;
  }
  return { sum, error: rate > 0 ? 12 : 3 * last + 12 };
}

/** From so many places on, what is multiplied by x^n is not computed to the last of them. */
const SHORTENED = 512;

/** The same with n rate places less for what x^n is a factor of: each term is off by less than 5 units. */
function shortened(
  terms: readonly bigint[],
  last: number,
  x: bigint,
  rate: number,
  places: number,
  isAlternating: boolean,
): Sum {
  const dropAt = (n: number): number => Math.min(64 * Math.floor((n * rate) / 64), places - 64);
  let dropped = dropAt(last);
  let sum = (terms[last] as bigint) >> BigInt(dropped);
  let shift = BigInt(places - dropped);
  let factor = x >> BigInt(dropped);
  for (let n = last - 1; n >= 0; n--) {
    const drop = dropAt(n);
    if (drop !== dropped) {
      sum <<= BigInt(dropped - drop);
      shift = BigInt(places - drop);
      factor = x >> BigInt(drop);
      dropped = drop;
    }
    const product = (sum * factor) >> shift;
    const term = (terms[n] as bigint) >> BigInt(drop);
    sum = isAlternating ? term - product : term + product;
  }
  return { sum, error: 5 * last + 12 };
}

/** e^r for 0 <= r < 1 */
export function expSeries(r: bigint, places: number): Sum {
  return horner(FACTORIALS, r, places, false);
}

/** (e^r - 1)/r for |r| < 1/2, which is (1 - e^-|r|)/|r| below 0 */
export function expm1Series(r: bigint, places: number): Sum {
  return horner(SHIFTED, r < 0n ? -r : r, places, r < 0n);
}

/** sin(r)/r from the square of r, below 1 */
export function sinSeries(square: bigint, places: number): Sum {
  return horner(ODD, square, places, true);
}

/** cos r from the square of r, below 1 */
export function cosSeries(square: bigint, places: number): Sum {
  return horner(EVEN, square, places, true);
}

/** atanh(t)/t from the square of t, below 1/4 */
export function atanhSeries(square: bigint, places: number): Sum {
  return horner(RECIPROCALS, square, places, false);
}

/** atan(t)/t from the square of t, below 1/4 */
export function atanSeries(square: bigint, places: number): Sum {
  return horner(RECIPROCALS, square, places, true);
}

/** sqrt(pi)/2 erf(x)/x from the square of x, below 1 */
export function erfSeries(square: bigint, places: number): Sum {
  return horner(ERROR, square, places, true);
}

/**
 * The sum of 2^n x^(2n + 1) / (1 3 5 ... (2n + 1)), n = 0, 1, ...: all terms have one sign. Times
 * 2/sqrt(pi) e^(-x^2) it is erf(x) (DLMF 7.6.2). The error is for a sum below 2^places units times
 * e^(x^2), to which the terms may grow.
 */
export function largeErfSeries(x: bigint, places: number): Sum {
  const shift = BigInt(places);
  const doubleSquare = (2n * x * x) >> shift;
  let term = x;
  let sum = 0n;
  let n = 1;
  while (term > 0n) {
    sum += term;
    n += 2;
    term = ((term * doubleSquare) >> shift) / BigInt(n);
  }
  return { sum, error: 4 * n * n + 4 };
}

/**
 * 1 - u + 3 u^2 - 15 u^3 ..., u = 1/(2 x^2), as far as there are whole units: times
 * e^(-x^2)/(x sqrt(pi)) it is erfc(x) (DLMF 7.12.1), and less than the first term left out is
 * missing. For x^2 > 0.7 places, so that the terms fall below a unit.
 */
export function erfcSeries(u: bigint, places: number): Sum {
  const shift = BigInt(places);
  let term = 1n << shift;
  let sum = 0n;
  let n = 0;
  for (; term > 0n; n++) {
    sum += n % 2 === 0 ? term : -term;
    term = (term * u * BigInt(2 * n + 1)) >> shift;
  }
  return { sum, error: n * n + 4 };
}
