/**
 * @file Where f does not change at all round x: whether it is flat, made of steps, or rounded so
 * coarsely that nothing of it shows.
 */

import { TWO_UNITS } from '../round-off/round-off';
import type { ManyValued, Rung, Surroundings } from './ladder';
import { type PlateauEdge, narrowed } from './edge';
import { sizeOf } from './scale';

/** The piece of a staircase that x lies on. */
export interface Steps {
  readonly height: number;
  /** How far the nearest jump is, and where. */
  readonly distance: number;
  readonly side: 'left' | 'right';
}

export interface Plateau {
  /** The least change of f that can be seen, which is noise; 0 where there is none. */
  readonly quantum: number;
  /** Where f is a staircase: not if its steps are the last digits of numbers like f. */
  readonly steps?: Steps;
  /**
   * Whether f is flat as far as can be seen, or its steps so wide that it is no function with a slope
   * that somebody rounded.
   */
  readonly isWide: boolean;
  /** How far f is flat, on one side. */
  readonly extent: number;
  /** Where f is flat at all steps: the steepest line to a point far away; 0 for a constant. */
  readonly farSlope: number;
}

/** The values at one step, of a ladder or beyond. */
type Pair = Pick<Rung, 'ahead' | 'behind' | 'yAhead' | 'yBehind'>;

/** An f that is 0 wherever it is seen may have come about from numbers of this size. */
const USUAL_SIZE = 1;
/** Where f is flat at all steps, it is looked at so many times as far away. */
const FAR: readonly number[] = [2, 16, 256, 65536, 16777216, 4294967296, 4398046511104];
/**
 * Parts of the way from the last step at which f is flat to the next one, and beyond: made of e, pi,
 * roots and the like, so that they lie on no decimal grid, as the jumps of a staircase do.
 */
const PARTS: readonly number[] = [
  0.135335283236613, 0.288675134594813, 0.434294481903252, 0.577215664901533, 0.707106781186548,
  0.872664625997165, 1, 1.177410022515475, 1.359140914229523, 1.618033988749895, 1.832595714594046,
  2.094395102393195,
];
/** Between two ladders f may begin to change anywhere: there it is sought so often. */
const NARROWINGS = 3;
/** The jump is sought in so many parts of where it lies, so often. */
const [SEARCH_PARTS, SEARCHES] = [9, 2];
/** Changes that are multiples of the least one, within this part of it, are those of a staircase. */
const MULTIPLE = 1e-3;
/** Steps of so few units of the largest values round about are their last digits. */
const MOST_UNITS = 4;
/** Steps as wide as this part of x, and as high as this part of f, are more than rounding. */
const WIDE_PART = 2e-5;

/** What f is on both sides of every x, undefined where it is not flat there. */
export function plateausOf(
  f: ManyValued,
  around: readonly Surroundings[],
): (Plateau | undefined)[] {
  const found: (Plateau | undefined)[] = around.map(() => undefined);
  const flat = around.flatMap((place, index) => (isFlatBeside(place) ? [index] : []));
  const everywhere = flat.filter(
    (index) => edgeOf(index, rungsOf(place(around, index))) === undefined,
  );
  const far = farRungs(
    f,
    everywhere.map((index) => place(around, index)),
  );
  let edges: PlateauEdge[] = [];
  for (const index of flat) {
    const rungs = [...rungsOf(place(around, index)), ...(far[everywhere.indexOf(index)] ?? [])];
    const edge = edgeOf(index, rungs);
    if (edge !== undefined) edges.push(edge);
    else found[index] = constant(place(around, index), rungs);
  }
  for (let k = 0; k < NARROWINGS; k++) edges = narrowed(f, around, edges);
  const samples = sampled(f, around, edges, PARTS);
  const jumps: PlateauEdge[] = [];
  for (const [k, edge] of edges.entries()) {
    const plateau = plateauOf(place(around, edge.index), edge, samples[k] as number[]);
    const farSlope = slopeOf(
      far[everywhere.indexOf(edge.index)] ?? [],
      place(around, edge.index).y,
    );
    const isFar = everywhere.includes(edge.index);
    const quantum = Math.max(plateau.quantum, isFar ? lastDigit(place(around, edge.index)) : 0);
    found[edge.index] = { ...plateau, quantum, farSlope };
    if (plateau.steps !== undefined) jumps.push(edge);
  }
  const distances = distancesOf(f, around, jumps);
  for (const [k, { index }] of jumps.entries()) {
    const { steps, ...plateau } = found[index] as Required<Plateau>;
    found[index] = { ...plateau, steps: { ...steps, distance: distances[k] as number } };
  }
  return found;
}

/** The least change of f that can be seen beside a plateau, for every x; 0 where f is not flat there. */
export function quantumOf(f: ManyValued, around: readonly Surroundings[]): Float64Array {
  return Float64Array.from(plateausOf(f, around), (plateau) => plateau?.quantum ?? 0);
}

function place(around: readonly Surroundings[], index: number): Surroundings {
  return around[index] as Surroundings;
}

/** From the smallest step to the largest. */
function rungsOf({ ladders, finer }: Surroundings): Rung[] {
  return [...ladders.flat(), ...finer].sort((a, b) => a.ahead - b.ahead);
}

function isFlatBeside(around: Surroundings): boolean {
  const [smallest] = rungsOf(around);
  return smallest?.yAhead === around.y && smallest.yBehind === around.y;
}

/** What may be hidden in an f that is flat at all steps. */
function lastDigit({ y }: Surroundings): number {
  return TWO_UNITS * Math.max(USUAL_SIZE, Math.abs(y));
}

