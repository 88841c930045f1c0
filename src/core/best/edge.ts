/** @file Between which two steps a flat f begins to change. */

import { decompose, powerOfTwo } from '../../math/scaling';
import type { ManyValued, Surroundings } from './ladder';

/** Steps that are farther apart are searched by ratios, with so many points between them. */
const [WIDEST_RATIO, NARROWING_POINTS] = [8, 7];

export interface PlateauEdge {
  readonly index: number;
  readonly side: -1 | 1;
  /** The largest step at which f is flat on this side, the next one, and how far it is on the other side. */
  readonly inside: number;
  readonly outside: number;
  readonly beyond: number;
}

/** The same edges, with less between the steps where that is much. */
export function narrowed(
  f: ManyValued,
  around: readonly Surroundings[],
  edges: readonly PlateauEdge[],
): PlateauEdge[] {
  const wide = edges.filter(({ inside, outside }) => outside > WIDEST_RATIO * inside);
  if (wide.length === 0) return [...edges];
  const steps = wide.map(({ inside, outside }) => between(inside, outside));
  const values = f(
    Float64Array.from(
      wide.flatMap(({ index, side }, k) =>
        (steps[k] as number[]).map((step) => (around[index] as Surroundings).x + side * step),
      ),
    ),
  );
  return edges.map((edge) => {
    const k = wide.indexOf(edge);
    if (k < 0) return edge;
    const own = values.subarray(k * NARROWING_POINTS, (k + 1) * NARROWING_POINTS);
    const ends = [edge.inside, ...(steps[k] as number[]), edge.outside];
    const first = [...own, NaN].findIndex(
      (value) => value !== (around[edge.index] as Surroundings).y,
    );
    return { ...edge, inside: ends[first] as number, outside: ends[first + 1] as number };
  });
}

/** Steps at even ratios, nearly. */
function between(inside: number, outside: number): number[] {
  const [low, high] = [decompose(inside).exponent, decompose(outside).exponent];
  return Array.from({ length: NARROWING_POINTS }, (_, k) =>
    powerOfTwo(low + Math.round(((high - low) * (k + 1)) / (NARROWING_POINTS + 1))),
  ).map((step) => Math.min(Math.max(step, inside), outside));
}
