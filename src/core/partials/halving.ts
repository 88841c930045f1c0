/** @file Finds wrong partials by halving: a disagreement along a direction is followed to a few variables. */

import { partOf } from './directions';
import { type Claimed, directionClaim, type ClaimErrors } from './judge-partials';
import { placeRoundOff, type Slope, slopesAlong } from './lines';
import type { Costs, Program } from './program';

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
/** The number of evaluations for one slope, about. */
const EVALUATIONS = 80;
/** Slopes for more levels in advance would take thousands of evaluations. */
const MOST_LEVELS = 8;

/**
 * The number of levels of halving to evaluate in one block. Each level in advance saves a start of the
 * program, but evaluates slopes that turn out not to be needed. The result is the same for any number.
 */
export function levelsInAdvance(segments: number, { start, evaluation }: Costs): number {
  const slope = EVALUATIONS * evaluation * segments;
  let best = 1;
  let least = Infinity;
  for (let levels = 1, slopes = 1; levels <= MOST_LEVELS; levels++, slopes = 2 * slopes + 1) {
    const cost = (start + slopes * slope) / levels;
    if (cost < least) [best, least] = [levels, cost];
  }
  return best;
}

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
  const slopes = new Map<string, Slope>();
  const suspects: number[] = [];
  let frontier: Segment[] = [{ start: 0, end: direction.length, off, bound }];
  while (frontier.length > 0) {
    const levels = levelsInAdvance(frontier.length, program.costs());
    const wanted = frontier.flatMap((segment) => wantedBelow(segment, levels));
    await askFor(wanted.filter((part) => !slopes.has(keyOf(part))));
    const next: Segment[] = [];
    for (const segment of frontier) {
      for (const half of halvesOf(segment)) {
        if (half.end - half.start > FEW_PARTIALS) next.push(half);
        else for (let i = half.start; i < half.end; i++) suspects.push(i);
      }
    }
    const isEverywhere = next.filter(isUnknown).length > MOST_UNKNOWN;
    const followed = isEverywhere ? next.filter((segment) => !isUnknown(segment)) : next;
    frontier = followed.sort((a, b) => weight(b) - weight(a)).slice(0, MOST_FOLLOWED);
  }
  return suspects.filter((i) => direction[i] !== 0);

  async function askFor(parts: readonly Part[]): Promise<void> {
    const lines = parts.map(({ start, end }) => {
      const along = partOf(direction, start, end);
      const noise =
        claimErrors.ofValue(claimed.value) + placeRoundOff(claimed.point, along, claimed.partials);
      return { point: claimed.point, along, noise, isForSearch: true };
    });
    const found = await slopesAlong(program, lines);
    for (const [k, part] of parts.entries()) slopes.set(keyOf(part), found[k] as Slope);
  }

  function measured({ start, end }: Part): Segment {
    const best = slopes.get(keyOf({ start, end })) as Slope;
    const { claim, error } = directionClaim(claimed, partOf(direction, start, end), claimErrors);
    const isKnown = best.finding === undefined;
    const difference = isKnown ? claim - best.value : NaN;
    return { start, end, off: difference, bound: best.bound + error };
  }

  /** The halves of a segment along which the claims disagree. */
  function halvesOf(segment: Segment): Segment[] {
    const [first, second] = partsOf(segment);
    const left = measured(first);
    const right = slopes.has(keyOf(second))
      ? measured(second)
      : { ...second, off: segment.off - left.off, bound: segment.bound + left.bound };
    return [left, right].filter((half) => !(Math.abs(half.off) <= half.bound));
  }
}

function keyOf({ start, end }: Part): string {
  return `${String(start)}-${String(end)}`;
}

function partsOf({ start, end }: Part): [Part, Part] {
  const middle = (start + end) >> 1;
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

/** The parts whose slopes are needed for this many levels below a segment. */
function wantedBelow(segment: Segment, levels: number): Part[] {
  const [first, second] = partsOf(segment);
  // If the disagreement of the segment is unknown, neither half follows from the other.
  const wanted = isUnknown(segment) ? [first, second] : [first];
  if (levels === 1) return wanted;
  for (const part of [first, second]) {
    if (part.end - part.start > FEW_PARTIALS) {
      wanted.push(...wantedBelow({ ...segment, ...part, off: 0 }, levels - 1));
    }
  }
  return wanted;
}

/** Whether there is no slope along the segment to compare with. */
function isUnknown({ off }: Segment): boolean {
  return Number.isNaN(off);
}

/** The disagreement in units of its bound. */
function weight({ off, bound }: Segment): number {
  return Number.isNaN(off) ? Infinity : Math.abs(off) / bound;
}
