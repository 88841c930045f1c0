/** @file x^p for one p and many x, correctly rounded, with its derivative. */

import {
  divide,
  fromDouble,
  keepPair,
  multiplyDouble,
  squareRoot,
  twoProduct,
} from '../double/double-double';
import { powerByBase, powerOf } from './general-power';
import { shortcut, SHORT_ERROR } from './nearest';

/** The powers that streams are made of, and their derivatives, in two or three operations each. */
const SHORT_POWERS: ReadonlyMap<number, (x: number) => number> = new Map([
  [3, (x) => keepPair(multiplyDouble(twoProduct(x, x), x))],
  [-0.5, (x) => keepPair(divide(fromDouble(1), squareRoot(fromDouble(x))))],
]);
const SHORT_DERIVATIVES: ReadonlyMap<number, (x: number) => number> = new Map([
  [3, (x) => keepPair(multiplyDouble(twoProduct(x, x), 3))],
  [0.5, (x) => keepPair(divide(fromDouble(0.5), squareRoot(fromDouble(x))))],
  [-1, (x) => keepPair(divide(fromDouble(-1), twoProduct(x, x)))],
  [-0.5, (x) => keepPair(divide(fromDouble(-0.5), multiplyDouble(squareRoot(fromDouble(x)), x)))],
]);

function withShortcut(
  short: ((x: number) => number) | undefined,
  long: (x: number) => number,
): (x: number) => number {
  return short === undefined ? long : shortcut(short, SHORT_ERROR, long);
}

/** x^p, the same as `powerOf`, and faster for the usual p. */
export function power(p: number): (x: number) => number {
  if (p === 1) return (x) => x;
  if (p === 2) return (x) => x * x;
  return withShortcut(SHORT_POWERS.get(p), (x) => powerOf(x, p));
}

/** p x^(p - 1), the same as `powerByBase`. */
export function powerDerivative(p: number): (x: number) => number {
  if (p === 1) return (x) => (Number.isNaN(x) ? x : 1);
  if (p === 2) return (x) => 2 * x;
  return withShortcut(SHORT_DERIVATIVES.get(p), (x) => powerByBase(x, p));
}
