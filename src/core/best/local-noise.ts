/**
 * @file The noise of f at the step that a derivative was taken from: it is larger than near x if f
 * computes with numbers that grow with the step. Sixth differences of evenly spaced values remove a smooth
 * f and leave its noise (R. W. Hamming, "Numerical Methods for Scientists and Engineers", 1962;
 * J. J. Moré and S. M. Wild, "Estimating computational noise", 2011).
 */

import type { BlockFunction } from './ladder';

/** The number of values on each side of x. */
const VALUES = 9;
/** Their spacing as a fraction of the step: a smooth f leaves its sixth power in the sixth difference. */
const DISTANCE_PART = 0.00390625; // 2^-8
const ORDER = 6;
/**
 * The sixth difference of values with independent noise s has the standard deviation sqrt(924) s, about
 * 30 s. Half of that is used, as the few differences here may all be small by chance.
 */
const NOISE_FACTOR = 15;

/** The noise of f around x - step and x + step, the larger one, for each place. */
export function localNoises(
  f: BlockFunction,
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
  // Spaced evenly around the step, but half a spacing off it: f is known there already.
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
