/** @file Richardson extrapolation of difference quotients, each result with a bound on its error. */

import { TWO_UNITS } from '../round-off/round-off';

/** A difference quotient of f at one step. */
export interface DifferenceQuotient {
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
/** The distance of two columns is the error of the worse one; twice that, for the terms left out. */
const TRUNCATION_FACTOR = 2;
/** The quotient at twice the step has half the round-off; this many times it, to be safe, is added. */
const CORNER_ROUND_OFF = 2;
/** The slope at the middle is f'' * shift off; extrapolation, and the change of f'', make it larger. */
const SHIFT_FACTOR = 4;
/** A second difference takes four values, each wrong by the round-off. */
const CURVATURE_VALUES = 4;
/** The way between two quotients takes four values too. */
const WAY_ROUND_OFF = 4;
/** A way that shrinks to no more than this part of itself has at most four times itself before it. */
const SLOW_PART = 0.8;

/** How wrong values of f of these sizes may be, at least. */
export function sizeRoundOff(...values: readonly number[]): number {
  return TWO_UNITS * Math.max(...values.map(Math.abs));
}

/**
 * The best estimate that the quotients at each step and at those above it allow: none where they do
 * not converge, nor above that.
 *
 * @param quotients from the largest step to the smallest
 * @param noise of f, in units of f, for each of them
 */
export function extrapolate(
  quotients: readonly DifferenceQuotient[],
  order: Order,
  noise: readonly number[],
): Estimate[] {
  const estimates = extrapolateAll(quotients, order, noise);
  // What larger steps come to, the quotients leave again.
  const left = estimates.findLastIndex(({ error }) => error === Infinity);
  return estimates.slice(left + 1);
}

/** The same, with infinite errors where they do not converge, and what they come to above that. */
export function extrapolateAll(
  quotients: readonly DifferenceQuotient[],
  order: Order,
  noise: readonly number[],
): Estimate[] {
  const remainders = remaindersOf(quotients, noise);
  const estimates: Estimate[] = [];
  let above: number[] = [];
  for (const [k, { step, value, roundOff: ofValues, shift, curvature }] of quotients.entries()) {
    const roundOff = Math.max(ofValues, noise[k] as number) / step;
    const misplaced =
      shift === 0 ? 0 : SHIFT_FACTOR * shift * (curvature + (CURVATURE_VALUES * roundOff) / step);
    const row = [value];
    let amplification = 1;
    let best: Estimate | undefined;
    for (let j = 1; j <= Math.min(MOST_COLUMNS, above.length); j++) {
      const ratio = (quotients[k - j] as DifferenceQuotient).step / step;
      const factor = order === 2 ? ratio * ratio : ratio;
      const [left, corner] = [row[j - 1], above[j - 1]] as [number, number];
      const extrapolated = left + (left - corner) / (factor - 1);
      row.push(extrapolated);
      amplification *= (factor + CORNER_ROUND_OFF) / (factor - 1);
      const truncation = Math.max(Math.abs(extrapolated - left), Math.abs(extrapolated - corner));
      const error =
        TRUNCATION_FACTOR * truncation +
        amplification * roundOff +
        misplaced +
        (remainders[k] as number) +
        UNDERFLOW;
      if (best === undefined || error < best.error) best = { value: extrapolated, error, step };
    }
    above = row;
    if (remainders[k] === Infinity) estimates.push({ value, error: Infinity, step });
    else if (best !== undefined && best.error < Infinity) estimates.push(best);
  }
  return estimates;
}

/**
 * What is left of the way of the quotients at each step, where it gets shorter so slowly, or not at
 * all, that the columns understate it: beside a singular second derivative the quotients follow no
 * power of the step that is known.
 */
function remaindersOf(
  quotients: readonly DifferenceQuotient[],
  noise: readonly number[],
): number[] {
  let part = 0;
  let [last, before] = [0, 0];
  return quotients.map(({ value, step, roundOff }, k) => {
    const previous = quotients[k - 1];
    if (previous === undefined) return 0;
    const hidden = (WAY_ROUND_OFF * Math.max(roundOff, noise[k] as number)) / step;
    const way = Math.abs(value - previous.value);
    const shown = Math.max(way, hidden);
    // Either of two ways may be small by chance.
    const ratio = Math.min(shown / last, Math.sqrt(shown / before));
    if (way > hidden) {
      if (ratio < Infinity) part = ratio;
      [before, last] = [last, way];
    } else if (last > 0) part = Math.min(part, ratio); // hidden in noise it goes on as it came in
    if (part <= SLOW_PART) return 0;
    return part < 1 ? (Math.max(way, hidden) * part) / (1 - part) : Infinity;
  });
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
