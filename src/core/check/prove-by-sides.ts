/** @file A derivative beside the slopes on both sides, where a point is at a kink or at the edge of a domain. */

import type { ExactPoint, Figure, NoNumber, Sides } from '../exact/outcome';
import { formatNumber } from '../text/format-number';
import type { Proof } from './proof';

export const undecided: Proof = { verdict: 'inconclusive', reason: { kind: 'undecided' } };

/** Both sides, where the values there come as near to that at the point as one likes. */
export function continuousSides({ value, sides }: ExactPoint, k: number): Sides | undefined {
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

/** So far beside a slope, as a part of it, a derivative that doubles give is taken for it. */
const BESIDE = 1e-8;

function isNear(computed: number, slope: number): boolean {
  // To infinity every number is as far as the part of it that is allowed.
  const isBeside = Number.isFinite(slope) && Math.abs(computed - slope) <= BESIDE * Math.abs(slope);
  return computed === slope || isBeside;
}

/** Undefined where x is at no edge of a domain, and at no kink that doubles tell from none. */
export function proveBySides(sides: Sides | undefined, computed: number): Proof | undefined {
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
  // No number is claimed where there is none, as abs(x)/x claims none for abs(x) at 0.
  if (Number.isNaN(computed)) return withoutSlope(left, right);
  const [low, high] = left < right ? [left, right] : [right, left];
  const isBetween =
    (computed >= low && computed <= high) || isNear(computed, low) || isNear(computed, high);
  const reason = { kind: 'proved-kink', left, right } as const;
  return { verdict: isBetween ? 'kink' : 'disagree', reason };
}

/** Undefined where the function is not defined on that side, NaN where its slope is not decided. */
function slopeOf(side: Sides['left']): number | undefined {
  if (side === undefined) return undefined;
  return side.slope.kind === 'nearest' ? side.slope.value : NaN;
}

function withoutSlope(left: number, right: number): Proof {
  const why = `no derivative: slope ${formatNumber(left)} on the left, ${formatNumber(right)} on the right`;
  return { verdict: 'inconclusive', reason: { kind: 'no-derivative', why, isOutside: false } };
}
