/** @file Richardson extrapolation of difference quotients to a step of 0, with error bounds. */

import { type DifferenceQuotient, remainingChanges } from './convergence';
import type { Estimate } from './estimate';

/** The leading power of the step in the error: 2 for central differences, which have even powers only. */
type Order = 1 | 2;

/** Rounding errors of subnormal results: each of four divisions loses half of the smallest double, times 4. */
const UNDERFLOW = 8 * Number.MIN_VALUE;
/** Each column removes one more power of the step from the error; further columns only amplify noise. */
const MOST_COLUMNS = 4;
/** The distance of two columns estimates the error of the worse one; doubled for the terms left out. */
const TRUNCATION_FACTOR = 2;
/** Round-off of the quotient at twice the step, in units of that at the step: half would do, 2 is safe. */
const CORNER_ROUND_OFF = 2;
/** The slope at the midpoint is off by f'' * shift; extrapolation and a changing f'' may make it more. */
const SHIFT_FACTOR = 4;

/**
 * The best estimate at each step, from the quotients there and at the larger steps. Estimates at steps
 * where the quotients do not converge are left out, and so are all above such a step.
 *
 * @param quotients from the largest step to the smallest
 * @param noise of f at each of them, in units of f
 */
export function extrapolate(
  quotients: readonly DifferenceQuotient[],
  order: Order,
  noise: readonly number[],
): Estimate[] {
  const estimates = extrapolateAll(quotients, order, noise);
  // Larger steps seem to converge, but smaller ones depart from their limit.
  const left = estimates.findLastIndex(({ error }) => error === Infinity);
  return estimates.slice(left + 1);
}

/** The same with all steps: the error is infinite where the quotients do not converge. */
export function extrapolateAll(
  quotients: readonly DifferenceQuotient[],
  order: Order,
  noise: readonly number[],
): Estimate[] {
  const remaining = remainingChanges(quotients, noise);
  const estimates: Estimate[] = [];
  let above: number[] = [];
  for (const [k, { step, value, roundOff: ofValues, shift, curvature }] of quotients.entries()) {
    const roundOff = Math.max(ofValues, noise[k] as number) / step;
    const offCentre = shift === 0 ? 0 : SHIFT_FACTOR * shift * curvature;
    const row = [value];
    let amplification = 1;
    let best: Estimate | undefined;
    for (let j = 1; j <= Math.min(MOST_COLUMNS, above.length); j++) {
      const ratio = (quotients[k - j] as DifferenceQuotient).step / step;
      const factor = order === 2 ? ratio * ratio : ratio;
      const left = row[j - 1] as number;
      const corner = above[j - 1] as number;
      const extrapolated = left + (left - corner) / (factor - 1);
      row.push(extrapolated);
      amplification *= (factor + CORNER_ROUND_OFF) / (factor - 1);
      const error =
        TRUNCATION_FACTOR * Math.abs(extrapolated - corner) +
        amplification * roundOff +
        offCentre +
        (remaining[k] as number) +
        UNDERFLOW;
      if (best === undefined || error < best.error) best = { value: extrapolated, error, step };
    }
    above = row;
    if (remaining[k] === Infinity) estimates.push({ value, error: Infinity, step });
    else if (best !== undefined && best.error < Infinity) estimates.push(best);
  }
  return estimates;
}
