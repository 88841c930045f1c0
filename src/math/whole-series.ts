/**
 * @file Constants and series in fixed point: whole numbers that count units of 2^-places.
 *
 * Every function here takes and returns such numbers and is off by less than the number of units
 * that stands beside it; rounding is down throughout.
 */

/** A value computed for some number of places, and cut for fewer. */
function cached(compute: (places: number) => bigint): (places: number) => bigint {
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
  readonly error: bigint;
}

/** e^r for |r| < 1, by its Taylor series. */
export function expSeries(r: bigint, places: number): Sum {
  const shift = BigInt(places);
  let term = 1n << shift;
  let sum = 0n;
  let i = 0n;
  // A shift rounds down, so that small negative terms end at -1 and not at 0.
  while (term > 0n || term < -1n) {
    sum += term;
    i += 1n;
    term = ((term * r) >> shift) / i;
  }
  // Each term is off by 2 of its own units at most, and by what its predecessor was off.
  return { sum, error: 4n * i + 4n };
}

/** sin r or cos r for |r| < 1, by the Taylor series that starts with the given term. */
function alternatingSeries(first: bigint, index: bigint, r: bigint, places: number): Sum {
  const shift = BigInt(places);
  const square = (r * r) >> shift;
  let term = first;
  let sum = 0n;
  let i = index;
  while (term > 0n || term < -1n) {
    sum += term;
    term = -((term * square) >> shift) / ((i + 1n) * (i + 2n));
    i += 2n;
  }
  return { sum, error: 4n * i + 4n };
}

export function sinSeries(r: bigint, places: number): Sum {
  return alternatingSeries(r, 1n, r, places);
}

export function cosSeries(r: bigint, places: number): Sum {
  return alternatingSeries(1n << BigInt(places), 0n, r, places);
}

/**
 * The sum of 2^n x^(2n + 1) / (1 3 5 ... (2n + 1)), n = 0, 1, ...: all terms have one sign. Times
 * 2/sqrt(pi) e^(-x^2) it is erf(x) (DLMF 7.6.2). The error is for a sum below 2^places units times
 * e^(x^2), to which the terms may grow.
 */
export function erfSeries(x: bigint, places: number): Sum {
  const shift = BigInt(places);
  const doubleSquare = (2n * x * x) >> shift;
  let term = x;
  let sum = 0n;
  let n = 1n;
  while (term > 0n || term < -1n) {
    sum += term;
    n += 2n;
    term = ((term * doubleSquare) >> shift) / n;
  }
  return { sum, error: 4n * n * n + 4n };
}
