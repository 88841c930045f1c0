/** @file What formulas of two balls share: two that are one and the same object are one number. */

import { type Ball, undecided } from './ball';

/**
 * a - b; of a number and itself it is 0 exactly, however little is known of the number. Who evaluates
 * formulas gives the same object only for the same number.
 */
export function difference<T extends Ball<T>>(a: T, b: T): T {
  if (a !== b) return a.minus(b);
  return a.doubt === undefined ? a.exact(0) : a;
}

/** a/b; of a number and itself, where that is certainly not 0, it is 1 exactly. */
export function quotient<T extends Ball<T>>(a: T, b: T): T {
  if (b.sign === 0) return a.doubt === undefined ? b.unknown('pole') : a;
  return isItself(a, b) ? a.exact(1) : a.over(b);
}

/** Whether a quotient is that of a number by itself, which is not 0. */
export function isItself<T extends Ball<T>>(a: T, b: T): boolean {
  return a === b && a.sign !== 0 && a.sign !== undefined;
}

/** The whole number near a ball, as a ball. */
export function nearestWhole<T extends Ball<T>>(x: T): T {
  const near = Math.round(x.approximation);
  return Number.isFinite(near) ? x.exact(near) : undecided(x);
}

/** Whether a is at least b; undefined where that is not known. */
export function isAtLeast<T extends Ball<T>>(a: T, b: T): boolean | undefined {
  const { sign } = difference(a, b);
  return sign === undefined ? undefined : sign >= 0;
}

/** One thing or another, as a test decides; `undecided` where it does not. */
export function chosen<T extends Ball<T>>(
  isSo: boolean | undefined,
  [a, b]: readonly [T, T],
  [yes, no]: readonly [T | number, T | number],
): T {
  if (isSo === undefined) return undecided(a, b);
  const choice = isSo ? yes : no;
  return typeof choice === 'number' ? a.exact(choice) : choice;
}

/**
 * The whole number not above a/b, and a less so many times b: exact for exact a and b, although their
 * quotient is not.
 */
export function floorAndRest<T extends Ball<T>>(a: T, b: T): { floor: T; rest: T } {
  if (b.sign === 0) return both(b.unknown('pole'));
  const ratio = a.over(b);
  const near = Math.round(ratio.approximation);
  if (Number.isFinite(near)) {
    const rest = a.minus(b.times(near));
    const isNear = rest.abs().minus(b.abs()).sign === -1;
    if (isNear && rest.sign === 0) return { floor: a.exact(near), rest };
    if (isNear && rest.sign !== undefined && b.sign !== undefined) {
      if (rest.sign === b.sign) return { floor: a.exact(near), rest };
      // Not rest + b: a whole multiple of e and that less another one are no fraction.
      const below = a.exact(near).minus(1);
      return { floor: below, rest: a.minus(b.times(below)) };
    }
  }
  const floor = ratio.floor();
  if (floor.doubt !== undefined) return both(undecided(ratio, a));
  return { floor, rest: a.minus(b.times(floor)) };
}

function both<T>(ball: T): { floor: T; rest: T } {
  return { floor: ball, rest: ball };
}
