/** @file A number as bytes: the digits of `formatNumber`, without making a string. */

import { argument, EXPONENT, HIGH, LOW, shortestDecimal } from '../../math/digits/shortest-decimal';
import { formatNumber } from './format-number';

const ZERO = 48;
const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const LETTER_E = 101;

const decimal = new Int32Array(3);

/** So many bytes must be free where a number is printed: 24 of the longest one, and some in between. */
export const ROOM_FOR_NUMBER = 32;

/**
 * Writes x[index] as `formatNumber` does, in ASCII.
 *
 * @param position where in the bytes; ROOM_FOR_NUMBER bytes from there may be overwritten
 * @returns the position after the number
 */
export function printNumber(
  x: Float64Array,
  index: number,
  bytes: DataView,
  position: number,
): number {
  const value = x[index] as number;
  const integer = value | 0;
  if (integer === value && integer !== 0) return printInteger(integer, bytes, position);

  let at = position;
  if (value < 0) bytes.setUint8(at++, MINUS);
  argument[0] = Math.abs(value);
  if (!shortestDecimal(decimal)) return printText(value, bytes, position);

  // The point comes after so many digits.
  const point = (decimal[EXPONENT] as number) + 17;
  if (point > 21 || point < -5) return printExponential(point - 1, bytes, at);
  if (point <= 0) {
    bytes.setUint8(at++, ZERO);
    bytes.setUint8(at++, POINT);
    for (let i = point; i < 0; i++) bytes.setUint8(at++, ZERO);
    return printDigits(bytes, at);
  }
  const end = printDigits(bytes, at + 1);
  for (let i = at; i < at + point; i++) bytes.setUint8(i, bytes.getUint8(i + 1));
  const pointAt = at + point;
  if (end - 1 > pointAt) {
    bytes.setUint8(pointAt, POINT);
    return end;
  }
  // A whole number: zeros fill up the digits.
  for (let i = end - 1; i < pointAt; i++) bytes.setUint8(i, ZERO);
  return pointAt;
}

/** 1.2e-7 */
function printExponential(exponent: number, bytes: DataView, position: number): number {
  let at = printDigits(bytes, position + 1);
  bytes.setUint8(position, bytes.getUint8(position + 1));
  bytes.setUint8(position + 1, POINT);
  if (at === position + 2) at--;
  bytes.setUint8(at++, LETTER_E);
  bytes.setUint8(at++, exponent < 0 ? MINUS : PLUS);
  return printInteger(Math.abs(exponent), bytes, at);
}

/** The 17 digits of the decimal, without the zeros at their end. */
function printDigits(bytes: DataView, position: number): number {
  const high = decimal[HIGH] as number;
  const low = decimal[LOW] as number;
  const first = (high / 100000000) | 0;
  bytes.setUint8(position, ZERO + first);
  printEightDigits(high - first * 100000000, bytes, position + 1);
  printEightDigits(low, bytes, position + 9);
  let end = position + 17;
  while (bytes.getUint8(end - 1) === ZERO) end--;
  return end;
}

function printEightDigits(n: number, bytes: DataView, position: number): void {
  const upper = (n / 10000) | 0;
  bytes.setUint32(position, fourDigits(upper), true);
  bytes.setUint32(position + 4, fourDigits(n - upper * 10000), true);
}

/** The digits of each n < 10000, or 0 where they are not known yet. */
const digitsOf = new Int32Array(10000);

/** The digits of n < 10000 in ASCII, the first one in the lowest byte, made once: a number takes 111 ns, not 122. */
function fourDigits(n: number): number {
  const known = digitsOf[n] as number;
  return known === 0 ? (digitsOf[n] = newDigits(n)) : known;
}

/**
 * The same, made: two numbers below 100, side by side in 16 bits each, are divided by 10 at once, n/10
 * being 103 n/1024 rounded down.
 */
function newDigits(n: number): number {
  const upper = (n / 100) | 0;
  const pairs = upper | ((n - upper * 100) << 16);
  const tens = ((pairs * 103) >>> 10) & 0x000f000f;
  return tens | ((pairs - tens * 10) << 8) | 0x30303030;
}

function printInteger(integer: number, bytes: DataView, position: number): number {
  let at = position;
  let rest = integer;
  if (integer < 0) {
    bytes.setUint8(at++, MINUS);
    rest = -integer;
  }
  let end = at;
  for (let n = rest; n >= 1; n = Math.floor(n / 10)) end++;
  for (let i = end - 1; i >= at; i--) {
    const tenth = Math.floor(rest / 10);
    bytes.setUint8(i, ZERO + (rest - 10 * tenth));
    rest = tenth;
  }
  return end;
}

function printText(value: number, bytes: DataView, position: number): number {
  const text = formatNumber(value);
  for (let i = 0; i < text.length; i++) bytes.setUint8(position + i, text.charCodeAt(i));
  return position + text.length;
}
