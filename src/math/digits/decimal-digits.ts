/** @file The decimal digits of a number that is known to more digits than a double has. */

import type { MixedBall } from '../mixed-ball';
import type { WholeBall } from '../whole/whole-ball';
import { bitLength, magnitude, powerOfTen } from '../whole/whole-number';

/** As JavaScript writes numbers: in plain notation from 10^-7 to below 10^21. */
const LEAST_PLAIN = -7;
const MOST_PLAIN = 21;
/** Numbers beyond 10^+-this are not written: that would take more than a few milliseconds. */
const LARGEST_POWER = 100_000;
/** log10(2), and a little more. */
const LOG10_2 = 0.30103;

/**
 * A number as a decimal with `count` significant digits, rounded to nearest, each of them certain: all
 * numbers in the ball round to it. A number in the middle between two decimals is rounded to the even
 * one, which takes an exact ball. Zero is "0". Notation and exponents are JavaScript's; zeros at the
 * end are kept, as they are digits.
 *
 * @param count from 1 to 1000
 * @returns undefined where the ball does not decide, or the number is too large or small to write
 */
export function decimalDigits(ball: WholeBall, count: number): string | undefined {
  if (ball.sign === undefined) return undefined;
  const { low, high, exponent } = ball.exactEnds();
  if (low !== 0n && Math.abs(exponent) * LOG10_2 > LARGEST_POWER) return undefined;
  const digits = written(low, exponent, count);
  return written(high, exponent, count) === digits ? digits : undefined;
}

/** The same of a number that may be a fraction, which decides always. */
export function mixedDigits({ rational, ball }: MixedBall, count: number): string | undefined {
  if (rational === undefined) return decimalDigits(ball, count);
  return written(rational.numerator, 0, count, rational.denominator);
}

/** 0.d1 d2 d3 ... * 10^power */
interface Decimal {
  readonly digits: string;
  readonly power: number;
}

/** n / divisor * 2^exponent, n > 0, to so many digits. */
function roundedDecimal(n: bigint, exponent: number, count: number, divisor = 1n): Decimal {
  // From a power of ten above the number down; where size is below 0 the logarithm is a little less than it should be.
  const size = bitLength(n) - bitLength(divisor) + 1 + exponent;
  const least = powerOfTen(count - 1);
  for (let power = Math.ceil(size * LOG10_2) + 1; ; power--) {
    const { whole, isUp } = quotient(n, divisor, exponent, count - power);
    if (whole < least) continue;
    const digits = (isUp ? whole + 1n : whole).toString();
    return digits.length > count
      ? { digits: digits.slice(0, count), power: power + 1 }
      : { digits, power };
  }
}

/** n / divisor * 2^exponent * 10^tens, rounded down, and whether the nearest whole number (ties to even) is above. */
function quotient(
  n: bigint,
  divisor: bigint,
  exponent: number,
  tens: number,
): { whole: bigint; isUp: boolean } {
  const numerator = (n << BigInt(positive(exponent))) * powerOfTen(positive(tens));
  const denominator = divisor * (1n << BigInt(positive(-exponent))) * powerOfTen(positive(-tens));
  const whole = numerator / denominator;
  const twice = 2n * (numerator - whole * denominator);
  const isUp = twice > denominator || (twice === denominator && (whole & 1n) === 1n);
  return { whole, isUp };
}

const positive = (n: number): number => Math.max(0, n);

/** n / divisor * 2^exponent, to so many digits. */
function written(n: bigint, exponent: number, count: number, divisor = 1n): string {
  if (n === 0n) return '0';
  const decimal = inNotation(roundedDecimal(magnitude(n), exponent, count, divisor));
  return n < 0n ? `-${decimal}` : decimal;
}

function inNotation({ digits, power }: Decimal): string {
  if (power > MOST_PLAIN || power <= LEAST_PLAIN + 1) {
    const first = digits.slice(0, 1);
    const rest = digits.slice(1);
    const exponent = power - 1;
    return `${first}${rest === '' ? '' : '.'}${rest}e${exponent < 0 ? '' : '+'}${String(exponent)}`;
  }
  if (power <= 0) return `0.${'0'.repeat(-power)}${digits}`;
  if (digits.length > power) return `${digits.slice(0, power)}.${digits.slice(power)}`;
  return digits + '0'.repeat(power - digits.length);
}
