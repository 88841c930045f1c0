/** @file e^x in fixed point. */

import { timesPowerOfTwo } from '../scaled';
import { type Enclosure, GUARD_BITS, type Middle, placesFor, reductionOf } from './places';
import { bitLength } from './whole-number';
import { EXP, ln2 } from './whole-series';

/** e^x = 2^n e^r for |x| < 2^50, with e^r by the series of r/2^h, squared h times. */
export function exponential(x: Middle): Enclosure {
  const wanted = reductionOf(x.bits);
  const places = placesFor(x.bits + wanted + Math.max(0, x.size) + GUARD_BITS);
  const { n, r, off } = reduced(x, places);
  const halvings = Math.max(1, wanted - (places - bitLength(r)));
  const { sum, error } = EXP.sum(r >> BigInt(halvings), places);
  const shift = BigInt(places);
  let power = sum;
  for (let i = 0; i < halvings; i++) power = (power * power) >> shift;
  // Squaring doubles the relative error and adds a unit; e^r is below 2.1.
  const inPower = error + 2 * (timesPowerOfTwo(off, -halvings) + 1) + 2;
  return { sum: power, exponent: n - places, error: timesPowerOfTwo(1.1 * inPower, halvings + 1) };
}

/** x = n log 2 + r with 0 <= r < log 2, where r is off by less than `off` units. */
function reduced(x: Middle, places: number): { n: number; r: bigint; off: number } {
  const log2 = ln2(places);
  let n = Math.floor(x.approximation * Math.LOG2E);
  let r = x.fixed(places) - BigInt(n) * log2;
  // The double may have been off by a little.
  if (r < 0n) {
    n -= 1;
    r += log2;
  } else if (r >= log2) {
    n += 1;
    r -= log2;
  }
  // x is off by a unit, and each log 2 by two.
  return { n, r, off: 2 * Math.abs(n) + 4 };
}
