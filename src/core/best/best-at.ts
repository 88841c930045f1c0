/** @file What the values round about one x tell of the derivative there. */

import { TWO_UNITS } from '../round-off/round-off';
import { choose, type Estimate, extrapolate } from './extrapolate';
import type { Finding } from './finding';
import type { OneSided, Surroundings } from './ladder';
import { noiseOf } from './noise';
import { isLastDigit, type Plateau, type Steps } from './plateau';
import { type KnownNoise, oneSided, type Scale, scalesOf } from './scale';
import { type Corner, cornerOf, isSteep } from './shape';

/** What a staircase looks like from afar. */
interface Trend {
  readonly isWide: boolean;
  /** The slope that it has if its steps are taken for noise. */
  readonly trend: number;
  readonly trendBound: number;
}

/** The derivative of f at one x, from its values. */
export interface BestDerivative {
  /** NaN where there is none; at a kink the mean of both slopes. */
  readonly value: number;
  /** The error is no larger; Infinity where nothing is known of it. */
  readonly bound: number;
  /** The steepest line from x to another point at which f was evaluated. */
  readonly steepest: number;
  /** The steepest of those to the farther points: what a slope is as good as 0 beside. */
  readonly usual: number;
  readonly finding?: Finding;
  /** Of a staircase: between its jumps the derivative is 0, which `value` is where they are wide. */
  readonly steps?: Steps & Trend;
  /** Of a constant: a slope that is no larger may hide in values that are rounded coarsely. */
  readonly hidden?: number;
  /** At an edge of the domain: the slope is that on this side. */
  readonly side?: 'left' | 'right';
}

/** The error of an estimate is itself one. On the reference rows 1 would do: none was wrong by more. */
const SAFETY = 3;
/** An f that is 0 may have come about from numbers of this size. */
const USUAL_SIZE = 1;
/** Values that are rounded to no larger a part of themselves make no staircase, but noise. */
const HIDDEN_PART = 2e-5;
/** The farther points: a jump or a kink beside x makes lines to nearer ones steep. */
const FAR_PART = 9.765625e-4; // 2^-10
/**
 * An estimate from steps below this part of x, or of 1, may be one of the rounding inside f, which
 * does not show above it.
 */
const LARGE_PART = 9.313225746154785e-10; // 2^-30
/** Larger steps are sure of another slope if they know it to this part of it. */
const SURE_PART = 1e-3;

/** The best derivative, and the step of the estimate that it is. */
export interface Found {
  readonly best: BestDerivative;
  readonly step?: number | undefined;
  /** The noise of f that was reckoned with there. */
  readonly noise?: number;
}

export function bestAt(place: Surroundings, known: KnownNoise, plateau?: Plateau): Found {
  const { y } = place;
  if (Number.isNaN(y)) return without({ kind: 'undefined' });
  if (!Number.isFinite(y)) return without({ kind: 'pole' });
  const scales = scalesOf(place, known);
  if (scales.length === 0) return atEdge(place);
  const largest = Math.max(...scales.map((scale) => scale.largestStep));
  const steepest = Math.max(...scales.map((scale) => scale.steepest()));
  const lines = scales.map((scale) => scale.steepest(FAR_PART * largest));
  const usual = Math.max(plateau?.farSlope ?? 0, ...lines);
  const farthest = known.far?.step ?? Infinity;
  const estimates = scales
    .flatMap((scale) => scale.estimates)
    .filter(({ step }) => step <= farthest);
  const chosen = choose(estimates);
  const { value, error } = chosen ?? { value: NaN, error: Infinity };
  const piece = plateau?.steps ?? pieceBeside(place);
  const isWide = plateau?.isWide === true;
  const trend = { isWide, trend: value, trendBound: SAFETY * error };
  const steps = piece && { steps: { ...piece, ...trend } };
  if (plateau?.isWide === true) {
    const found = { value: 0, steepest, usual, ...steps };
    if (plateau.steps === undefined) {
      return {
        best: {
          ...found,
          bound: plateau.quantum / largest,
          hidden: (HIDDEN_PART * Math.abs(y)) / largest,
        },
      };
    }
    return {
      best: {
        ...found,
        // Farther away than where slopes are looked for, f may be flatter than at x.
        bound:
          (TWO_UNITS * (y === 0 ? USUAL_SIZE : Math.abs(y))) / Math.min(plateau.extent, largest),
      },
    };
  }
  const corner = cornerOf(scales.flatMap((scale) => scale.bends));
  const finding = findingOf(scales, corner) ?? roundingIn(place, scales, chosen);
  if (finding === undefined) {
    const bent = corner?.kind === 'bent' ? corner.jump : 0;
    const bound = Math.max(SAFETY * error, bent);
    const noise = Math.max(...scales.map((scale) => scale.noiseAt(chosen?.step ?? NaN)));
    return { best: { value, bound, steepest, usual, ...steps }, step: chosen?.step, noise };
  }
  const found = { value, bound: Infinity, steepest, usual, finding };
  if (finding.kind !== 'kink') return { best: found };
  const { left, right } = finding;
  const bound = Math.max(SAFETY * error, Math.abs(right - left) / 2 + finding.slopeBound);
  return { best: { ...found, value: (left + right) / 2, bound } };
}

