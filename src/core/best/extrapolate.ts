/** @file Richardson extrapolation of difference quotients to a step of 0, with error bounds. */

import { TWO_UNITS } from '../round-off/round-off';

/** A difference quotient of f at one step. */
export interface DifferenceQuotient {
  readonly step: number;
  readonly value: number;
  /** A lower bound on the error of the values of f that it is made of. */
  readonly roundOff: number;
  /** The distance of the midpoint of its two points from x, which rounding causes, and |f''| there. */
  readonly shift: number;
  readonly curvature: number;
}

/** An estimate of the derivative, and its error as far as the neighbouring quotients show it. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
  readonly step: number;
}

/** The leading power of the step in the error: 2 for central differences, which have even powers only. */
export type Order = 1 | 2;

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
/** The difference of two quotients sums four values, each wrong by the round-off. */
const CHANGE_ROUND_OFF = 4;
/** Changes that shrink by this ratio or faster leave at most 0.8/(1 - 0.8) = 4 times the last one. */
const SLOW_RATIO = 0.8;

/** A lower bound on the error of values of this size. */
export function sizeRoundOff(...values: readonly number[]): number {
  return TWO_UNITS * Math.max(...values.map(Math.abs));
}

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

/**
 * The change of the quotients that is still to come after each step, if it shrinks slowly or not at all:
 * then the columns underestimate the error. This happens where f'' is singular near x, since the error is
 * no power series in the step there.
 */
function remainingChanges(
  quotients: readonly DifferenceQuotient[],
  noise: readonly number[],
): number[] {
  let part = 0;
  let last = 0;
  let before = 0;
  return quotients.map(({ value, step, roundOff }, k) => {
    const previous = quotients[k - 1];
    if (previous === undefined) return 0;
    const hidden = (CHANGE_ROUND_OFF * Math.max(roundOff, noise[k] as number)) / step;
    const change = Math.abs(value - previous.value);
    const shown = Math.max(change, hidden);
    // The ratio to the last change and the mean ratio over two: one change may be small by chance.
    const ratio = Math.min(shown / last, Math.sqrt(shown / before));
    if (change > hidden) {
      if (ratio < Infinity) part = ratio;
      [before, last] = [last, change];
    } else if (last > 0) part = Math.min(part, ratio); // a change hidden in noise is taken to shrink as before
    if (part <= SLOW_RATIO) return 0;
    return part < 1 ? (Math.max(change, hidden) * part) / (1 - part) : Infinity;
  });
}

/**
 * The most precise of the estimates that all smaller steps agree with (Lepski's rule). Without the rule a
 * large step could win that sees another period of an oscillating f.
 */
export function choose(estimates: readonly Estimate[]): Estimate | undefined {
  const ascending = [...estimates].sort((a, b) => a.step - b.step);
  let best: Estimate | undefined;
  let low = -Infinity;
  let high = Infinity;
  for (const estimate of ascending) {
    const { value, error } = estimate;
    if (value - error > high || value + error < low) break;
    low = Math.max(low, value - error);
    high = Math.min(high, value + error);
    if (best === undefined || error < best.error) best = estimate;
  }
  return best;
}
