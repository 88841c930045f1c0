/** @file A function on both sides of x, at steps that are halved again and again. */

import { decompose, powerOfTwo } from '../../math/scaling';
import { probesOf } from './probes';

/** The values at one step. */
export interface Rung {
  /** The distances from x, as far as doubles have them. */
  readonly ahead: number;
  readonly behind: number;
  readonly yAhead: number;
  readonly yBehind: number;
  /** How wrong both values may be; 0 where nothing is known of it. */
  readonly roundOff: number;
}

/** f at x and round about. */
export interface Surroundings {
  readonly x: number;
  readonly y: number;
  /** From the largest step to the smallest, each as far down from there as f is finite on both sides. */
  readonly ladders: readonly (readonly Rung[])[];
  /** For each ladder, beside its smallest steps (see `probeNoise`). */
  readonly probes: readonly (readonly Rung[])[];
  /** At how many steps f is finite on one side only. */
  readonly onlyAhead: number;
  readonly onlyBehind: number;
}

/** From the largest step of a scale down to 2^-26 of it, where round-off has taken half the digits. */
const RUNGS = 27;
/** At 0, where doubles lie closer than anywhere, f may show more at smaller steps. */
const RUNGS_AT_ZERO = 40;
/** A ladder on which f is finite at fewer steps goes on to smaller ones. */
const FEW_RUNGS = 14;
/** By so many: with the first ones they lead down to 2^-66 of the largest step, where x + h is x. */
const MORE_RUNGS = 40;
/** A quarter: the largest step for functions whose features lie about 1 apart. */
const UNIT_EXPONENT = -2;
/** The largest step is a quarter of the power of two below |x|, which keeps it away from 0. */
const PART_EXPONENT = -2;
/** 2^-1074 is the smallest double: no step is smaller. */
const LEAST_EXPONENT = -1074;
/** Between these sizes of x both scales are nearly the same. */
const [UNIT_LEAST, UNIT_MOST] = [0.5, 8];

/** f on many points at a time; it keeps their number. */
export type ManyValued = (x: Float64Array) => Float64Array;

/** Evaluates f, and where it is given the round-off of its values, round every x. */
export function surroundings(
  f: ManyValued,
  x: Float64Array,
  roundOff?: ManyValued,
): Surroundings[] {
  const steps = Array.from(x, stepsFor);
  const found = evaluate(f, x, steps, roundOff);
  const short = found.flatMap(({ ladders }, i) => (ladders.some(isShort) ? [i] : []));
  if (short.length === 0) return found;
  const again = evaluate(
    f,
    Float64Array.from(short, (i) => x[i] as number),
    short.map((i) =>
      (steps[i] as number[][]).map((ladder, l) => {
        const needsMore = isShort(found[i]?.ladders[l] ?? []);
        return needsMore ? [...ladder, ...halvings((ladder.at(-1) ?? 0) / 2, MORE_RUNGS)] : ladder;
      }),
    ),
    roundOff,
  );
  for (const [k, i] of short.entries()) found[i] = again[k] as Surroundings;
  return found;
}

function isShort(ladder: readonly Rung[]): boolean {
  return ladder.length < FEW_RUNGS;
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
  if (isApart) return [halvings(powerOfTwo(exponent), RUNGS), unit];
  return [halvings(powerOfTwo(Math.max(exponent, UNIT_EXPONENT)), RUNGS + distance)];
}

function halvings(largest: number, count: number): number[] {
  const steps: number[] = [];
  for (let step = largest; steps.length < count && step > 0; step /= 2) steps.push(step);
  return steps;
}

function withProbes(ladders: readonly (readonly number[])[] = []): (readonly number[])[] {
  return [...ladders, ...ladders.map(probesOf)];
}

/** Evaluates f at all points of all x at once: f may be a chain, for which many points cost less. */
function evaluate(
  f: ManyValued,
  x: Float64Array,
  steps: readonly (readonly (readonly number[])[])[],
  roundOffOf?: ManyValued,
): Surroundings[] {
  const points: number[] = [];
  for (const [i, center] of x.entries()) {
    points.push(center);
    for (const step of withProbes(steps[i]).flat()) points.push(center + step, center - step);
  }
  const values = f(Float64Array.from(points));
  const errors = roundOffOf?.(Float64Array.from(points));
  let next = 0;
  return Array.from(x, (center, i) => {
    const y = values[next++] as number;
    let onlyAhead = 0;
    let onlyBehind = 0;
    const found = withProbes(steps[i]).map((ladder) => {
      let rungs: Rung[] = [];
      for (let k = 0; k < ladder.length; k++, next += 2) {
        const ahead = (points[next] as number) - center;
        const behind = center - (points[next + 1] as number);
        if (!(ahead > 0 && behind > 0)) continue;
        const [yAhead, yBehind] = [values[next] as number, values[next + 1] as number];
        if (Number.isFinite(yAhead) && Number.isFinite(yBehind)) {
          const roundOff = Math.max(errors?.[next] ?? 0, errors?.[next + 1] ?? 0);
          rungs.push({ ahead, behind, yAhead, yBehind, roundOff });
          continue;
        }
        if (Number.isFinite(yAhead)) onlyAhead++;
        else if (Number.isFinite(yBehind)) onlyBehind++;
        rungs = [];
      }
      return rungs;
    });
    const [ladders, probes] = [found.slice(0, found.length / 2), found.slice(found.length / 2)];
    return { x: center, y, ladders, probes, onlyAhead, onlyBehind };
  });
}
