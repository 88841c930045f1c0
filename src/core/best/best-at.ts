/** @file Decides on the derivative of f at one x, from the values of f around it. */

import { TWO_UNITS } from '../round-off/round-off';
import { type Corner, cornerOf } from './corner';
import { choose, type Estimate } from './estimate';
import { extrapolate } from './extrapolate';
import type { Finding } from './finding';
import type { OneSidedValue, Surroundings } from './ladder';
import { noiseOf } from './noise';
import { isLastDigit, type Plateau } from './plateau';
import { type KnownNoise, oneSidedQuotient, type QuotientTable, tablesOf } from './quotient-table';
import { isSteep } from './steep';

/** A staircase that x lies on, and its slope seen from afar, where its steps are too small to matter. */
interface Steps {
  readonly height: number;
  readonly isWide: boolean;
  /** The slope if the steps are treated as noise. */
  readonly trend: number;
  readonly trendBound: number;
}

/** The derivative of f at one x, found from its values. */
export interface BestDerivative {
  /** NaN where there is none; at a kink the mean of the slopes on both sides. */
  readonly value: number;
  /** An upper bound on the error of `value`; Infinity where none is known. */
  readonly bound: number;
  /** The slope of the steepest secant from x to any sampled point. */
  readonly steepest: number;
  /** The same for points farther from x only: the scale that a slope must be compared with to count as 0. */
  readonly usual: number;
  readonly finding?: Finding;
  /** Set for a staircase, where the derivative between jumps is 0; `value` is 0 if its steps are wide. */
  readonly steps?: Steps;
  /** Set for a constant: a slope up to this size may be hidden by coarsely rounded values. */
  readonly hidden?: number;
  /** Set at an edge of the domain: `value` is the slope on this side. */
  readonly side?: 'left' | 'right';
}

/**
 * The bound is this many times the estimated error, as that is itself an estimate. On the reference rows
 * (tests/core/best/reference-rows.test.ts) a factor of 1 would do.
 */
const SAFETY = 3;
/** A value of 0 may be the difference of numbers of this size. */
const USUAL_SIZE = 1;
/** Jumps up to this fraction of f may be rounding, to float32 or to six digits. */
const HIDDEN_PART = 2e-5;
/** Points count as far from x from this fraction of the largest step on: a kink or jump beside x is nearer. */
const FAR_PART = 9.765625e-4; // 2^-10
/** An estimate from steps below this fraction of max(|x|, 1) may be a slope of the rounding inside f. */
const LARGE_PART = 9.313225746154785e-10; // 2^-30
/** Larger steps overrule such an estimate if they know their slope to this fraction of it. */
const SURE_PART = 1e-3;

/** The best derivative at one x, and the step that its estimate comes from. */
interface BestAtPoint {
  readonly best: BestDerivative;
  readonly step?: number | undefined;
  /** The noise of f that was assumed at that step. */
  readonly noise?: number;
}

export function bestAt(place: Surroundings, known: KnownNoise, plateau?: Plateau): BestAtPoint {
  const { y } = place;
  if (Number.isNaN(y)) return noDerivative({ kind: 'undefined' });
  if (!Number.isFinite(y)) return noDerivative({ kind: 'pole' });
  const tables = tablesOf(place, known);
  if (tables.length === 0) return atDomainEdge(place);
  const largest = Math.max(...tables.map((table) => table.largestStep));
  const steepest = Math.max(...tables.map((table) => table.steepest()));
  const farSecants = tables.map((table) => table.steepest(FAR_PART * largest));
  const usual = Math.max(plateau?.farSlope ?? 0, ...farSecants);
  const chosen = choose(tables.flatMap((table) => table.estimates));
  const { value, error } = chosen ?? { value: NaN, error: Infinity };
  const height = plateau?.height ?? heightBeside(place);
  const isWide = plateau?.isWide === true;
  const trend = { isWide, trend: value, trendBound: SAFETY * error };
  const steps = height !== undefined && { steps: { height, ...trend } };
  if (plateau?.isWide === true) {
    const found = { value: 0, steepest, usual, ...steps };
    if (plateau.height === undefined) {
      const hidden = (HIDDEN_PART * Math.abs(y)) / largest;
      return { best: { ...found, bound: plateau.resolution / largest, hidden } };
    }
    const lastDigit = TWO_UNITS * (y === 0 ? USUAL_SIZE : Math.abs(y));
    // Only as far as slopes were looked for: beyond, f may be flatter than at x.
    return { best: { ...found, bound: lastDigit / Math.min(plateau.extent, largest) } };
  }
  const corner = cornerOf(tables.flatMap((table) => table.secondDifferences));
  const finding = findingOf(tables, corner) ?? roundingIn(place, tables, chosen);
  if (finding === undefined) {
    // There may be a corner then, of unbounded curvature.
    const bound = Math.max(SAFETY * error, corner?.jump ?? 0);
    const noise = Math.max(...tables.map((table) => table.noiseAt(chosen?.step ?? NaN)));
    return { best: { value, bound, steepest, usual, ...steps }, step: chosen?.step, noise };
  }
  const found = { value, bound: Infinity, steepest, usual, finding };
  if (finding.kind !== 'kink') return { best: found };
  const { left, right } = finding;
  const bound = Math.max(SAFETY * error, Math.abs(right - left) / 2 + finding.slopeBound);
  return { best: { ...found, value: (left + right) / 2, bound } };
}

