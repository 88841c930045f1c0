/** @file Angles reduced to less than an eighth of a turn, in fixed point. */

import { type Enclosure, GUARD_BITS, type Middle, placesFor, SMALL_BITS } from './places';
import { bitLength, floorDivided, toDouble } from './whole-number';
import { pi } from './whole-series';

/** x = n pi/2 + rest but for whole turns, n from 0 to 3, |rest| < 0.8. */
export function quartersOf(x: Middle): { n: number; rest: Enclosure } {
  const places = placesFor(x.bits + Math.max(0, x.size) + GUARD_BITS + SMALL_BITS);
  const halfPi = pi(places) >> 1n;
  const whole = x.fixed(places);
  const quarters = floorDivided(2n * whole + halfPi, 2n * halfPi);
  // x is off by a unit, and each pi/2 by less than two.
  const scale = bitLength(quarters) + 2;
  const rest = { sum: whole - quarters * halfPi, exponent: -places, error: 1, scale };
  return { n: toDouble(quarters & 3n), rest };
}
