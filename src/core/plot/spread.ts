/** @file How far apart numbers lie, whatever a few of them do. */

/** The finite ones, from small to large. */
function sortedFinite(values: Iterable<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => Number.isFinite(value))
    .sort();
}

/** @param sorted from small to large; without any the result is NaN */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

/** Nine tenths of the finite values are no larger than this, up to their signs; 0 without any. */
export function typicalSize(values: Float64Array): number {
  const sorted = sortedFinite(values.map(Math.abs));
  return sorted.length === 0 ? 0 : quantile(sorted, 0.9);
}

/** The distance between which nine tenths of the finite values lie; 0 without any. */
export function spreadOf(values: Float64Array): number {
  const sorted = sortedFinite(values);
  if (sorted.length === 0) return 0;
  return Math.min(quantile(sorted, 0.95) - quantile(sorted, 0.05), Number.MAX_VALUE);
}
