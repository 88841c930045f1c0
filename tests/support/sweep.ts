/**
 * @file How many points the longest sweeps have: a part of them in `npm test`, all in
 * `npm run measure -- whole`.
 */

const isWhole = process.env['WHOLE_SWEEPS'] === 'yes';

/** The first, and every so manieth after it. */
export function everyNth<T>(all: readonly T[], n: number): T[] {
  return all.filter((_, i) => i % n === 0);
}

/** Every so manieth of the points, or all. */
export function some<T>(points: readonly T[], part: number): readonly T[] {
  return isWhole ? points : everyNth(points, part);
}

/** So many random ones, or a part of them. */
export function runs(count: number, part: number): number {
  return isWhole ? count : Math.ceil(count / part);
}
