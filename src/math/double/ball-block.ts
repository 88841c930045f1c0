/**
 * @file Balls of double-doubles for a block of points, in lists of doubles: the middle and the radius.
 *
 * The same arithmetic as that of DoubleBall, whose objects cost more than the arithmetic itself. It is for
 * numbers of ordinary size, other than 0, about which there is no doubt: all others get the radius NaN,
 * which stays, and their points are read one by one.
 */

import {
  expRadius,
  leastSize,
  productRadius,
  quotientRadius,
  rootRadius,
  sumRadius,
  WIDE,
} from './ball-radius';
import { DoubleBall } from './double-ball';
import { add, divide, multiply, squareRoot } from './double-double';
import { certainSign, LARGE, ROUNDED_UP, SMALL } from './double-form';
import { expKernel } from './exp-kernel';
import type { SimpleStep } from './recorded-ball';
import { powerOfTwo } from '../scaling';

/** Of larger numbers e^x is not of ordinary size: 199 ln2 is 137.9. */
const LARGEST_ORDINARY_EXP = 137;

/** Lists by point. */
export interface BallBlock {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
  readonly radius: Float64Array;
}

export function newBlock(length: number): BallBlock {
  return {
    hi: new Float64Array(length),
    lo: new Float64Array(length),
    radius: new Float64Array(length),
  };
}

/** The radius to keep: NaN where the number is not of the kind. */
function kept(hi: number, radius: number): number {
  const size = Math.abs(hi);
  const rounded = radius * ROUNDED_UP;
  return rounded <= size && size > SMALL && size < LARGE ? rounded : NaN;
}

/** The first `count` doubles of x from `start`. */
export function fillFromDoubles(
  to: BallBlock,
  x: Float64Array,
  start: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const hi = x[start + i] as number;
    to.hi[i] = hi;
    to.radius[i] = kept(hi, 0);
  }
}

/** Marks the points that are not asked for: the steps pass them by. */
export function leaveOut({ radius }: BallBlock, isAsked: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) if (isAsked[i] === 0) radius[i] = NaN;
}

/** No longer asks for the points at which nothing is known, or which are 0. */
export function dropUnknown({ hi, radius }: BallBlock, isAsked: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) if (hi[i] === 0 || Number.isNaN(radius[i])) isAsked[i] = 0;
}

/** No longer asks for the points that are not certainly of that sign. */
export function dropOthers(
  block: BallBlock,
  sign: 1 | -1,
  isAsked: Uint8Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) if (!isOfSign(block, i, sign)) isAsked[i] = 0;
}

/** Takes over the points that are asked for. */
export function copyWhere(
  to: BallBlock,
  from: BallBlock,
  isAsked: Uint8Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    if (isAsked[i] === 0) continue;
    to.hi[i] = from.hi[i] as number;
    to.lo[i] = from.lo[i] as number;
    to.radius[i] = from.radius[i] as number;
  }
}

/** Puts a ball at index i. */
function put({ hi, lo, radius }: BallBlock, i: number, ball: DoubleBall): void {
  const isOrdinary = ball.exponent === 0 && ball.radius < Infinity && ball.hi !== 0;
  hi[i] = ball.hi;
  lo[i] = ball.lo;
  radius[i] = isOrdinary ? ball.radius : NaN;
}

/** The same ball for all points; 0 is allowed here, as what is known was asked for it already. */
export function fillWithBall(to: BallBlock, ball: DoubleBall): void {
  const isKnown = ball.exponent === 0 && ball.radius < Infinity;
  to.hi.fill(ball.hi);
  to.lo.fill(ball.lo);
  to.radius.fill(isKnown ? ball.radius : NaN);
}

/** Runs one step, in lists for what nearly all formulas are made of and ball by ball for the rest, for the first `count` points. */
export function runStep(step: SimpleStep, blocks: readonly BallBlock[], count: number): void {
  const to = blocks[step.to] as BallBlock;
  const a = blocks[step.a] as BallBlock;
  if (step.does === 'negated') negate(to, a, count);
  else if (step.does === 'exp') exponentiate(to, a, count);
  else if (step.does === 'plus') sum(to, a, blocks[step.b] as BallBlock, count);
  else if (step.does === 'times') product(to, a, blocks[step.b] as BallBlock, count);
  else if (step.does === 'over') quotient(to, a, blocks[step.b] as BallBlock, count);
  else if (step.does === 'sqrt') root(to, a, count);
  else {
    const b = 'b' in step ? (blocks[step.b] as BallBlock) : a;
    for (let i = 0; i < count; i++) {
      if (Number.isNaN(a.radius[i]) || Number.isNaN(b.radius[i])) to.radius[i] = NaN;
      else if ('b' in step) put(to, i, ballAt(a, i)[step.does](ballAt(b, i)));
      else put(to, i, ballAt(a, i)[step.does]());
    }
  }
}

