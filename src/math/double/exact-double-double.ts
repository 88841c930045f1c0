/**
 * @file Double-double arithmetic that says whether it was exact: undefined where it was not, or where
 * that would take longer to find out.
 */

import { type DoubleDouble, twoProduct, twoSum } from './double-double';

/** Smaller low parts might lose bits to underflow in what follows. */
const LEAST_LOW = 3.054936363499605e-151; // 2^-500

function isSafe(low: number): boolean {
  return low === 0 || Math.abs(low) > LEAST_LOW;
}

/** a + b */
export function exactSum(a: DoubleDouble, b: DoubleDouble): DoubleDouble | undefined {
  if (a.lo !== 0 || b.lo !== 0) return distilled([a.hi, b.hi, a.lo, b.lo]);
  const sum = twoSum(a.hi, b.hi);
  return isSafe(sum.lo) ? sum : undefined;
}

/** a * b for numbers whose high parts lie between 2^-250 and 2^250 */
export function exactProduct(a: DoubleDouble, b: DoubleDouble): DoubleDouble | undefined {
  const high = twoProduct(a.hi, b.hi);
  if (a.lo === 0 && b.lo === 0) return isSafe(high.lo) ? high : undefined;
  if ((a.lo !== 0 && b.lo !== 0) || !isSafe(a.lo) || !isSafe(b.lo)) return undefined;
  const low = b.lo === 0 ? twoProduct(a.lo, b.hi) : twoProduct(a.hi, b.lo);
  return distilled([high.hi, low.hi, high.lo, low.lo]);
}

/** Whether quotient * b = a, exactly. */
export function isQuotient(quotient: DoubleDouble, a: DoubleDouble, b: DoubleDouble): boolean {
  // A product has no fewer significant bits than its factors.
  if (a.lo === 0 && (quotient.lo !== 0 || b.lo !== 0)) return false;
  const product = exactProduct(quotient, b);
  return product !== undefined && product.hi === a.hi && product.lo === a.lo;
}

/** Whether root * root = a, exactly. */
export function isRoot(root: DoubleDouble, a: DoubleDouble): boolean {
  // The square of a root of more than 53 bits would have more than 105.
  if (root.lo !== 0) return false;
  const square = twoProduct(root.hi, root.hi);
  return square.hi === a.hi && square.lo === a.lo;
}

/** A sum, by passes that move all bits to the front without losing one. */
function distilled(terms: number[]): DoubleDouble | undefined {
  for (let pass = 1; pass < terms.length; pass++) {
    for (let i = terms.length - 1; i > 0; i--) {
      const { hi, lo } = twoSum(terms[i - 1] as number, terms[i] as number);
      terms[i - 1] = hi;
      terms[i] = lo;
    }
  }
  const [hi = 0, lo = 0, rest = 0] = terms.filter((term) => term !== 0);
  if (rest !== 0 || !isSafe(lo)) return undefined;
  return twoSum(hi, lo);
}
