/**
 * @file Finds where a curve stops between two neighbouring points: at a jump, a pole or the edge of a domain.
 *
 * Candidates are intervals over which f changes by a large amount, or by much more than over the
 * neighbouring intervals, and intervals with a value at one end only. Each is bisected towards the half with
 * the larger change. For a continuous function the change tends to 0, however steep it is; at a jump it
 * stays, at a pole it grows, and at an edge one end never has a value. If f varies more inside the interval
 * than its ends show, as a wave whose period is the distance of the points, changes are compared with the
 * largest one seen during the bisection.
 */

import type { BlockFunction } from '../best/asking';
import type { BreakKind, Cut } from './curve';
import { spreadOf, typicalSize } from './spread';

/** Two x with the values of f. */
interface Interval {
  readonly left: number;
  readonly right: number;
  readonly leftY: number;
  readonly rightY: number;
}

/** An interval that is being bisected. */
interface Gap {
  now: Interval;
  readonly first: Interval;
  /** The size of the values beside the first interval, whose own values may already be close to a pole. */
  readonly sizeBeside: number;
  /** The spread of all values of the curve (see `spreadOf`). */
  readonly spread: number;
  /** The largest change over the interval so far. */
  largestChange: number;
  halvings: number;
  /** The halvings that found a larger value. */
  growths: number;
  /** The larger value at its ends, after each halving. */
  readonly sizes: number[];
  isOpen: boolean;
}

/** An interval is a candidate if f changes over it by more than this fraction of its spread, */
const STEEP_PART = 1 / 32;
/** or by more than this many times the changes beside it, as at a step of a long staircase, */
const CONTRAST = 8;
/** unless the change is below this fraction of the typical value: that is round-off inside a chain. */
const NOISE_PART = 1e-9;
/** A change that has shrunk to this fraction of the largest one is taken to tend to 0. */
const SHRINK_RATIO = 1 / 4;
/** With fewer halvings nothing is decided: after six, a straight line changes by 1/64, well below 1/4. */
const FEWEST_HALVINGS = 6;
/**
 * Halvings that find larger values: as many reach neighbouring doubles or, next to 0, show that values grow
 * without bound. Those that find nothing new are not limited: where points are 1e298 apart,
 * exp(x) changes after a thousand.
 */
const MOST_GROWTHS = 64;
/** Values that have grown by this factor are taken to grow without bound, */
const POLE_GROWTH = 4;
/** if they have done so steadily, or still do in the last halvings: exp(x)/(1+exp(x)) ends at 1. */
const STEADY_GROWTHS = 16;
const LAST_HALVINGS = 8;
/** The least growth that counts; a logarithm grows by more in each of the first sixty halvings. */
const GROWTH = 1.01;
const NEARLY_INFINITE = 1e300;
/** If there are more candidates the curve is steep everywhere: only the steepest are followed. */
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

function cutOf({ left, right, leftY, rightY }: Interval, kind: BreakKind): Cut {
  const hasLeft = Number.isFinite(leftY);
  const hasRight = Number.isFinite(rightY);
  if (hasLeft && hasRight) return { left, right, kind };
  return { left, right, kind, side: hasLeft ? 'left' : 'right' };
}

function steepGaps(x: Float64Array, y: Float64Array): Gap[] {
  const spread = spreadOf(y);
  const noise = typicalSize(y) * NOISE_PART;
  const steep = Math.max(spread * STEEP_PART, noise);
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
    return gapOver(first, { sizeBeside, spread });
  });
}

function gapOver(first: Interval, { sizeBeside, spread }: Pick<Gap, 'sizeBeside' | 'spread'>): Gap {
  const largestChange = changeIn(first);
  return {
    now: first,
    first,
    sizeBeside,
    spread,
    largestChange,
    halvings: 0,
    growths: 0,
    sizes: [],
    isOpen: true,
  };
}

