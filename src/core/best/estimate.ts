/** @file Estimates of a derivative at several steps, and the choice among them. */

/** An estimate of the derivative, and its error as far as the neighbouring quotients show it. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
  readonly step: number;
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
