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

/** What the divisions lose where their results are below the normal doubles: a few of the smallest. */
const UNDERFLOW = 8 * Number.MIN_VALUE;
/** Each column takes one more power of the step out of the error; later ones find only noise. */
const MOST_COLUMNS = 4;
/** So many differences, those of the smallest steps: there the slope itself hardly changes. */
const NOISE_QUOTIENTS = 6;
/** About 1/sqrt(2): two values with the same noise differ by sqrt(2) times as much. */
const NOISE_FACTOR = 0.7;
/** The distance of two columns is the error of the worse one; twice that, for the terms left out. */
const TRUNCATION_FACTOR = 2;
/** The quotient at twice the step has half the round-off; this many times it, to be safe, is added. */
const CORNER_ROUND_OFF = 2;
/** The slope at the middle is f'' * shift off; extrapolation, and the change of f'', make it larger. */
const SHIFT_FACTOR = 4;
/** A second difference takes four values, each wrong by the round-off. */
const CURVATURE_VALUES = 4;

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
    const misplaced =
      shift === 0 ? 0 : SHIFT_FACTOR * shift * (curvature + (CURVATURE_VALUES * roundOff) / step);
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
      amplification *= (factor + CORNER_ROUND_OFF) / (factor - 1);
      const truncation = Math.max(Math.abs(extrapolated - left), Math.abs(extrapolated - corner));
      const error =
        TRUNCATION_FACTOR * truncation + amplification * roundOff + misplaced + UNDERFLOW;
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
