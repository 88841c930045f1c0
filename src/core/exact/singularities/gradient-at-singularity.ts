/** @file The derivative at a singularity that is hit exactly, from the limits on both sides. */

import type { GermContext } from '../../../math/germ/germ-context';
import { formatNumber } from '../../text/format-number';
import type { NodeSingularity } from './node-singularities';
import { decided, NOTHING_KNOWN, type RoundedBall } from '../figures';
import {
  figureOfLimit,
  germsAt,
  type Germs,
  isOutside,
  isZero,
  type Approach,
  sideOf,
} from './one-sided';
import { type Figure, nearestOf, type NoNumber, type Sides } from '../outcome';
import { firstContext, isWorthMore } from '../precision';

/** A point at a singularity, and the input of the derivative. */
interface AtSingularity<T extends RoundedBall<T>> extends Approach {
  /** The result of the chain rule with the conventions of the functions. */
  readonly convention: T;
  /** Why there certainly is no value. */
  readonly fault: NoNumber | undefined;
  /** The singularities that used vertices hit. */
  readonly hit: readonly NodeSingularity[];
}

interface SingularGradient {
  /** Undefined if more bits of the convention may help. */
  readonly gradient: Figure | NoNumber | undefined;
  readonly sides?: Sides;
}

const UNDECIDED: SingularGradient = { gradient: NOTHING_KNOWN };

/** Runs forward in germs, with more terms and bits until the outcome is decided. */
export function gradientAtSingularity<T extends RoundedBall<T>>(
  point: AtSingularity<T>,
): SingularGradient {
  let context = firstContext(point.tape.nodes.length);
  for (;;) {
    const found = attempt(point, germsAt(point, context), context);
    const isDecided = !isUndecided(found);
    const next = isDecided ? undefined : context.more();
    if (next === undefined || !isWorthMore(point.tape.nodes.length, next)) return found;
    context = next;
  }
}

function isUndecided({ gradient, sides }: SingularGradient): boolean {
  const figures = [sides?.left, sides?.right].flatMap((side) =>
    side === undefined ? [] : [side.value, side.slope],
  );
  return [gradient, ...figures].some((figure) => figure?.kind === 'undecided');
}

function attempt<T extends RoundedBall<T>>(
  point: AtSingularity<T>,
  germs: Germs,
  context: GermContext,
): SingularGradient {
  const { left, right } = germs;
  const sides = { left: sideOf(left, -1), right: sideOf(right, 1) };
  const isKnown = [left, right].every((germ) => germ.doubt === undefined || isOutside(germ));
  const hasSides = sides.left !== undefined || sides.right !== undefined;
  if (isUndecided({ gradient: undefined, sides })) context.note('bits');
  if (point.fault !== undefined) {
    return { gradient: point.fault, ...(isKnown && hasSides && { sides }) };
  }
  if (!isKnown) return UNDECIDED;
  if (!hasSides) {
    return { gradient: none(point, 'it has a value at this point, but on neither side of it') };
  }
  const gap = gapOf(point, germs);
  if (gap === undefined) {
    context.note('bits');
    return { gradient: NOTHING_KNOWN, sides };
  }
  if (gap) return { gradient: none(point, describeJump(germs, sides)), sides };
  return slopeAt(point, germs, sides);
}

/** Whether the value jumps at the point; undefined if undecided. */
function gapOf<T extends RoundedBall<T>>(
  { hit, tape }: AtSingularity<T>,
  { isGap }: Germs,
): boolean | undefined {
  // Only a function that jumps makes a gap. floor(x - x) does not, although floor has a jump at 0.
  const isPossible = hit.some(({ isJump, at }) => isJump && isGap(at) !== false);
  if (hit.length > 0 && !isPossible) return false;
  return isGap(tape.graph.vertices.length - 1);
}

/** The derivative where the value is continuous. */
function slopeAt<T extends RoundedBall<T>>(
  point: AtSingularity<T>,
  { left, right }: Germs,
  sides: Sides,
): SingularGradient {
  if (sides.left === undefined || sides.right === undefined) {
    return { gradient: (sides.left ?? sides.right)?.slope, sides };
  }
  const before = left.slope(-1);
  const after = right.slope(1);
  if (before.kind === 'none' || after.kind === 'none') return { gradient: NOTHING_KNOWN, sides };
  const isSteep = before.kind === 'infinite' && after.kind === 'infinite';
  if (isSteep && before.sign === after.sign) return { gradient: sides.right.slope, sides };
  // On the left x decreases as t grows: the slopes are equal if their sum, by t, is 0.
  const isSmooth = isZero(left.plus(right).slope(1));
  if (isSmooth === true) return { gradient: sides.right.slope };
  if (isSmooth === false) return { gradient: conventionAt(point, sides), sides };
  // If the slopes round to the same double it does not matter whether they differ.
  const isOneDouble = areEqual(sides.left.slope, sides.right.slope);
  return { gradient: isOneDouble ? sides.right.slope : NOTHING_KNOWN, sides };
}

/** The derivative at a kink by the conventions of the functions, as in backprop. */
function conventionAt<T extends RoundedBall<T>>(
  point: AtSingularity<T>,
  sides: Sides,
): Figure | NoNumber | undefined {
  const { convention } = point;
  if (convention.doubt === undefined || convention.doubt === 'undecided')
    return decided(convention);
  const left = textOf(sides.left?.slope);
  const right = textOf(sides.right?.slope);
  return none(point, `slope ${left} on the left, ${right} on the right`);
}

function areEqual(a: Figure, b: Figure): boolean {
  return nearestOf(a) === nearestOf(b);
}

/** The outcome that there is no derivative. */
function none<T extends RoundedBall<T>>({ hit, tape }: AtSingularity<T>, why: string): NoNumber {
  const singularity = hit.find(({ isJump }) => isJump) ?? hit[0];
  return { kind: 'none', at: singularity?.at ?? tape.graph.vertices.length - 1, why };
}

/** "a jump from 0 to 1" */
function describeJump({ here }: Germs, { left, right }: Sides): string {
  const value = figureOfLimit(here().limit());
  const shown = [left?.value ?? value, right?.value ?? value];
  if (shown.every((figure) => areEqual(figure, value))) {
    return 'a jump by less than doubles tell apart';
  }
  const isIsland = left !== undefined && right !== undefined && areEqual(left.value, right.value);
  if (isIsland) return `a jump: ${textOf(left.value)} on both sides, ${textOf(value)} at the point`;
  return `a jump from ${textOf(shown[0])} to ${textOf(shown[1])}`;
}

function textOf(figure: Figure | undefined): string {
  return figure?.kind === 'nearest' ? formatNumber(figure.value) : 'an unknown number';
}
