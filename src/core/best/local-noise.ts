/**
 * @file The noise of f near the step that a derivative was taken from: where f is made of numbers that
 * grow with the step, it is larger there than beside x. Of values at even distances that lie close
 * together, the sixth differences leave nothing of a smooth f (R. W. Hamming, "Numerical Methods for
 * Scientists and Engineers", 1962; J. J. Moré and S. M. Wild, "Estimating computational noise", 2011).
 */

import type { ManyValued } from './ladder';

/** So many values on each side. */
const VALUES = 9;
/** They lie this part of the step apart: the sixth difference of f is that to the sixth. */
const DISTANCE_PART = 0.00390625; // 2^-8
const ORDER = 6;
/**
 * A sixth difference of values with independent noise is about 30 times as large, the root of 924; half
 * of that, as six of them may all be small by chance.
 */
const NOISE_FACTOR = 15;

/** The noise of f at both ends of each step. */
export function localNoises(
  f: ManyValued,
  places: readonly { readonly x: number; readonly step: number }[],
): number[] {
  const points = places.flatMap(({ x, step }) =>
    [-1, 1].flatMap((side) => Array.from({ length: VALUES }, (_, k) => x + side * partOf(step, k))),
  );
  const values = f(Float64Array.from(points));
  return places.map((_, i) => {
    const own = [...values.subarray(2 * VALUES * i, 2 * VALUES * (i + 1))];
    return Math.max(noiseOfOne(own.slice(0, VALUES)), noiseOfOne(own.slice(VALUES)));
  });
}

function partOf(step: number, k: number): number {
  // Beside the step itself, at which f is known.
  return step * (1 + (k - VALUES / 2 + 1) * DISTANCE_PART);
}

function noiseOfOne(values: readonly number[]): number {
  let differences = [...values];
  for (let order = 0; order < ORDER; order++) {
    differences = differences.slice(1).map((value, k) => value - (differences[k] as number));
  }
  const largest = Math.max(...differences.map(Math.abs));
  return Number.isFinite(largest) ? largest / NOISE_FACTOR : 0;
}
