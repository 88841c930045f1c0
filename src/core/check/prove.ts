/** @file A derivative judged by proof: against that of the formula itself, over balls. */

import { ClaimReading, type ClaimComparison } from '../exact/claim-reading';
import { digitsRight, hasEnoughDigits } from '../exact/digits-right';
import { type ExactReading, exactReadingOf } from '../exact/exact-reading';
import type { ExactPoint, Figure, NoNumber } from '../exact/outcome';
import { isClaimed } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import { SMALLEST_NORMAL } from '../round-off/round-off';
import type { Proof } from './proof';
import { atEdge, continuousSides, undecided } from './prove-at-edge';

/** A derivative judged at one point. */
interface Proved {
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
  #claimReading: ClaimReading | undefined;
  readonly #isClaimed: boolean;

  /** @throws DezeroError `no-exact-reading` where a function is known by its values alone */
  constructor(private readonly graph: Graph) {
    this.#reading = exactReadingOf(graph);
    this.#isClaimed = graph.someFunction(isClaimed);
  }

  /** Made where it is asked for: without claims few points do. */
  get #claims(): ClaimReading {
    return (this.#claimReading ??= new ClaimReading(this.graph));
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
    const compare = (derivative: number): ClaimComparison =>
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
    compare: (derivative: number) => ClaimComparison,
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

function nearest(value: number): Figure {
  return { kind: 'nearest', value };
}

function withoutNumber(figure: Figure | NoNumber, isOutside: boolean): Proof | undefined {
  if (figure.kind !== 'none') return undefined;
  const reason = { kind: 'no-derivative', why: figure.why, isOutside } as const;
  return { verdict: 'inconclusive', reason };
}

function unequal(comparison: ClaimComparison, derivative: number): Proof {
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
