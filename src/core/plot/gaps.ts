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

import { answered, type Asking, type BlockFunction } from '../best/asking';
import type { BreakKind, Cut } from './curve';
import { spreadOf, typicalSize } from './spread';

/** Two x with the values of f. */
interface Interval {
  readonly left: number;
  readonly right: number;
  readonly leftY: number;
  readonly rightY: number;
}

/** What the values of the whole curve say of one interval. */
interface Beside {
  /** The size of the values beside the interval, whose own values may already be close to a pole. */
  readonly size: number;
  /** The spread of all values of the curve (see `spreadOf`). */
  readonly spread: number;
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
  return answered(f, steepGaps(x, y)).flat();
}

function steepGaps(x: Float64Array, y: Float64Array): Asking<Cut[]>[] {
  const spread = spreadOf(y);
  const noise = typicalSize(y) * NOISE_PART;
  const steep = Math.max(spread * STEEP_PART, noise);
  const changes = new Float64Array(Math.max(0, y.length - 1));
  for (let i = 0; i < changes.length; i++) {
    changes[i] = changeOf(y[i] as number, y[i + 1] as number);
  }
  const isSteep = (change: number, i: number): boolean => {
    if (Number.isNaN(change) || change <= noise) return false;
    const beside = Math.max(changes[i - 1] ?? 0, changes[i + 1] ?? 0);
    return change > steep || change > CONTRAST * beside;
  };
  return steepest(changes, isSteep).map((i) => {
    const at = (values: Float64Array, k: number): number => values[k] as number;
    const first = { left: at(x, i), right: at(x, i + 1), leftY: at(y, i), rightY: at(y, i + 1) };
    const beside = [y[i - 1], y[i + 2]].filter((value) => Number.isFinite(value)).map(Number);
    const size = beside.length === 0 ? largest(first) : Math.max(...beside.map(Math.abs));
    return cutsIn(first, { size, spread });
  });
}

/** The change between two values: Infinity if only one of them is finite, NaN if none is. */
function changeOf(left: number, right: number): number {
  const count = finiteOf(left, right);
  if (count < 2) return count === 1 ? Infinity : NaN;
  return Math.min(Math.abs(right - left), Number.MAX_VALUE);
}

function finiteOf(left: number, right: number): number {
  return (Number.isFinite(left) ? 1 : 0) + (Number.isFinite(right) ? 1 : 0);
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

/** Bisects an interval until it is decided why no line may cross it, or that one may. */
function* cutsIn(first: Interval, beside: Beside): Asking<Cut[]> {
  const cuts: Cut[] = [];
  let now = first;
  let largestChange = changeOf(first.leftY, first.rightY);
  // The halvings that found a larger value, and the larger value at the ends after each.
  let growths = 0;
  const sizes: number[] = [];
  for (;;) {
    const middle = now.left / 2 + now.right / 2;
    if (middle <= now.left || middle >= now.right) break;
    const y = (yield Float64Array.of(middle))[0] as number;
    const right = { ...now, left: middle, leftY: y };
    const hadBoth = finiteOf(now.leftY, now.rightY) === 2;
    // With values at both ends and none in the middle, the hole has another end on the right.
    if (hadBoth && !Number.isFinite(y)) cuts.push(...(yield* cutsIn(right, beside)));
    if (Number.isFinite(y) && Math.abs(y) > GROWTH * largest(now)) growths++;
    now = isLeftHalf(now, y) ? { ...now, right: middle, rightY: y } : right;
    sizes.push(largest(now));
    const change = changeOf(now.leftY, now.rightY);
    if (change < Infinity) largestChange = Math.max(largestChange, change);
    if (change <= SHRINK_RATIO * largestChange && change < Infinity) break;
    if (growths === MOST_GROWTHS) break;
  }
  const kind = kindOf(now, { first, beside, largestChange, growths, sizes });
  return kind === undefined ? cuts : [...cuts, cutOf(now, kind)];
}

function cutOf({ left, right, leftY, rightY }: Interval, kind: BreakKind): Cut {
  if (finiteOf(leftY, rightY) === 2) return { left, right, kind, leftY, rightY };
  return { left, right, kind, side: Number.isFinite(leftY) ? 'left' : 'right' };
}

/** Whether the left half has the larger change, or the edge of the domain. */
function isLeftHalf({ leftY, rightY }: Interval, y: number): boolean {
  if (finiteOf(leftY, rightY) === 1) return Number.isFinite(y) === Number.isFinite(rightY);
  if (!Number.isFinite(y)) return true; // towards the left end of the hole
  return Math.abs(y - leftY) >= Math.abs(rightY - y);
}

/** How an interval came to what it is now. */
interface Bisection {
  readonly first: Interval;
  readonly beside: Beside;
  readonly largestChange: number;
  readonly growths: number;
  readonly sizes: readonly number[];
}

/** Why no line may cross the interval; undefined if a line may. */
function kindOf(
  now: Interval,
  { first, beside, largestChange, growths, sizes }: Bisection,
): BreakKind | undefined {
  const size = largest(now);
  const before = Math.min(largest(first), beside.size);
  const change = changeOf(now.leftY, now.rightY);
  if (change === Infinity) {
    if (size >= NEARLY_INFINITE) return 'overflow';
    // Near its pole a logarithm grows slowly, but by more than the spread of all other values.
    const hasGrown = size > POLE_GROWTH * before || size - largest(first) > beside.spread;
    const isGrowing = size > GROWTH * (sizes.at(-1 - LAST_HALVINGS) ?? 0);
    return hasGrown && (isGrowing || growths >= STEADY_GROWTHS) ? 'pole' : 'edge';
  }
  if (sizes.length < FEWEST_HALVINGS || change <= SHRINK_RATIO * largestChange) return undefined;
  return size > POLE_GROWTH * before ? 'pole' : 'jump';
}

function largest({ leftY, rightY }: Interval): number {
  return Math.max(...[leftY, rightY].filter((y) => Number.isFinite(y)).map(Math.abs));
}
