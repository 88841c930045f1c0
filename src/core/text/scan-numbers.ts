/** @file Numbers straight from bytes: the usual ones, without making strings. */

import { nearestDoubleOf } from '../../math/digits/nearest-double';

const TAB = 9;
const SPACE = 32;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const LETTER_E = 101;
const LETTER_E_UPPER = 69;

/**
 * Reads a plain decimal number, as `readNumber` does, and goes on to the place after it.
 *
 * @param bytes with an LF after it
 * @param scan at the beginning of the number
 * @returns NaN for anything else, which is left to `readNumber`, a number or not
 */
export function scanNumber(bytes: Uint8Array, scan: { position: number }): number {
  let at = scan.position;
  let byte = bytes[at] as number;
  const isNegative = byte === MINUS;
  if (isNegative || byte === PLUS) byte = bytes[++at] as number;

  // The first nine digits after leading zeros, the next nine, and the power of ten they stand for.
  let high = 0;
  let low = 0;
  let digits = 0;
  let exponent = 0;
  const firstDigit = at;
  for (; byte >= ZERO && byte <= ZERO + 9; byte = bytes[++at] as number) {
    if (digits < 9) high = high * 10 + (byte - ZERO);
    else low = low * 10 + (byte - ZERO);
    if (high !== 0) digits++;
    if (digits > 18) return NaN;
  }
  let digitBytes = at - firstDigit;
  if (byte === POINT) {
    const firstDecimal = at + 1;
    byte = bytes[++at] as number;
    for (; byte >= ZERO && byte <= ZERO + 9; byte = bytes[++at] as number) {
      if (digits < 9) high = high * 10 + (byte - ZERO);
      else low = low * 10 + (byte - ZERO);
      if (high !== 0) digits++;
      if (digits > 18) return NaN;
    }
    exponent = firstDecimal - at;
    digitBytes -= exponent;
  }
  if (digitBytes === 0) return NaN;

  if (byte === LETTER_E || byte === LETTER_E_UPPER) {
    byte = bytes[++at] as number;
    const isExponentNegative = byte === MINUS;
    if (isExponentNegative || byte === PLUS) byte = bytes[++at] as number;
    const firstOfExponent = at;
    let written = 0;
    for (; byte >= ZERO && byte <= ZERO + 9 && written < 10000; byte = bytes[++at] as number) {
      written = written * 10 + (byte - ZERO);
    }
    if (at === firstOfExponent) return NaN;
    exponent += isExponentNegative ? -written : written;
  }
  scan.position = at;
  const value = nearestDoubleOf(high, low, digits > 9 ? digits - 9 : 0, exponent);
  return isNegative ? -value : value;
}

/** The place of the next byte that is no blank. */
export function afterBlanks(bytes: Uint8Array, at: number): number {
  while (bytes[at] === SPACE || bytes[at] === TAB) at++;
  return at;
}
