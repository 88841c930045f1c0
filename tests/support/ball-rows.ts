/** @file Balls of the fixture balls.jsonl, and whether a result holds what it must. */

import type { Ball } from '../../src/math/ball';
import { DoubleBall } from '../../src/math/double/double-ball';
import { WholeBall } from '../../src/math/whole/whole-ball';
import { magnitudeRatio, minus, ofDecimal, ofDouble, plus, type Rational, times } from './rational';

/** hi, lo, radius, exponent: (hi + lo +- radius) 2^exponent. */
export type BallParts = readonly [hi: number, lo: number, radius: number, exponent: number];

type Value = string | null;

export type BallRow =
  | readonly [operation: string, x: BallParts, values: readonly Value[]]
  | readonly [operation: string, x: BallParts, y: BallParts, values: readonly Value[]];

function powerOfTwo(exponent: number): Rational {
  return exponent >= 0
    ? { numerator: 1n << BigInt(exponent), denominator: 1n }
    : { numerator: 1n, denominator: 1n << BigInt(-exponent) };
}

/** The number in the middle of a ball of whole numbers or double-doubles. */
export function middle(ball: WholeBall | DoubleBall): Rational {
  const mantissa =
    ball instanceof WholeBall
      ? { numerator: ball.mantissa, denominator: 1n }
      : plus(ofDouble(ball.hi), ofDouble(ball.lo));
  return times(mantissa, powerOfTwo(ball.exponent));
}

export function radius(ball: WholeBall | DoubleBall): Rational {
  return times(ofDouble(ball.radius), powerOfTwo(ball.exponent));
}

function scaled<T extends Ball<T>>(ball: T, exponent: number): T {
  let result = ball;
  for (let rest = exponent; rest !== 0;) {
    const step = Math.max(-900, Math.min(900, rest));
    result = result.times(2 ** step);
    rest -= step;
  }
  return result;
}

/** The ball of these parts, in the arithmetic of `like`. */
export function ballOf<T extends Ball<T>>(like: T, [hi, lo, r, exponent]: BallParts): T {
  return scaled(like.exact(hi).plus(lo).widened(like.exact(r)), exponent);
}

/** What is wrong with a result, given the values that it must hold; undefined if nothing is. */
export function complaint(
  ball: WholeBall | DoubleBall,
  values: readonly Value[],
): string | undefined {
  const isKnown = ball.doubt === undefined;
  for (const value of values) {
    if (value === null) {
      if (isKnown) return 'it has no value everywhere, but the ball knows one';
    } else if (ball.doubt === 'outside' || ball.doubt === 'pole') {
      return `it has a value, but the ball says ${ball.doubt}`;
    } else if (isKnown && !holds(ball, value)) {
      return `the ball does not hold ${value}`;
    }
  }
  return undefined;
}

const LARGEST = 7300;

const absolute = ({ numerator, denominator }: Rational): Rational => ({
  numerator: numerator < 0n ? -numerator : numerator,
  denominator,
});

const isMore = (a: Rational, b: Rational): boolean => minus(a, b).numerator > 0n;

function holds(ball: WholeBall | DoubleBall, value: string): boolean {
  const nearest = ball.nearest();
  const isBeyond = Math.abs(ball.exponent) > LARGEST + 4000;
  if (value.endsWith('huge') || value.endsWith('tiny')) {
    const [size, sign] = [value.endsWith('huge') ? Infinity : 0, value.startsWith('-') ? -1 : 1];
    const isSign = ball.sign === undefined || ball.sign === sign;
    if (nearest !== undefined || isBeyond) return isSign && Math.abs(nearest ?? size) === size;
    // A wide ball must reach as far.
    return size === Infinity
      ? isSign && magnitudeRatio(plus(absolute(middle(ball)), radius(ball)), ofDouble(1)) > 1e308
      : isSign && !isMore(absolute(middle(ball)), plus(radius(ball), ofDouble(Number.MIN_VALUE)));
  }
  if (isBeyond) {
    // The ball holds 0, and the value is above e^-5000; or the ball is beyond e^5000.
    return ball.exponent > 0 ? ball.sign === undefined : value === '0.0' && ball.sign === undefined;
  }
  const truth = ofDecimal(value);
  const off = minus(middle(ball), truth);
  if (off.numerator === 0n) return true;
  // The fixture has 40 digits.
  if (truth.numerator !== 0n && magnitudeRatio(off, truth) < 1e-39) return true;
  if (ball.radius === 0) return false;
  return magnitudeRatio(off, radius(ball)) <= 1 + 1e-39 * magnitudeRatio(truth, radius(ball));
}

/** What an operation makes of the balls of a row. */
export function resultOf<T extends Ball<T>>(like: T, row: BallRow): T {
  const [operation, x] = row;
  const operands = row.length === 4 ? [ballOf(like, row[2])] : [];
  const ball = ballOf(like, x) as unknown as Record<string, ((...y: T[]) => T) | undefined>;
  return ball[operation]?.(...operands) as T;
}

/** Whether the doubt about a row's result must be gone: all its points have a value of a measure. */
export function isMeasured(values: readonly Value[]): boolean {
  return values.every((value) => value !== null && !/huge|tiny/.test(value));
}

/** How far the values lie apart, and the largest of their sizes. */
export function extentOf(values: readonly Value[]): { spread: Rational; size: Rational } {
  const numbers = values.map((value) => ofDecimal(value ?? '0'));
  const sorted = numbers.sort((a, b) => (isMore(a, b) ? 1 : -1));
  const [least, most] = [sorted[0] as Rational, sorted[sorted.length - 1] as Rational];
  const [a, b] = [absolute(least), absolute(most)];
  return { spread: minus(most, least), size: isMore(b, a) ? b : a };
}
