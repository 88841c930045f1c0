/** @file The elementary functions of the number in the middle of a ball, which is exact. */

import { LN2, TWO_OVER_SQRT_PI } from './constants';
import { fixedAtan } from './fixed-atan';
import { fixedErf, MOST_ERF, MOST_ERF_PLACES } from './fixed-erf';
import { fixedExp, MOST_TABLE_PLACES } from './fixed-exp';
import { fixedLog } from './fixed-log';
import type { Series, Sum } from './fixed-series';
import { cosineOf, sineOf, type Wave, waveOf } from './fixed-wave';
import { powerOfTwo } from './scaling';
import { type Scaled, scaledSum, timesPowerOfTwo } from './scaled';
import { WholeArithmetic } from './whole-arithmetic';
import { bitLength, floorDivided, magnitude, shifted, toDouble } from './whole-number';
import {
  ATAN,
  ATANH,
  COS,
  ERF,
  erfcSeries,
  EXP,
  EXPM1,
  largeErfSeries,
  ln2,
  pi,
  SIN,
} from './whole-series';

/** From 2^8 on atan is found from the inverse. */
export const LARGEST_TANGENT = 8;
/** Up to 2^50 in size, e^x has an exponent that is a double; its logarithm is not below this. */
const LARGEST_REDUCED = 50;
const LEAST_POWER = -1125899906842624; // -2^50
/** Bits beyond those that are kept, for the roundings on the way. */
const GUARD = 16;
/** Below 2^-SMALL_SIZE a series needs no reduction of its argument. */
const SMALL_SIZE = 16;
/** So near 1, 2^-8, a logarithm is small and found by its series, without loss. */
const NEAR_ONE = 0.00390625;
/** Below 2^-9 sine and tangent are small and found by their series, without loss. */
const SMALL_ANGLE = -9;
/** A result above 2^-10 has all its bits with so many places more. */
const SMALL_BITS = 10;
/** Up to 2^40 a double tells how many quarters of a turn an angle has. */
const QUICK_ANGLE = 40;
/** From 1/8 on erf is found by the series around a point near x. */
const SMALL_ERF = -3;
const UNIT: Scaled = { value: 1, exponent: 0 };
/** Not above pi/4. */
const EIGHTH_TURN = 0.785;
const TWO_OVER_PI = 0.6366197723675814;
/** From so many bits on, three times an angle are found from the angle. */
const TRIPLED = 500;

/** The functions of the middle; T is the class of balls that the results are. */
export abstract class WholeFunctions<T extends WholeFunctions<T>> extends WholeArithmetic<T> {
  abstract exp(): T;
  abstract sin(): T;
  abstract cos(): T;
  abstract atan(): T;

  /** The radius as a double. */
  protected get absoluteRadius(): number {
    return timesPowerOfTwo(this.radius, this.exponent);
  }

  /** e^x = 2^n e^r, 0 <= r < log 2. */
  protected expOfMiddle(): T {
    const { size } = this;
    if (size > LARGEST_REDUCED) {
      return this.mantissa > 0n ? this.unknown('overflow') : this.below(LEAST_POWER / 2);
    }
    const wanted = reductionOf(this.bits);
    let places = placesFor(this.bits + Math.max(0, size) + GUARD);
    const isQuick = places <= MOST_TABLE_PLACES;
    if (!isQuick) places = placesFor(this.bits + wanted + Math.max(0, size) + GUARD);
    const log2 = ln2(places);
    let n = Math.floor(this.approximation * Math.LOG2E);
    let r = this.fixed(places) - BigInt(n) * log2;
    // The double may have been off by a little.
    if (r < 0n) {
      n -= 1;
      r += log2;
    } else if (r >= log2) {
      n += 1;
      r -= log2;
    }
    // x is off by a unit, and each ln2 by two.
    const inArgument = 2 * Math.abs(n) + 4;
    if (isQuick) {
      const { sum, error } = fixedExp(r, places);
      return this.make(sum, n - places, error + 2.1 * inArgument);
    }
    const halvings = Math.max(1, wanted - (places - bitLength(r)));
    const { sum, error } = EXP.sum(r >> BigInt(halvings), places);
    const shift = BigInt(places);
    let power = sum;
    for (let i = 0; i < halvings; i++) power = (power * power) >> shift;
    // Squaring doubles the relative error and adds a unit; e^r is below 2.1.
    const off = error + 2 * (timesPowerOfTwo(inArgument, -halvings) + 1) + 2;
    return this.make(power, n - places, timesPowerOfTwo(1.1 * off, halvings + 1));
  }

