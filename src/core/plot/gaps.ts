/**
 * @file Where a curve stops between two neighbouring points.
 *
 * Between two points that differ by much, or by much more than their neighbours do, and between one
 * with a value and one without, the place is found by bisection. A continuous function differs by
 * less and less on the way, however steep it is; at a jump the difference stays, at a pole it grows,
 * and at the edge of a domain there is no second value at all. What turns out to be larger between
 * the points than they show, as a wave does that has their distance as its period, is measured by
 * the largest difference on the way.
 */

import type { BlockFunction } from '../best/ladder';
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
  /** The largest change on the way so far. */
  largestChange: number;
  halvings: number;
  isOpen: boolean;
}

/** Neighbours are looked at if they differ by more than this part of what most values span. */
const STEEP = 1 / 32;
/** Or if they differ by so many times what the pairs on both sides do, as at a step of a staircase. */
const CONTRAST = 8;
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
export function findGaps(f: BlockFunction, x: Float64Array, y: Float64Array): Cut[] {
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
  const noise = typicalSize(y) * ROUND_OFF;
  const steep = Math.max(spread * STEEP, noise);
  const changes = changesOf(y);
  const isSteep = (change: number, i: number): boolean => {
    if (Number.isNaN(change) || change <= noise) return false;
    const beside = Math.max(changes[i - 1] ?? 0, changes[i + 1] ?? 0);
    return change > steep || change > CONTRAST * beside;
  };
  return steepest(changes, isSteep).map((i) => {
    const at = (values: Float64Array, k: number): number => values[k] as number;
    const first = { left: at(x, i), right: at(x, i + 1), leftY: at(y, i), rightY: at(y, i + 1) };
    const beside = [y[i - 1], y[i + 2]].filter((value) => Number.isFinite(value)).map(Number);
    const sizeBeside = beside.length === 0 ? largest(first) : Math.max(...beside.map(Math.abs));
    const largestChange = changeIn(first);
    return { now: first, first, sizeBeside, spread, largestChange, halvings: 0, isOpen: true };
  });
}

/** By how much neighbours differ: infinitely where there is one of two, NaN where there is none. */
function changesOf(y: Float64Array): Float64Array {
  const changes = new Float64Array(Math.max(0, y.length - 1));
  for (let i = 0; i < changes.length; i++) {
    const [left, right] = [y[i] as number, y[i + 1] as number];
    const values = (Number.isFinite(left) ? 1 : 0) + (Number.isFinite(right) ? 1 : 0);
    const change = Math.min(Math.abs(right - left), Number.MAX_VALUE);
    changes[i] = values === 2 ? change : values === 1 ? Infinity : NaN;
  }
  return changes;
}

/** Those that are steep, or the places of the largest changes among them, from left to right. */
function steepest(
  changes: Float64Array,
  isSteep: (change: number, i: number) => boolean,
): number[] {
  const places: number[] = [];
  for (let i = 0; i < changes.length; i++) if (isSteep(changes[i] as number, i)) places.push(i);
  if (places.length <= MOST_GAPS) return places;
  const chosen = Float64Array.from(places, (i) => changes[i] as number).sort();
  const least = chosen.at(-MOST_GAPS) as number;
  return places.filter((i) => (changes[i] as number) >= least).slice(0, MOST_GAPS);
}

function finiteValues({ leftY, rightY }: Pair): number {
  return (Number.isFinite(leftY) ? 1 : 0) + (Number.isFinite(rightY) ? 1 : 0);
}

/** By how much the values differ; infinitely if there is only one. */
function changeIn(pair: Pair): number {
  if (finiteValues(pair) < 2) return Infinity;
  return Math.min(Math.abs(pair.rightY - pair.leftY), Number.MAX_VALUE);
}

/** Halves every gap towards the place where its values differ most, until they differ by less. */
function halve(f: BlockFunction, gaps: Gap[]): void {
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
  return { ...gap, now, first: now, largestChange: changeIn(now), halvings: 0 };
}

function narrow(gap: Gap, middle: number, y: number): void {
  const { now } = gap;
  if (middle <= now.left || middle >= now.right) {
    gap.isOpen = false;
    return;
  }
  gap.now = isLeftHalf(now, y)
    ? { ...now, right: middle, rightY: y }
    : { ...now, left: middle, leftY: y };
  gap.halvings++;
  const change = changeIn(gap.now);
  const hasBoth = finiteValues(gap.now) === 2;
  if (hasBoth) gap.largestChange = Math.max(gap.largestChange, change);
  const isResolved = hasBoth && change <= SHRUNK * gap.largestChange;
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
function kindOf({
  now,
  first,
  sizeBeside,
  spread,
  largestChange,
  halvings,
}: Gap): BreakKind | undefined {
  const [size, before] = [largest(now), Math.min(largest(first), sizeBeside)];
  if (finiteValues(now) === 1) {
    if (size >= NEARLY_INFINITE) return 'overflow';
    // That of a logarithm grows slowly, but farther than all other values lie apart.
    return size > GROWN * before || size - largest(first) > spread ? 'pole' : 'edge';
  }
  if (halvings < FEWEST_HALVINGS || changeIn(now) <= SHRUNK * largestChange) return undefined;
  return size > GROWN * before ? 'pole' : 'jump';
}

function largest({ leftY, rightY }: Pair): number {
  return Math.max(...[leftY, rightY].filter((y) => Number.isFinite(y)).map(Math.abs));
}