/** The height of the jump right beside x, if f is flat on the other side of x. */
function heightBeside(place: Surroundings): number | undefined {
  const { y, ladders, finer } = place;
  const { yAhead, yBehind } = [...ladders.flat(), ...finer].reduce((a, b) =>
    b.ahead < a.ahead ? b : a,
  );
  if ((yAhead === y) === (yBehind === y)) return undefined;
  const height = Math.max(Math.abs(yAhead - y), Math.abs(yBehind - y));
  return isLastDigit(height, place) ? undefined : height;
}

function noDerivative(finding: Finding): BestAtPoint {
  return { best: { value: NaN, bound: Infinity, steepest: NaN, usual: NaN, finding } };
}

/** The one-sided slope, if f is finite on one side of x only. */
function atDomainEdge({ y, onlyAhead, onlyBehind }: Surroundings): BestAtPoint {
  const isAhead = onlyAhead.length > 0;
  if (isAhead === onlyBehind.length > 0) return noDerivative({ kind: 'narrow' });
  return isAhead
    ? oneSidedDerivative(y, onlyAhead, 'right')
    : oneSidedDerivative(y, onlyBehind, 'left');
}

function oneSidedDerivative(
  y: number,
  values: readonly OneSidedValue[],
  side: 'left' | 'right',
): BestAtPoint {
  const sign = side === 'right' ? 1 : -1;
  const quotients = [...values]
    .sort((a, b) => b.distance - a.distance)
    .map(({ distance, value }) => oneSidedQuotient(y, sign * distance, value));
  const resolution = resolutionBeside(y, values);
  const noise = noiseOf(quotients).map((own) => Math.max(own, resolution));
  const estimate = isSteep(quotients) ? undefined : choose(extrapolate(quotients, 1, noise));
  if (estimate === undefined) return noDerivative({ kind: 'edge', side });
  const { value, error } = estimate;
  const steepest = Math.max(...quotients.map((quotient) => Math.abs(quotient.value)));
  return { best: { value, bound: SAFETY * error, steepest, usual: steepest, side } };
}

/**
 * If f is flat at the smallest distances, the first change beyond: f cannot show less. 0 if that change is
 * large enough to be a jump.
 */
function resolutionBeside(y: number, values: readonly OneSidedValue[]): number {
  const ascending = [...values].sort((a, b) => a.distance - b.distance);
  const first = ascending.findIndex(({ value }) => value !== y);
  if (first <= 0) return 0;
  const height = Math.abs((ascending[first] as OneSidedValue).value - y);
  const size = Math.max(Math.abs(y), ...values.map(({ value }) => Math.abs(value)));
  return height <= HIDDEN_PART * size ? height : 0;
}

function findingOf(
  tables: readonly QuotientTable[],
  corner: Corner | undefined,
): Finding | undefined {
  const finest = tables.reduce((a, b) => (b.leastStep < a.leastStep ? b : a));
  if (finest.isRough) return finest.jump ?? { kind: 'rough' };
  if (isSteep(finest.quotients, finest.secantSlopes)) return { kind: 'steep' };
  switch (corner?.kind) {
    case undefined:
    case 'unbounded curvature':
      return undefined;
    case 'cusp':
      return { kind: 'steep' };
    case 'odd':
      return { kind: 'odd' };
    case 'kink':
      return kinkOf(tables, corner.step);
  }
}

function kinkOf(tables: readonly QuotientTable[], step: number): Finding {
  const slopes = (side: -1 | 1): Estimate | undefined =>
    choose(tables.flatMap((table) => table.slopes(side, step)));
  const left = slopes(-1);
  const right = slopes(1);
  if (left === undefined || right === undefined) return { kind: 'odd' };
  const slopeBound = SAFETY * Math.max(left.error, right.error);
  return { kind: 'kink', left: left.value, right: right.value, slopeBound };
}

/**
 * Whether the estimate is a slope of the rounding inside f: small steps show it, but all larger steps
 * show another slope, and it is not the slope of one side either. Example: near 0 (exp(x) - 1)/x is a
 * hyperbola wherever the rounded exp(x) - 1 stays constant.
 */
function roundingIn(
  { x }: Surroundings,
  tables: readonly QuotientTable[],
  chosen: Estimate | undefined,
): Finding | undefined {
  const least = LARGE_PART * Math.max(1, Math.abs(x));
  if (chosen === undefined || chosen.step >= least) return undefined;
  const large = choose(tables.flatMap((table) => table.estimatesFrom(least)));
  const isSure = large !== undefined && large.error <= SURE_PART * Math.abs(large.value);
  if (!isSure || agree(large, chosen)) return undefined;
  const ofOneSide = ([-1, 1] as const).some((side) => {
    const slope = choose(tables.flatMap((table) => table.slopes(side, least)));
    return slope !== undefined && agree(slope, chosen);
  });
  return ofOneSide ? undefined : { kind: 'rough' };
}

function agree(a: Estimate, b: Estimate): boolean {
  return Math.abs(a.value - b.value) <= SAFETY * (a.error + b.error);
}
