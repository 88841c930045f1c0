/** @file A number as bytes: the digits of `formatNumber`, without making a string. */

import { EXPONENT, HIGH, LOW, shortestDecimal } from '../math/shortest-decimal';
import { formatNumber } from './format-number';

/** No number has more bytes: -2.2250738585072014e-308. */
export const LONGEST_NUMBER = 24;
/** As many bytes may be written to at a number's place. */
const MOST_WRITTEN = LONGEST_NUMBER + 8;

const ZERO = 48;
const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const LETTER_E = 101;

/** The digits of 00 to 99, one after the other. */
const PAIRS = Uint8Array.from({ length: 200 }, (_, i) => {
  const n = i >> 1;
  return ZERO + (i % 2 === 0 ? Math.floor(n / 10) : n % 10);
});

const magnitude = new Float64Array(1);
const decimal = new Int32Array(3);

/** How many bytes must be free where a number is printed. */
export const ROOM_FOR_NUMBER = MOST_WRITTEN;

/**
 * Writes x[index] as `formatNumber` does, in ASCII.
 *
 * @param position where in the bytes; ROOM_FOR_NUMBER bytes from there may be overwritten
 * @returns the position after the number
 */
export function printNumber(
  x: Float64Array,
  index: number,
  bytes: Uint8Array,
  position: number,
): number {
  const value = x[index] as number;
  const integer = value | 0;
  if (integer === value && integer !== 0) return printInteger(integer, bytes, position);

  let at = position;
  if (value < 0) bytes[at++] = MINUS;
  magnitude[0] = Math.abs(value);
  if (!shortestDecimal(magnitude, 0, decimal)) return printText(value, bytes, position);

  // The point comes after so many digits.
  const point = (decimal[EXPONENT] as number) + 17;
  if (point > 21 || point < -5) return printExponential(point - 1, bytes, at);
  if (point <= 0) {
    bytes[at++] = ZERO;
    bytes[at++] = POINT;
    for (let i = point; i < 0; i++) bytes[at++] = ZERO;
    return printDigits(bytes, at);
  }
  const end = printDigits(bytes, at + 1);
  for (let i = 0; i < point; i++) bytes[at + i] = bytes[at + i + 1] as number;
  const pointAt = at + point;
  if (end - 1 > pointAt) {
    bytes[pointAt] = POINT;
    return end;
  }
  // A whole number: what the digits lack are zeros.
  for (let i = end - 1; i < pointAt; i++) bytes[i] = ZERO;
  return pointAt;
}

/** 1.2e-7 */
function printExponential(exponent: number, bytes: Uint8Array, position: number): number {
  let at = printDigits(bytes, position + 1);
  bytes[position] = bytes[position + 1] as number;
  bytes[position + 1] = POINT;
  if (at === position + 2) at--;
  bytes[at++] = LETTER_E;
  bytes[at++] = exponent < 0 ? MINUS : PLUS;
  return printInteger(Math.abs(exponent), bytes, at);
}

/** The 17 digits of the decimal, without the zeros at their end. */
function printDigits(bytes: Uint8Array, position: number): number {
  const high = decimal[HIGH] as number;
  const low = decimal[LOW] as number;
  const first = (high / 100000000) | 0;
  bytes[position] = ZERO + first;
  printEightDigits(high - first * 100000000, bytes, position + 1);
  printEightDigits(low, bytes, position + 9);
  let end = position + 17;
  while (bytes[end - 1] === ZERO) end--;
  return end;
}

function printEightDigits(n: number, bytes: Uint8Array, position: number): void {
  const upper = (n / 10000) | 0;
  printFourDigits(upper, bytes, position);
  printFourDigits(n - upper * 10000, bytes, position + 4);
}

function printFourDigits(n: number, bytes: Uint8Array, position: number): void {
  const upper = (n / 100) | 0;
  const lower = n - upper * 100;
  bytes[position] = PAIRS[2 * upper] as number;
  bytes[position + 1] = PAIRS[2 * upper + 1] as number;
  bytes[position + 2] = PAIRS[2 * lower] as number;
  bytes[position + 3] = PAIRS[2 * lower + 1] as number;
}

function printInteger(integer: number, bytes: Uint8Array, position: number): number {
  let at = position;
  let rest = integer;
  if (integer < 0) {
    bytes[at++] = MINUS;
    rest = -integer;
  }
  let end = at;
  for (let n = rest; n >= 1; n = Math.floor(n / 10)) end++;
  for (let i = end - 1; i >= at; i--) {
    const tenth = Math.floor(rest / 10);
    bytes[i] = ZERO + (rest - 10 * tenth);
    rest = tenth;
  }
  return end;
}

function printText(value: number, bytes: Uint8Array, position: number): number {
  const text = formatNumber(value);
  for (let i = 0; i < text.length; i++) bytes[position + i] = text.charCodeAt(i);
  return position + text.length;
}
