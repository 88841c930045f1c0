/** @file Exact arithmetic for judging ours: doubles and decimals as fractions of whole numbers. */

/** numerator / denominator, not reduced, denominator > 0. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function rational(numerator: bigint, denominator: bigint): Rational {
  return { numerator, denominator };
}

/** A finite double, exactly. */
export function ofDouble(x: number): Rational {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const sign = bits >> 63n === 0n ? 1n : -1n;
  const biased = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = sign * (biased === 0n ? fraction : fraction | 0x10000000000000n);
  const exponent = (biased === 0n ? 1n : biased) - 1075n;
  return exponent >= 0n ? rational(mantissa << exponent, 1n) : rational(mantissa, 1n << -exponent);
}

/** A decimal such as "-1.25e-3", exactly. */
export function ofDecimal(text: string): Rational {
  const match = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) throw new Error(`no decimal: ${text}`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const power = BigInt(exponent) - BigInt(fraction.length);
  return power >= 0n ? rational(digits * 10n ** power, 1n) : rational(digits, 10n ** -power);
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, rational(-b.numerator, b.denominator));
}

/** For b that is not 0. */
export function over(a: Rational, b: Rational): Rational {
  const sign = b.numerator < 0n ? -1n : 1n;
  return rational(sign * a.numerator * b.denominator, sign * a.denominator * b.numerator);
}

/** Which of both is the larger: the sign of a - b. */
export function compare(a: Rational, b: Rational): 1 | 0 | -1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

export function equals(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);

/** The digits of n > 0 to the base 16 that a ratio needs, and how many are cut off. */
function leading(n: bigint): { top: number; cut: number } {
  const cut = Math.max(0, n.toString(16).length - LEADING_DIGITS);
  return { top: Number(n >> BigInt(4 * cut)), cut };
}
const LEADING_DIGITS = 20;

/** |a| / |b| as a double, good to some 15 digits; Infinity for b = 0 unless a is 0 too. */
export function magnitudeRatio(a: Rational, b: Rational): number {
  if (a.numerator === 0n) return 0;
  if (b.numerator === 0n) return Infinity;
  const [p, q] = [leading(absolute(a.numerator)), leading(b.denominator)];
  const [r, s] = [leading(a.denominator), leading(absolute(b.numerator))];
  const exponent = 4 * (p.cut + q.cut - r.cut - s.cut);
  const half = Math.trunc(Math.max(-2200, Math.min(2200, exponent)) / 2);
  return ((p.top * q.top) / (r.top * s.top)) * 2 ** half * 2 ** (half + (exponent % 2));
}

/** The unit in the last place of the binade of an exact value; 2^-1074 for subnormals. */
function ulpOf(exact: Rational): Rational {
  const absolute = exact.numerator < 0n ? -exact.numerator : exact.numerator;
  let exponent = absolute.toString(2).length - exact.denominator.toString(2).length;
  const power = (e: number): Rational =>
    e >= 0 ? rational(1n << BigInt(e), 1n) : rational(1n, 1n << BigInt(-e));
  const isBelow = ({ numerator, denominator }: Rational): boolean =>
    absolute * denominator < numerator * exact.denominator;
  if (isBelow(power(exponent))) exponent--;
  return power(Math.max(exponent - 52, -1074));
}

/** The distance of a finite double from an exact value other than 0, in ulps of the exact value. */
export function errorInUlps(computed: number, exact: Rational): number {
  return magnitudeRatio(minus(ofDouble(computed), exact), ulpOf(exact));
}
