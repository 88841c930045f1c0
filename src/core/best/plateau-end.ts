/** @file Between which two steps a plateau ends. */

import { decompose, powerOfTwo } from '../../math/scaling';
import type { BlockFunction, Surroundings } from './ladder';

/** A gap wider than this ratio is narrowed, by sampling f at this many steps within it. */
const WIDEST_RATIO = 8;
const NARROWING_POINTS = 7;

export interface PlateauEnd {
  readonly index: number;
  readonly side: -1 | 1;
  /** The largest step at which f is flat on this side, the next step, and how far f is flat on the other side. */
  readonly inside: number;
  readonly outside: number;
  readonly beyond: number;
}

/** Narrows the wide gaps once. */
export function narrowEnds(
  f: BlockFunction,
  around: readonly Surroundings[],
  ends: readonly PlateauEnd[],
): PlateauEnd[] {
  const wide = ends.filter(({ inside, outside }) => outside > WIDEST_RATIO * inside);
  if (wide.length === 0) return [...ends];
  const steps = wide.map(({ inside, outside }) => between(inside, outside));
  const values = f(
    Float64Array.from(
      wide.flatMap(({ index, side }, k) =>
        (steps[k] as number[]).map((step) => (around[index] as Surroundings).x + side * step),
      ),
    ),
  );
  return ends.map((end) => {
    const k = wide.indexOf(end);
    if (k < 0) return end;
    const own = values.subarray(k * NARROWING_POINTS, (k + 1) * NARROWING_POINTS);
    const bounds = [end.inside, ...(steps[k] as number[]), end.outside];
    const first = [...own, NaN].findIndex(
      (value) => value !== (around[end.index] as Surroundings).y,
    );
    return { ...end, inside: bounds[first] as number, outside: bounds[first + 1] as number };
  });
}

/** Steps between two others, at nearly equal ratios. */
function between(inside: number, outside: number): number[] {
  const low = decompose(inside).exponent;
  const high = decompose(outside).exponent;
  return Array.from({ length: NARROWING_POINTS }, (_, k) =>
    powerOfTwo(low + Math.round(((high - low) * (k + 1)) / (NARROWING_POINTS + 1))),
  ).map((step) => Math.min(Math.max(step, inside), outside));
}
