/** @file Judges a derivative at one point by proof. */

import type { ClaimComparison, ClaimReading } from '../exact/claim-reading';
import { pointAt } from '../engine/at-point';
import { digitsRight, hasEnoughDigits } from '../exact/digits-right';
import type { ExactPoint, Figure, NoNumber } from '../exact/outcome';
import type { ExactColumns } from '../exact/read-columns';
import { SMALLEST_NORMAL } from '../round-off/round-off';
import { overflow, type Proof } from './proof';
import { continuousSides, type IsSlope, isNear, proveBySides, undecided } from './prove-by-sides';

interface Proved {
  readonly judgement: Proof;
  /** The exact derivative; at a kink that of the convention. NaN if there is none or it is undecided. */
  readonly exact: number;
}

/** Judges derivatives at the points of one block. */
export class PointProver {
  /**
   * @param exact the exact results
   * @param equal by input and point, 1 if the claim is known to be equal; undefined without claims
   */
  constructor(
    private readonly x: readonly Float64Array[],
    private readonly exact: ExactColumns,
    private readonly equal: readonly Uint8Array[] | undefined,
    private readonly claims: () => ClaimReading,
  ) {}

  /**
   * @param i the index of the point
   * @param k the input of the derivative
   * @param computed the derivative in doubles
   * @param scale the size of the products that backprop sums up
   */
  judge(i: number, k: number, computed: number, scale: () => number): Proved {
    const exact = this.exact.gradient[k]?.[i] as number;
    const remark = this.exact.remarks.get(i);
    // Most points have no remark, and need no objects.
    const judgement =
      (remark && special(remark, k, computed, this.#isSlope(i, k, computed, scale))) ??
      this.#decide(i, k, remark, exact, computed, scale);
    return { judgement, exact };
  }

  /** A claim that doubles show to be near to a slope is compared with that over balls, too. */
  #isSlope(i: number, k: number, computed: number, scale: () => number): IsSlope {
    return (slope) => {
      if (!isNear(computed, slope, scale)) return false;
      if (this.equal === undefined) return true;
      return this.claims().compare(pointAt(this.x, i), k, slope, true).kind !== 'different';
    };
  }

  #decide(
    i: number,
    k: number,
    remark: ExactPoint | undefined,
    exact: number,
    computed: number,
    scale: () => number,
  ): Proof {
    const isNearest = !Number.isNaN(exact);
    const derivative = isNearest ? exact : nearly(remark?.gradient[k]);
    if (derivative === undefined) return undecided;
    const isZero = derivative === 0 && computed !== 0;
    const against = isZero ? scale() : Math.max(Math.abs(derivative), SMALLEST_NORMAL);
    const isPrecise = hasEnoughDigits(computed, derivative, against);
    const isEqual = this.equal === undefined ? isPrecise : this.equal[k]?.[i] === 1;
    if (!isEqual) {
      const hasSides = remark?.sides?.[k] !== undefined;
      const comparison = this.claims().compare(pointAt(this.x, i), k, derivative, hasSides);
      if (comparison.kind !== 'equal') {
        return unequal(comparison, derivative, this.equal !== undefined);
      }
    }
    if (!isNearest) return undecided;
    if (isInfinite(derivative)) return overflow;
    if (isPrecise) return agree;
    const digits = digitsRight(computed, derivative, against);
    return { verdict: 'imprecise', reason: { kind: 'imprecise', digits } };
  }
}

/** The verdict on a point with a remark that does not depend on comparing numbers. */
function special(
  exact: ExactPoint,
  k: number,
  computed: number,
  isSlope: IsSlope,
): Proof | undefined {
  const known =
    withoutNumber(exact.value, true) ??
    proveBySides(continuousSides(exact, k), computed, isSlope) ??
    withoutNumber(exact.gradient[k] as Figure | NoNumber, false);
  if (known !== undefined || exact.value.kind !== 'undecided') return known;
  // Without the value nothing tells whether slopes that differ are those of a kink or of a jump.
  return proveBySides(exact.sides?.[k], computed, isSlope) && undecided;
}

/** Neighbours that are relatively this close are as good as one number for a comparison. */
const NEIGHBOURS = 8.881784197001252e-16; // 2^-50

/** The derivative if it is undecided between two neighbours that are this close. */
function nearly(figure: Figure | NoNumber | undefined): number | undefined {
  if (figure?.kind !== 'undecided') return undefined;
  const [lower, upper] = figure.neighbours;
  const isClose = upper - lower <= NEIGHBOURS * Math.abs(lower) && Number.isFinite(lower);
  return isClose ? lower : undefined;
}

const agree: Proof = { verdict: 'agree' };

/** Whether the number exceeds the largest double. */
function isInfinite(nearest: number): boolean {
  return Math.abs(nearest) === Infinity;
}

function withoutNumber(figure: Figure | NoNumber, isOutside: boolean): Proof | undefined {
  if (figure.kind !== 'none') return undefined;
  const reason = { kind: 'no-derivative', why: figure.why, isOutside } as const;
  return { verdict: 'inconclusive', reason };
}

function unequal(comparison: ClaimComparison, derivative: number, isClaimed: boolean): Proof {
  switch (comparison.kind) {
    case 'different': {
      const { claim, factor: beyond } = comparison;
      if (beyond !== undefined) {
        return { verdict: 'disagree', reason: { kind: 'beyond-doubles', factor: beyond } };
      }
      const factor = derivative === 0 ? NaN : claim / derivative;
      return { verdict: 'disagree', reason: { kind: 'factor', factor, claim } };
    }
    case 'nothing':
      return { verdict: 'disagree', reason: { kind: 'no-claim', isClaimed } };
    default:
      return isInfinite(derivative) ? overflow : undecided;
  }
}
