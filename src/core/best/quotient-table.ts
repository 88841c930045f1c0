/** @file Difference quotients of f at x over a sequence of steps; its noise, jumps and one-sided slopes. */

import { TWO_UNITS } from '../round-off/round-off';
import type { DifferenceQuotient } from './convergence';
import type { SecondDifference } from './corner';
import type { Estimate } from './estimate';
import { extrapolate, extrapolateAll } from './extrapolate';
import type { Finding } from './finding';
import type { Rung, Surroundings } from './ladder';
import { noiseOf, probeNoise } from './noise';

/** f is noisy at the smallest steps if its noise exceeds this fraction of its range near x. */
const MAX_NOISE_OF_RANGE = 0.01;
/** A table of at most this many rungs spans a factor of 32 at most: too little to compare noise with the range. */
const MAX_RUNGS_WITHOUT_NOISE = 6;
/** Noise is looked for at this many of the smallest steps; at fewer, steps that are periods of f may all agree. */
const NOISE_RUNGS = 8;
/** Once refinement steps reach the last digit of x, three are enough: each is an eighth of the one above. */
const NOISE_REFINEMENTS = 3;
/** The range of f is taken over this many of the smallest rungs: larger steps may come close to a pole. */
const RANGE_RUNGS = 27;
/** The largest changes that the range leaves out: those of one rung, ahead and behind, next to a pole. */
const RANGE_OUTLIERS = 2;
/** f(x + h) - 2 f(x) + f(x - h) sums four values that are each wrong by the round-off; doubled for safety. */
const SECOND_DIFFERENCE_ROUND_OFF = 8;
/** Noise of up to this many round-offs is explained by round-off, as that of a second difference is. */
const MAX_ROUND_OFFS = 8;
/** Noise far from x that is at most this many times that near x is taken to be the same at every step. */
const UNIFORM_NOISE_FACTOR = 4;
/** A jump changes f by the same height at the three smallest steps, to 90 %. */
const JUMP_RUNGS = 3;
const JUMP_SIMILARITY = 0.9;

/** Noise of f that is known from elsewhere than the quotients. */
export interface KnownNoise {
  /** A lower bound on the noise at every step. */
  readonly least: number;
  /** Noise measured at one step away from x. If it is larger than near x, it is taken to grow with the step. */
  readonly far?: { readonly step: number; readonly noise: number };
}

/** Central difference quotients of f at x, from the largest step to the smallest. */
export class QuotientTable {
  readonly quotients: readonly DifferenceQuotient[];
  readonly noise: readonly number[];
  readonly #range: number;

  /** @param finer how many of the smallest rungs are refinement steps, which go down to the last digit of x */
  constructor(
    private readonly y: number,
    readonly rungs: readonly Rung[],
    probes: readonly Rung[],
    private readonly finer: number,
    known: KnownNoise,
  ) {
    this.quotients = rungs.map((rung) => central(y, rung));
    const count = rungs.length - finer;
    const probedNoise = probeNoise(
      probes.map((probe) => central(y, probe)),
      this.quotients.slice(0, count),
      probes.flatMap(({ yAhead, yBehind }) => [yAhead - y, yBehind - y]),
    );
    const own = noiseOf(this.quotients, finer, sizeOf(y, rungs));
    const noiseNearX = Math.max(own[0] ?? 0, probedNoise, known.least);
    this.noise = own.map((noise, k) => {
      const { step } = this.quotients[k] as DifferenceQuotient;
      const beside = k < count ? probedNoise : 0;
      return Math.max(noise, beside, farNoise(known, step, noiseNearX), known.least);
    });
    const changes = rungs
      .slice(-RANGE_RUNGS - finer)
      .flatMap(({ yAhead, yBehind }) => [Math.abs(yAhead - y), Math.abs(yBehind - y)]);
    this.#range = changes.sort((a, b) => b - a)[RANGE_OUTLIERS] ?? 0;
  }

  /** The noise of f at a step of this table; 0 at any other step. */
  noiseAt(step: number): number {
    return this.noise[this.quotients.findIndex((quotient) => quotient.step === step)] ?? 0;
  }

  get largestStep(): number {
    return this.quotients[0]?.step ?? 0;
  }

  get leastStep(): number {
    return this.quotients.at(-1)?.step ?? Infinity;
  }

  /** At each step, the steeper of the two secants from x. */
  get secantSlopes(): number[] {
    return this.rungs.map(({ ahead, behind, yAhead, yBehind }) =>
      Math.max(Math.abs(yAhead - this.y) / ahead, Math.abs(this.y - yBehind) / behind),
    );
  }

  /** The steepest secant from x to a point that is at least this far away. */
  steepest(least = 0): number {
    const isFar = (k: number): boolean => (this.rungs[k] as Rung).ahead >= least;
    return Math.max(0, ...this.secantSlopes.filter((_, k) => isFar(k)));
  }

  get estimates(): Estimate[] {
    return extrapolate(this.quotients, 2, this.noise);
  }

  /** The extrapolated estimates at steps down to `least`, even where smaller steps contradict them. */
  estimatesFrom(least: number): Estimate[] {
    return extrapolateAll(this.quotients, 2, this.noise).filter(({ step }) => step >= least);
  }

