/** @file Judges a derivative by the slopes on both sides, at a kink or at an edge of the domain. */

import { type ExactPoint, nearestOf, type Sides } from '../exact/outcome';
import type { Proof } from './proof';

export const undecided: Proof = { verdict: 'inconclusive', reason: { kind: 'undecided' } };

/** The limits on both sides, if f is continuous at the point. */
export function continuousSides({ value, sides }: ExactPoint, k: number): Sides | undefined {
  const both = sides?.[k];
  if (both === undefined) return undefined;
  const isContinuous = [both.left, both.right].every((side) => {
    return side === undefined || nearestOf(side.value) === nearestOf(value);
  });
  return isContinuous ? both : undefined;
}

/** The relative difference up to which a derivative in doubles counts as equal to a slope. */
const BESIDE = 1e-8;

/** @param scale the size of the products that backprop sums up: beside a slope of 0, their round-off is allowed */
export function isNear(computed: number, slope: number, scale: () => number): boolean {
  if (computed === slope) return true;
  // A fraction of an infinite slope would allow every number.
  if (!Number.isFinite(slope)) return false;
  return Math.abs(computed - slope) <= BESIDE * (slope === 0 ? scale() : Math.abs(slope));
}

/** Whether the derivative is this slope. */
export type IsSlope = (slope: number) => boolean;

/** Undefined if there is a single finite slope, so that x is at no kink and at no edge of the domain. */
export function proveBySides(
  sides: Sides | undefined,
  computed: number,
  isSlope: IsSlope,
): Proof | undefined {
  if (sides === undefined) return undefined;
  const left = slopeOf(sides.left);
  const right = slopeOf(sides.right);
  if (Number.isNaN(left) || Number.isNaN(right)) return undecided;
  const isOneSlope = left === right && Number.isFinite(left);
  if (isOneSlope) return undefined;
  if (left !== undefined && right !== undefined) return atKink(left, right, computed, isSlope);
  const slope = left ?? right;
  if (slope === undefined) return undefined;
  const side = left === undefined ? 'right' : 'left';
  const verdict = isSlope(slope) ? 'agree' : 'disagree';
  return { verdict, reason: { kind: 'proved-edge', side, slope } };
}

function atKink(left: number, right: number, computed: number, isSlope: IsSlope): Proof {
  // A vertical tangent, as of cbrt at 0.
  if (left === right && computed === left) return { verdict: 'agree' };
  const reason = { kind: 'proved-kink', left, right } as const;
  // NaN claims that there is no derivative, as abs(x)/x does for abs(x) at 0.
  if (Number.isNaN(computed)) return { verdict: 'inconclusive', reason };
  const [low, high] = left < right ? [left, right] : [right, left];
  const isBetween = (computed > low && computed < high) || isSlope(low) || isSlope(high);
  return { verdict: isBetween ? 'kink' : 'disagree', reason };
}

/** The slope on one side; undefined outside the domain, NaN if undecided. */
function slopeOf(side: Sides['left']): number | undefined {
  return side && nearestOf(side.slope);
}
