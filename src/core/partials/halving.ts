/** @file Finds wrong partials by halving: a disagreement along a direction is followed to a few variables. */

import { partOf } from './directions';
import { type Claimed, directionClaim, type ClaimErrors } from './judge-partials';
import { placeRoundOff, slopesAlong } from './lines';
import type { BestDerivative } from '../best/best-at';
import type { Program } from './program';

/** The variables from start to end. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** The same with the disagreement along this part of the direction. */
interface Segment extends Part {
  /** The claimed slope minus the numerical one, within the bound; NaN if that is unknown. */
  readonly off: number;
  readonly bound: number;
}

/** Segments of this many partials are no longer halved: their partials are checked one by one. */
const FEW_PARTIALS = 4;
/** At each level at most this many segments are followed; `--each` checks the others. */
const MOST_FOLLOWED = 8;
/** If more segments than this have no slope, the cause is not in single variables, and they are left. */
const MOST_UNKNOWN = 4;

/**
 * Follows a disagreement to single partials. That of a segment is the sum of those of its halves, so the slope
 * along one half is enough.
 *
 * @param off the disagreement along the whole direction, and its bound
 * @returns the indices of the partials to check one by one
 */
export async function suspectsAlong(
  program: Program,
  claimed: Claimed,
  direction: Float64Array,
  { off, bound }: { readonly off: number; readonly bound: number },
  claimErrors: ClaimErrors,
): Promise<number[]> {
  const suspects: number[] = [];
  let frontier: Segment[] = [{ start: 0, end: direction.length, off, bound }];
  while (frontier.length > 0) {
    const next: Segment[] = [];
    for (const half of await halvesOf(frontier)) {
      if (half.end - half.start > FEW_PARTIALS) next.push(half);
      else for (let i = half.start; i < half.end; i++) suspects.push(i);
    }
    const isEverywhere = next.filter(isUnknown).length > MOST_UNKNOWN;
    const followed = isEverywhere ? next.filter((segment) => !isUnknown(segment)) : next;
    frontier = followed.sort((a, b) => weight(b) - weight(a)).slice(0, MOST_FOLLOWED);
  }
  return suspects.filter((i) => direction[i] !== 0);

  /** The halves of segments along which the claims disagree. */
  async function halvesOf(segments: readonly Segment[]): Promise<Segment[]> {
    const measured = (await measuredAlong(segments.flatMap(unknownHalves))).values();
    const halves = segments.flatMap((segment) => {
      const left = measured.next().value as Segment;
      const right = isUnknown(segment)
        ? (measured.next().value as Segment)
        : {
            start: left.end,
            end: segment.end,
            off: segment.off - left.off,
            bound: segment.bound + left.bound,
          };
      return [left, right];
    });
    return halves.filter((half) => !(Math.abs(half.off) <= half.bound));
  }

  async function measuredAlong(parts: readonly Part[]): Promise<Segment[]> {
    const along = parts.map(({ start, end }) => partOf(direction, start, end));
    const ofValue = claimErrors.ofValue(claimed.value);
    const lines = along.map((part) => {
      const noise = ofValue + placeRoundOff(claimed.point, part, claimed.partials);
      return { point: claimed.point, along: part, noise, isForSearch: true };
    });
    const found = await slopesAlong(program, lines);
    return parts.map((part, k) => {
      const { value, bound, finding } = found[k] as BestDerivative;
      const { claim, error } = directionClaim(claimed, along[k] as Float64Array, claimErrors);
      const off = finding === undefined ? claim - value : NaN;
      return { ...part, off, bound: bound + error };
    });
  }
}

/** The first half, and the second if it does not follow from that: if the disagreement of the whole is unknown. */
function unknownHalves(segment: Segment): Part[] {
  const { start, end } = segment;
  const middle = (start + end) >> 1;
  const first = { start, end: middle };
  return isUnknown(segment) ? [first, { start: middle, end }] : [first];
}

/** Whether there is no slope along the segment to compare with. */
function isUnknown({ off }: Segment): boolean {
  return Number.isNaN(off);
}

/** The disagreement in units of its bound. */
function weight({ off, bound }: Segment): number {
  return Number.isNaN(off) ? Infinity : Math.abs(off) / bound;
}
