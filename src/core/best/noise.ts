/** @file The noise of f, in units of f: what its difference quotients differ by, which is not the slope. */

import type { DifferenceQuotient } from './extrapolate';

/** So many differences, those of the smallest steps: there the slope itself hardly changes. */
const NOISE_QUOTIENTS = 6;
/** So few may be equal by chance: no noise is taken from less. */
const FEWEST_DIFFERENCES = 4;
/** A change that is more than this part of f is more than rounding inside it: a jump beside x. */
const MOST_ROUNDING = 1e-13;
/** About 1/sqrt(2): two values with the same noise differ by sqrt(2) times as much. */
const NOISE_FACTOR = 0.7;

/**
 * The noise at each step: that of the smallest six. Where steps were added below these it is that of
 * no larger ones, if what the others show is a jump.
 *
 * @param quotients from the largest step to the smallest
 * @param finer how many of the smallest were added
 * @param size of the values
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
