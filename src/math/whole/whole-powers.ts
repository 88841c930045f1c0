/** @file Exponential and logarithm of the number in the middle of a ball, which is exact. */

import { LN2 } from '../constants';
import { fixedExp, MOST_TABLE_PLACES } from './fixed-exp';
import { fixedLog } from './fixed-log';
import type { Series, Sum } from './fixed-series';
import { GUARD, placesFor, reductionOf, SMALL_BITS } from './places';
import { type Scaled, scaledSum, timesPowerOfTwo } from '../scaled';
import { powerOfTwo } from '../scaling';
import { WholeArithmetic } from './whole-arithmetic';
import { bitLength, magnitude, shifted, toDouble } from './whole-number';
import { ATANH, EXP, EXPM1, ln2 } from './whole-series';

/** Up to 2^50 in size, e^x has an exponent that is a double; its logarithm is not below this. */
const LARGEST_REDUCED = 50;
const LEAST_POWER = -1125899906842624; // -2^50
/** Below 2^-16 e^x - 1 is found by a series of its own. */
const SMALL_SIZE = 16;
/** So near 1, 2^-8, a logarithm is small and found by its series, without loss. */
const NEAR_ONE = 0.00390625;
const UNIT: Scaled = { value: 1, exponent: 0 };

/** Powers and logarithms of the middle; T is the class of balls that the results are. */
export abstract class WholePowers<T extends WholePowers<T>> extends WholeArithmetic<T> {
  abstract exp(): T;

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
  protected seriesOfSquare(series: Series): T {
    const places = placesFor(this.bits + GUARD);
    const square = this.squared();
    const x = square.fixed(places);
    return this.ofSum(series.sum(x > 0n ? x : 0n, places), places, square.fixedRadius(places));
  }

  /** @param more a bound on its error by what it is the series of, beside a unit by its rounding */
  protected ofSum({ sum, error }: Sum, places: number, more: Scaled): T {
    const { value, exponent } = scaledSum(more, { value: error + 1, exponent: 0 });
    return this.make(sum, -places, value, exponent);
  }
}
