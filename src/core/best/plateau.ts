/**
 * @file Where f does not change at all near x: is it a constant, a staircase (a step function, such as
 * floor), or a slope that is lost because f is rounded coarsely?
 */

import { decompose, powerOfTwo } from '../../math/scaling';
import { TWO_UNITS } from '../round-off/round-off';
import type { Asking } from './asking';
import type { Rung, Surroundings } from './ladder';
import { sizeOf } from './quotient-table';

export interface Plateau {
  /** The smallest visible change of f; a slope may hide below it. 0 where the plateau is exact. */
  readonly resolution: number;
  /** The height of the jumps, where f is a staircase: they are higher than the last digits of its values. */
  readonly height?: number;
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
/** A gap wider than this ratio is narrowed, by sampling f at this many steps within it. */
const WIDEST_RATIO = 8;
const NARROWING_POINTS = 7;
/** Rounds of narrowing: three reduce even the widest gap, of some 1000 octaves, to a factor of 8. */
const NARROWINGS = 3;
/** Changes belong to a staircase if they are multiples of the smallest one, to a thousandth of it. */
const MULTIPLE = 1e-3;
/** Changes of up to this many units in the last place of the largest value are rounding of the values. */
const MOST_UNITS = 4;
/** Wider than this fraction of x, or higher than it of f, a step is more than rounding to float32 or to six digits. */
const WIDE_PART = 2e-5;

/** Where a plateau ends, on the side where it does so first. */
interface PlateauEnd {
  readonly side: -1 | 1;
  /** The largest step at which f is flat on this side, the next step, and how far f is flat on the other side. */
  readonly inside: number;
  readonly outside: number;
  readonly beyond: number;
}

/** The plateau around x; undefined where f changes at the smallest step. */
export function* plateauOf(around: Surroundings): Asking<Plateau | undefined> {
  const { x, y } = around;
  const rungs = [...around.ladders.flat(), ...around.finer].sort((a, b) => a.ahead - b.ahead);
  const [smallest] = rungs;
  if (smallest?.yAhead !== y || smallest.yBehind !== y) return undefined;
  // The last digit of f(x): changes below it stay invisible.
  const digit = TWO_UNITS * Math.max(USUAL_SIZE, Math.abs(y));
  const near = endOf(y, rungs);
  const far = near === undefined ? yield* farRungs(x, (rungs.at(-1) as Rung).ahead) : [];
  let end = near ?? endOf(y, [...rungs, ...far]);
  if (end === undefined) {
    const { ahead: extent } = (far.at(-1) ?? rungs.at(-1)) as StepValues;
    return { resolution: digit, isWide: true, extent, farSlope: 0 };
  }
  for (let k = 0; k < NARROWINGS && end.outside > WIDEST_RATIO * end.inside; k++) {
    end = yield* narrowed(around, end);
  }
  const { side, inside, outside } = end;
  const samples = yield Float64Array.from(
    PARTS,
    (part) => x + side * (inside + part * (outside - inside)),
  );
  const found = plateauBefore(around, end, [...samples]);
  return {
    ...found,
    resolution: Math.max(found.resolution, near === undefined ? digit : 0),
    farSlope: slopeOf(far, y),
  };
}

function slopeOf(rungs: readonly StepValues[], y: number): number {
  const secantSlopes = rungs.map(({ ahead, yAhead, yBehind }) => {
    return Math.max(Math.abs(yAhead - y), Math.abs(yBehind - y)) / ahead;
  });
  return Math.max(0, ...secantSlopes);
}

/** Between which two steps f begins to change, from the smallest step to the largest. */
function endOf(y: number, rungs: readonly StepValues[]): PlateauEnd | undefined {
  const flatTo = (isOther: (rung: StepValues) => boolean): number => {
    const at = rungs.findIndex(isOther);
    return at < 0 ? rungs.length : at;
  };
  const right = flatTo(({ yAhead }) => yAhead !== y);
  const left = flatTo(({ yBehind }) => yBehind !== y);
  const nearer = Math.min(right, left);
  if (nearer === rungs.length) return undefined;
  const side = right <= left ? 1 : -1;
  const distance = side > 0 ? 'ahead' : 'behind';
  const inside = rungs[nearer - 1] as StepValues;
  const outside = rungs[nearer] as StepValues;
  const beyond = (rungs[Math.max(right, left) - 1] as StepValues).ahead;
  return { side, inside: inside[distance], outside: outside[distance], beyond };
}

/** The values far beyond the largest step, as far as they are finite. */
function* farRungs(x: number, largest: number): Asking<StepValues[]> {
  const steps = FAR.map((part) => part * largest);
  const values = yield Float64Array.from(steps.flatMap((step) => [x + step, x - step]));
  const end = values.findIndex((value) => !Number.isFinite(value));
  const count = end < 0 ? steps.length : end >> 1;
  return steps.slice(0, count).map((step, k) => {
    const yAhead = values[2 * k] as number;
    const yBehind = values[2 * k + 1] as number;
    return { ahead: step, behind: step, yAhead, yBehind };
  });
}

/** The end between two steps that lie between `inside` and `outside`. */
function* narrowed({ x, y }: Surroundings, end: PlateauEnd): Asking<PlateauEnd> {
  const steps = between(end);
  const values = yield Float64Array.from(steps, (step) => x + end.side * step);
  const first = [...values, NaN].findIndex((value) => value !== y);
  const bounds = [end.inside, ...steps, end.outside];
  return { ...end, inside: bounds[first] as number, outside: bounds[first + 1] as number };
}

/** Steps from `inside` to `outside`, at nearly equal ratios. */
function between({ inside, outside }: PlateauEnd): number[] {
  const low = decompose(inside).exponent;
  const high = decompose(outside).exponent;
  return Array.from({ length: NARROWING_POINTS }, (_, k) =>
    powerOfTwo(low + Math.round(((high - low) * (k + 1)) / (NARROWING_POINTS + 1))),
  ).map((step) => Math.min(Math.max(step, inside), outside));
}

/** The plateau by the values at its end, which f has there one after the other. */
function plateauBefore(
  around: Surroundings,
  { inside, beyond }: PlateauEnd,
  samples: readonly number[],
): Plateau {
  const { x, y } = around;
  const values = [y, ...samples.filter(Number.isFinite)];
  const first = values.findIndex((value) => value !== y);
  const changes = values.slice(1).map((value, k) => Math.abs(value - (values[k] as number)));
  const ofChanges = changes.slice(first - 1);
  const seen = ofChanges.filter((change) => change > 0);
  const flat = { resolution: 0, isWide: false, extent: beyond, farSlope: 0 };
  if (seen.length === 0) return flat;
  const height = Math.min(...seen);
  const isDiscrete =
    isFlatBetween(ofChanges) ||
    seen.every((change) => Math.abs(change / height - Math.round(change / height)) <= MULTIPLE);
  if (!isDiscrete) return flat;
  if (isLastDigit(height, around)) return { ...flat, resolution: height };
  const size = sizeOf(y, around.ladders.flat());
  const isWide = inside + beyond > WIDE_PART * Math.abs(x) && height > WIDE_PART * size;
  return { ...flat, resolution: height, isWide, height };
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