/** A jump right beside x, where f is flat on the other side. */
function pieceBeside(place: Surroundings): Steps | undefined {
  const { y, ladders, finer } = place;
  const { ahead, yAhead, yBehind } = [...ladders.flat(), ...finer].reduce((a, b) =>
    b.ahead < a.ahead ? b : a,
  );
  if ((yAhead === y) === (yBehind === y)) return undefined;
  const height = Math.max(Math.abs(yAhead - y), Math.abs(yBehind - y));
  if (isLastDigit(height, place)) return undefined;
  return { height, distance: ahead, side: yBehind === y ? 'right' : 'left' };
}

function without(finding: Finding): Found {
  return { best: { value: NaN, bound: Infinity, steepest: NaN, usual: NaN, finding } };
}

/** The slope on the one side on which f is finite. */
function atEdge({ y, onlyAhead, onlyBehind }: Surroundings): Found {
  const isAhead = onlyAhead.length > 0;
  if (isAhead === onlyBehind.length > 0) return without({ kind: 'narrow' });
  return isAhead ? oneSidedAt(y, onlyAhead, 'right') : oneSidedAt(y, onlyBehind, 'left');
}

function oneSidedAt(y: number, values: readonly OneSided[], side: 'left' | 'right'): Found {
  const sign = side === 'right' ? 1 : -1;
  const quotients = [...values]
    .sort((a, b) => b.distance - a.distance)
    .map(({ distance, value }) => oneSided(y, sign * distance, value));
  const quantum = quantumBeside(y, values);
  const noise = noiseOf(quotients).map((own) => Math.max(own, quantum));
  const estimate = isSteep(quotients, 0) ? undefined : choose(extrapolate(quotients, 1, noise));
  if (estimate === undefined) return without({ kind: 'edge', side });
  const { value, error } = estimate;
  const steepest = Math.max(...quotients.map((quotient) => Math.abs(quotient.value)));
  return { best: { value, bound: SAFETY * error, steepest, usual: steepest, side } };
}

/** Where f is flat at the smallest distances alone, the change that ends it: its last digit, but for a jump. */
function quantumBeside(y: number, values: readonly OneSided[]): number {
  const ascending = [...values].sort((a, b) => a.distance - b.distance);
  const first = ascending.findIndex(({ value }) => value !== y);
  if (first <= 0) return 0;
  const height = Math.abs((ascending[first] as OneSided).value - y);
  const size = Math.max(Math.abs(y), ...values.map(({ value }) => Math.abs(value)));
  return height <= HIDDEN_PART * size ? height : 0;
}

function findingOf(scales: readonly Scale[], corner: Corner | undefined): Finding | undefined {
  const finest = scales.reduce((a, b) => (b.leastStep < a.leastStep ? b : a));
  if (finest.isRough) return finest.jump ?? { kind: 'rough' };
  if (scales.every((scale) => scale.isNoisy)) return undefined; // it is round-off alone
  if (isSteep(finest.quotients, finest.leastNoise, finest.lines)) return { kind: 'steep' };
  switch (corner?.kind) {
    case undefined:
    case 'bent':
      return undefined;
    case 'cusp':
      return { kind: 'steep' };
    case 'odd':
      return { kind: 'odd' };
    case 'kink':
      return kinkOf(scales, corner.step);
  }
}

function kinkOf(scales: readonly Scale[], step: number): Finding {
  const slopes = (side: -1 | 1): Estimate | undefined =>
    choose(scales.flatMap((scale) => scale.slopes(side, step)));
  const [left, right] = [slopes(-1), slopes(1)];
  if (left === undefined || right === undefined) return { kind: 'odd' };
  const slopeBound = SAFETY * Math.max(left.error, right.error);
  return { kind: 'kink', left: left.value, right: right.value, slopeBound };
}

/**
 * Whether the derivative is one of the rounding inside f: the smallest steps show one, and all larger
 * ones another, that is not the slope of one side. (exp(x) - 1)/x is a hyperbola between the doubles
 * that exp(x) - 1 is rounded to.
 */
function roundingIn(
  { x }: Surroundings,
  scales: readonly Scale[],
  chosen: Estimate | undefined,
): Finding | undefined {
  const least = LARGE_PART * Math.max(1, Math.abs(x));
  if (chosen === undefined || chosen.step >= least) return undefined;
  const large = choose(scales.flatMap((scale) => scale.estimatesFrom(least)));
  const isSure = large !== undefined && large.error <= SURE_PART * Math.abs(large.value);
  if (!isSure || agree(large, chosen)) return undefined;
  const ofOneSide = ([-1, 1] as const).some((side) => {
    const slope = choose(scales.flatMap((scale) => scale.slopes(side, least)));
    return slope !== undefined && agree(slope, chosen);
  });
  return ofOneSide ? undefined : { kind: 'rough' };
}

function agree(a: Estimate, b: Estimate): boolean {
  return Math.abs(a.value - b.value) <= SAFETY * (a.error + b.error);
}
