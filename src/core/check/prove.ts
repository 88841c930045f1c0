/** @file A derivative judged by proof: against that of the formula itself, over balls. */

import { ClaimReading, type Comparison } from '../exact/claim-reading';
import { digitsRight, hasEnoughDigits } from '../exact/digits-right';
import { type ExactReading, exactReadingOf } from '../exact/exact-reading';
import type { ExactPoint, Figure, NoNumber, Sides } from '../exact/outcome';
import { isClaimed } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import { SMALLEST_NORMAL } from '../round-off/round-off';
import { formatNumber } from '../text/format-number';

/** What is proved of a derivative, and why it is judged so. */
export type Proof =
  | { readonly verdict: 'agree'; readonly reason?: EdgeReason }
  | { readonly verdict: 'disagree'; readonly reason: DisagreeReason }
  | { readonly verdict: 'imprecise'; readonly reason: ImpreciseReason }
  | { readonly verdict: 'kink'; readonly reason: KinkReason }
  | { readonly verdict: 'inconclusive'; readonly reason: UndecidedReason };

/** The slopes on both sides of x. */
export interface KinkReason {
  readonly kind: 'proved-kink';
  readonly left: number;
  readonly right: number;
}

/** The function ends at x: it has a slope on one side alone. */
export interface EdgeReason {
  readonly kind: 'proved-edge';
  readonly side: 'left' | 'right';
  readonly slope: number;
}

export interface ImpreciseReason {
  readonly kind: 'imprecise';
  /** How many significant digits are right. */
  readonly digits: number;
  /** The part of the formula that loses the most, and how many digits are right before and after it. */
  readonly loss?: { readonly text: string; readonly before: number; readonly after: number };
}

type DisagreeReason =
  | KinkReason
  | EdgeReason
  /** NaN as the factor where the derivative is 0. */
  | { readonly kind: 'factor'; readonly factor: number; readonly claim: number }
  /** The claim has no value where there is a derivative. */
  | { readonly kind: 'no-claim' };

type UndecidedReason =
  /** Why there is none: x is outside a domain, or at a jump. */
  | { readonly kind: 'no-derivative'; readonly why: string; readonly isOutside: boolean }
  /** The value or the derivative is beyond the largest double. */
  | { readonly kind: 'overflow' }
  | { readonly kind: 'undecided' };

/** A derivative judged at one point. */
export interface Proved {
  readonly judgement: Proof;
  /** The derivative; at a kink that of the convention, NaN where there is none, or it is not decided. */
  readonly exact: number;
}

/** What is known of the formula itself at a point, and of what is claimed of it. */
export interface ReadPoint extends ExactPoint {
  /** By input, 1 where the claim is known to be the same number; otherwise it is to be compared. */
  readonly equalClaims?: readonly number[];
}

/** Judges the derivatives of one graph. */
export class Prover {
  readonly #reading: ExactReading;
  readonly #claims: ClaimReading;
  readonly #isClaimed: boolean;

  /** @throws DezeroError `no-exact-reading` where a function is known by its values alone */
  constructor(graph: Graph) {
    this.#reading = exactReadingOf(graph);
    this.#claims = new ClaimReading(graph);
    this.#isClaimed = graph.someFunction(isClaimed);
  }

  /** What is known of many points, of which x has one column for each input. */
  read(x: readonly Float64Array[]): readonly ReadPoint[] {
    const wanted = { value: true, gradient: x.map(() => true) };
    const { value, gradient, remarks } = this.#reading.columns(x, wanted);
    const equal = this.#isClaimed ? this.#claims.equal(x, gradient) : undefined;
    return Array.from(
      value,
      (y, i) =>
        remarks.get(i) ?? {
          value: nearest(y),
          gradient: gradient.map((slopes) => nearest(slopes[i] as number)),
          ...(equal && { equalClaims: equal.map((column) => column[i] as number) }),
        },
    );
  }

  /**
   * @param point one number for each input
   * @param k the input by which the derivative is
   * @param computed the derivative as doubles give it
   * @param scale the size of the products that are summed up for it
   */
  judge(
    point: readonly number[],
    k: number,
    exact: ReadPoint,
    computed: number,
    scale: () => number,
  ): Proved {
    const gradient = exact.gradient[k] as Figure | NoNumber;
    const sides = continuousSides(exact, k);
    const compare = (derivative: number): Comparison =>
      exact.equalClaims?.[k] === 1 ? { kind: 'equal' } : this.#claims.compare(point, k, derivative);
    const judgement =
      withoutNumber(exact.value, true) ??
      (isInfinite(exact.value) ? overflow : undefined) ??
      atEdge(sides, computed) ??
      withoutNumber(gradient, false) ??
      (isInfinite(gradient) ? overflow : undefined) ??
      this.#decide(gradient as Figure, computed, scale, compare);
    return { judgement, exact: gradient.kind === 'nearest' ? gradient.value : NaN };
  }

