/** @file The elementary functions of the number in the middle of a ball, which is exact. */

import { LN2, TWO_OVER_SQRT_PI } from './constants';
import { type Scaled, scaledSum, timesPowerOfTwo } from './scaled';
import { WholeArithmetic } from './whole-arithmetic';
import { bitLength, floorDivided, toDouble } from './whole-number';
import {
  atanhSeries,
  atanSeries,
  cosSeries,
  erfcSeries,
  erfSeries,
  expm1Series,
  expSeries,
  largeErfSeries,
  ln2,
  pi,
  sinSeries,
  type Sum,
} from './whole-series';

/** Up to 2^50 in size, e^x has an exponent that is a double; its logarithm is not below this. */
const LARGEST_REDUCED = 50;
const LEAST_POWER = -1125899906842624; // -2^50
/** Bits beyond those that are kept, for the roundings on the way. */
const GUARD = 16;
/** Below 2^-SMALL_SIZE a series needs no reduction of its argument. */
const SMALL_SIZE = 16;
/** A first guess from a double is right to more bits than that, here and in `logOfMiddle`. */
const NEAR_ONE = -25;
const UNIT: Scaled = { value: 1, exponent: 0 };
/** Not above pi/4. */
const EIGHTH_TURN = 0.785;
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

  /** e^x = 2^n e^r, and e^r by its series for r/2^h, squared h times. */
  protected expOfMiddle(): T {
    const { size } = this;
    if (size > LARGEST_REDUCED) {
      return this.mantissa > 0n ? this.unknown('overflow') : this.below(LEAST_POWER / 2);
    }
    const wanted = reductionOf(this.bits);
    const places = placesFor(this.bits + wanted + Math.max(0, size) + GUARD);
    const x = this.fixed(places);
    // The double may be off by a little: r lies between 0 and 0.7 all the same.
    let n = BigInt(Math.floor(this.approximation * Math.LOG2E));
    let r = x - n * ln2(places);
    if (r < 0n) {
      n -= 1n;
      r += ln2(places);
    }
    const halvings = Math.max(0, wanted - (places - bitLength(r)));
    const { sum, error } = expSeries(r >> BigInt(halvings), places);
    // x is off by a unit, and each ln2 by two.
    const inArgument = timesPowerOfTwo(2 * Math.abs(toDouble(n)) + 4, -halvings) + 1;
    const shift = BigInt(places);
    let power = sum;
    for (let i = 0; i < halvings; i++) power = (power * power) >> shift;
    // Squaring doubles the relative error and adds a unit; e^r is below 2.
    const off = timesPowerOfTwo(error + 2 * inArgument + 2, halvings + 1);
    return this.make(power, toDouble(n) - places, off);
  }

  protected expm1OfMiddle(): T {
    const { size } = this;
    if (size > -SMALL_SIZE) {
      const bits = this.bits + Math.max(0, -size) + GUARD;
      return this.center().withBits(bits).exp().minus(1).withBits(this.bits);
    }
    const places = placesFor(this.bits + GUARD);
    return this.center().times(this.ofSum(expm1Series(this.fixed(places), places), places, UNIT));
  }

  /** log x = n ln2 + y + log(z e^-y), z = x/2^n near 1, for a double y near log z. */
  protected logOfMiddle(): T {
    const bits = this.bits + 2 * GUARD;
    const isHigh = this.create(this.mantissa, -this.length, 0, bits).approximation > Math.SQRT1_2;
    const n = this.size - (isHigh ? 0 : 1);
    // With so many bits z - 1 is exact.
    const z = this.create(this.mantissa, this.exponent - n, 0, Math.max(bits, this.length + 2));
    const rest = z.minus(1);
    if (rest.isZero) return this.constant(LN2).times(n);
    const logarithm =
      rest.size < NEAR_ONE ? rest.withBits(bits).log1pSeries() : z.withBits(bits).logByGuess();
    if (n === 0) return logarithm.withBits(this.bits);
    return logarithm.constant(LN2).times(n).plus(logarithm).withBits(this.bits);
  }

  private logByGuess(): T {
    const y = this.exact(Math.log(this.approximation));
    return this.times(y.negated().exp()).minus(1).log1pSeries().plus(y);
  }

  /** log(1 + x) = 2 atanh(x/(2 + x)) for |x| < 2^-8. */
  log1pSeries(): T {
    if (this.isZero) return this.self();
    const t = this.over(this.plus(2));
    return t.times(t.seriesOfSquare(atanhSeries)).times(2);
  }

  /** A series of slope below 1 in the square of this. */
  private seriesOfSquare(series: (square: bigint, places: number) => Sum): T {
    const places = placesFor(this.bits + GUARD);
    const square = this.squared();
    const x = square.fixed(places);
    return this.ofSum(series(x > 0n ? x : 0n, places), places, square.fixedRadius(places));
  }

  /** @param more a bound on its error by what it is the series of, beside a unit by its rounding */
  private ofSum({ sum, error }: Sum, places: number, more: Scaled): T {
    const { value, exponent } = scaledSum(more, { value: error + 1, exponent: 0 });
    return this.make(sum, -places, value, exponent);
  }

  /** sin x or cos x, by x = n pi/2 + r. */
  protected waveOfMiddle(quarter: number): T {
    if (Math.abs(this.approximation) < EIGHTH_TURN)
      return quarter === 0 ? this.center().sinSeries() : this.center().cosSeries();
    const places = placesFor(this.bits + this.size + 2 * GUARD);
    const halfPi = pi(places) >> 1n;
    const x = this.fixed(places);
    const n = floorDivided(2n * x + halfPi, 2n * halfPi);
    // x is off by a unit, and each pi/2 by two.
    const r = this.make(x - n * halfPi, -places, 1, Math.max(2, bitLength(n) + 2));
    const turn = (toDouble(n & 3n) + quarter) & 3;
    const y = turn % 2 === 0 ? r.sinSeries() : r.cosSeries();
    return turn < 2 ? y : y.negated();
  }

  /** sin r for |r| < 0.8: by the series, and for many bits by that of r/3^h, tripled h times. */
  sinSeries(): T {
    if (this.bits < TRIPLED) return this.times(this.seriesOfSquare(sinSeries));
    const times = Math.max(0, Math.round((reductionOf(this.bits) + Math.min(0, this.size)) / 3));
    let parts = 1;
    for (let i = 0; i < times; i++) parts *= 3;
    const part = this.withBits(this.bits + GUARD).over(parts);
    let sine = part.times(part.seriesOfSquare(sinSeries));
    for (let i = 0; i < times; i++) sine = sine.times(sine.squared().times(-4).plus(3));
    return sine.withBits(this.bits);
  }

  /** cos r for |r| < 0.8, as 1 - 2 sin(r/2)^2 for many bits. */
  cosSeries(): T {
    if (this.bits < TRIPLED) return this.seriesOfSquare(cosSeries);
    return this.times(0.5).sinSeries().squared().times(-2).plus(1);
  }

  /** atan x = y + atan t, t = (x cos y - sin y)/(cos y + x sin y), for a double y near atan x. */
  protected atanOfMiddle(): T {
    const x = this.center().withBits(this.bits + GUARD);
    if (this.size < -SMALL_SIZE) return x.times(x.seriesOfSquare(atanSeries)).withBits(this.bits);
    const y = x.exact(Math.atan(this.approximation));
    const [s, c] = [y.sin(), y.cos()];
    const t = x.times(c).minus(s).over(x.times(s).plus(c));
    return t.times(t.seriesOfSquare(atanSeries)).plus(y).withBits(this.bits);
  }

  protected erfOfMiddle(): T {
    const { size } = this;
    if (this.mantissa < 0n) return this.negated().erfOfMiddle().negated();
    const x = this.center().withBits(this.bits + GUARD);
    if (size <= 0) {
      return x
        .times(x.seriesOfSquare(erfSeries))
        .times(x.constant(TWO_OVER_SQRT_PI))
        .withBits(this.bits);
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

/** Places in few different numbers, as the coefficients of the series are kept for each. */
function placesFor(bits: number): number {
  return 64 * Math.ceil(bits / 64);
}

/** By how many powers of two an argument is best made smaller: measured. */
function reductionOf(bits: number): number {
  return Math.round(0.6 * Math.sqrt(bits));
}
