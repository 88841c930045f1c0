/** @file Difference quotients at shrinking steps, and what their values tell of f. */

import {
  type Estimate,
  extrapolate,
  extrapolateAll,
  type DifferenceQuotient,
  sizeRoundOff,
} from './extrapolate';
import type { Finding } from './finding';
import type { Rung, Surroundings } from './ladder';
import { noiseOf } from './noise';
import { probeNoise } from './probes';
import type { Bend } from './shape';

/** With noise above this part of the range of f, at the smallest steps, they show nothing. */
const MOST_NOISE = 0.01;
/** So few rungs span less than a factor of 64: the range of f over them tells nothing of its noise. */
const TOO_FEW_FOR_NOISE = 6;
/** So many are the smallest; f between multiples of its period may look smooth at fewer. */
const SMALLEST_RUNGS = 8;
/** So many of those that reach the last digit of x: each of them is an eighth of the one before. */
const SMALLEST_FINER = 3;
/** So many rungs make the range; the largest distances may be those of a pole nearby. */
const RANGE_RUNGS = 27;
/** The largest of them may be those of one rung, ahead and behind, next to a pole. */
const OUTLIERS = 2;
/** y(x + h) - 2 y(x) + y(x - h) takes four values, each wrong by the round-off; and twice that. */
const BEND_ROUND_OFF = 8;
/** So many round-offs of the range are still round-off, as those of a second difference are. */
const MOST_EXPLAINED = 8;
/** Noise that is no more than so many times that beside x is the same everywhere. */
const MOST_EVEN = 4;
/** A jump is as high at so many steps in a row, nearly. */
const [JUMP_RUNGS, JUMP_LIKENESS] = [3, 0.9];

/** What is known of the noise of f, beside what its quotients show. */
export interface KnownNoise {
  /** At every step. */
  readonly least: number;
  /** At this step; at smaller ones in proportion, where it grows with the step. */
  readonly far?: { readonly step: number; readonly noise: number };
}

/** Quotients from the largest step to the smallest. */
export class Scale {
  readonly quotients: readonly DifferenceQuotient[];
  readonly noise: readonly number[];
  readonly leastNoise: number;
  readonly #spread: number;

  /** @param finer how many of the smallest rungs go on to the last digit of x */
  constructor(
    private readonly y: number,
    readonly rungs: readonly Rung[],
    probes: readonly Rung[],
    private readonly finer: number,
    known: KnownNoise,
  ) {
    this.quotients = rungs.map((rung) => central(y, rung));
    this.leastNoise = known.least;
    const count = rungs.length - finer;
    const noiseBeside = probeNoise(
      probes.map((probe) => central(y, probe)),
      this.quotients.slice(0, count),
      probes.flatMap(({ yAhead, yBehind }) => [yAhead - y, yBehind - y]),
    );
    const own = noiseOf(this.quotients, finer, sizeOf(y, rungs));
    const usual = Math.max(own[0] ?? 0, noiseBeside, known.least);
    this.noise = own.map((noise, k) => {
      const { step } = this.quotients[k] as DifferenceQuotient;
      const beside = k < count ? noiseBeside : 0;
      return Math.max(noise, beside, farNoise(known, step, usual), known.least);
    });
    const distances = rungs
      .slice(-RANGE_RUNGS - finer)
      .flatMap(({ yAhead, yBehind }) => [Math.abs(yAhead - y), Math.abs(yBehind - y)]);
    this.#spread = distances.sort((a, b) => b - a)[OUTLIERS] ?? 0;
  }

  /** 0 for a step that is none of these. */
  noiseAt(step: number): number {
    return this.noise[this.quotients.findIndex((quotient) => quotient.step === step)] ?? 0;
  }

  get largestStep(): number {
    return this.quotients[0]?.step ?? 0;
  }

  get leastStep(): number {
    return this.quotients.at(-1)?.step ?? Infinity;
  }

  /** At each step the steeper line from x. */
  get lines(): number[] {
    return this.rungs.map(({ ahead, behind, yAhead, yBehind }) =>
      Math.max(Math.abs(yAhead - this.y) / ahead, Math.abs(this.y - yBehind) / behind),
    );
  }

  /** The steepest line from x to a point that is at least so far away. */
  steepest(least = 0): number {
    return Math.max(0, ...this.lines.filter((_, k) => (this.rungs[k] as Rung).ahead >= least));
  }

  get estimates(): Estimate[] {
    return extrapolate(this.quotients, 2, this.noise);
  }

  /** Those at steps that are no smaller than this, whatever smaller ones show. */
  estimatesFrom(least: number): Estimate[] {
    return extrapolateAll(this.quotients, 2, this.noise).filter(({ step }) => step >= least);
  }

  get bends(): Bend[] {
    return this.rungs.map(({ yAhead, yBehind }, k) => {
      const { step, roundOff } = this.quotients[k] as DifferenceQuotient;
      const value = (yAhead - this.y - (this.y - yBehind)) / step;
      const noise = Math.max(roundOff, this.noise[k] as number);
      return { step, value, tolerance: (BEND_ROUND_OFF * noise) / step };
    });
  }

