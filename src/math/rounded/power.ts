/** @file x^p for one p and many x, correctly rounded, with its derivative. */

import type { Formula } from '../ball';
import {
  divide,
  type DoubleDouble,
  fromDouble,
  multiplyDouble,
  squareRoot,
  twoProduct,
} from '../double/double-double';
import { powerByBase, powerOf } from './general-power';
import { shortcut, SHORT_ERROR } from './nearest';
import { binaryFraction, repeatedRoot, wholePower } from '../power-formula';
import { rounded } from './rounded';
import { exceptAt } from '../wrapped';

/** Up to here a whole power is multiplied out. */
const LARGEST_MULTIPLIED = 64;

/**
 * The formula of x^p for x > 0 where p is m/2^k with small m and k: square roots and products, which
 * whole numbers evaluate without error, so that a result in the middle between two doubles is seen.
 * Undefined for all other p.
 */
function powerFormula(p: number): Formula | undefined {
  const fraction = binaryFraction(p, LARGEST_MULTIPLIED);
  if (fraction === undefined) return undefined;
  const { whole, roots } = fraction;
  return (x) => wholePower(repeatedRoot(x, roots), whole);
}

/** The powers that streams are made of, and their derivatives, in two or three operations each. */
const SHORT_POWERS: ReadonlyMap<number, (x: number) => DoubleDouble> = new Map([
  [3, (x) => multiplyDouble(twoProduct(x, x), x)],
  [-0.5, (x) => divide(fromDouble(1), squareRoot(fromDouble(x)))],
]);
const SHORT_DERIVATIVES: ReadonlyMap<number, (x: number) => DoubleDouble> = new Map([
  [3, (x) => multiplyDouble(twoProduct(x, x), 3)],
  [0.5, (x) => divide(fromDouble(0.5), squareRoot(fromDouble(x)))],
  [-1, (x) => divide(fromDouble(-1), twoProduct(x, x))],
  [-0.5, (x) => divide(fromDouble(-0.5), multiplyDouble(squareRoot(fromDouble(x)), x))],
]);

function withShortcut(
  short: ((x: number) => DoubleDouble) | undefined,
  long: (x: number) => number,
): (x: number) => number {
  return short === undefined ? long : shortcut(short, SHORT_ERROR, long);
}

/**
 * x^p, the same as `powerOf`, and faster for the usual p: for x < 0 only where p is a whole number,
 * NaN otherwise. At 0 it is 0, 1 or infinite, as p is above, at or below 0.
 */
export function power(p: number): (x: number) => number {
  if (p === 0) return (x) => (Number.isNaN(x) ? x : 1);
  if (p === 1) return (x) => x;
  if (p === 2) return (x) => x * x;
  const formula = powerFormula(p);
  if (formula === undefined) return (x) => powerOf(x, p);
  const atInfinity = p > 0 ? Infinity : 0;
  const atZero = p > 0 ? 0 : Infinity;
  const positive = withShortcut(
    SHORT_POWERS.get(p),
    exceptAt(0, atZero, rounded(formula, [NaN, atInfinity])),
  );
  return extended(positive, signBelowZero(p));
}

/** p x^(p - 1), without forming p - 1, which may round. At 0 the slope on the right; at a pole NaN. */
export function powerDerivative(p: number): (x: number) => number {
  if (p === 0) return (x) => (Number.isNaN(x) ? x : 0);
  if (p === 1) return (x) => (Number.isNaN(x) ? x : 1);
  if (p === 2) return (x) => 2 * x;
  const formula = powerFormula(p);
  if (formula === undefined) return (x) => powerByBase(x, p);
  const isPole = p < 0 && Number.isInteger(p);
  const atZero = isPole ? NaN : p > 1 ? 0 : Math.sign(p) * Infinity;
  const atInfinity = p > 1 ? Infinity : Math.sign(p) * 0;
  const positive = rounded((x) => formula(x).over(x).times(p), [NaN, atInfinity]);
  const quick = withShortcut(SHORT_DERIVATIVES.get(p), exceptAt(0, atZero, positive));
  return extended(quick, -signBelowZero(p));
}

/** (-1)^p; NaN where p is no whole number. */
function signBelowZero(p: number): number {
  if (!Number.isInteger(p)) return NaN;
  return p % 2 === 0 ? 1 : -1;
}

/** A function of x > 0 extended to negative x by a sign, or by NaN, which leaves 0 alone. */
function extended(positive: (x: number) => number, sign: number): (x: number) => number {
  return (x) => {
    const isBelow = x < 0 || (Object.is(x, -0) && !Number.isNaN(sign));
    return isBelow ? sign * positive(-x) : positive(x);
  };
}
