/**
 * @file The best numerical derivative that the values of a function allow, and a bound on its error.
 *
 * Central differences at steps that are halved again and again, extrapolated to a step of 0
 * (L. F. Richardson and J. A. Gaunt, "The deferred approach to the limit", 1927), with the noise of f
 * measured where the differences stop to agree; of the results the most precise one that agrees with
 * those of all smaller steps (O. V. Lepski's rule for the choice of a scale, 1991).
 */

import {
  choose,
  type Estimate,
  extrapolate,
  noiseOf,
  type Quotient,
  sizeRoundOff,
} from './extrapolate';
import { type ManyValued, type Rung, surroundings, type Surroundings } from './ladder';
import { quantumOf } from './plateau';
import { probeNoise } from './probes';
import { type Bend, cornerOf, isSteep } from './shape';

/** What was noticed at x that keeps f from having a derivative there, or us from seeing it. */
export type Finding =
  /** The slopes on both sides differ. */
  | {
      readonly kind: 'kink';
      readonly left: number;
      readonly right: number;
      readonly slopeBound: number;
    }
  /** f is finite on this side of x only. */
  | { readonly kind: 'edge'; readonly side: 'left' | 'right' }
  /** f(x) is not a number, or infinite. */
  | { readonly kind: 'undefined' | 'pole' }
  /** The slope grows without bound as the step shrinks: a vertical tangent, a cusp. */
  | { readonly kind: 'steep' }
  /** f is not smooth at the smallest steps there are: a jump, or an oscillation that no step resolves. */
  | { readonly kind: 'rough' }
  /** f is finite on both sides at hardly any step: x lies between edges of the domain, or at one. */
  | { readonly kind: 'narrow' };

/** The derivative of f at one x, from its values. */
export interface BestDerivative {
  /** NaN where there is none; at a kink the mean of both slopes. */
  readonly value: number;
  /** The error is no larger; Infinity where nothing is known of it. */
  readonly bound: number;
  /** The steepest line from x to another point at which f was evaluated. */
  readonly steepest: number;
  readonly finding?: Finding;
}

/** With fewer, the last column of the extrapolation is never reached. */
const FEWEST_RUNGS = 5;
/** The error of an estimate is itself one. On the reference rows 1 would do: none was wrong by more. */
const SAFETY = 3;
/** With noise above this part of the range of f, at the smallest steps, they show nothing. */
const MOST_NOISE = 0.01;
/** So few rungs span less than a factor of 64: the range of f over them tells nothing of its noise. */
const TOO_FEW_FOR_NOISE = 6;
/** So many are the smallest; f between multiples of its period may look smooth at fewer. */
const SMALLEST_RUNGS = 8;
/** So many rungs make the range; the largest distances may be those of a pole nearby. */
const RANGE_RUNGS = 27;
/** The largest of them may be those of one rung, ahead and behind, next to a pole. */
const OUTLIERS = 2;
/** y(x + h) - 2 y(x) + y(x - h) takes four values, each wrong by the round-off; and twice that. */
const BEND_ROUND_OFF = 8;
/** So many round-offs of the range are still round-off, as those of a second difference are. */
const MOST_EXPLAINED = 8;
/** So many x at a time, so that f gets some thousand points. */
const MOST_AT_ONCE = 64;

/** What is known of the values of f, beside their size: they may be made of larger numbers. */
export interface KnownRoundOff {
  /** How wrong f(x) may be, for each x. */
  readonly roundOff: ManyValued;
  /** Whether it is worth while to ask for it at each step; otherwise that at x is taken for all. */
  readonly isUneven: boolean;
}

/** Differentiates f at every x, with some 100 values of f for each. */
export function bestDerivatives(
  f: ManyValued,
  x: Float64Array,
  known?: KnownRoundOff,
): BestDerivative[] {
  const found: BestDerivative[] = [];
  for (let start = 0; start < x.length; start += MOST_AT_ONCE) {
    const block = x.subarray(start, start + MOST_AT_ONCE);
    const around = surroundings(f, block, known?.isUneven === true ? known.roundOff : undefined);
    found.push(...bestAround(f, around, known?.roundOff(block)));
  }
  return found;
}

/** The same from the values of f round about each x. @param roundOff of f(x), where it is known */
export function bestAround(
  f: ManyValued,
  around: readonly Surroundings[],
  roundOff?: Float64Array,
): BestDerivative[] {
  const quanta = quantumOf(f, around);
  return around.map((place, i) => bestOf(place, Math.max(quanta[i] as number, roundOff?.[i] ?? 0)));
}

function bestOf(place: Surroundings, leastNoise: number): BestDerivative {
  const { y } = place;
  if (Number.isNaN(y)) return without({ kind: 'undefined' });
  if (!Number.isFinite(y)) return without({ kind: 'pole' });
  const ladders = place.ladders
    .map((rungs, i) => ({ rungs, probes: place.probes[i] ?? [] }))
    .filter(({ rungs }) => rungs.length >= FEWEST_RUNGS)
    .map(({ rungs, probes }) => new Ladder(y, rungs, probes, leastNoise));
  if (ladders.length === 0) return without(withoutRungs(place));

  const best = choose(ladders.flatMap((ladder) => extrapolate(ladder.quotients, 2, ladder.noise)));
  const { value, error } = best ?? { value: NaN, error: Infinity };
  const steepest = Math.max(...ladders.map((ladder) => ladder.steepest));
  const finding = findingOf(ladders);
  if (finding === undefined) return { value, bound: SAFETY * error, steepest };
  if (finding.kind !== 'kink') return { value, bound: Infinity, steepest, finding };
  const { left, right } = finding;
  const bound = Math.max(SAFETY * error, Math.abs(right - left) / 2 + finding.slopeBound);
  return { value: (left + right) / 2, bound, steepest, finding };
}