  get #smallest(): readonly Rung[] {
    // Of a short ladder no more than half: the rest of it shows the range.
    const count = Math.min(SMALLEST_RUNGS, this.rungs.length >> 1);
    return this.rungs.slice(this.finer >= SMALLEST_FINER ? -SMALLEST_FINER : -count);
  }

  /** How far f is from smooth at the smallest steps. */
  get #unevenness(): number {
    return Math.max(
      this.noise.at(-1) ?? 0,
      ...this.#smallest.map(({ yAhead, yBehind }) => {
        return Math.abs(yAhead - this.y - (this.y - yBehind));
      }),
    );
  }

  get isNoisy(): boolean {
    return (
      this.rungs.length > TOO_FEW_FOR_NOISE &&
      this.#unevenness > MOST_NOISE * this.#spread &&
      this.#spread > 0
    );
  }

  get #explained(): number {
    return MOST_EXPLAINED * Math.max(...this.quotients.slice(-RANGE_RUNGS).map((q) => q.roundOff));
  }

  /** Whether it is noisy, and round-off does not explain it. */
  get isRough(): boolean {
    return this.isNoisy && this.#unevenness > this.#explained;
  }

  /** Whether f is as far from f(x) at all of the smallest steps on one side. */
  get jump(): Finding | undefined {
    const rungs = this.rungs.slice(-JUMP_RUNGS);
    const heightOf = (changes: readonly number[]): number => {
      const [least, most] = [Math.min(...changes), Math.max(...changes)];
      return rungs.length === JUMP_RUNGS && least > JUMP_LIKENESS * most ? least : 0;
    };
    const right = heightOf(rungs.map(({ yAhead }) => Math.abs(yAhead - this.y)));
    const left = heightOf(rungs.map(({ yBehind }) => Math.abs(yBehind - this.y)));
    const height = Math.max(left, right);
    if (height <= this.#explained) return undefined;
    const side = right >= left ? 'right' : 'left';
    return { kind: 'jump', height, distance: this.leastStep, side };
  }

  /** The slope to one side, from steps that are no smaller than this. */
  slopes(side: -1 | 1, least: number): Estimate[] {
    const kept = this.rungs.filter(({ ahead, behind }) => (side > 0 ? ahead : behind) >= least);
    const quotients = kept.map(({ ahead, behind, yAhead, yBehind, roundOff }) =>
      side > 0
        ? oneSided(this.y, ahead, yAhead, roundOff)
        : oneSided(this.y, -behind, yBehind, roundOff),
    );
    const finer = Math.max(0, this.finer - (this.rungs.length - kept.length));
    const own = noiseOf(quotients, finer, sizeOf(this.y, kept));
    const noise = own.map((noise, k) => Math.max(noise, this.noise[k] as number));
    return extrapolate(quotients, 1, noise);
  }
}

/** The largest value among these. */
export function sizeOf(y: number, rungs: readonly Rung[]): number {
  let size = Math.abs(y);
  for (const { yAhead, yBehind } of rungs) {
    size = Math.max(size, Math.abs(yAhead), Math.abs(yBehind));
  }
  return size;
}

/** Of noise that is larger than beside x, what is to be expected at this step. */
function farNoise({ far }: KnownNoise, step: number, usual: number): number {
  if (far === undefined) return 0;
  return far.noise > MOST_EVEN * usual ? far.noise * (step / far.step) : far.noise;
}

/** The quotient of f(x) and a value at this distance, which has a sign. */
export function oneSided(
  y: number,
  distance: number,
  value: number,
  roundOff = 0,
): DifferenceQuotient {
  return {
    step: Math.abs(distance),
    value: (value - y) / distance,
    roundOff: Math.max(sizeRoundOff(y, value), roundOff),
    shift: 0,
    curvature: 0,
  };
}

function central(
  y: number,
  { ahead, behind, shift, yAhead, yBehind, roundOff }: Rung,
): DifferenceQuotient {
  const step = (ahead + behind) / 2;
  return {
    step,
    value: (yAhead - yBehind) / (ahead + behind),
    roundOff: Math.max(sizeRoundOff(y, yAhead, yBehind), roundOff),
    shift,
    curvature: Math.abs(yAhead - y - (y - yBehind)) / step / step,
  };
}

/** With fewer, the last column of the extrapolation is never reached. */
const FEWEST_RUNGS = 5;

/** Of each ladder, or of all steps together where there are finer ones. */
export function scalesOf(place: Surroundings, known: KnownNoise): Scale[] {
  const { y, ladders, probes, finer } = place;
  if (finer.length === 0) {
    return ladders.flatMap((rungs, i) =>
      rungs.length < FEWEST_RUNGS ? [] : [new Scale(y, rungs, i === 0 ? probes : [], 0, known)],
    );
  }
  const rungs = [...ladders.flat(), ...finer].sort((a, b) => b.ahead - a.ahead);
  const least = ladders.flat().reduce((step, { ahead }) => Math.min(step, ahead), Infinity);
  const below = finer.filter(({ ahead }) => ahead < least).length;
  return rungs.length < FEWEST_RUNGS ? [] : [new Scale(y, rungs, probes, below, known)];
}
