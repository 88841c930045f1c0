/**
 * @file Where f does not change at all near x: is it a constant, a staircase (a step function, such as
 * floor), or a slope that is lost because f is rounded coarsely?
 */

import { TWO_UNITS } from '../round-off/round-off';
import type { BlockFunction, Rung, Surroundings } from './ladder';
import { type PlateauEnd, narrowEnds } from './plateau-end';
import { sizeOf } from './quotient-table';

/** The step of a staircase that x lies on. */
export interface StairStep {
  readonly height: number;
  /** The distance to the nearest jump, and its side. */
  readonly distance: number;
  readonly side: 'left' | 'right';
}

export interface Plateau {
  /** The smallest visible change of f; a slope may hide below it. 0 where the plateau is exact. */
  readonly resolution: number;
  /** Set where f is a staircase: its jumps are higher than the last digits of its values. */
  readonly steps?: StairStep;
  /**
   * Whether f counts as flat: a constant as far as it was sampled, or a staircase too coarse to be a
   * smooth function that was rounded.
   */
  readonly isWide: boolean;
  /** The distance over which f is flat, on the side where it is flat farther. */
  readonly extent: number;
  /** If f is flat at all steps: the slope of the steepest secant to points far beyond; 0 for a constant. */
  readonly farSlope: number;
}

/** The values at one step, of a ladder or far beyond it. */
type StepValues = Pick<Rung, 'ahead' | 'behind' | 'yAhead' | 'yBehind'>;

/** A value of 0 may be the difference of numbers of this size; its last digit is taken from that. */
const USUAL_SIZE = 1;
/** If f is flat at all steps, it is sampled at these multiples of the largest step: 2^1 to 2^42. */
const FAR: readonly number[] = [2, 16, 256, 65536, 16777216, 4294967296, 4398046511104];
/**
 * Where to sample the end of a plateau, as fractions of the gap between the last flat step and the next
 * one, and beyond. They are made of e, pi and roots so that none lies on a decimal grid, as jumps of a
 * staircase do.
 */
const PARTS: readonly number[] = [
  0.135335283236613, 0.288675134594813, 0.434294481903252, 0.577215664901533, 0.707106781186548,
  0.872664625997165, 1, 1.177410022515475, 1.359140914229523, 1.618033988749895, 1.832595714594046,
  2.094395102393195,
];
/** Rounds of narrowing a wide gap: three reduce even the widest, of some 1000 octaves, to a factor of 8. */
const NARROWINGS = 3;
/** A jump is located in two rounds, each dividing the gap by ten: to a hundredth of it. */
const SEARCH_PARTS = 9;
const SEARCHES = 2;
/** Changes belong to a staircase if they are multiples of the smallest one, to a thousandth of it. */
const MULTIPLE = 1e-3;
/** Changes of up to this many units in the last place of the largest value are rounding of the values. */
const MOST_UNITS = 4;
/** Wider than this fraction of x, or higher than it of f, a step is more than rounding to float32 or to six digits. */
const WIDE_PART = 2e-5;

/** The plateau around every x; undefined where f changes at the smallest step. */
export function plateausOf(
  f: BlockFunction,
  around: readonly Surroundings[],
): (Plateau | undefined)[] {
  const found: (Plateau | undefined)[] = around.map(() => undefined);
  const flat = around.flatMap((place, index) => (isFlatBeside(place) ? [index] : []));
  const everywhere = flat.filter(
    (index) => endOf(index, rungsOf(place(around, index))) === undefined,
  );
  const far = farRungs(
    f,
    everywhere.map((index) => place(around, index)),
  );
  let ends: PlateauEnd[] = [];
  for (const index of flat) {
    const rungs = [...rungsOf(place(around, index)), ...(far[everywhere.indexOf(index)] ?? [])];
    const end = endOf(index, rungs);
    if (end !== undefined) ends.push(end);
    else found[index] = constant(place(around, index), rungs);
  }
  for (let k = 0; k < NARROWINGS; k++) ends = narrowEnds(f, around, ends);
  const samples = sampled(f, around, ends, PARTS);
  const jumps: PlateauEnd[] = [];
  for (const [k, end] of ends.entries()) {
    const plateau = plateauOf(place(around, end.index), end, samples[k] as number[]);
    const farSlope = slopeOf(far[everywhere.indexOf(end.index)] ?? [], place(around, end.index).y);
    const isFar = everywhere.includes(end.index);
    const resolution = Math.max(
      plateau.resolution,
      isFar ? lastDigit(place(around, end.index)) : 0,
    );
    found[end.index] = { ...plateau, resolution, farSlope };
    if (plateau.steps !== undefined) jumps.push(end);
  }
  const distances = distancesOf(f, around, jumps);
  for (const [k, { index }] of jumps.entries()) {
    const { steps, ...plateau } = found[index] as Required<Plateau>;
    found[index] = { ...plateau, steps: { ...steps, distance: distances[k] as number } };
  }
  return found;
}

function place(around: readonly Surroundings[], index: number): Surroundings {
  return around[index] as Surroundings;
}

/** All rungs, from the smallest step to the largest. */
function rungsOf({ ladders, finer }: Surroundings): Rung[] {
  return [...ladders.flat(), ...finer].sort((a, b) => a.ahead - b.ahead);
}

function isFlatBeside(around: Surroundings): boolean {
  const [smallest] = rungsOf(around);
  return smallest?.yAhead === around.y && smallest.yBehind === around.y;
}

/** The last digit of f(x): changes below it stay invisible. */
function lastDigit({ y }: Surroundings): number {
  return TWO_UNITS * Math.max(USUAL_SIZE, Math.abs(y));
}