function constant(around: Surroundings, rungs: readonly Pair[]): Plateau {
  const quantum = lastDigit(around);
  return { quantum, isWide: true, extent: (rungs.at(-1) as Pair).ahead, farSlope: 0 };
}

function slopeOf(rungs: readonly Pair[], y: number): number {
  const lines = rungs.map(({ ahead, yAhead, yBehind }) => {
    return Math.max(Math.abs(yAhead - y), Math.abs(yBehind - y)) / ahead;
  });
  return Math.max(0, ...lines);
}

/** Where f begins to change, on the nearer side. */
function edgeOf(index: number, rungs: readonly Pair[]): PlateauEdge | undefined {
  const y = rungs[0]?.yAhead;
  const [right, left] = [
    rungs.findIndex(({ yAhead }) => yAhead !== y),
    rungs.findIndex(({ yBehind }) => yBehind !== y),
  ].map((at) => (at < 0 ? rungs.length : at)) as [number, number];
  const nearer = Math.min(right, left);
  if (nearer === rungs.length) return undefined;
  const [side, distance] = right <= left ? ([1, 'ahead'] as const) : ([-1, 'behind'] as const);
  const [inside, outside] = [rungs[nearer - 1], rungs[nearer]] as [Pair, Pair];
  const beyond = (rungs[Math.max(right, left) - 1] as Pair).ahead;
  return { index, side, inside: inside[distance], outside: outside[distance], beyond };
}

function farRungs(f: ManyValued, around: readonly Surroundings[]): Pair[][] {
  if (around.length === 0) return [];
  const steps = around.map((one) => FAR.map((part) => part * (rungsOf(one).at(-1) as Rung).ahead));
  const values = f(
    Float64Array.from(
      around.flatMap(({ x }, i) => (steps[i] ?? []).flatMap((h) => [x + h, x - h])),
    ),
  );
  return around.map((_, i) => {
    const rungs = (steps[i] ?? []).map((step, k) => {
      const at = 2 * (i * FAR.length + k);
      const [yAhead, yBehind] = [values[at] as number, values[at + 1] as number];
      return { ahead: step, behind: step, yAhead, yBehind };
    });
    const end = rungs.findIndex(
      ({ yAhead, yBehind }) => !(Number.isFinite(yAhead) && Number.isFinite(yBehind)),
    );
    return end < 0 ? rungs : rungs.slice(0, end);
  });
}

/** The values at these parts of the way from inside to outside. */
function sampled(
  f: ManyValued,
  around: readonly Surroundings[],
  edges: readonly Pick<PlateauEdge, 'index' | 'side' | 'inside' | 'outside'>[],
  parts: readonly number[],
): number[][] {
  if (edges.length === 0) return [];
  const points = edges.flatMap(({ index, side, inside, outside }) =>
    parts.map((part) => place(around, index).x + side * (inside + part * (outside - inside))),
  );
  const values = f(Float64Array.from(points));
  return edges.map((_, k) => [...values.subarray(k * parts.length, (k + 1) * parts.length)]);
}

function plateauOf(around: Surroundings, edge: PlateauEdge, samples: readonly number[]): Plateau {
  const { x, y } = around;
  const { side, inside, outside, beyond } = edge;
  const values = [y, ...samples.filter(Number.isFinite)];
  const first = values.findIndex((value) => value !== y);
  const changes = values.slice(1).map((value, k) => Math.abs(value - (values[k] as number)));
  const ofChanges = changes.slice(first - 1);
  const seen = ofChanges.filter((change) => change > 0);
  const flat = { quantum: 0, isWide: false, extent: beyond, farSlope: 0 };
  if (seen.length === 0) return flat;
  const height = Math.min(...seen);
  const isDiscrete =
    2 * seen.length <= ofChanges.length ||
    isFlatBetween(ofChanges) ||
    seen.every((change) => Math.abs(change / height - Math.round(change / height)) <= MULTIPLE);
  if (!isDiscrete) return flat;
  if (isLastDigit(height, around)) return { ...flat, quantum: height };
  const size = sizeOf(y, around.ladders.flat());
  const isWide = inside + beyond > WIDE_PART * Math.abs(x) && height > WIDE_PART * size;
  const steps = { height, distance: outside, side: side > 0 ? 'right' : 'left' } as const;
  return { ...flat, quantum: height, isWide, steps };
}

/** Whether a change is that of the last digits of the values round about. */
export function isLastDigit(height: number, { y, ladders }: Surroundings): boolean {
  const size = sizeOf(y, ladders.flat());
  return height <= MOST_UNITS * TWO_UNITS * (size === 0 ? USUAL_SIZE : size);
}

/** Whether f stands still between two changes, as the values of asin(cos(x)) beside 0 do. */
function isFlatBetween(changes: readonly number[]): boolean {
  return changes.some((change, k) => change > 0 && changes[k - 1] === 0);
}

/** Where the jumps are, to some three digits. */
function distancesOf(
  f: ManyValued,
  around: readonly Surroundings[],
  edges: readonly PlateauEdge[],
): number[] {
  const parts = Array.from({ length: SEARCH_PARTS }, (_, k) => (k + 1) / (SEARCH_PARTS + 1));
  let places: readonly PlateauEdge[] = edges;
  for (let k = 0; k < SEARCHES; k++) {
    const values = sampled(f, around, places, parts);
    places = places.map((edge, i) => {
      const { y } = place(around, edge.index);
      const at = [...(values[i] as number[]), NaN].findIndex((value) => value !== y);
      const point = (n: number): number =>
        edge.inside + (n / (SEARCH_PARTS + 1)) * (edge.outside - edge.inside);
      return { ...edge, inside: point(at), outside: point(at + 1) };
    });
  }
  return places.map(({ outside }) => outside);
}
