/**
 * @file The noise of f, in units of f, from the differences of its quotients at neighbouring small steps:
 * there the slope itself hardly changes.
 */

import type { DifferenceQuotient } from './extrapolate';

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
  const differences = quotients.map(({ value, step }, k) => {
    const before = quotients[k - 1];
    if (before === undefined || k < first) return Number.MIN_VALUE;
    return Math.max(Number.MIN_VALUE, NOISE_FACTOR * Math.abs(value - before.value) * step);
  });
  const all = Math.max(Number.MIN_VALUE, ...differences);
  return quotients.map((_, k) => {
    if (finer === 0) return all;
    const own = Math.max(...differences.slice(Math.min(k, count - FEWEST_DIFFERENCES)));
    return Math.max(own, Math.min(all, MOST_ROUNDING * size));
  });
}
