/** @file Whether the partials that a program claims are the derivatives of the values that it prints. */

import { worstOf } from '../check/judge';
import { checkAlongDirections } from './check-directions';
import type { CheckedPartials, CheckedProgramPoint, Steadiness } from './checked';
import { type Claimed, Doubts, judgePartial, partialLine, steadinessOf } from './judge-partials';
import { slopesAlong } from './lines';
import { type ComparedPartial, constantOf, type Mistake, withMistakes } from '../check/mistake';
import { type Answer, MOST_EACH, type Program } from './program';

export interface PartialsOptions {
  /** Every partial by itself, however many there are. */
  readonly each?: boolean;
  /** Of the random directions. */
  readonly seed?: number;
  /** A partial may be off by this part of itself. */
  readonly tolerance?: number;
  /** What is known of an earlier block of points. */
  readonly steadiness?: Steadiness;
}

/** The first point is asked again so often. */
const REPEATS = 3;

/**
 * The answers at all points, and what the first of them gave when it was asked again: in one block.
 */
export async function claimsAt(
  program: Program,
  points: readonly Float64Array[],
): Promise<{ answers: readonly Answer[]; steadiness: Steadiness }> {
  const at = (index: number): Float64Array => (points[index] ?? points[0]) as Float64Array;
  const answers = await program.answers({ count: points.length + REPEATS, at });
  const again = [answers[0] as Answer, ...answers.slice(points.length)];
  return { answers: answers.slice(0, points.length), steadiness: steadinessOf(again) };
}

/**
 * Checks the partials at every point. Up to 50 variables each partial is compared by itself, in one
 * block; above, all of them along random directions, and where these disagree, by halves.
 *
 * @param claims of a program that has partials, all of them finite
 */
export async function checkPartials(
  program: Program,
  claims: readonly Claimed[],
  steadiness: Steadiness,
  { each = false, seed = 1, tolerance = 0 }: PartialsOptions = {},
): Promise<CheckedPartials> {
  const doubts = new Doubts(program, steadiness, tolerance);
  const points =
    each || program.variables <= MOST_EACH
      ? await checkEach(program, claims, doubts)
      : await checkAlongDirections(program, claims, doubts, seed);
  const found = withConstants(points).map((point) => withReason(point, steadiness));
  return { points: found, steadiness };
}

/** Where a partial is off by the same number at all points, that is what is wrong with it. */
function withConstants(points: readonly CheckedProgramPoint[]): readonly CheckedProgramPoint[] {
  const wrong = new Map<number, ComparedPartial[]>();
  for (const partial of points.flatMap(({ partials }) => partials)) {
    if (partial.verdict !== 'disagree') continue;
    wrong.set(partial.index, [...(wrong.get(partial.index) ?? []), partial]);
  }
  const constants = new Map<number, Mistake>();
  for (const [index, partials] of wrong) {
    const difference = partials.length === points.length ? constantOf(partials) : undefined;
    if (difference !== undefined) constants.set(index, { kind: 'constant', difference });
  }
  if (constants.size === 0) return points;
  return points.map((point) => ({
    ...point,
    partials: point.partials.map((partial) => {
      const mistake = constants.get(partial.index);
      return mistake === undefined ? partial : { ...partial, mistake };
    }),
  }));
}

async function checkEach(
  program: Program,
  claims: readonly Claimed[],
  doubts: Doubts,
): Promise<CheckedProgramPoint[]> {
  const indices = [...Array(program.variables).keys()];
  const lines = claims.flatMap((claimed) =>
    indices.map((index) => partialLine(claimed, index, doubts)),
  );
  const slopes = await slopesAlong(program, lines);
  let next = 0;
  return claims.map((claimed) => {
    const partials = indices.map((index) => {
      const best = slopes[next++] as (typeof slopes)[number];
      return judgePartial(claimed, index, best, doubts);
    });
    return {
      point: claimed.point,
      value: claimed.value,
      verdict: worstOf(partials),
      partials: withMistakes(partials, (partial) => partial),
      directions: [],
    };
  });
}

/** Values that differ from one time to the next are the reason for all that is not decided. */
function withReason(point: CheckedProgramPoint, { relative }: Steadiness): CheckedProgramPoint {
  if (point.verdict !== 'inconclusive' || relative === 0) return point;
  return { ...point, reason: { kind: 'noise' } };
}
