/** @file Numbers at even distances. */

/**
 * Evenly spaced numbers, both ends included; only the first end if count is 1. Each is a weighted mean of
 * both ends, so that ends with few digits give numbers with few: from 0 to 1 in ten steps the fourth is 0.3,
 * not 0.30000000000000004.
 */
export function evenlySpaced(from: number, to: number, count: number): Float64Array {
  const steps = Math.max(1, count - 1);
  return Float64Array.from({ length: count }, (_, i) => {
    const mean = (from * (steps - i) + to * i) / steps;
    // The products may overflow although the mean does not.
    return Number.isFinite(mean) ? mean : from * ((steps - i) / steps) + to * (i / steps);
  });
}
