/**
 * @file How many points sweeps have: the longest a part of them in `npm test`, all in `npm run measure -- whole`;
 * all of them a few before mutants, of which each takes another run.
 */

const isWhole = process.env['WHOLE_SWEEPS'] === 'yes';
const isShort = process.env['SHORT_SWEEPS'] === 'yes';

/** So many random ones, or fewer where sweeps are short. */
export function fewer(count: number): number {
  return isShort ? Math.ceil(count / 40) : count;
}

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
  return isWhole ? count : fewer(Math.ceil(count / part));
}
