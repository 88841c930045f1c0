/** @file Powers as formulas over balls: whole ones multiplied out, the others by exp and log. */

import { type Ball, type BallFormula, undecided } from './ball';
import type { Real } from './real';
import { WholeBall } from './whole/whole-ball';

/** Up to here a whole power is multiplied out: 22 products at most. */
const LARGEST_MULTIPLIED = 2048;
/** p = m/2^k is evaluated by k square roots, up to this k. */
const MOST_ROOTS = 3;

/** x^n by repeated squaring, for a whole n. */
export function wholePower<T extends Ball<T>>(x: T, n: number): T {
  if (n < 0) return x.sign === 0 ? x.unknown('pole') : wholePower(x, -n).inverse();
  if (n === 0) return x.doubt === undefined ? x.exact(1) : undecided(x);
  if (n === 1) return x;
  const half = wholePower(x, Math.floor(n / 2)).squared();
  return n % 2 === 0 ? half : half.times(x);
}

/** The square root, several times over. */
function repeatedRoot<T extends Ball<T>>(x: T, times: number): T {
  return times === 0 ? x : repeatedRoot(x.sqrt(), times - 1);
}

/** p as m/2^roots with a small m. */
interface BinaryFraction {
  readonly whole: number;
  readonly roots: number;
}

/** Undefined for a p that is no such fraction. */
function binaryFraction(p: number): BinaryFraction | undefined {
  for (let roots = 0, whole = p; roots <= MOST_ROOTS; roots++, whole *= 2) {
    if (Number.isInteger(whole) && Math.abs(whole) <= LARGEST_MULTIPLIED) return { whole, roots };
  }
  return undefined;
}

/** With so many bits a decimal or a multiple of pi that is not a double is told from the double next to it. */
const ENOUGH_BITS = 1280;

/** Whether a number is the double that is nearest to it, and no other number. */
export function isDouble({ nearest, in: within, isDouble: isKnown }: Real): boolean {
  return isKnown ?? within(WholeBall.of(0, ENOUGH_BITS)).minus(nearest).sign === 0;
}

/** Which whole number b is; false where it certainly is none, undefined where that is not known. */
function wholeOf<T extends Ball<T>>(b: T): number | false | undefined {
  const near = Math.round(b.approximation);
  if (!Number.isFinite(near)) return undefined;
  const rest = b.minus(near);
  if (rest.sign === 0) return near;
  const isBetween = rest.sign !== undefined && rest.abs().minus(1).sign === -1;
  return isBetween ? false : undefined;
}

/** Whether b certainly is a whole number. */
export function isWhole<T extends Ball<T>>(b: T): boolean {
  return typeof wholeOf(b) === 'number';
}

/** a^b; a^0 is 1 for every a. */
export const powerBall: BallFormula = <T extends Ball<T>>(...[a, b]: readonly T[]): T => {
  const base = a as T;
  const exponent = b as T;
  if (base.doubt !== undefined || exponent.doubt !== undefined) return undecided(base, exponent);
  const n = wholeOf(exponent);
  if (typeof n === 'number' && Math.abs(n) <= LARGEST_MULTIPLIED) return wholePower(base, n);
  switch (base.sign) {
    case 1:
      return base.log().times(exponent).exp();
    case 0:
      return powerOfZero(base, exponent);
    case -1:
      break;
    case undefined:
      return undecided(base);
  }
  if (n === false) return base.unknown('outside');
  if (n === undefined) return undecided(base);
  const size = base.negated().log().times(exponent).exp();
  return n % 2 === 0 ? size : size.negated();
};

function powerOfZero<T extends Ball<T>>(zero: T, b: T): T {
  if (b.sign === undefined) return undecided(b);
  if (b.sign === 1) return zero.exact(0);
  return b.sign === 0 ? zero.exact(1) : zero.unknown('pole');
}

/** b a^(b - 1), of a, b and a^b. */
export const powerByBaseBall: BallFormula = <T extends Ball<T>>(...[a, b, y]: readonly T[]): T => {
  const base = a as T;
  const exponent = b as T;
  const power = y as T;
  const n = wholeOf(exponent);
  if (typeof n === 'number' && Math.abs(n) <= LARGEST_MULTIPLIED) {
    return slopeOfWholePower(base, n, power);
  }
  if (base.sign === 0) return slopeAtZero(base, exponent);
  if (base.sign === undefined) return undecided(base, exponent);
  return power.over(base).times(exponent);
};

function slopeOfWholePower<T extends Ball<T>>(x: T, n: number, y: T): T {
  if (n === 0) return x.doubt === undefined ? x.exact(0) : undecided(x);
  if (n === 1 || n === 2 || n === 3 || x.sign === undefined || x.sign === 0) {
    return wholePower(x, n - 1).times(n);
  }
  return y.over(x).times(n);
}

/** The slope of x^b at 0, on the right; b is neither 0 nor 1. */
function slopeAtZero<T extends Ball<T>>(zero: T, b: T): T {
  const beyondOne = b.minus(1).sign;
  if (beyondOne === undefined) return undecided(b);
  return beyondOne === 1 ? zero.exact(0) : zero.unknown('pole');
}

/** a^b log a, of a, b and a^b: 0 at a = 0 for b > 0, where the value is 0 all around. */
export const powerByExponentBall: BallFormula = <T extends Ball<T>>(
  ...[a, b, y]: readonly T[]
): T => {
  const base = a as T;
  const exponent = b as T;
  const power = y as T;
  if (base.sign === 1) return power.times(base.log());
  if (base.sign === -1) return base.unknown('outside');
  if (base.sign === undefined || exponent.sign === undefined) return undecided(base, exponent);
  return exponent.sign === 1 ? base.exact(0) : base.unknown('pole');
};

/** x^p for one p, with its slope, of x and x^p. */
export function powerFormulas(p: Real): { value: BallFormula; slope: BallFormula } {
  const fraction = isDouble(p) ? binaryFraction(p.nearest) : undefined;
  if (fraction === undefined) {
    return {
      value: (x) => powerBall(x, p.in(x)),
      slope: (x, y) => powerByBaseBall(x, p.in(x), y),
    };
  }
  const { whole, roots } = fraction;
  if (roots === 0) {
    return {
      value: (x) => wholePower(x, whole),
      slope: (x, y) => slopeOfWholePower(x, whole, y),
    };
  }
  return {
    value: (x) => {
      if (x.sign === undefined) return undecided(x);
      return x.sign === -1 ? x.unknown('outside') : wholePower(repeatedRoot(x, roots), whole);
    },
    slope: (x, y) => {
      if (x.sign === undefined) return undecided(x);
      if (x.sign === -1) return x.unknown('outside');
      return x.sign === 0 ? slopeAtZero(x, p.in(x)) : y.over(x).times(p.nearest);
    },
  };
}
