/** @file How far difference quotients are from their limit, where they approach it slowly or not at all. */

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

/** The difference of two quotients sums four values, each wrong by the round-off. */
const CHANGE_ROUND_OFF = 4;
/** Changes that shrink by this ratio or faster leave at most 0.8/(1 - 0.8) = 4 times the last one. */
const SLOW_RATIO = 0.8;

/**
 * The change of the quotients that is still to come after each step, if it shrinks slowly or not at all:
 * then the columns underestimate the error. This happens where f'' is singular near x, since the error is
 * no power series in the step there.
 */
export function remainingChanges(
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
    const most = Math.max(change, hidden);
    // The ratio to the last change and the mean ratio over two: one change may be small by chance.
    const ratio = Math.min(most / last, Math.sqrt(most / before));
    if (change > hidden) {
      if (ratio < Infinity) part = ratio;
      [before, last] = [last, change];
    } else if (last > 0) part = Math.min(part, ratio); // a change hidden in noise is taken to shrink as before
    if (part <= SLOW_RATIO) return 0;
    return part < 1 ? (most * part) / (1 - part) : Infinity;
  });
}
