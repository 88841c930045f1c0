/**
 * @file The noise of f, in units of f, seen in three ways: by quotients at neighbouring small steps, between which
 * the slope itself hardly changes; by probes, for round-off inside f that halved steps can miss; and by
 * evenly spaced values around the step that a derivative was taken from.
 */

import { lowestBit } from '../../math/scaling';
import type { Asking } from './asking';
import type { DifferenceQuotient } from './convergence';

/** The noise is taken from this many differences, those of the smallest steps. */
const NOISE_QUOTIENTS = 6;
/** Fewer differences than this may be small by chance: the noise at a step is taken from at least so many. */
const FEWEST_DIFFERENCES = 4;
/** Refinement steps that show no noise may still hide rounding inside f, up to this fraction of its values. */
const MOST_ROUNDING = 1e-13;
/** 1/sqrt(2), rounded: the difference of two quotients has sqrt(2) times the noise of one. */
const NOISE_FACTOR = 0.7;

/**
 * The noise at each step. Without refinement steps it is the same at all: the largest of the last six
 * differences. With refinement steps, each step has the noise of the steps from it downwards: what larger
 * steps show may be a jump beside x.
 *
 * @param quotients from the largest step to the smallest
 * @param finer how many of the smallest are refinement steps
 * @param size the largest magnitude of the values of f
 */
export function noiseOf(quotients: readonly DifferenceQuotient[], finer = 0, size = 0): number[] {
  const count = quotients.length;
  const first = Math.max(1, count - NOISE_QUOTIENTS - finer);
  const differences = quotients.map((quotient, k) => {
    const before = quotients[k - 1];
    if (before === undefined || k < first) return Number.MIN_VALUE;
    return Math.max(Number.MIN_VALUE, noiseBetween(quotient, before));
  });
  const all = Math.max(Number.MIN_VALUE, ...differences);
  return quotients.map((_, k) => {
    if (finer === 0) return all;
    const own = Math.max(...differences.slice(Math.min(k, count - FEWEST_DIFFERENCES)));
    return Math.max(own, Math.min(all, MOST_ROUNDING * size));
  });
}

function noiseBetween({ value, step }: DifferenceQuotient, other: DifferenceQuotient): number {
  return NOISE_FACTOR * Math.abs(value - other.value) * step;
}

/** The probes as fractions of the steps: pi/4, Euler's constant, ln 2 and others, whose bits do not repeat. */
const PARTS: readonly number[] = [
  0.785398163397448, 0.577215664901533, 0.693147180559945, 0.915965594177219, 0.834626841674073,
  0.618033988749895,
];

/**
 * The probes beside the smallest steps, from the largest step to the smallest: steps in between, without a common
 * measure. If f computes with numbers larger than its value, as exp(x) - 1 does near 0, its values are multiples of
 * a coarse unit, and halved steps may all happen to hit multiples exactly.
 */
export function probesOf(steps: readonly number[]): number[] {
  return steps.slice(-PARTS.length).map((step, k) => step * (PARTS[k] as number));
}

/**
 * The noise that the probes show: the larger of the distance between their quotients and those of the steps beside
 * them, and the unit that all changes are multiples of.
 *
 * @param changes f(probe) - f(x) for each probe
 */
export function probeNoise(
  probes: readonly DifferenceQuotient[],
  quotients: readonly DifferenceQuotient[],
  changes: readonly number[],
): number {
  const smallest = quotients.slice(-PARTS.length);
  // Where f is not finite some are missing, and the others can no longer be paired by position.
  const isWhole = probes.length === PARTS.length && smallest.length === PARTS.length;
  const noise = probes.map((probe, k) =>
    isWhole ? noiseBetween(probe, smallest[k] as DifferenceQuotient) : 0,
  );
  return Math.max(0, ...noise, commonUnit(changes));
}

/** The largest power of 2 that divides all changes; 0 if all are 0. */
function commonUnit(changes: readonly number[]): number {
  const units = changes.filter((change) => change !== 0).map(lowestBit);
  return units.length === 0 ? 0 : Math.min(...units);
}

/** The number of values on each side of x. */
const VALUES = 9;
/** Their spacing as a fraction of the step: a smooth f leaves its sixth power in the sixth difference. */
const DISTANCE_PART = 0.00390625; // 2^-8
const ORDER = 6;
/**
 * The sixth difference of values with independent noise s has the standard deviation sqrt(924) s, about
 * 30 s. Half of that is used, as the few differences here may all be small by chance.
 */
const DIFFERENCE_FACTOR = 15;

/**
 * The noise of f around x - step and x + step, the larger one: it is larger than near x if f computes with numbers
 * that grow with the step. Sixth differences of evenly spaced values remove a smooth f and leave its noise
 * (R. W. Hamming, "Numerical Methods for Scientists and Engineers", 1962; J. J. Moré and S. M. Wild, "Estimating
 * computational noise", 2011).
 */
export function* localNoise(x: number, step: number): Asking<number> {
  const points = [-step, step].flatMap((side) =>
    Array.from({ length: VALUES }, (_, k) => x + partOf(side, k)),
  );
  const values = yield Float64Array.from(points);
  const behind = noiseOfEven(values.subarray(0, VALUES));
  const ahead = noiseOfEven(values.subarray(VALUES));
  return Math.max(behind, ahead);
}

function partOf(step: number, k: number): number {
  // Spaced evenly around the step, but half a spacing off it: f is known there already.
  return step * (1 + (k - VALUES / 2 + 1) * DISTANCE_PART);
}

function noiseOfEven(values: Float64Array): number {
  let differences = values;
  for (let order = 0; order < ORDER; order++) {
    const before = differences;
    differences = before.slice(1).map((value, k) => value - (before[k] as number));
  }
  const largest = Math.max(...differences.map(Math.abs));
  return Number.isFinite(largest) ? largest / DIFFERENCE_FACTOR : 0;
}