  get secondDifferences(): SecondDifference[] {
    return this.rungs.map(({ yAhead, yBehind }, k) => {
      const { step, roundOff } = this.quotients[k] as DifferenceQuotient;
      const value = (yAhead - this.y - (this.y - yBehind)) / step;
      const noise = Math.max(roundOff, this.noise[k] as number);
      return { step, value, tolerance: (SECOND_DIFFERENCE_ROUND_OFF * noise) / step };
    });
  }

  get #smallest(): readonly Rung[] {
    // At most half of a short table: the other half shows the range.
    const count = Math.min(NOISE_RUNGS, this.rungs.length >> 1);
    return this.rungs.slice(this.finer >= NOISE_REFINEMENTS ? -NOISE_REFINEMENTS : -count);
  }

  /** The largest deviation of f from a straight line, or its noise, at the smallest steps. */
  get #roughness(): number {
    return Math.max(
      this.noise.at(-1) as number,
      ...this.#smallest.map(({ yAhead, yBehind }) => {
        return Math.abs(yAhead - this.y - (this.y - yBehind));
      }),
    );
  }

  get #roundOffAllowance(): number {
    return MAX_ROUND_OFFS * Math.max(...this.quotients.slice(-RANGE_RUNGS).map((q) => q.roundOff));
  }

  /** Whether f is noisy at the smallest steps, beside its range and beside what round-off explains. */
  get isRough(): boolean {
    const least = Math.max(MAX_NOISE_OF_RANGE * this.#range, this.#roundOffAllowance);
    return (
      this.rungs.length > MAX_RUNGS_WITHOUT_NOISE && this.#range > 0 && this.#roughness > least
    );
  }

  /** A jump: f differs from f(x) by the same height at the smallest steps on one side. */
  get jump(): Finding | undefined {
    const last = this.rungs.slice(-JUMP_RUNGS);
    const heightOf = (sizes: readonly number[]): number => {
      const least = Math.min(...sizes);
      return last.length === JUMP_RUNGS && least > JUMP_SIMILARITY * Math.max(...sizes) ? least : 0;
    };
    const right = heightOf(last.map(({ yAhead }) => Math.abs(yAhead - this.y)));
    const left = heightOf(last.map(({ yBehind }) => Math.abs(yBehind - this.y)));
    const height = Math.max(left, right);
    if (height <= this.#roundOffAllowance) return undefined;
    const side = right >= left ? 'right' : 'left';
    return { kind: 'jump', height, distance: this.leastStep, side };
  }

  /** Estimates of the slope on one side, from steps of at least `least`. */
  slopes(side: -1 | 1, least: number): Estimate[] {
    const kept = this.rungs.filter(({ ahead, behind }) => (side > 0 ? ahead : behind) >= least);
    const quotients = kept.map(({ ahead, behind, yAhead, yBehind, roundOff }) =>
      side > 0
        ? oneSidedQuotient(this.y, ahead, yAhead, roundOff)
        : oneSidedQuotient(this.y, -behind, yBehind, roundOff),
    );
    const finer = Math.max(0, this.finer - (this.rungs.length - kept.length));
    const own = noiseOf(quotients, finer, sizeOf(this.y, kept));
    const noise = own.map((noise, k) => Math.max(noise, this.noise[k] as number));
    return extrapolate(quotients, 1, noise);
  }
}

/** The largest magnitude among f(x) and the values of these rungs. */
export function sizeOf(y: number, rungs: readonly Rung[]): number {
  return rungs.reduce(
    (size, { yAhead, yBehind }) => Math.max(size, Math.abs(yAhead), Math.abs(yBehind)),
    Math.abs(y),
  );
}

/** The noise to expect at this step, from noise that was measured farther away. */
function farNoise({ far }: KnownNoise, step: number, noiseNearX: number): number {
  if (far === undefined) return 0;
  return far.noise > UNIFORM_NOISE_FACTOR * noiseNearX ? far.noise * (step / far.step) : far.noise;
}

/** A lower bound on the error of values of this size. */
function sizeRoundOff(...values: readonly number[]): number {
  return TWO_UNITS * Math.max(...values.map(Math.abs));
}

/** The difference quotient of f(x) and the value at a signed distance from x. */
export function oneSidedQuotient(
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

/** The last column of the extrapolation takes five steps (see MOST_COLUMNS). */
const FEWEST_RUNGS = 5;

/** One table for each ladder, or one for all steps together if there are refinement steps. */
export function tablesOf(place: Surroundings, known: KnownNoise): QuotientTable[] {
  const { y, ladders, probes, finer } = place;
  if (finer.length === 0) {
    return ladders.flatMap((rungs, i) =>
      rungs.length < FEWEST_RUNGS
        ? []
        : [new QuotientTable(y, rungs, i === 0 ? probes : [], 0, known)],
    );
  }
  const rungs = [...ladders.flat(), ...finer].sort((a, b) => b.ahead - a.ahead);
  const least = ladders.flat().reduce((step, { ahead }) => Math.min(step, ahead), Infinity);
  const below = finer.filter(({ ahead }) => ahead < least).length;
  return rungs.length < FEWEST_RUNGS ? [] : [new QuotientTable(y, rungs, probes, below, known)];
}
