/**
 * @file How many points the longest sweeps have: a part of them in `npm test`, all in
 * `npm run measure -- whole`.
 */

const isWhole = process.env['WHOLE_SWEEPS'] === 'yes';

/** Every so manieth of the points. */
export function some<T>(points: readonly T[], part: number): readonly T[] {
  return isWhole ? points : points.filter((_, i) => i % part === 0);
}

/** So many random ones, or a part of them. */
export function runs(count: number, part: number): number {
  return isWhole ? count : Math.ceil(count / part);
}
