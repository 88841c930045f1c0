/** @file The spread and the typical size of numbers, not affected by a few outliers. */

/** Of more values than this, only this many are looked at, taken from everywhere. */
const SAMPLE_SIZE = 20000;
/** The golden ratio: it varies the offsets of the samples so that they match no period of the values. */
const GOLDEN = 0.618033988749895;

/** The finite values in increasing order; of very many a sample. */
function sortedFinite(values: Float64Array): Float64Array {
  const every = Math.max(1, values.length / SAMPLE_SIZE);
  const some = Float64Array.from(
    { length: Math.min(values.length, SAMPLE_SIZE) },
    (_, i) => values[Math.floor((i + (every > 1 ? (i * GOLDEN) % 1 : 0)) * every)] as number,
  );
  return some.filter(Number.isFinite).sort();
}

/** @param sorted not empty */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] as number;
}

/** The 90th percentile of the magnitudes of the finite values; 0 without any. */
export function typicalSize(values: Float64Array): number {
  const sorted = sortedFinite(values).map(Math.abs).sort();
  return sorted.length === 0 ? 0 : quantile(sorted, 0.9);
}

/** The distance from the 5th to the 95th percentile of the finite values; 0 without any. */
export function spreadOf(values: Float64Array): number {
  const sorted = sortedFinite(values);
  if (sorted.length === 0) return 0;
  return Math.min(quantile(sorted, 0.95) - quantile(sorted, 0.05), Number.MAX_VALUE);
}