  protected expm1OfMiddle(): T {
    const { size } = this;
    if (size > -SMALL_SIZE) {
      const bits = this.bits + Math.max(0, -size) + GUARD;
      return this.center().withBits(bits).exp().minus(1).withBits(this.bits);
    }
    const places = placesFor(this.bits + GUARD);
    return this.center().times(this.ofSum(EXPM1.sum(this.fixed(places), places), places, UNIT));
  }

  /** log x = n ln2 + log z, 1/sqrt(2) < z < sqrt(2). */
  protected logOfMiddle(): T {
    const top = this.topOfMantissa;
    const isHigh = top > Math.SQRT1_2;
    const n = this.size - (isHigh ? 0 : 1);
    if (Math.abs((isHigh ? top : 2 * top) - 1) < NEAR_ONE) return this.logNearPowerOfTwo(n);
    const places = placesFor(this.bits + GUARD + SMALL_BITS);
    const { sum, error } = fixedLog(shifted(this.mantissa, this.exponent - n + places), places);
    if (n === 0) return this.make(sum, -places, error + 2);
    // z is off by a unit, and each ln2 by two.
    return this.make(sum + BigInt(n) * ln2(places), -places, error + 2 * Math.abs(n) + 2);
  }

  /** The same where z is near 1. */
  private logNearPowerOfTwo(n: number): T {
    const bits = this.bits + 2 * GUARD;
    // With so many bits z - 1 is exact.
    const z = this.create(this.mantissa, this.exponent - n, 0, Math.max(bits, this.length + 2));
    const rest = z.minus(1);
    if (rest.isZero) return this.constant(LN2).times(n);
    const logarithm = rest.withBits(bits).log1pSeries();
    if (n === 0) return logarithm.withBits(this.bits);
    return logarithm.constant(LN2).times(n).plus(logarithm).withBits(this.bits);
  }

  /** |mantissa| in units of 2^length, as a double. */
  private get topOfMantissa(): number {
    const { length } = this;
    if (length < 1000) return this.leading;
    return toDouble(magnitude(this.mantissa) >> BigInt(length - 64)) * powerOfTwo(-64);
  }

  /** log(1 + x) = 2 atanh(x/(2 + x)) for |x| < 2^-8. */
  log1pSeries(): T {
    if (this.isZero) return this.self();
    const t = this.over(this.plus(2));
    return t.times(t.seriesOfSquare(ATANH)).times(2);
  }

  /** A series of slope below 1 in the square of this. */
  private seriesOfSquare(series: Series): T {
    const places = placesFor(this.bits + GUARD);
    const square = this.squared();
    const x = square.fixed(places);
    return this.ofSum(series.sum(x > 0n ? x : 0n, places), places, square.fixedRadius(places));
  }

  /** @param more a bound on its error by what it is the series of, beside a unit by its rounding */
  private ofSum({ sum, error }: Sum, places: number, more: Scaled): T {
    const { value, exponent } = scaledSum(more, { value: error + 1, exponent: 0 });
    return this.make(sum, -places, value, exponent);
  }

