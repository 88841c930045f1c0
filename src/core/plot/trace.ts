/** @file A function as a curve: points that a line joins, and breaks where the line has to stop. */

import type { BlockFunction } from '../best/ladder';
import type { Break, BreakKind, Curve, Cut, Piece } from './curve';
import { findGaps } from './gaps';
import { findPeaks } from './peaks';
import { joinedPoints, merged, type Points } from './points';

/** A break within this part of the distance between points is at 0, or at the break before it. */
const SAME = 1e-6;

/**
 * Follows f along the points, and looks closer where it is steep.
 *
 * @param x at least two, from left to right
 */
export function trace(f: BlockFunction, x: Float64Array): Curve {
  const found: Points[] = [];
  const remembering: BlockFunction = (some) => {
    const values = f(some);
    found.push({ x: some, y: values });
    return values;
  };
  const even = { x, y: f(x) };
  const { cuts, overflows } = findPeaks(remembering, even.x, even.y);
  // Between points that are finite, what is infinite has two ends.
  const infinite = Float64Array.from(overflows);
  const all = merged(even, { x: infinite, y: infinite.map(() => Infinity) });
  cuts.push(...findGaps(remembering, all.x, all.y));
  cuts.sort((a, b) => a.left - b.left);
  const points = merged(even, joinedPoints(found));
  return { pieces: piecesOf(points, cuts), breaks: breaksOf(cuts, x) };
}

function breaksOf(cuts: readonly Cut[], x: Float64Array): Break[] {
  const same = ((x.at(-1) as number) / x.length - (x[0] as number) / x.length) * SAME;
  const breaks: Break[] = [];
  for (const { left, right, kind, side } of cuts) {
    // The first or the last point alone has a value.
    if ((side === 'left' && left === x[0]) || (side === 'right' && right === x.at(-1))) continue;
    const middle = left / 2 + right / 2;
    const at = Math.abs(middle) < same ? 0 : middle;
    const found: Break = { at, kind, ...(side !== undefined && { side }) };
    const before = breaks.at(-1);
    if (before === undefined || at - before.at >= same) breaks.push(found);
    else breaks.splice(-1, 1, ...joined(before, found));
  }
  return breaks.map((found, i) => overflowing(found, breaks[i + (found.side === 'left' ? 1 : -1)]));
}

/** Where f has no values between two breaks, it overflows beyond both if it does beyond one. */
function overflowing(found: Break, other: Break | undefined): Break {
  const isOtherEnd = other !== undefined && other.side !== undefined && other.side !== found.side;
  return isOtherEnd && found.kind === 'edge' && other.kind === 'overflow'
    ? { ...found, kind: 'overflow' }
    : found;
}

/** One at which a point without a value lies is found from both of its sides. */
function joined(left: Break, right: Break): Break[] {
  const { at } = left;
  if (left.side === 'right' && right.side === 'left') return []; // a value between none
  const kinds = [left.kind, right.kind];
  const isBoth = (kind: BreakKind): boolean => kinds.every((other) => other === kind);
  if (isBoth('edge')) return [{ at, kind: 'hole' }];
  if (isBoth('jump')) return [{ at, kind: 'jump' }];
  const isUnbounded = kinds.includes('pole') || kinds.includes('overflow');
  // A value that stands alone at the end of a domain.
  return isUnbounded ? [{ at, kind: 'pole' }] : [left.kind === 'edge' ? left : right];
}

/** The points in order, apart where there is no value, or a cut between two of them. */
function piecesOf(points: Points, cuts: readonly Cut[]): Piece[] {
  const pieces: { x: number[]; y: number[] }[] = [];
  let piece: { x: number[]; y: number[] } | undefined;
  let next = 0;
  for (let i = 0; i < points.x.length; i++) {
    const [x, y] = [points.x[i] as number, points.y[i] as number];
    for (; x >= (cuts[next]?.right ?? Infinity); next++) piece = undefined;
    if (!Number.isFinite(y) || x > (cuts[next]?.left ?? Infinity)) {
      piece = undefined;
      continue;
    }
    if (piece === undefined) pieces.push((piece = { x: [], y: [] }));
    piece.x.push(x);
    piece.y.push(y);
  }
  // A single value between two jumps, such as that at a kink, is a matter of convention.
  return pieces.filter((points) => pieces.length === 1 || points.x.length > 1);
}
