/** @file A disagreement along a direction, followed down by halves to a few partials. */

import { partOf } from './directions';
import { type Claimed, directionClaim, type Doubts } from './judge-partials';
import { placeRoundOff, type Slope, slopesAlong } from './lines';
import type { Costs, Program } from './program';

/** The variables from start to end, and how far the claims are off along their part of the direction. */
interface Segment {
  readonly start: number;
  readonly end: number;
  /** The claim minus the slope, wrong by no more than the bound; NaN where it is not known. */
  readonly off: number;
  readonly bound: number;
}

/** So few partials are each asked by itself, rather than to go on. */
const FEW_PARTIALS = 4;
/** Of more segments that disagree at one level the others are left: they can be asked with --each. */
const MOST_FOLLOWED = 8;
/** What keeps so many segments from having a slope is not in single variables. */
const MOST_UNKNOWN = 4;
/** About so many evaluations take the slope along a line. */
const EVALUATIONS = 80;
/** More levels in advance are thousands of evaluations. */
const MOST_LEVELS = 8;

/**
 * How many levels of halves are asked for in one block: each one saves a start, and asks for slopes
 * that turn out not to be needed. The segments that are followed are the same, whatever it is.
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
 * Follows a disagreement down. What is off along a segment is off along its halves together, so that
 * the slope along one of them is enough.
 *
 * @returns the indices of the partials among which the wrong ones are
 * @param off how far the claims are off along the whole direction, and the bound of that
 */
export async function suspectsAlong(
  program: Program,
  claimed: Claimed,
  direction: Float64Array,
  { off, bound }: { readonly off: number; readonly bound: number },
  doubts: Doubts,
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
        doubts.ofValue(claimed.value) + placeRoundOff(claimed.point, along, claimed.partials);
      return { point: claimed.point, along, noise, isForSearch: true };
    });
    const found = await slopesAlong(program, lines);
    for (const [k, part] of parts.entries()) slopes.set(keyOf(part), found[k] as Slope);
  }

  function measured({ start, end }: Part): Segment {
    const best = slopes.get(keyOf({ start, end })) as Slope;
    const { claim, doubt } = directionClaim(claimed, partOf(direction, start, end), doubts);
    const isKnown = best.finding === undefined;
    const difference = isKnown ? claim - best.value : NaN;
    return { start, end, off: difference, bound: best.bound + doubt };
  }

  /** Those of the halves of a segment that are off. */
  function halvesOf(segment: Segment): Segment[] {
    const [first, second] = partsOf(segment);
    const left = measured(first);
    const right = slopes.has(keyOf(second))
      ? measured(second)
      : { ...second, off: segment.off - left.off, bound: segment.bound + left.bound };
    return [left, right].filter((half) => !(Math.abs(half.off) <= half.bound));
  }
}

interface Part {
  readonly start: number;
  readonly end: number;
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

/** The parts whose slopes are needed for so many levels below a segment. */
function wantedBelow(segment: Segment, levels: number): Part[] {
  const [first, second] = partsOf(segment);
  // Of a segment of which nothing is known neither half follows from the other.
  const wanted = isUnknown(segment) ? [first, second] : [first];
  if (levels === 1) return wanted;
  for (const part of [first, second]) {
    if (part.end - part.start > FEW_PARTIALS) {
      wanted.push(...wantedBelow({ ...segment, ...part, off: 0 }, levels - 1));
    }
  }
  return wanted;
}

/** Whether it has no slope along it that could be compared. */
function isUnknown({ off }: Segment): boolean {
  return Number.isNaN(off);
}

/** How much a segment is off, beside its bound. */
function weight({ off, bound }: Segment): number {
  return Number.isNaN(off) ? Infinity : Math.abs(off) / bound;
}
