/** @file Tells a vertical tangent of f at x by its quotients. */

import type { DifferenceQuotient } from './convergence';

/** The slope must grow at this many steps in a row, a factor of 128. */
const STEEP_STEPS = 8;
/**
 * The slope of |x|^p and its growth increase by 2^(1-p) with each halving of the step: by at least 1 for
 * p <= 1. Slightly less is allowed for round-off.
 */
const LEAST_GROWTH = 0.98;
/** Growth below this fraction of the steepest secant does not explain why that secant is steep. */
const PART_OF_STEEPEST = 0.01;
/** The difference of two quotients sums four values of f; doubled for safety. */
const GROWTH_ROUND_OFF = 8;

/**
 * Whether the slope grows without bound as the step shrinks, as at a vertical tangent.
 *
 * @param secantSlopes the steepest secant at each step: growth must be visible beside it
 */
export function isSteep(
  quotients: readonly DifferenceQuotient[],
  secantSlopes: readonly number[] = [],
): boolean {
  const tail = quotients.slice(-STEEP_STEPS);
  const steepestHere = secantSlopes.slice(-STEEP_STEPS);
  if (tail.length < STEEP_STEPS) return false;
  let growth = NaN;
  for (let k = 1; k < tail.length; k++) {
    const before = tail[k - 1] as DifferenceQuotient;
    const quotient = tail[k] as DifferenceQuotient;
    const next = quotient.value - before.value;
    const roundOffOfGrowth = (GROWTH_ROUND_OFF * quotient.roundOff) / quotient.step;
    if (!(Math.abs(next) > Math.max(roundOffOfGrowth, PART_OF_STEEPEST * (steepestHere[k] ?? 0))))
      return false;
    if (k > 1 && !(next / growth > LEAST_GROWTH)) return false;
    growth = next;
  }
  return true;
}
