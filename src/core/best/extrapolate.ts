/** @file Richardson extrapolation of difference quotients, each result with a bound on its error. */

import { TWO_UNITS } from '../round-off';

/** A difference quotient of f at one step. */
export interface Quotient {
  readonly step: number;
  readonly value: number;
  /** How wrong the values of f that it is made of may be, at least. */
  readonly roundOff: number;
  /** How far the middle of its two points lies from x, as they are rounded; and |f''| there. */
  readonly shift: number;
  readonly curvature: number;
}

/** A derivative, wrong by no more than error as far as the quotients round about can tell. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
  readonly step: number;
}

/** The power of the step that the error of a quotient begins with: f(x + h) - f(x - h) has no odd ones. */
export type Order = 1 | 2;

/** What the divisions lose where their results are below the normal doubles. */
const UNDERFLOW = 8 * Number.MIN_VALUE;
const MOST_COLUMNS = 4;
const NOISE_QUOTIENTS = 6;
const NOISE_FACTOR = 0.7;

/** The noise of f, in units of f: what the quotients at the smallest steps differ by, which is not the slope. */
export function noiseOf(quotients: readonly Quotient[]): number {
  let noise = Number.MIN_VALUE;
  const count = quotients.length;
  for (let k = Math.max(1, count - NOISE_QUOTIENTS); k < count; k++) {
    const [{ value: before }, { value, step }] = [quotients[k - 1], quotients[k]] as [
      Quotient,
      Quotient,
    ];
    noise = Math.max(noise, NOISE_FACTOR * Math.abs(value - before) * step);
  }
  return noise;
}

/** How wrong values of f of these sizes may be, at least. */
export function sizeRoundOff(...values: readonly number[]): number {
  return TWO_UNITS * Math.max(...values.map(Math.abs));
}

/**
 * The best estimate that the quotients at each step and at those above it allow.
 *
 * @param quotients at halved steps, from the largest to the smallest
 */
export function extrapolate(
  quotients: readonly Quotient[],
  order: Order,
  noise: number,
): Estimate[] {
  const ratio = order === 2 ? 4 : 2;
  const estimates: Estimate[] = [];
  let above: number[] = [];
  for (const { step, value, roundOff: ofValues, shift, curvature } of quotients) {
    const roundOff = Math.max(ofValues, noise) / step;
    const misplaced = shift === 0 ? 0 : 4 * shift * (curvature + (4 * roundOff) / step);
    const row = [value];
    let amplification = 1;
    let best: Estimate | undefined;
    for (
      let j = 1, factor = ratio;
      j <= Math.min(MOST_COLUMNS, above.length);
      j++, factor *= ratio
    ) {
      const [left, corner] = [row[j - 1], above[j - 1]] as [number, number];
      const extrapolated = left + (left - corner) / (factor - 1);
      row.push(extrapolated);
      amplification *= (factor + 2) / (factor - 1);
      const truncation = Math.max(Math.abs(extrapolated - left), Math.abs(extrapolated - corner));
      const error = 2 * truncation + amplification * roundOff + misplaced + UNDERFLOW;
      if (best === undefined || error < best.error) best = { value: extrapolated, error, step };
    }
    above = row;
    if (best !== undefined) estimates.push(best);
  }
  return estimates;
}

/**
 * The most precise estimate among those that all smaller steps agree with (Lepski's rule): a large
 * step may see another oscillation of f and be sure of it.
 */
export function choose(estimates: readonly Estimate[]): Estimate | undefined {
  const ascending = [...estimates].sort((a, b) => a.step - b.step);
  let best: Estimate | undefined;
  let [low, high] = [-Infinity, Infinity];
  for (const estimate of ascending) {
    const { value, error } = estimate;
    if (value - error > high || value + error < low) break;
    low = Math.max(low, value - error);
    high = Math.min(high, value + error);
    if (best === undefined || error < best.error) best = estimate;
  }
  return best;
}
