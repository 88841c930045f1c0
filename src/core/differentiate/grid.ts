/** @file Numbers at even distances. */

/**
 * As many numbers from one to the other, both of them among them; the first alone if it is one.
 * Each is a weighted mean of both ends, so that ends with few digits give numbers with few:
 * from 0 to 1 in ten steps the fourth is 0.3, not 0.30000000000000004.
 */
export function evenlySpaced(from: number, to: number, count: number): Float64Array {
  const steps = Math.max(1, count - 1);
  return Float64Array.from({ length: count }, (_, i) => {
    const mean = (from * (steps - i) + to * i) / steps;
    // The sum of the products may overflow where the mean does not.
    return Number.isFinite(mean) ? mean : from * ((steps - i) / steps) + to * (i / steps);
  });
}
