/** @file Distance and angle of a point of the plane, and their slopes, correctly rounded. */

import { PI } from '../constants';
import {
  add,
  type DoubleDouble,
  divide,
  fromDouble,
  keepPair,
  squareRoot,
  twoProduct,
} from '../double/double-double';
import { SHORT_ERROR, shortcutOfTwo } from './nearest';
import { angleFormula, angleShare, distance, distanceSlope } from '../plane-formula';
import { roundedOfTwo } from './rounded';
import { stated } from '../ball';
import { nearestBeside } from './ties';

/**
 * Where |a/b| is below it, the results below are a quotient times 1 - t with t < (a/b)^2 < 2^-200. A
 * subnormal quotient may lie in the middle between two doubles; then as many bits as t has would be
 * needed to see that the result lies below it.
 */
const FAR_APART = 7.888609052210118e-31; // 2^-100

function isFarBelow(a: number, b: number): boolean {
  return Math.abs(a) < FAR_APART * Math.abs(b);
}

function sumOfSquares(a: number, b: number): DoubleDouble {
  return add(twoProduct(a, a), twoProduct(b, b));
}

const roundedDistance = shortcutOfTwo(
  (a, b) => keepPair(squareRoot(sumOfSquares(a, b))),
  SHORT_ERROR,
  roundedOfTwo(distance),
);

/** sqrt(a^2 + b^2), which neither overflows nor underflows on the way. */
export const hypot = stated(distance, (a: number, b: number): number => {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Infinity;
  if (a === 0 || b === 0) return Math.abs(a) + Math.abs(b);
  return roundedDistance(a, b);
});

const roundedCosine = shortcutOfTwo(
  (a, b) => keepPair(divide(fromDouble(a), squareRoot(sumOfSquares(a, b)))),
  SHORT_ERROR,
  roundedOfTwo(
    (a, b) => distanceSlope(a, b, distance(a, b)),
    (a, b) => (isFarBelow(a, b) ? nearestBeside(a, [Math.abs(b)], 'below') : undefined),
  ),
);

/** a/sqrt(a^2 + b^2), the slope of the distance by a: 0 at the origin, in the middle of all slopes. */
export const hypotSlope = stated(distanceSlope, (a: number, b: number): number => {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (a === 0 || Math.abs(b) === Infinity) return Math.abs(a) === Infinity ? NaN : 0;
  if (b === 0 || Math.abs(a) === Infinity) return Math.sign(a);
  return roundedCosine(a, b);
});

const roundedAngle = roundedOfTwo(angleFormula, (y, x) =>
  isFarBelow(y, x) ? nearestBeside(y, [x], 'below') : undefined,
);
const roundedWideAngle = roundedOfTwo((y, x) => x.constant(PI).minus(y.over(x).atan()));

/**
 * The angle from the positive x axis to the point (x, y), between -pi and pi; that of the origin is
 * NaN. A zero counts as beside the axis on the side of its sign, and infinite coordinates as equally
 * far, as in Math.atan2.
 */
export const atan2 = stated(angleFormula, (y: number, x: number): number => {
  if (Number.isNaN(y) || Number.isNaN(x) || (y === 0 && x === 0)) return NaN;
  const isBelow = y < 0 || Object.is(y, -0);
  const angle = upperAngle(Math.abs(y), x);
  return isBelow ? -angle : angle;
});

function upperAngle(y: number, x: number): number {
  const size = Math.abs(x);
  if (size === Infinity) return upperAngle(y === Infinity ? 1 : 0, Math.sign(x));
  if (y === Infinity) return upperAngle(1, 0);
  if (x === 0) return PI.hi / 2;
  if (y === 0) return x > 0 ? 0 : PI.hi;
  return x > 0 ? roundedAngle(y, x) : roundedWideAngle(y, size);
}

const roundedShare = shortcutOfTwo(
  (a, b) => keepPair(divide(fromDouble(a), sumOfSquares(a, b))),
  SHORT_ERROR,
  roundedOfTwo(angleShare, (a, b) =>
    isFarBelow(a, b) ? nearestBeside(a, [b, b], 'below') : undefined,
  ),
);

/** a/(a^2 + b^2), of which the slopes of the angle are made; NaN at the origin. */
export const angleSlope = stated(angleShare, (a: number, b: number): number => {
  if (Number.isNaN(a) || Number.isNaN(b) || (a === 0 && b === 0)) return NaN;
  if (a === 0 || !Number.isFinite(a) || !Number.isFinite(b)) return Math.sign(a) * 0;
  return b === 0 ? 1 / a : roundedShare(a, b);
});
