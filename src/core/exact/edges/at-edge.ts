/** @file The derivative at an edge that is hit exactly: from what the function is on both sides. */

import type { GermContext } from '../../../math/germ/germ-context';
import { formatNumber } from '../../text/format-number';
import type { Edge } from './edges';
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
import type { Figure, NoNumber, Sides } from '../outcome';
import { firstContext, isWorthMore } from '../precision';

/** A point at an edge, and the input by which the derivative is asked for. */
interface AtEdge<T extends RoundedBall<T>> extends Approach {
  /** What the chain rule gives with the conventions of the functions. */
  readonly convention: T;
  /** Why there is no value, where there certainly is none. */
  readonly fault: NoNumber | undefined;
  /** The edges that are hit by vertices that are used. */
  readonly hit: readonly Edge[];
}

interface EdgeGradient {
  /** Undefined where more bits of the convention may help. */
  readonly gradient: Figure | NoNumber | undefined;
  readonly sides?: Sides;
}

const UNDECIDED: EdgeGradient = { gradient: NOTHING_KNOWN };

/** Forward in germs, with more and more terms and bits until the question is decided. */
export function gradientAtEdge<T extends RoundedBall<T>>(edge: AtEdge<T>): EdgeGradient {
  let context = firstContext(edge.tape.nodes.length);
  for (;;) {
    const found = attempt(edge, germsAt(edge, context), context);
    const isDecided = !isUndecided(found);
    const next = isDecided ? undefined : context.more();
    if (next === undefined || !isWorthMore(edge.tape.nodes.length, next)) return found;
    context = next;
  }
}

function isUndecided({ gradient, sides }: EdgeGradient): boolean {
  const figures = [sides?.left, sides?.right].flatMap((side) =>
    side === undefined ? [] : [side.value, side.slope],
  );
  return [gradient, ...figures].some((figure) => figure?.kind === 'undecided');
}

function attempt<T extends RoundedBall<T>>(
  edge: AtEdge<T>,
  germs: Germs,
  context: GermContext,
): EdgeGradient {
  const { left, right } = germs;
  const sides = { left: sideOf(left, -1), right: sideOf(right, 1) };
  const isKnown = [left, right].every((germ) => germ.doubt === undefined || isOutside(germ));
  const hasSides = sides.left !== undefined || sides.right !== undefined;
  if (isUndecided({ gradient: undefined, sides })) context.note('bits');
  if (edge.fault !== undefined) {
    return { gradient: edge.fault, ...(isKnown && hasSides && { sides }) };
  }
  if (!isKnown) return UNDECIDED;
  if (!hasSides) {
    return { gradient: none(edge, 'it has a value at this point, but on neither side of it') };
  }
  const gap = gapOf(edge, germs);
  if (gap === undefined) {
    context.note('bits');
    return { gradient: NOTHING_KNOWN, sides };
  }
  if (gap) return { gradient: none(edge, describeJump(germs, sides)), sides };
  return slopeAt(edge, germs, sides);
}

/** Whether the value jumps beside the point; undefined where that is not decided. */
function gapOf<T extends RoundedBall<T>>(
  { hit, tape }: AtEdge<T>,
  { isGap }: Germs,
): boolean | undefined {
  // Without a function that jumps there is no gap: floor(x - x) does not, though 0 is where floor does.
  const isPossible = hit.some(({ isJump, at }) => isJump && isGap(at) !== false);
  if (hit.length > 0 && !isPossible) return false;
  return isGap(tape.graph.vertices.length - 1);
}

/** The derivative where the value has no gap. */
function slopeAt<T extends RoundedBall<T>>(
  edge: AtEdge<T>,
  { left, right }: Germs,
  sides: Sides,
): EdgeGradient {
  if (sides.left === undefined || sides.right === undefined) {
    return { gradient: (sides.left ?? sides.right)?.slope, sides };
  }
  const [before, after] = [left.slope(-1), right.slope(1)];
  if (before.kind === 'none' || after.kind === 'none') return { gradient: NOTHING_KNOWN, sides };
  const isSteep = before.kind === 'infinite' && after.kind === 'infinite';
  if (isSteep && before.sign === after.sign) return { gradient: sides.right.slope, sides };
  // On the left the slope by t is that by x with the other sign; an infinite one is not 0.
  const isSmooth = isZero(left.plus(right).slope(1));
  if (isSmooth === true) return { gradient: sides.right.slope };
  if (isSmooth === false) return { gradient: conventionAt(edge, sides), sides };
  // Both slopes are the same double, whether or not they differ beyond it.
  const isOneDouble = areEqual(sides.left.slope, sides.right.slope);
  return { gradient: isOneDouble ? sides.right.slope : NOTHING_KNOWN, sides };
}

/** The value that the functions agree on for a kink, as backprop does. */
function conventionAt<T extends RoundedBall<T>>(
  edge: AtEdge<T>,
  sides: Sides,
): Figure | NoNumber | undefined {
  const { convention } = edge;
  if (convention.doubt === undefined || convention.doubt === 'undecided')
    return decided(convention);
  const [left, right] = [textOf(sides.left?.slope), textOf(sides.right?.slope)];
  return none(edge, `slope ${left} on the left, ${right} on the right`);
}

function areEqual(a: Figure, b: Figure): boolean {
  return a.kind === 'nearest' && b.kind === 'nearest' && a.value === b.value;
}

/** That there is no derivative. */
function none<T extends RoundedBall<T>>({ hit, tape }: AtEdge<T>, why: string): NoNumber {
  const edge = hit.find(({ isJump }) => isJump) ?? hit[0];
  return { kind: 'none', at: edge?.at ?? tape.graph.vertices.length - 1, why };
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
