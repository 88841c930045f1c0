/** @file A function on both sides of x, at steps that are halved again and again. */

import { decompose, powerOfTwo } from '../../math/scaling';
import { probesOf } from './probes';
import { TWO_UNITS } from '../round-off/round-off';

/** The values at one step. */
export interface Rung {
  /** The distances from x, as far as doubles have them. */
  readonly ahead: number;
  readonly behind: number;
  /** How far the middle of both points lies from x. */
  readonly shift: number;
  readonly yAhead: number;
  readonly yBehind: number;
  /** How wrong both values may be; 0 where nothing is known of it. */
  readonly roundOff: number;
}

/** A value on one side of x, where there is none on the other. */
export interface OneSided {
  readonly distance: number;
  readonly value: number;
}

/** f at x and round about. */
export interface Surroundings {
  readonly x: number;
  readonly y: number;
  /** From the largest step to the smallest, each as far down from there as f is finite on both sides. */
  readonly ladders: readonly (readonly Rung[])[];
  /** Beside the smallest steps of the first ladder (see `probeNoise`). */
  readonly probes: readonly Rung[];
  /** Between two ladders, and below them, where it was worth while to look (see `refine`). */
  readonly finer: readonly Rung[];
  /** Where f is finite on one side only, from the largest step to the smallest. */
  readonly onlyAhead: readonly OneSided[];
  readonly onlyBehind: readonly OneSided[];
}

/** From the largest step of a scale down to 2^-26 of it, where round-off has taken half the digits. */
const RUNGS = 27;
/** At 0, where doubles lie closer than anywhere, f may show more at smaller steps. */
const RUNGS_AT_ZERO = 40;
/** A ladder that spans both scales has no more. */
const MOST_RUNGS = 37;
/** A ladder on which f is finite at fewer steps goes on to smaller ones. */
const FEW_RUNGS = 14;
/** So many more rungs; with the first ones they reach 2^-53 of the largest step, where x + h is x. */
const MORE_RUNGS = 26;
/** Of two ladders each has fewer, as there are steps between them as well. */
const RUNGS_OF_TWO = 18;
/** A quarter: the largest step for functions whose features lie about 1 apart. */
const UNIT_EXPONENT = -2;
/** The largest step is a quarter of the power of two below |x|, which keeps it away from 0. */
const PART_EXPONENT = -2;
/** 2^-1074 is the smallest double: no step is smaller. */
const LEAST_EXPONENT = -1074;
/** Between these sizes of x both scales are nearly the same. */
const [UNIT_LEAST, UNIT_MOST] = [0.5, 8];

/** Points that are so many times as far from each other as x from 0 lie on both sides of 0. */
const NEAR_PART = 8;

/** f on many points at a time; it keeps their number. */
export type ManyValued = (x: Float64Array) => Float64Array;

/** Evaluates f, and where it is given the round-off of its values, round every x. */
export function surroundings(
  f: ManyValued,
  x: Float64Array,
  roundOff?: ManyValued,
): Surroundings[] {
  const steps = Array.from(x, (center) => withProbes(stepsFor(center)));
  const { values, samples } = samplesAt(f, x, steps, roundOff);
  const found = samples.map((lists, i) =>
    surroundingsOf(x[i] as number, values[i] as number, lists),
  );
  const short = found.flatMap(({ ladders }, i) =>
    (ladders[0]?.length ?? 0) < FEW_RUNGS ? [i] : [],
  );
  if (short.length === 0) return found;
  const more = samplesAt(
    f,
    Float64Array.from(short, (i) => x[i] as number),
    short.map((i) => [halvings((steps[i]?.[0]?.at(-1) ?? 0) / 2, MORE_RUNGS)]),
    roundOff,
  );
  for (const [k, i] of short.entries()) {
    const [ladder = [], ...others] = samples[i] as Sample[][];
    const lists = [[...ladder, ...(more.samples[k]?.[0] ?? [])], ...others];
    found[i] = surroundingsOf(x[i] as number, values[i] as number, lists);
  }
  return found;
}

/** A kink or a jump is seen as well with few steps. */
const FINER_RATIO = 8;
/** Between two ladders, at most. */
const MOST_BETWEEN = 4;
/** Below a single ladder, and below the lower one of two. */
const [MOST_BELOW, MOST_BELOW_TWO] = [9, 5];

/** Adds steps between two ladders, and below them down to the last digit of x. */
export function refine(
  f: ManyValued,
  around: readonly Surroundings[],
  roundOff?: ManyValued,
): Surroundings[] {
  const x = Float64Array.from(around, (place) => place.x);
  const { samples } = samplesAt(
    f,
    x,
    around.map((place) => [finerSteps(place)]),
    roundOff,
  );
  return around.map((place, i) => ({ ...place, finer: rungsOf(samples[i]?.[0] ?? []) }));
}

function finerSteps({ x, ladders }: Surroundings): number[] {
  const [lower = [], upper = []] = ladders;
  const steps: number[] = [];
  const [top, bottom] = [upper.at(-1)?.ahead ?? 0, lower[0]?.ahead ?? Infinity];
  if (top > bottom) {
    const octaves = decompose(top).exponent - decompose(bottom).exponent;
    const ratio = powerOfTwo(Math.max(3, Math.ceil(octaves / MOST_BETWEEN)));
    for (let step = top / ratio; step > bottom; step /= ratio) steps.push(step);
  }
  const last = x === 0 ? 0 : 2 * TWO_UNITS * Math.abs(x);
  const smallest = (lower.at(-1) ?? upper.at(-1))?.ahead ?? 0;
  const most = ladders.length > 1 ? MOST_BELOW_TWO : MOST_BELOW;
  for (let k = 0, step = smallest / FINER_RATIO; k < most; k++, step /= FINER_RATIO) {
    if (step > last) steps.push(step);
  }
  return steps;
}