function without(finding: Finding): BestDerivative {
  return { value: NaN, bound: Infinity, steepest: NaN, finding };
}

function withoutRungs({ onlyAhead, onlyBehind }: Surroundings): Finding {
  if (onlyAhead > 0 && onlyBehind === 0) return { kind: 'edge', side: 'right' };
  if (onlyBehind > 0 && onlyAhead === 0) return { kind: 'edge', side: 'left' };
  return { kind: 'narrow' };
}

function findingOf(ladders: readonly Ladder[]): Finding | undefined {
  const finest = ladders.reduce((a, b) => (b.leastStep < a.leastStep ? b : a));
  if (finest.isRough) return { kind: 'rough' };
  if (ladders.every((ladder) => ladder.isNoisy)) return undefined; // it is round-off alone
  if (isSteep(finest.quotients, finest.leastNoise)) return { kind: 'steep' };
  const corner = cornerOf(ladders.flatMap((ladder) => ladder.bends));
  if (corner === undefined) return undefined;
  if (corner.kind === 'cusp') return { kind: 'steep' };
  const slopes = (side: -1 | 1): Estimate | undefined =>
    choose(ladders.flatMap((ladder) => ladder.slopes(side, corner.step)));
  const [left, right] = [slopes(-1), slopes(1)];
  if (left === undefined || right === undefined) return { kind: 'rough' };
  return {
    kind: 'kink',
    left: left.value,
    right: right.value,
    slopeBound: SAFETY * Math.max(left.error, right.error),
  };
}

/** Difference quotients at halved steps, and what their values tell of f. */
class Ladder {
  readonly quotients: readonly Quotient[];
  readonly noise: number;
  readonly #spread: number;

  constructor(
    private readonly y: number,
    private readonly rungs: readonly Rung[],
    probes: readonly Rung[],
    readonly leastNoise: number,
  ) {
    this.quotients = rungs.map((rung) => central(y, rung));
    const noiseBeside = probeNoise(
      probes.map((probe) => central(y, probe)),
      this.quotients,
      probes.flatMap(({ yAhead, yBehind }) => [yAhead - y, yBehind - y]),
    );
    this.noise = Math.max(noiseOf(this.quotients), noiseBeside, leastNoise);
    const distances = rungs
      .slice(-RANGE_RUNGS)
      .flatMap(({ yAhead, yBehind }) => [Math.abs(yAhead - y), Math.abs(yBehind - y)]);
    this.#spread = distances.sort((a, b) => b - a)[OUTLIERS] ?? 0;
  }

  get leastStep(): number {
    return this.quotients.at(-1)?.step ?? Infinity;
  }

  get steepest(): number {
    let steepest = 0;
    for (const { ahead, behind, yAhead, yBehind } of this.rungs) {
      const [right, left] = [(yAhead - this.y) / ahead, (this.y - yBehind) / behind];
      steepest = Math.max(steepest, Math.abs(right), Math.abs(left));
    }
    return steepest;
  }

  get bends(): Bend[] {
    return this.rungs.map(({ yAhead, yBehind }, k) => {
      const { step, roundOff } = this.quotients[k] as Quotient;
      const value = (yAhead - this.y - (this.y - yBehind)) / step;
      return { step, value, tolerance: (BEND_ROUND_OFF * Math.max(roundOff, this.noise)) / step };
    });
  }

  /** How far f is from smooth at the smallest steps. */
  get #unevenness(): number {
    // Of a short ladder no more than half: the rest of it shows the range.
    const last = this.rungs.slice(-Math.min(SMALLEST_RUNGS, this.rungs.length >> 1));
    return Math.max(
      this.noise,
      ...last.map(({ yAhead, yBehind }) => Math.abs(yAhead - this.y - (this.y - yBehind))),
    );
  }

  get isNoisy(): boolean {
    return (
      this.rungs.length > TOO_FEW_FOR_NOISE &&
      this.#unevenness > MOST_NOISE * this.#spread &&
      this.#spread > 0
    );
  }

  /** Whether it is noisy, and round-off does not explain it. */
  get isRough(): boolean {
    const explained = Math.max(...this.quotients.slice(-RANGE_RUNGS).map((q) => q.roundOff));
    return this.isNoisy && this.#unevenness > MOST_EXPLAINED * explained;
  }

  /** The slope to one side, from steps that are no smaller than this. */
  slopes(side: -1 | 1, least: number): Estimate[] {
    const quotients = this.rungs.flatMap(({ ahead, behind, yAhead, yBehind, roundOff: known }) => {
      const [step, change, value] =
        side > 0 ? [ahead, yAhead - this.y, yAhead] : [behind, this.y - yBehind, yBehind];
      const roundOff = Math.max(sizeRoundOff(this.y, value), known);
      return step < least ? [] : [{ step, value: change / step, roundOff, shift: 0, curvature: 0 }];
    });
    return extrapolate(quotients, 1, Math.max(this.noise, noiseOf(quotients)));
  }
}

function central(y: number, { ahead, behind, yAhead, yBehind, roundOff }: Rung): Quotient {
  const step = (ahead + behind) / 2;
  return {
    step,
    value: (yAhead - yBehind) / (ahead + behind),
    roundOff: Math.max(sizeRoundOff(y, yAhead, yBehind), roundOff),
    shift: Math.abs(ahead - behind) / 2,
    curvature: Math.abs(yAhead - y - (y - yBehind)) / step / step,
  };
}