function constant(around: Surroundings, rungs: readonly StepValues[]): Plateau {
  const resolution = lastDigit(around);
  return { resolution, isWide: true, extent: (rungs.at(-1) as StepValues).ahead, farSlope: 0 };
}

function slopeOf(rungs: readonly StepValues[], y: number): number {
  const secantSlopes = rungs.map(({ ahead, yAhead, yBehind }) => {
    return Math.max(Math.abs(yAhead - y), Math.abs(yBehind - y)) / ahead;
  });
  return Math.max(0, ...secantSlopes);
}

/** Between which two steps f begins to change, on the side where it does so first. */
function endOf(index: number, rungs: readonly StepValues[]): PlateauEnd | undefined {
  const y = rungs[0]?.yAhead;
  const [right, left] = [
    rungs.findIndex(({ yAhead }) => yAhead !== y),
    rungs.findIndex(({ yBehind }) => yBehind !== y),
  ].map((at) => (at < 0 ? rungs.length : at)) as [number, number];
  const nearer = Math.min(right, left);
  if (nearer === rungs.length) return undefined;
  const [side, distance] = right <= left ? ([1, 'ahead'] as const) : ([-1, 'behind'] as const);
  const inside = rungs[nearer - 1] as StepValues;
  const outside = rungs[nearer] as StepValues;
  const beyond = (rungs[Math.max(right, left) - 1] as StepValues).ahead;
  return { index, side, inside: inside[distance], outside: outside[distance], beyond };
}

function farRungs(f: BlockFunction, around: readonly Surroundings[]): StepValues[][] {
  if (around.length === 0) return [];
  const steps = around.map((one) => FAR.map((part) => part * (rungsOf(one).at(-1) as Rung).ahead));
  const values = f(
    Float64Array.from(
      around.flatMap(({ x }, i) => (steps[i] as number[]).flatMap((h) => [x + h, x - h])),
    ),
  );
  return around.map((_, i) => {
    const rungs = (steps[i] as number[]).map((step, k) => {
      const at = 2 * (i * FAR.length + k);
      const yAhead = values[at] as number;
      const yBehind = values[at + 1] as number;
      return { ahead: step, behind: step, yAhead, yBehind };
    });
    const end = rungs.findIndex(
      ({ yAhead, yBehind }) => !(Number.isFinite(yAhead) && Number.isFinite(yBehind)),
    );
    return end < 0 ? rungs : rungs.slice(0, end);
  });
}

/** The values of f at these fractions of the way from `inside` to `outside`, for each end. */
function sampled(
  f: BlockFunction,
  around: readonly Surroundings[],
  ends: readonly Pick<PlateauEnd, 'index' | 'side' | 'inside' | 'outside'>[],
  parts: readonly number[],
): number[][] {
  if (ends.length === 0) return [];
  const points = ends.flatMap(({ index, side, inside, outside }) =>
    parts.map((part) => place(around, index).x + side * (inside + part * (outside - inside))),
  );
  const values = f(Float64Array.from(points));
  return ends.map((_, k) => [...values.subarray(k * parts.length, (k + 1) * parts.length)]);
}

function plateauOf(around: Surroundings, end: PlateauEnd, samples: readonly number[]): Plateau {
  const { x, y } = around;
  const { side, inside, outside, beyond } = end;
  const values = [y, ...samples.filter(Number.isFinite)];
  const first = values.findIndex((value) => value !== y);
  const changes = values.slice(1).map((value, k) => Math.abs(value - (values[k] as number)));
  const ofChanges = changes.slice(first - 1);
  const seen = ofChanges.filter((change) => change > 0);
  const flat = { resolution: 0, isWide: false, extent: beyond, farSlope: 0 };
  if (seen.length === 0) return flat;
  const height = Math.min(...seen);
  const isDiscrete =
    2 * seen.length <= ofChanges.length ||
    isFlatBetween(ofChanges) ||
    seen.every((change) => Math.abs(change / height - Math.round(change / height)) <= MULTIPLE);
  if (!isDiscrete) return flat;
  if (isLastDigit(height, around)) return { ...flat, resolution: height };
  const size = sizeOf(y, around.ladders.flat());
  const isWide = inside + beyond > WIDE_PART * Math.abs(x) && height > WIDE_PART * size;
  const steps = { height, distance: outside, side: side > 0 ? 'right' : 'left' } as const;
  return { ...flat, resolution: height, isWide, steps };
}

/** Whether a change of this height is a rounding of the values near x. */
export function isLastDigit(height: number, { y, ladders }: Surroundings): boolean {
  const size = sizeOf(y, ladders.flat());
  return height <= MOST_UNITS * TWO_UNITS * (size === 0 ? USUAL_SIZE : size);
}

/** Whether f stays constant between two changes, as a rounded function does: asin(cos(x)) near 0. */
function isFlatBetween(changes: readonly number[]): boolean {
  return changes.some((change, k) => change > 0 && changes[k - 1] === 0);
}

/** The distances of the jumps from x, to a hundredth of the gap that they lie in. */
function distancesOf(
  f: BlockFunction,
  around: readonly Surroundings[],
  ends: readonly PlateauEnd[],
): number[] {
  const parts = Array.from({ length: SEARCH_PARTS }, (_, k) => (k + 1) / (SEARCH_PARTS + 1));
  let places: readonly PlateauEnd[] = ends;
  for (let k = 0; k < SEARCHES; k++) {
    const values = sampled(f, around, places, parts);
    places = places.map((end, i) => {
      const { y } = place(around, end.index);
      const at = [...(values[i] as number[]), NaN].findIndex((value) => value !== y);
      const point = (n: number): number =>
        end.inside + (n / (SEARCH_PARTS + 1)) * (end.outside - end.inside);
      return { ...end, inside: point(at), outside: point(at + 1) };
    });
  }
  return places.map(({ outside }) => outside);
}