/**
 * The steps for one x: from about a quarter of |x|, as powers and logarithms change at that distance,
 * and from a quarter, for functions that have a scale of their own. Where the two meet they are one.
 */
function stepsFor(x: number): number[][] {
  const size = Math.abs(x);
  const unit = halvings(powerOfTwo(UNIT_EXPONENT), size === 0 ? RUNGS_AT_ZERO : RUNGS);
  if (!(size > 0 && size < Infinity)) return [unit];
  const exponent = decompose(size).exponent + PART_EXPONENT;
  if (exponent < LEAST_EXPONENT) return [unit];
  if (size > UNIT_LEAST && size < UNIT_MOST) {
    return [halvings(powerOfTwo(size < 1 ? exponent + 1 : exponent), RUNGS)];
  }
  const distance = Math.abs(exponent - UNIT_EXPONENT);
  const isApart = distance > RUNGS;
  if (isApart) {
    return [halvings(powerOfTwo(exponent), RUNGS_OF_TWO), unit.slice(0, RUNGS_OF_TWO)];
  }
  const count = Math.min(MOST_RUNGS, RUNGS + distance);
  return [halvings(powerOfTwo(Math.max(exponent, UNIT_EXPONENT)), count)];
}

function halvings(largest: number, count: number): number[] {
  const steps: number[] = [];
  for (let step = largest; steps.length < count && step > 0; step /= 2) steps.push(step);
  return steps;
}

/** The ladders, and the probes of the first, which has the smallest steps. */
function withProbes(ladders: readonly (readonly number[])[]): (readonly number[])[] {
  return [...ladders, probesOf(ladders[0] ?? [])];
}

/** The values at one step: a rung where both are finite. */
interface Sample {
  /** x itself, as the step is too small. */
  readonly isLost?: true;
  readonly rung?: Rung;
  readonly ahead?: OneSided;
  readonly behind?: OneSided;
}

/** Evaluates f at all points of all x at once: f may be a chain, for which many points cost less. */
function samplesAt(
  f: ManyValued,
  x: Float64Array,
  steps: readonly (readonly (readonly number[])[])[],
  roundOffOf?: ManyValued,
): { values: number[]; samples: Sample[][][] } {
  const points: number[] = [];
  for (const [i, center] of x.entries()) {
    points.push(center);
    for (const step of (steps[i] ?? []).flat()) points.push(center + step, center - step);
  }
  const found = f(Float64Array.from(points));
  const errors = roundOffOf?.(Float64Array.from(points));
  const values: number[] = [];
  let next = 0;
  const samples = Array.from(x, (center, i) => {
    values.push(found[next++] as number);
    return (steps[i] ?? []).map((ladder) =>
      ladder.map((): Sample => {
        const [at, before] = [next, next + 1];
        next += 2;
        const [after, first] = [points[at] as number, points[before] as number];
        const [ahead, behind] = [after - center, center - first];
        if (!(ahead > 0 && behind > 0)) return { isLost: true };
        const [yAhead, yBehind] = [found[at] as number, found[before] as number];
        if (Number.isFinite(yAhead) && Number.isFinite(yBehind)) {
          const roundOff = Math.max(errors?.[at] ?? 0, errors?.[before] ?? 0);
          const shift = shiftOf(center, first, after);
          return { rung: { ahead, behind, shift, yAhead, yBehind, roundOff } };
        }
        if (Number.isFinite(yAhead)) return { ahead: { distance: ahead, value: yAhead } };
        if (Number.isFinite(yBehind)) return { behind: { distance: behind, value: yBehind } };
        return {};
      }),
    );
  });
  return { values, samples };
}

/** How far the middle of two points lies from x: exactly, as both ways of reckoning are where they are used. */
function shiftOf(x: number, before: number, after: number): number {
  // Of steps far above x it is x that is rounded away.
  const isFar = (after - before) / NEAR_PART > Math.abs(x);
  return isFar ? Math.abs((after + before) / 2 - x) : Math.abs(after - x - (x - before)) / 2;
}

function surroundingsOf(x: number, y: number, lists: readonly Sample[][]): Surroundings {
  const ladders = lists.slice(0, -1);
  const all = ladders.flat();
  return {
    x,
    y,
    ladders: ladders.map(rungsOf),
    probes: rungsOf(lists.at(-1) ?? []),
    finer: [],
    onlyAhead: all.flatMap(({ ahead }) => ahead ?? []),
    onlyBehind: all.flatMap(({ behind }) => behind ?? []),
  };
}

/** The steps below the smallest one at which f is not finite on both sides. */
function rungsOf(samples: readonly Sample[]): Rung[] {
  let rungs: Rung[] = [];
  for (const sample of samples) {
    if (sample.rung !== undefined) rungs.push(sample.rung);
    else if (sample.isLost !== true) rungs = [];
  }
  return rungs;
}
