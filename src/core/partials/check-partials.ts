/** @file Checks the partials that a program prints against the values that it prints. */

import { worstOf } from '../best/judge';
import { checkAlongDirections } from './check-directions';
import type { CheckedProgramPoint, Steadiness } from './checked';
import {
  type Claimed,
  ClaimErrors,
  judgePartial,
  partialLine,
  steadinessOf,
} from './judge-partials';
import { slopesAlong } from './lines';
import { type ComparedPartial, constantOf, type Mistake, withMistakes } from '../check/mistake';
import { type Answer, MOST_EACH, type Program } from './program';

export interface PartialsOptions {
  /** Whether to check every partial by itself, however many there are. */
  readonly each?: boolean;
  /** The seed of the random directions. */
  readonly seed?: number;
  /** A relative error of a partial that is accepted. */
  readonly tolerance?: number;
}

/** How often the first point is evaluated again, to see whether the answers are the same. */
const REPEATS = 3;

/** The answers at all points, and how steady those at the first one are: asked for in one block. */
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
 * Checks the partials at every point. Up to 50 variables each partial is checked by itself, all in one block;
 * with more, all at once along random directions, and by repeated halving where these disagree.
 *
 * @param claims of a program that prints partials, all of them finite
 */
export async function checkPartials(
  program: Program,
  claims: readonly Claimed[],
  steadiness: Steadiness,
  { each = false, seed = 1, tolerance = 0 }: PartialsOptions = {},
): Promise<readonly CheckedProgramPoint[]> {
  const claimErrors = new ClaimErrors(program, steadiness, tolerance);
  const points =
    each || program.variables <= MOST_EACH
      ? await checkEach(program, claims, claimErrors)
      : await checkAlongDirections(program, claims, claimErrors, seed);
  return withConstants(points).map((point) => withReason(point, steadiness));
}

/** Names a constant error as the mistake of each partial that is off by the same number at all points. */
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
  claimErrors: ClaimErrors,
): Promise<CheckedProgramPoint[]> {
  const indices = [...Array(program.variables).keys()];
  const lines = claims.flatMap((claimed) =>
    indices.map((index) => partialLine(claimed, index, claimErrors)),
  );
  const slopes = await slopesAlong(program, lines);
  let next = 0;
  return claims.map((claimed) => {
    const partials = indices.map((index) => {
      const best = slopes[next++] as (typeof slopes)[number];
      return judgePartial(claimed, index, best, claimErrors);
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

/** Gives noise as the reason for every undecided point of a program whose values are not steady. */
function withReason(point: CheckedProgramPoint, { relative }: Steadiness): CheckedProgramPoint {
  if (point.verdict !== 'inconclusive' || relative === 0) return point;
  return { ...point, reason: { kind: 'noise' } };
}
