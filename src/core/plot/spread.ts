/** @file How far apart numbers lie, whatever a few of them do. */

/** Of more values, so many tell as much, if they are taken from everywhere. */
const ENOUGH = 20000;
/** The part of a distance by which samples go on: whatever the period of the values, it is none of theirs. */
const GOLDEN = 0.618033988749895;

/** The finite ones, from small to large; of very many some. */
function sortedFinite(values: Float64Array): Float64Array {
  const every = Math.max(1, values.length / ENOUGH);
  const some = Float64Array.from(
    { length: Math.min(values.length, ENOUGH) },
    (_, i) => values[Math.floor((i + (every > 1 ? (i * GOLDEN) % 1 : 0)) * every)] as number,
  );
  return some.filter(Number.isFinite).sort();
}

/** @param sorted from small to large; without any the result is NaN */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

/** Nine tenths of the finite values are no larger than this, up to their signs; 0 without any. */
export function typicalSize(values: Float64Array): number {
  const sorted = sortedFinite(values).map(Math.abs).sort();
  return sorted.length === 0 ? 0 : quantile(sorted, 0.9);
}

/** The distance between which nine tenths of the finite values lie; 0 without any. */
export function spreadOf(values: Float64Array): number {
  const sorted = sortedFinite(values);
  if (sorted.length === 0) return 0;
  return Math.min(quantile(sorted, 0.95) - quantile(sorted, 0.05), Number.MAX_VALUE);
}
