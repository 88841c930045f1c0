/** @file Samples a function as a curve: points that a line joins, and breaks where the line has to stop. */

import type { BlockFunction } from '../best/asking';
import { joined } from '../engine/fill-column';
import type { Break, BreakKind, Curve, Cut, Piece } from './curve';
import { findGaps } from './gaps';
import { findPeaks } from './peaks';
import { withoutNoise } from './noise';
import { merged, type CurvePoints } from './points';

/** Breaks closer than this fraction of the spacing are one; closer than that to 0, they are at 0, but for an overflow. */
const SAME_PLACE = 1e-6;
/** Two edges with no values between them, as where rounding leaves none, are one hole up to this fraction of the spacing. */
const NARROW_HOLE = 1e-3;
/** A value stands alone if those beside it differ by less than this fraction of their distance from it. */
const ALIKE = 1e-3;

/**
 * Evaluates f at x, and at more points where it is steep or breaks.
 *
 * @param x at least two, increasing
 */
export function sampleCurve(f: BlockFunction, x: Float64Array): Curve {
  const found: CurvePoints[] = [];
  const remembering: BlockFunction = (some) => {
    const values = f(some);
    found.push({ x: some, y: values });
    return values;
  };
  const even = { x, y: f(x) };
  const peaks = findPeaks(remembering, even.x, even.y);
  // With an infinite point in between, findGaps finds both ends of an overflow.
  const infinite = Float64Array.from(peaks.filter((peak) => typeof peak === 'number'));
  const all = merged(even, { x: infinite, y: infinite.map(() => Infinity) });
  const cuts = withoutNoise(f, [
    ...peaks.filter((peak) => typeof peak === 'object'),
    ...findGaps(remembering, all.x, all.y),
  ]);
  cuts.sort((a, b) => a.left - b.left);
  const added = { x: joined(found.map(({ x }) => x)), y: joined(found.map(({ y }) => y)) };
  const points = merged(even, added);
  return { pieces: piecesOf(points, cuts), breaks: breaksOf(cuts, x) };
}

function breaksOf(cuts: readonly Cut[], x: Float64Array): Break[] {
  const spacing = (x.at(-1) as number) / x.length - (x[0] as number) / x.length;
  const same = spacing * SAME_PLACE;
  const settled = (at: number): number => (Math.abs(at) < same ? 0 : at);
  const breaks: Break[] = [];
  let last: Cut | undefined;
  for (const cut of cuts) {
    const { left, right, kind, side } = cut;
    // Only the first or the last point has a value there: no line would stop.
    if ((side === 'left' && left === x[0]) || (side === 'right' && right === x.at(-1))) continue;
    const middle = left / 2 + right / 2;
    const at = kind === 'overflow' ? middle : settled(middle);
    const found: Break = { at, kind, ...(side !== undefined && { side }) };
    const before = breaks.at(-1);
    if (before === undefined) breaks.push(found);
    else if (isNarrowHole(before, found) && at - before.at < spacing * NARROW_HOLE) {
      breaks.splice(-1, 1, { at: settled(before.at / 2 + at / 2), kind: 'hole' });
    } else if (at - before.at >= same) breaks.push(found);
    else if (standsAlone(last, cut))
      breaks.splice(-1, 1, { at: settled(before.at), kind: 'point' });
    else breaks.splice(-1, 1, ...remaining(before, found, settled(before.at)));
    last = cut;
  }
  return breaks.map((found, i) => overflowing(found, breaks[i + (found.side === 'left' ? 1 : -1)]));
}

/** Whether values stop at one break and begin again at the next. */
function isNarrowHole(before: Break, found: Break): boolean {
  const isEdge = before.kind === 'edge' && found.kind === 'edge';
  return isEdge && before.side === 'left' && found.side === 'right';
}

/** Whether f jumps to the value between two cuts, and back. */
function standsAlone(before: Cut | undefined, { kind, leftY = NaN, rightY = NaN }: Cut): boolean {
  if (before?.kind !== 'jump' || kind !== 'jump') return false;
  return Math.abs(rightY - (before.leftY ?? NaN)) < ALIKE * Math.abs(rightY - leftY);
}

/** An interval without values between two breaks is an overflow at both ends if it is one at either. */
function overflowing(found: Break, other: Break | undefined): Break {
  const isOtherEnd = other !== undefined && other.side !== undefined && other.side !== found.side;
  return isOtherEnd && found.kind === 'edge' && other.kind === 'overflow'
    ? { ...found, kind: 'overflow' }
    : found;
}

/** The breaks that remain of two at the same place: a point without a value is found from both sides. */
function remaining(left: Break, right: Break, at: number): Break[] {
  const kinds = [left.kind, right.kind];
  const isBoth = (kind: BreakKind): boolean => kinds.every((other) => other === kind);
  // A value that stands alone has no breaks, unless it is all that an overflow leaves.
  if (left.side === 'right' && right.side === 'left')
    return kinds.includes('overflow') ? [left, right] : [];
  if (isBoth('edge')) return [{ at, kind: 'hole' }];
  if (isBoth('jump')) return [{ at, kind: 'jump' }];
  const isUnbounded = kinds.includes('pole') || kinds.includes('overflow');
  // With an edge beside it, the other break is at a value that stands alone at the end of the domain.
  return isUnbounded ? [{ at, kind: 'pole' }] : [{ ...(left.kind === 'edge' ? left : right), at }];
}

/** Splits the points where a value is missing or not finite, and at the cuts. */
function piecesOf(points: CurvePoints, cuts: readonly Cut[]): Piece[] {
  const pieces: { x: number[]; y: number[] }[] = [];
  let piece: { x: number[]; y: number[] } | undefined;
  let next = 0;
  for (let i = 0; i < points.x.length; i++) {
    const x = points.x[i] as number;
    const y = points.y[i] as number;
    for (; x >= (cuts[next]?.right ?? Infinity); next++) piece = undefined;
    if (!Number.isFinite(y) || x > (cuts[next]?.left ?? Infinity)) {
      piece = undefined;
      continue;
    }
    if (piece === undefined) pieces.push((piece = { x: [], y: [] }));
    piece.x.push(x);
    piece.y.push(y);
  }
  // Drops single values between two jumps, such as the derivative at a kink, which is a convention.
  return pieces.filter((points) => pieces.length === 1 || points.x.length > 1);
}
