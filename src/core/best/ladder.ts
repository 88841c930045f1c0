/** @file Samples a function on both sides of x, at steps that are halved again and again. */

import { decompose, powerOfTwo } from '../../math/scaling';
import type { Asking, BlockFunction } from './asking';
import { probesOf } from './noise';
import { TWO_UNITS } from '../round-off/round-off';

/** The values of f on both sides of x, at one step. */
export interface Rung {
  /** The distances of both points from x: the step, as far as x + step and x - step are doubles. */
  readonly ahead: number;
  readonly behind: number;
  /** The distance of the midpoint of both points from x, which rounding of x + step causes. */
  readonly shift: number;
  readonly yAhead: number;
  readonly yBehind: number;
  /** The larger error bound of both values; 0 where none is known. */
  readonly roundOff: number;
}

/** The value at one point, where the point on the other side of x has none. */
export interface OneSidedValue {
  readonly distance: number;
  readonly value: number;
}

/** The samples of f at x and around it. */
export interface Surroundings {
  readonly x: number;
  readonly y: number;
  /** Steps from large to small. A ladder begins below the smallest step at which f is not finite on both sides. */
  readonly ladders: readonly (readonly Rung[])[];
  /** Extra points beside the smallest steps of the first ladder (see `probeNoise`). */
  readonly probes: readonly Rung[];
  /** Refinement steps between two ladders and below them; empty until `refine` is called. */
  readonly finer: readonly Rung[];
  /** The points where f is finite on one side of x only, from the largest step to the smallest. */
  readonly onlyAhead: readonly OneSidedValue[];
  readonly onlyBehind: readonly OneSidedValue[];
}

/** A ladder halves 26 times: 2^-26 is the square root of the unit round-off, where half the digits cancel. */
const RUNGS = 27;
/** At x = 0 steps may shrink further without being rounded away. */
const RUNGS_AT_ZERO = 40;
/** A ladder that covers both the scale of x and the unit scale (see `stepsFor`) has at most this many rungs. */
const MOST_RUNGS = 37;
/** If f is finite at fewer steps than this, the ladder is continued to smaller ones. */
const FEW_RUNGS = 14;
/** Rungs added then: 27 + 26 halvings reach 2^-53 of the largest step, where x + h rounds to x. */
const MORE_RUNGS = 26;
/** The length of each ladder where there are two; `refine` adds steps between them where they are needed. */
const RUNGS_OF_TWO = 18;
/** The unit scale starts at a step of 2^-2, for functions such as sin whose features lie about 1 apart. */
const UNIT_EXPONENT = -2;
/** The scale of x starts at 2^-2 times the power of two below |x|, so that no point reaches 0. */
const PART_EXPONENT = -2;
/** The smallest double is 2^-1074: no step is smaller. */
const LEAST_EXPONENT = -1074;
/** For |x| between these limits the unit scale and that of x are nearly the same: one ladder serves both. */
const UNIT_LEAST = 0.5;
const UNIT_MOST = 8;

/** Samples f around x, with the error bounds of its values if `roundOff` is given. */
export function* surroundings(x: number, roundOff?: BlockFunction): Asking<Surroundings> {
  const ladders = stepsFor(x);
  const [first] = ladders as [number[]];
  // The first ladder has the smallest steps: probes are beside it.
  const { y, samples } = yield* samplesAt(x, [...ladders, probesOf(first)], roundOff);
  const [ladder, ...others] = samples as [Rung[], ...Rung[][]];
  if (rungsOf(ladder).length >= FEW_RUNGS) return surroundingsOf(x, y, samples);
  const further = halvings((first.at(-1) as number) / 2, MORE_RUNGS);
  const more = yield* samplesAt(x, [further], roundOff);
  return surroundingsOf(x, y, [[...ladder, ...more.samples.flat()], ...others]);
}

/** The ratio of refinement steps: a kink or a jump shows as well with few steps. */
const FINER_RATIO = 8;
/** The largest number of refinement steps between two ladders. */
const MOST_BETWEEN = 4;
/** The number of refinement steps below a single ladder, and below the lower of two. */
const MOST_BELOW = 9;
const MOST_BELOW_TWO = 5;

/** Adds refinement steps between two ladders, and below them down to the last digit of x. */
export function* refine(place: Surroundings, roundOff?: BlockFunction): Asking<Surroundings> {
  const { samples } = yield* samplesAt(place.x, [finerSteps(place)], roundOff);
  return { ...place, finer: rungsOf(samples.flat()) };
}

function finerSteps({ x, ladders }: Surroundings): number[] {
  const [lower = [], upper = []] = ladders;
  const steps: number[] = [];
  const top = upper.at(-1)?.ahead ?? 0;
  const bottom = lower[0]?.ahead ?? Infinity;
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
 * The ladders for one x. The scale of x starts at about |x|/4, the distance over which powers and
 * logarithms change; the unit scale starts at 1/4. Where the two overlap, one ladder covers both.
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
  if (distance > RUNGS) {
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

/** Asks for f at x, and on both sides of it at each step of each ladder; values may not be finite. */
function* samplesAt(
  x: number,
  ladders: readonly (readonly number[])[],
  roundOffOf?: BlockFunction,
): Asking<{ readonly y: number; readonly samples: readonly Rung[][] }> {
  const points = [x];
  for (const step of ladders.flat()) points.push(x + step, x - step);
  const found = yield Float64Array.from(points);
  const errors = roundOffOf?.(Float64Array.from(points));
  let at = -1;
  const next = (): Rung => {
    at += 2;
    const ahead = (points[at] as number) - x;
    const behind = x - (points[at + 1] as number);
    return {
      ahead,
      behind,
      shift: Math.abs(ahead - behind) / 2,
      yAhead: found[at] as number,
      yBehind: found[at + 1] as number,
      roundOff: Math.max(errors?.[at] ?? 0, errors?.[at + 1] ?? 0),
    };
  };
  return { y: found[0] as number, samples: ladders.map((ladder) => ladder.map(next)) };
}

function surroundingsOf(x: number, y: number, lists: readonly Rung[][]): Surroundings {
  const ladders = lists.slice(0, -1);
  const all = ladders.flat().filter(isKept);
  return {
    x,
    y,
    ladders: ladders.map(rungsOf),
    probes: rungsOf(lists.at(-1) as Rung[]),
    finer: [],
    onlyAhead: all.flatMap(({ ahead, yAhead, yBehind }) =>
      Number.isFinite(yAhead) && !Number.isFinite(yBehind)
        ? { distance: ahead, value: yAhead }
        : [],
    ),
    onlyBehind: all.flatMap(({ behind, yAhead, yBehind }) =>
      Number.isFinite(yBehind) && !Number.isFinite(yAhead)
        ? { distance: behind, value: yBehind }
        : [],
    ),
  };
}

/** Whether the step is not so small that x + step or x - step rounds to x. */
function isKept({ ahead, behind }: Rung): boolean {
  return ahead > 0 && behind > 0;
}

/** The rungs below the smallest step at which f is not finite on both sides. */
function rungsOf(samples: readonly Rung[]): Rung[] {
  const kept = samples.filter(isKept);
  const last = kept.findLastIndex(
    ({ yAhead, yBehind }) => !Number.isFinite(yAhead) || !Number.isFinite(yBehind),
  );
  return kept.slice(last + 1);
}
