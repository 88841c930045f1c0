/** @file Sine, cosine and atan of the number in the middle of a ball, which is exact. */

import { fixedAtan } from './fixed-atan';
import { MOST_TABLE_PLACES } from './fixed-exp';
import { cosineOf, sineOf, type Wave, waveOf } from './fixed-wave';
import { GUARD, placesFor, reductionOf, SMALL_BITS } from './places';
import { timesPowerOfTwo } from '../scaled';
import { bitLength, floorDivided, magnitude, toDouble } from './whole-number';
import { WholePowers } from './whole-powers';
import { ATAN, COS, pi, SIN } from './whole-series';

/** From 2^8 on atan is found from the inverse. */
export const LARGEST_TANGENT = 8;
/** Below 2^-9 sine and tangent are small and found by their series, without loss. */
const SMALL_ANGLE = -9;
/** Up to 2^40 a double tells how many quarters of a turn an angle has. */
const QUICK_ANGLE = 40;
/** Not above pi/4. */
const EIGHTH_TURN = 0.785;
const TWO_OVER_PI = 0.6366197723675814;
/** From so many bits on, three times an angle are found from the angle. */
const TRIPLED = 500;

/** Functions of angles, of the middle; T is the class of balls that the results are. */
export abstract class WholeAngles<T extends WholeAngles<T>> extends WholePowers<T> {
  /** sin x or cos x, by x = n pi/2 + r. */
  protected waveOfMiddle(quarter: 0 | 1): T {
    if (this.size <= SMALL_ANGLE)
      return quarter === 0 ? this.center().sinSeries() : this.center().cosSeries();
    const { r, n, off, scale, wave, places } = this.angle();
    const turn = (n + quarter) & 3;
    const isSine = turn % 2 === 0;
    let y: T;
    if (wave !== undefined && !(isSine && wave.i === 0)) {
      const value = isSine ? sineOf(wave, places) : cosineOf(wave, places);
      y = this.make(value, -places, off + timesPowerOfTwo(wave.error, -scale), scale);
    } else {
      const rest = this.make(r, -places, off, scale);
      y = isSine ? rest.sinSeries() : rest.cosSeries();
    }
    return turn < 2 ? y : y.negated();
  }

  /** x reduced, and sine and cosine of what is left; of the last x they are known. */
  private angle(): Angle {
    const { mantissa, exponent, bits } = this;
    if (latest?.mantissa === mantissa && latest.exponent === exponent && latest.bits === bits) {
      return latest;
    }
    const places = placesFor(bits + Math.max(0, this.size) + GUARD + SMALL_BITS);
    const halfPi = pi(places) >> 1n;
    const x = this.fixed(places);
    const quick = this.approximation;
    let [n, r, off, scale] = [0, x, 1, 0];
    if (this.size > QUICK_ANGLE) {
      const turns = floorDivided(2n * x + halfPi, 2n * halfPi);
      n = toDouble(turns & 3n);
      r = x - turns * halfPi;
      scale = bitLength(turns) + 2;
    } else if (Math.abs(quick) >= EIGHTH_TURN) {
      const turns = Math.round(quick * TWO_OVER_PI);
      n = ((turns % 4) + 4) % 4;
      r = x - BigInt(turns) * halfPi;
      off = 2 * Math.abs(turns) + 1;
    }
    // x is off by a unit, and each pi/2 by less than two.
    const wave = places <= MOST_TABLE_PLACES ? waveOf(r, places) : undefined;
    latest = { mantissa, exponent, bits, places, n, r, off, scale, wave };
    return latest;
  }

  /** sin r for |r| < 0.8: by the series, and for many bits by that of r/3^h, tripled h times. */
  sinSeries(): T {
    if (this.bits < TRIPLED) return this.times(this.seriesOfSquare(SIN));
    const times = Math.max(0, Math.round((reductionOf(this.bits) + Math.min(0, this.size)) / 3));
    let parts = 1;
    for (let i = 0; i < times; i++) parts *= 3;
    const part = this.withBits(this.bits + GUARD).over(parts);
    let sine = part.times(part.seriesOfSquare(SIN));
    for (let i = 0; i < times; i++) sine = sine.times(sine.squared().times(-4).plus(3));
    return sine.withBits(this.bits);
  }

  /** cos r for |r| < 0.8, as 1 - 2 sin(r/2)^2 for many bits. */
  cosSeries(): T {
    if (this.bits < TRIPLED) return this.seriesOfSquare(COS);
    return this.times(0.5).sinSeries().squared().times(-2).plus(1);
  }

  /** atan x for |x| < 2^8; from 1 on it is pi/2 - atan(1/x). */
  protected atanOfMiddle(): T {
    if (this.size <= SMALL_ANGLE) {
      const small = this.center().withBits(this.bits + GUARD);
      return small.times(small.seriesOfSquare(ATAN)).withBits(this.bits);
    }
    const places = placesFor(this.bits + GUARD + SMALL_BITS);
    const x = magnitude(this.fixed(places));
    const one = 1n << BigInt(places);
    const isLarge = x > one;
    const { sum, error } = isLarge ? fixedAtan(one, x, places) : fixedAtan(x, one, places);
    const angle = isLarge ? (pi(places) >> 1n) - sum : sum;
    // x is off by a unit, pi/2 by less than two.
    return this.make(this.mantissa < 0n ? -angle : angle, -places, error + 3);
  }
}

/**
 * An angle reduced: x = n pi/2 + r but for whole turns, r in units of 2^-places, off by less than
 * off 2^scale of them.
 */
interface Angle {
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly bits: number;
  readonly places: number;
  readonly n: number;
  readonly r: bigint;
  readonly off: number;
  readonly scale: number;
  readonly wave: Wave | undefined;
}

/** The last one: a formula that has the sine has the cosine of the same angle more often than not. */
let latest: Angle | undefined;
