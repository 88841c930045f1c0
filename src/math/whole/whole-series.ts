/**
 * @file Constants and series in fixed point: whole numbers that count units of 2^-places.
 *
 * Every function here takes and returns such numbers and is off by less than the number of units
 * that stands beside it; rounding is down throughout.
 */

import { Series, type Sum } from './fixed-series';

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

/** Constants are computed with so many more places, which hold the roundings of all terms. */
const GUARD = 32;

/**
 * The sum of x^(2i + 1)/(2i + 1), signs alternating or not, for x = p/q, |x| < 1/2: atan x or atanh x.
 * Off by less than 3 units for each term.
 */
function ratioSeries(p: bigint, q: bigint, places: number, sign: bigint): bigint {
  const up = sign * p * p;
  const down = q * q;
  let power = (p << BigInt(places)) / q;
  let sum = power;
  for (let i = 3n; power !== 0n; i += 2n) {
    power = (up * power) / down;
    sum += power / i;
  }
  return sum;
}

/** pi, by Machin's formula; off by less than 2 units. */
export const pi = cached(
  (places) => 16n * ratioSeries(1n, 5n, places, -1n) - 4n * ratioSeries(1n, 239n, places, -1n),
);

/** The natural logarithm of 2; off by less than 2 units. */
export const ln2 = cached(
  (places) =>
    18n * ratioSeries(1n, 26n, places, 1n) -
    2n * ratioSeries(1n, 4801n, places, 1n) +
    8n * ratioSeries(1n, 8749n, places, 1n),
);

/** The natural logarithm of 10, which is 8 times 5/4; off by less than 2 units. */
export const ln10 = cached((places) => 3n * ln2(places) + 2n * ratioSeries(1n, 9n, places, 1n));

/** (e^x - 1)/x, for |x| up to 1/2 */
export const EXPM1 = new Series(
  (one, n, before) => (n === 0 ? one : before / BigInt(n + 1)),
  false,
);
/** cos x from the square of x, below 1 */
export const COS = new Series(
  (one, n, before) => (n === 0 ? one : before / BigInt(2 * n * (2 * n - 1))),
  true,
);
/** sin(x)/x from the square of x, below 1 */
export const SIN = new Series(
  (one, n, before) => (n === 0 ? one : before / BigInt(2 * n * (2 * n + 1))),
  true,
);
/** atanh(x)/x and atan(x)/x from the square of x, below 1/4 */
export const ATANH = new Series((one, n) => one / BigInt(2 * n + 1), false);
export const ATAN = new Series((one, n) => one / BigInt(2 * n + 1), true);
/** sqrt(pi)/2 erf(x)/x from the square of x, below 1 */
export const ERF = new Series(
  (one, n, before) => (n === 0 ? one : (before * BigInt(2 * n - 1)) / BigInt(n * (2 * n + 1))),
  true,
);

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