/** The change of f between neighbours: Infinity if only one of them has a value, NaN if none has. */
function changesOf(y: Float64Array): Float64Array {
  const changes = new Float64Array(Math.max(0, y.length - 1));
  for (let i = 0; i < changes.length; i++) {
    const left = y[i] as number;
    const right = y[i + 1] as number;
    const values = (Number.isFinite(left) ? 1 : 0) + (Number.isFinite(right) ? 1 : 0);
    const change = Math.min(Math.abs(right - left), Number.MAX_VALUE);
    changes[i] = values === 2 ? change : values === 1 ? Infinity : NaN;
  }
  return changes;
}

/** The indices of the candidates from left to right; of too many, those with the largest changes. */
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

function finiteValues({ leftY, rightY }: Interval): number {
  return (Number.isFinite(leftY) ? 1 : 0) + (Number.isFinite(rightY) ? 1 : 0);
}

/** The change of f over an interval; Infinity if only one end has a value. */
function changeIn(interval: Interval): number {
  if (finiteValues(interval) < 2) return Infinity;
  return Math.min(Math.abs(interval.rightY - interval.leftY), Number.MAX_VALUE);
}

/** Bisects all gaps, evaluating f at all midpoints at once, until each is decided. */
function halve(f: BlockFunction, gaps: Gap[]): void {
  for (;;) {
    const open = gaps.filter(({ isOpen }) => isOpen);
    if (open.length === 0) return;
    const middles = Float64Array.from(open, ({ now }) => now.left / 2 + now.right / 2);
    const values = f(middles);
    for (const [i, gap] of open.entries()) {
      const middle = middles[i] as number;
      const y = values[i] as number;
      const beyond = rightEndOfHole(gap, middle, y);
      if (beyond !== undefined) gaps.push(beyond);
      narrow(gap, middle, y);
    }
  }
}

/** If f has values at both ends but not in the middle, a second gap for the right end of the hole. */
function rightEndOfHole(gap: Gap, middle: number, y: number): Gap | undefined {
  const { left, right } = gap.now;
  if (finiteValues(gap.now) < 2 || Number.isFinite(y) || middle <= left || middle >= right) {
    return undefined;
  }
  return gapOver({ ...gap.now, left: middle, leftY: y }, gap);
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
  if (Number.isFinite(y) && Math.abs(y) > GROWTH * largest(now)) gap.growths++;
  gap.sizes.push(largest(gap.now));
  const hasBoth = finiteValues(gap.now) === 2;
  const change = changeIn(gap.now);
  if (hasBoth) gap.largestChange = Math.max(gap.largestChange, change);
  const isResolved = hasBoth && change <= SHRINK_RATIO * gap.largestChange;
  if (isResolved || gap.growths === MOST_GROWTHS) gap.isOpen = false;
}

/** Whether the left half has the larger change, or the edge of the domain. */
function isLeftHalf(interval: Interval, y: number): boolean {
  const { leftY, rightY } = interval;
  if (finiteValues(interval) === 1) return Number.isFinite(y) === Number.isFinite(rightY);
  if (!Number.isFinite(y)) return true; // towards the left end of the hole
  return Math.abs(y - leftY) >= Math.abs(rightY - y);
}

/** Why no line may cross the gap; undefined if a line may. */
function kindOf({
  now,
  first,
  sizeBeside,
  spread,
  largestChange,
  halvings,
  growths,
  sizes,
}: Gap): BreakKind | undefined {
  const size = largest(now);
  const before = Math.min(largest(first), sizeBeside);
  if (finiteValues(now) === 1) {
    if (size >= NEARLY_INFINITE) return 'overflow';
    // Near its pole a logarithm grows slowly, but by more than the spread of all other values.
    const hasGrown = size > POLE_GROWTH * before || size - largest(first) > spread;
    const isGrowing = size > GROWTH * (sizes.at(-1 - LAST_HALVINGS) ?? 0);
    return hasGrown && (isGrowing || growths >= STEADY_GROWTHS) ? 'pole' : 'edge';
  }
  if (halvings < FEWEST_HALVINGS || changeIn(now) <= SHRINK_RATIO * largestChange) return undefined;
  return size > POLE_GROWTH * before ? 'pole' : 'jump';
}

function largest({ leftY, rightY }: Interval): number {
  return Math.max(...[leftY, rightY].filter((y) => Number.isFinite(y)).map(Math.abs));
}
