/** @file Distance and angle of a point of the plane as formulas over balls. */

import { type Ball, undecided } from './ball';
import { PI } from './constants';

export function squaredDistance<T extends Ball<T>>(a: T, b: T): T {
  return a.squared().plus(b.squared());
}

/** sqrt(a^2 + b^2); beside 0 the size of the other. */
export function distance<T extends Ball<T>>(a: T, b: T): T {
  if (a.sign === 0) return b.abs();
  return b.sign === 0 ? a.abs() : squaredDistance(a, b).sqrt();
}

/** a/sqrt(a^2 + b^2), of a, b and the root; 0 at the origin. */
export function distanceSlope<T extends Ball<T>>(a: T, b: T, root: T): T {
  if (a.sign === 0) return b.sign === undefined ? undecided(b) : a;
  if (b.sign === 0) return a.sign === undefined ? undecided(a) : a.exact(a.sign);
  return root.sign === 1 ? a.over(root) : undecided(a, b, root);
}

/** The angle from the positive x axis to the point (x, y); on the negative one pi. */
export function angleFormula<T extends Ball<T>>(y: T, x: T): T {
  if (x.sign === 1) return y.over(x).atan();
  if (y.sign === 0 && x.sign !== undefined) {
    return x.sign === 0 ? x.unknown('outside') : x.constant(PI);
  }
  if (y.sign === undefined || y.sign === 0) return undecided(y, x);
  // From the other axis, which holds for every x.
  const quarter = x.constant(PI).times(0.5 * y.sign);
  return x.sign === 0 ? quarter : quarter.minus(x.over(y).atan());
}

/** a/(a^2 + b^2), of which the slopes of the angle are made. */
export function angleShare<T extends Ball<T>>(a: T, b: T): T {
  if (a.sign === 0 && b.sign === 0) return a.unknown('outside');
  return a.over(squaredDistance(a, b));
}
