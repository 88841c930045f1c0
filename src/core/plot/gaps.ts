/**
 * @file Where a curve stops between two neighbouring points.
 *
 * Between two points that differ by much, and between one with a value and one without, the place is
 * found by bisection. A continuous function differs by less and less on the way, however steep it
 * is; at a jump the difference stays, at a pole it grows, and at the edge of a domain there is no
 * second value at all.
 */

import type { ManyValued } from '../best/ladder';
import type { BreakKind, Cut } from './curve';
import { spreadOf, typicalSize } from './spread';

/** Two points of f. */
interface Pair {
  readonly left: number;
  readonly right: number;
  readonly leftY: number;
  readonly rightY: number;
}

/** A pair on its way to the place between. */
interface Gap {
  now: Pair;
  readonly first: Pair;
  /** The size of the values beside the first pair, which may itself lie close to a pole. */
  readonly sizeBeside: number;
  /** How far apart most values lie. */
  readonly spread: number;
  halvings: number;
  isOpen: boolean;
}

/** Neighbours are looked at if they differ by more than this part of what most values span. */
const STEEP = 1 / 32;
/** And by more than that part of what most are, at most: what a chain loses by rounding makes no jump. */
const ROUND_OFF = 1e-9;
/** A difference that has shrunk to this part of itself shrinks on. */
const SHRUNK = 1 / 4;
/** So many halvings make that of a straight line much smaller than that. */
const FEWEST_HALVINGS = 6;
/** Enough to come to neighbouring doubles, or, next to 0, to a place that is as good as 0. */
const MOST_HALVINGS = 64;
/** Values that have grown so much will go on growing. */
const GROWN = 4;
const NEARLY_INFINITE = 1e300;
/** A curve that is steep in more places is steep everywhere. */
const MOST_GAPS = 2000;

/** The cuts between the points (x, y) of f, in no order. */
export function findGaps(f: ManyValued, x: Float64Array, y: Float64Array): Cut[] {
  const gaps = steepGaps(x, y);
  halve(f, gaps);
  return gaps.flatMap((gap) => {
    const kind = kindOf(gap);
    return kind === undefined ? [] : [cutOf(gap.now, kind)];
  });
}

function cutOf({ left, right, leftY, rightY }: Pair, kind: BreakKind): Cut {
  const [hasLeft, hasRight] = [Number.isFinite(leftY), Number.isFinite(rightY)];
  if (hasLeft && hasRight) return { left, right, kind };
  return { left, right, kind, side: hasLeft ? 'left' : 'right' };
}

function steepGaps(x: Float64Array, y: Float64Array): Gap[] {
  const spread = spreadOf(y);
  const least = Math.max(spread * STEEP, typicalSize(y) * ROUND_OFF);
  const found: Gap[] = [];
  for (let i = 0; i + 1 < x.length; i++) {
    const [left, right, leftY, rightY] = [x[i], x[i + 1], y[i], y[i + 1]] as Four;
    const first = { left, right, leftY, rightY };
    const values = finiteValues(first);
    if (values === 0 || (values === 2 && changeIn(first) <= least)) continue;
    const beside = [y[i - 1], y[i + 2]].filter((value) => Number.isFinite(value)).map(Number);
    const sizeBeside = beside.length === 0 ? largest(first) : Math.max(...beside.map(Math.abs));
    found.push({ now: first, first, sizeBeside, spread, halvings: 0, isOpen: true });
  }
  if (found.length <= MOST_GAPS) return found;
  const changes = Float64Array.from(found, ({ first }) => changeIn(first)).sort();
  const smallestKept = changes.at(-MOST_GAPS) as number;
  return found.filter(({ first }) => changeIn(first) >= smallestKept).slice(0, MOST_GAPS);
}

type Four = [number, number, number, number];

function finiteValues({ leftY, rightY }: Pair): number {
  return (Number.isFinite(leftY) ? 1 : 0) + (Number.isFinite(rightY) ? 1 : 0);
}

/** By how much the values differ; infinitely if there is only one. */
function changeIn(pair: Pair): number {
  if (finiteValues(pair) < 2) return Infinity;
  return Math.min(Math.abs(pair.rightY - pair.leftY), Number.MAX_VALUE);
}

/** Halves every gap towards the place where its values differ most, until they differ by less. */
function halve(f: ManyValued, gaps: Gap[]): void {
  for (;;) {
    const open = gaps.filter(({ isOpen }) => isOpen);
    if (open.length === 0) return;
    const middles = Float64Array.from(open, ({ now }) => now.left / 2 + now.right / 2);
    const values = f(middles);
    for (const [i, gap] of open.entries()) {
      const [middle, y] = [middles[i] as number, values[i] as number];
      const beyond = rightEndOfHole(gap, middle, y);
      if (beyond !== undefined) gaps.push(beyond);
      narrow(gap, middle, y);
    }
  }
}

/** The one where the values go on, if there is none in the middle; the gap narrows to the other one. */
function rightEndOfHole(gap: Gap, middle: number, y: number): Gap | undefined {
  const { left, right } = gap.now;
  if (finiteValues(gap.now) < 2 || Number.isFinite(y) || middle <= left || middle >= right) {
    return undefined;
  }
  const now = { ...gap.now, left: middle, leftY: y };
  return { ...gap, now, first: now, halvings: 0 };
}

function narrow(gap: Gap, middle: number, y: number): void {
  const { now, first } = gap;
  if (middle <= now.left || middle >= now.right) {
    gap.isOpen = false;
    return;
  }
  gap.now = isLeftHalf(now, y)
    ? { ...now, right: middle, rightY: y }
    : { ...now, left: middle, leftY: y };
  gap.halvings++;
  const isResolved = finiteValues(gap.now) === 2 && changeIn(gap.now) <= SHRUNK * changeIn(first);
  if (isResolved || gap.halvings === MOST_HALVINGS) gap.isOpen = false;
}

/** Whether the place lies to the left of the middle. */
function isLeftHalf(pair: Pair, y: number): boolean {
  const { leftY, rightY } = pair;
  if (finiteValues(pair) === 1) return Number.isFinite(y) === Number.isFinite(rightY);
  if (!Number.isFinite(y)) return true; // a hole, of which this is the left end
  return Math.abs(y - leftY) >= Math.abs(rightY - y);
}

/** What keeps a line from crossing the gap; undefined if nothing does. */
function kindOf({ now, first, sizeBeside, spread, halvings }: Gap): BreakKind | undefined {
  const [size, before] = [largest(now), Math.min(largest(first), sizeBeside)];
  if (finiteValues(now) === 1) {
    if (size >= NEARLY_INFINITE) return 'overflow';
    // That of a logarithm grows slowly, but farther than all other values lie apart.
    return size > GROWN * before || size - largest(first) > spread ? 'pole' : 'edge';
  }
  if (halvings < FEWEST_HALVINGS || changeIn(now) <= SHRUNK * changeIn(first)) return undefined;
  return size > GROWN * before ? 'pole' : 'jump';
}

function largest({ leftY, rightY }: Pair): number {
  return Math.max(...[leftY, rightY].filter((y) => Number.isFinite(y)).map(Math.abs));
}
