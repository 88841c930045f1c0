/** @file The noise of f, in units of f: what its difference quotients differ by, which is not the slope. */

import type { Quotient } from './extrapolate';

/** So many differences, those of the smallest steps: there the slope itself hardly changes. */
const NOISE_QUOTIENTS = 6;
/** So few may be equal by chance: no noise is taken from less. */
const FEWEST_DIFFERENCES = 3;
/** About 1/sqrt(2): two values with the same noise differ by sqrt(2) times as much. */
const NOISE_FACTOR = 0.7;

/**
 * The noise at each step: that of the smallest six, of those that are no larger. So what lies between
 * two steps, as a jump does, is noise at the larger steps alone.
 *
 * @param quotients from the largest step to the smallest
 * @param finer how many of the smallest were added to six others
 */
export function noiseOf(quotients: readonly Quotient[], finer = 0): number[] {
  const count = quotients.length;
  const first = Math.max(1, count - NOISE_QUOTIENTS - finer);
  const noise = new Array<number>(count).fill(Number.MIN_VALUE);
  let most = Number.MIN_VALUE;
  for (let k = count - 1; k >= first; k--) {
    const [before, { value, step }] = [quotients[k - 1], quotients[k]] as [Quotient, Quotient];
    most = Math.max(most, NOISE_FACTOR * Math.abs(value - before.value) * step);
    noise[k] = most;
  }
  noise.fill(most, 0, first);
  const few = noise[Math.max(first, count - FEWEST_DIFFERENCES)] ?? most;
  noise.fill(few, Math.max(0, count - FEWEST_DIFFERENCES));
  return noise;
}