  #decide(
    gradient: Figure,
    computed: number,
    scale: () => number,
    compare: (derivative: number) => Comparison,
  ): Proof {
    const derivative = doubleOf(gradient);
    if (derivative === undefined) return undecided;
    const size = Math.abs(derivative);
    const isZero = derivative === 0 && computed !== 0;
    const against = isZero ? scale() : Math.max(size, SMALLEST_NORMAL);
    const isPrecise = hasEnoughDigits(computed, derivative, against);
    // Without claims backprop is right as a formula, but for its conventions at kinks.
    if (this.#isClaimed || !isPrecise) {
      const comparison = compare(derivative);
      if (comparison.kind !== 'equal') return unequal(comparison, derivative);
    }
    if (gradient.kind !== 'nearest') return undecided;
    if (isPrecise) return { verdict: 'agree' };
    const digits = digitsRight(computed, derivative, against);
    return { verdict: 'imprecise', reason: { kind: 'imprecise', digits } };
  }
}

/** So far apart, as a part of them, both neighbours of what is not decided are as good as one number. */
const NEIGHBOURS = 8.881784197001252e-16; // 2^-50

function doubleOf(figure: Figure): number | undefined {
  if (figure.kind === 'nearest') return figure.value;
  const [lower, upper] = figure.neighbours;
  const isClose = upper - lower <= NEIGHBOURS * Math.abs(lower) && Number.isFinite(lower);
  return isClose ? lower : undefined;
}

const overflow: Proof = { verdict: 'inconclusive', reason: { kind: 'overflow' } };

/** Whether it is a number that is too large for a double. */
function isInfinite(figure: Figure | NoNumber): boolean {
  return figure.kind === 'nearest' && Math.abs(figure.value) === Infinity;
}

const undecided: Proof = { verdict: 'inconclusive', reason: { kind: 'undecided' } };

function nearest(value: number): Figure {
  return { kind: 'nearest', value };
}

function withoutNumber(figure: Figure | NoNumber, isOutside: boolean): Proof | undefined {
  if (figure.kind !== 'none') return undefined;
  const reason = { kind: 'no-derivative', why: figure.why, isOutside } as const;
  return { verdict: 'inconclusive', reason };
}

function withoutSlope(left: number, right: number): Proof {
  const why = `no derivative: slope ${formatNumber(left)} on the left, ${formatNumber(right)} on the right`;
  return { verdict: 'inconclusive', reason: { kind: 'no-derivative', why, isOutside: false } };
}

/** Both sides, where the values there come as near to that at the point as one likes. */
function continuousSides({ value, sides }: ExactPoint, k: number): Sides | undefined {
  const both = sides?.[k];
  if (both === undefined) return undefined;
  const isContinuous = [both.left, both.right].every((side) => {
    return side === undefined || isSameDouble(side.value, value);
  });
  return isContinuous ? both : undefined;
}

function isSameDouble(a: Figure, b: Figure | NoNumber): boolean {
  return a.kind === 'nearest' && b.kind === 'nearest' && a.value === b.value;
}

function unequal(comparison: Comparison, derivative: number): Proof {
  switch (comparison.kind) {
    case 'different': {
      const { claim } = comparison;
      const factor = derivative === 0 ? NaN : claim / derivative;
      return { verdict: 'disagree', reason: { kind: 'factor', factor, claim } };
    }
    case 'nothing':
      return { verdict: 'disagree', reason: { kind: 'no-claim' } };
    default:
      return undecided;
  }
}

/** So far beside a slope, as a part of it, a derivative that doubles give is taken for it. */
const BESIDE = 1e-8;

function isNear(computed: number, slope: number): boolean {
  // To infinity every number is as far as the part of it that is allowed.
  const isBeside = Number.isFinite(slope) && Math.abs(computed - slope) <= BESIDE * Math.abs(slope);
  return computed === slope || isBeside;
}

/** Undefined where x is at no edge of a domain, and at no kink that doubles tell from none. */
function atEdge(sides: Sides | undefined, computed: number): Proof | undefined {
  if (sides === undefined) return undefined;
  const [left, right] = [slopeOf(sides.left), slopeOf(sides.right)];
  if (Number.isNaN(left) || Number.isNaN(right)) return undecided;
  const isOneSlope = left === right && Number.isFinite(left);
  if (isOneSlope) return undefined;
  if (left !== undefined && right !== undefined) return atKink(left, right, computed);
  const slope = left ?? right;
  if (slope === undefined) return undefined;
  const side = left === undefined ? 'right' : 'left';
  const verdict = isNear(computed, slope) ? 'agree' : 'disagree';
  return { verdict, reason: { kind: 'proved-edge', side, slope } };
}

function atKink(left: number, right: number, computed: number): Proof {
  // A vertical tangent, as that of cbrt at 0.
  if (left === right && computed === left) return { verdict: 'agree' };
  const [low, high] = left < right ? [left, right] : [right, left];
  const isBetween =
    (computed >= low && computed <= high) || isNear(computed, low) || isNear(computed, high);
  // There is no derivative, and nothing says that there is one: so does 1/(2 sqrt(x)) sign(x) at 0.
  if (Number.isNaN(computed)) return withoutSlope(left, right);
  const reason = { kind: 'proved-kink', left, right } as const;
  return { verdict: isBetween ? 'kink' : 'disagree', reason };
}

/** Undefined where the function is not defined on that side, NaN where its slope is not decided. */
function slopeOf(side: Sides['left']): number | undefined {
  if (side === undefined) return undefined;
  return side.slope.kind === 'nearest' ? side.slope.value : NaN;
}
