/** @file Functions of numbers, at all points of a block. */

import type { Kernel } from '../../math/ball';

/**
 * Fills a list with a function of the numbers that others have at the same place.
 *
 * Arguments are passed one by one up to three: with a list of them for each point, a formula that has
 * `max` or `?:` took five times as long.
 */
export function fillColumn(
  to: Float64Array | Uint8Array,
  f: Kernel,
  x: readonly Float64Array[],
): void {
  const [a, b, c] = x as [Float64Array, Float64Array, Float64Array];
  switch (x.length) {
    case 1:
      for (let i = 0; i < to.length; i++) to[i] = f(a[i] as number);
      break;
    case 2:
      for (let i = 0; i < to.length; i++) to[i] = f(a[i] as number, b[i] as number);
      break;
    case 3:
      for (let i = 0; i < to.length; i++) {
        to[i] = f(a[i] as number, b[i] as number, c[i] as number);
      }
      break;
    default:
      for (let i = 0; i < to.length; i++) to[i] = f(...x.map((column) => column[i] as number));
  }
}

/** The points, as ones among zeros, at which a test holds. */
export function pointsWhere(
  test: (...x: readonly number[]) => boolean,
  x: readonly Float64Array[],
): Uint8Array {
  const points = new Uint8Array((x[0] as Float64Array).length);
  // A list of numbers takes true as 1.
  fillColumn(points, test as (...x: readonly number[]) => unknown as Kernel, x);
  return points;
}