export function ballAt({ hi, lo, radius }: BallBlock, i: number): DoubleBall {
  return DoubleBall.ordinary(hi[i] as number, lo[i] as number, radius[i] as number);
}

function sum(to: BallBlock, a: BallBlock, b: BallBlock, count: number): void {
  const { hi: aHi, lo: aLo, radius: aRadius } = a;
  const { hi: bHi, lo: bLo, radius: bRadius } = b;
  for (let i = 0; i < count; i++) {
    const { hi, lo } = add(
      { hi: aHi[i] as number, lo: aLo[i] as number },
      { hi: bHi[i] as number, lo: bLo[i] as number },
    );
    to.hi[i] = hi;
    to.lo[i] = lo;
    to.radius[i] = kept(hi, sumRadius((aRadius[i] as number) + (bRadius[i] as number), hi));
  }
}

function product(to: BallBlock, a: BallBlock, b: BallBlock, count: number): void {
  const { hi: aHi, lo: aLo, radius: aRadius } = a;
  const { hi: bHi, lo: bLo, radius: bRadius } = b;
  for (let i = 0; i < count; i++) {
    const p = aHi[i] as number;
    const q = bHi[i] as number;
    const { hi, lo } = multiply({ hi: p, lo: aLo[i] as number }, { hi: q, lo: bLo[i] as number });
    to.hi[i] = hi;
    to.lo[i] = lo;
    const radius = productRadius(p, aRadius[i] as number, q, bRadius[i] as number, hi);
    to.radius[i] = kept(hi, radius);
  }
}

function quotient(to: BallBlock, a: BallBlock, b: BallBlock, count: number): void {
  for (let i = 0; i < count; i++) {
    const divisor = b.hi[i] as number;
    const bRadius = b.radius[i] as number;
    const least = leastSize(divisor, bRadius);
    if (!(least > 0)) {
      to.radius[i] = NaN;
      continue;
    }
    const { hi, lo } = divide(
      { hi: a.hi[i] as number, lo: a.lo[i] as number },
      { hi: divisor, lo: b.lo[i] as number },
    );
    to.hi[i] = hi;
    to.lo[i] = lo;
    to.radius[i] = kept(hi, quotientRadius(a.radius[i] as number, bRadius, least, hi));
  }
}

function root(to: BallBlock, a: BallBlock, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = a.hi[i] as number;
    const radius = a.radius[i] as number;
    if (!(radius <= WIDE * x)) {
      to.radius[i] = NaN;
      continue;
    }
    const { hi, lo } = squareRoot({ hi: x, lo: a.lo[i] as number });
    to.hi[i] = hi;
    to.lo[i] = lo;
    to.radius[i] = kept(hi, rootRadius(radius, hi));
  }
}

function negate(to: BallBlock, a: BallBlock, count: number): void {
  for (let i = 0; i < count; i++) {
    to.hi[i] = -(a.hi[i] as number);
    to.lo[i] = -(a.lo[i] as number);
    to.radius[i] = a.radius[i] as number;
  }
}

function exponentiate(to: BallBlock, a: BallBlock, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = a.hi[i] as number;
    const bound = a.radius[i] as number;
    if (!(bound <= WIDE && Math.abs(x) <= LARGEST_ORDINARY_EXP)) {
      to.radius[i] = NaN;
      continue;
    }
    const { hi, lo, exponent } = expKernel(x, a.lo[i] as number);
    const factor = powerOfTwo(exponent);
    to.hi[i] = hi * factor;
    to.lo[i] = lo * factor;
    to.radius[i] = kept(hi * factor, expRadius(bound, hi) * factor);
  }
}

/** Whether all numbers in a ball have this sign. */
function isOfSign({ hi, lo, radius }: BallBlock, i: number, sign: 1 | -1): boolean {
  return certainSign(hi[i] as number, lo[i] as number, radius[i] as number) === sign;
}

/** The nearest doubles of the first `count` points; NaN where they are not decided. */
export function nearestOf({ hi, lo, radius }: BallBlock, into: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const middle = hi[i] as number;
    const low = middle + ((lo[i] as number) - (radius[i] as number));
    const high = middle + ((lo[i] as number) + (radius[i] as number));
    into[i] = low === high ? low + 0 : NaN;
  }
}
