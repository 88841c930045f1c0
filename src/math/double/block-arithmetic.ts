/**
 * @file Arithmetic of blocks of balls: the same as that of DoubleBall, in arrays.
 *
 * Sum, product and quotient repeat `add`, `multiply` and `divide` of double-double.ts without their objects,
 * which V8 does not remove here: they took as long as the arithmetic.
 */

import { type BallBlock, ballAt, storedRadius } from './ball-block';
import {
  expRadius,
  leastSize,
  productRadius,
  quotientRadius,
  sumRadius,
  WIDE,
} from './ball-radius';
import type { DoubleBall } from './double-ball';
import { fastSumError, keptLow, productError, sumError, keptWhole } from './double-double';
import { expKernel } from './exp-kernel';
import type { SimpleStep } from './recorded-ball';
import { powerOfTwo } from '../scaling';

/** For larger x, e^x is not of ordinary size: 199 ln2 is 137.9. */
const LARGEST_ORDINARY_EXP = 137;

/** Runs one step for the first `count` points: common operations in arrays, the others ball by ball. */
export function runStep(step: SimpleStep, blocks: readonly BallBlock[], count: number): void {
  const to = blocks[step.to] as BallBlock;
  const a = blocks[step.a] as BallBlock;
  if (step.does === 'negated') negate(to, a, count);
  else if (step.does === 'exp') exponentiate(to, a, count);
  else if (step.does === 'plus') sum(to, a, blocks[step.b] as BallBlock, count);
  else if (step.does === 'times') product(to, a, blocks[step.b] as BallBlock, count);
  else if (step.does === 'over') quotient(to, a, blocks[step.b] as BallBlock, count);
  else {
    const b = 'b' in step ? (blocks[step.b] as BallBlock) : a;
    for (let i = 0; i < count; i++) {
      if (Number.isNaN(a.radius[i]) || Number.isNaN(b.radius[i])) to.radius[i] = NaN;
      else if ('b' in step) put(to, i, ballAt(a, i)[step.does](ballAt(b, i)));
      else put(to, i, ballAt(a, i)[step.does]());
    }
  }
}

/** Stores a ball at index i. */
function put({ hi, lo, radius }: BallBlock, i: number, ball: DoubleBall): void {
  const isOrdinary = ball.exponent === 0 && ball.radius < Infinity && ball.hi !== 0;
  hi[i] = ball.hi;
  lo[i] = ball.lo;
  radius[i] = isOrdinary ? ball.radius : NaN;
}

function sum(to: BallBlock, a: BallBlock, b: BallBlock, count: number): void {
  const { hi: toHi, lo: toLo, radius: toRadius } = to;
  const { hi: aHi, lo: aLo, radius: aRadius } = a;
  const { hi: bHi, lo: bLo, radius: bRadius } = b;
  for (let i = 0; i < count; i++) {
    const p = aHi[i] as number;
    const pLow = aLo[i] as number;
    const q = bHi[i] as number;
    const qLow = bLo[i] as number;
    const high = p + q;
    const low = pLow + qLow;
    const rest = sumError(p, q, high) + low;
    const nearly = high + rest;
    const last = sumError(pLow, qLow, low) + fastSumError(high, rest, nearly);
    const hi = nearly + last;
    toHi[i] = hi;
    toLo[i] = fastSumError(nearly, last, hi);
    toRadius[i] = storedRadius(hi, sumRadius((aRadius[i] as number) + (bRadius[i] as number), hi));
  }
}

function product(to: BallBlock, a: BallBlock, b: BallBlock, count: number): void {
  const { hi: toHi, lo: toLo, radius: toRadius } = to;
  const { hi: aHi, lo: aLo, radius: aRadius } = a;
  const { hi: bHi, lo: bLo, radius: bRadius } = b;
  for (let i = 0; i < count; i++) {
    const p = aHi[i] as number;
    const q = bHi[i] as number;
    const high = p * q;
    const low = productError(p, q, high) + (p * (bLo[i] as number) + (aLo[i] as number) * q);
    const hi = high + low;
    toHi[i] = hi;
    toLo[i] = fastSumError(high, low, hi);
    const radius = productRadius(p, aRadius[i] as number, q, bRadius[i] as number, hi);
    toRadius[i] = storedRadius(hi, radius);
  }
}

function quotient(to: BallBlock, a: BallBlock, b: BallBlock, count: number): void {
  const { hi: toHi, lo: toLo, radius: toRadius } = to;
  const { hi: aHi, lo: aLo, radius: aRadius } = a;
  const { hi: bHi, lo: bLo, radius: bRadius } = b;
  for (let i = 0; i < count; i++) {
    const p = aHi[i] as number;
    const q = bHi[i] as number;
    const least = leastSize(q, bRadius[i] as number);
    if (!(least > 0)) {
      toRadius[i] = NaN;
      continue;
    }
    const high = p / q;
    const product = high * q;
    const rest =
      p -
      product -
      productError(high, q, product) +
      ((aLo[i] as number) - high * (bLo[i] as number));
    const low = rest / q;
    const hi = high + low;
    toHi[i] = hi;
    toLo[i] = fastSumError(high, low, hi);
    toRadius[i] = storedRadius(
      hi,
      quotientRadius(aRadius[i] as number, bRadius[i] as number, least, hi),
    );
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
    const hi = expKernel(x, a.lo[i] as number);
    const factor = powerOfTwo(keptWhole());
    to.hi[i] = hi * factor;
    to.lo[i] = keptLow() * factor;
    to.radius[i] = storedRadius(hi * factor, expRadius(bound, hi) * factor);
  }
}