  /** sin x or cos x, by x = n pi/2 + r. */
  protected waveOfMiddle(quarter: 0 | 1): T {
    if (this.size <= SMALL_ANGLE)
      return quarter === 0 ? this.center().sinSeries() : this.center().cosSeries();
    const { r, n, off, wave, places } = this.angle();
    const turn = (n + quarter) & 3;
    const isSine = turn % 2 === 0;
    let y: T;
    if (wave !== undefined && !(isSine && wave.i === 0)) {
      const value = isSine ? sineOf(wave, places) : cosineOf(wave, places);
      y = this.make(value, -places, off + wave.error);
    } else {
      const rest = this.make(r, -places, off);
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
    let [n, r, off] = [0, x, 1];
    if (this.size > QUICK_ANGLE) {
      const turns = floorDivided(2n * x + halfPi, 2n * halfPi);
      n = toDouble(turns & 3n);
      r = x - turns * halfPi;
      off = timesPowerOfTwo(1, bitLength(turns) + 2);
    } else if (Math.abs(quick) >= EIGHTH_TURN) {
      const turns = Math.round(quick * TWO_OVER_PI);
      n = ((turns % 4) + 4) % 4;
      r = x - BigInt(turns) * halfPi;
      off = 2 * Math.abs(turns) + 1;
    }
    // x is off by a unit, and each pi/2 by less than two.
    const wave = places <= MOST_TABLE_PLACES ? waveOf(r, places) : undefined;
    latest = { mantissa, exponent, bits, places, n, r, off, wave };
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

  protected erfOfMiddle(): T {
    const { size } = this;
    if (this.mantissa < 0n) return this.negated().erfOfMiddle().negated();
    const near = placesFor(this.bits + GUARD + SMALL_BITS);
    if (size > SMALL_ERF && near <= MOST_ERF_PLACES && this.approximation < MOST_ERF) {
      const { sum, error } = fixedErf(this.fixed(near), near);
      // x is off by a unit, and |erf'| < 2.
      return this.make(sum, -near, error + 2);
    }
    const x = this.center().withBits(this.bits + GUARD);
    if (size <= 0) {
      return x.times(x.seriesOfSquare(ERF)).times(x.constant(TWO_OVER_SQRT_PI)).withBits(this.bits);
    }
    if (x.isFarOut) return x.erfcFarOut().negated().plus(1).withBits(this.bits);
    const places = placesFor(x.bits + 2 * GUARD);
    const { sum, error } = largeErfSeries(x.fixed(places), places);
    const series = x.make(sum, -places, error, this.growth);
    const factor = x.squared().negated().exp().times(x.constant(TWO_OVER_SQRT_PI));
    // x itself is off by a unit, and |erf'| < 2.
    return factor
      .times(series)
      .widened(x.make(2n, -places, 0))
      .withBits(this.bits);
  }

  protected erfcOfMiddle(): T {
    const x = this.center();
    if (this.mantissa < 0n || this.size < 0) return x.erfOfMiddle().negated().plus(1);
    if (this.isFarOut)
      return x
        .withBits(this.bits + GUARD)
        .erfcFarOut()
        .withBits(this.bits);
    const bits = this.bits + this.growth + GUARD;
    return x.withBits(bits).erfOfMiddle().negated().plus(1).withBits(this.bits);
  }

  /** Whether the asymptotic series of erfc has all bits. */
  private get isFarOut(): boolean {
    const size = this.approximation;
    return size * size > 0.71 * placesFor(this.bits + 4 * GUARD);
  }

  private erfcFarOut(): T {
    const places = placesFor(this.bits + 2 * GUARD);
    const square = this.squared();
    const u = square.times(2).inverse();
    // The slope in u is below 1.
    const sum = erfcSeries(u.fixed(places), places);
    const series = this.ofSum(sum, places, u.fixedRadius(places));
    const scale = this.constant(TWO_OVER_SQRT_PI).times(0.5).over(this.self());
    return square.negated().exp().times(scale).times(series);
  }

  /** A bound on log2 of e^(x^2), with room. */
  private get growth(): number {
    const size = Math.abs(this.approximation);
    return Math.ceil(1.4427 * size * size) + 4;
  }
}

/** An angle reduced: x = n pi/2 + r but for whole turns, r in units of 2^-places, off by so many. */
interface Angle {
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly bits: number;
  readonly places: number;
  readonly n: number;
  readonly r: bigint;
  readonly off: number;
  readonly wave: Wave | undefined;
}

/** The last one: a formula that has the sine has the cosine of the same angle more often than not. */
let latest: Angle | undefined;

/**
 * Places in few different numbers, as the coefficients of the series are kept for each; with two bits
 * before the point they make whole digits of the machine.
 */
function placesFor(bits: number): number {
  return 64 * Math.ceil((bits + 2) / 64) - 2;
}

/** By how many powers of two an argument is best made smaller: measured. */
function reductionOf(bits: number): number {
  return Math.round(0.6 * Math.sqrt(bits));
}
