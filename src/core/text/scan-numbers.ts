/** @file Numbers straight from bytes: the usual ones, without making strings. */

import { nearestDoubleOf } from '../../math/digits/nearest-double';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const LETTER_E = 101;
const LETTER_E_UPPER = 69;

/** A longer line is left to others, which know how long a line may be. */
export const LONGEST_PLAIN = 1000;

/** Where a scan stands. */
export interface Scan {
  /** The beginning of the line that comes next. */
  position: number;
  /** How many numbers have been found. */
  count: number;
}

/**
 * Reads a plain decimal number, as `readNumber` does, and leaves the scan after it.
 *
 * @param bytes with an LF after it
 * @returns NaN for anything else, which is left to `readNumber`, a number or not
 */
export function scanNumber(bytes: Uint8Array, scan: Scan): number {
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

/** The place after the end of a line that is there, behind blanks; 0 where something else is. */
function afterLineEnd(bytes: Uint8Array, at: number): number {
  at = afterBlanks(bytes, at);
  if (bytes[at] === CARRIAGE_RETURN) at++;
  return bytes[at] === LINE_FEED ? at + 1 : 0;
}

/**
 * Reads lines that are a plain decimal number each, as `readNumber` does, until there are no more,
 * the numbers are as many as there is room for, or a line is anything else: that one is left to
 * `readNumber`, a number or not.
 *
 * @param bytes whole lines, each with its LF, from scan.position to end
 * @param numbers gets the numbers, from index scan.count on
 */
export function scanNumbers(
  bytes: Uint8Array,
  end: number,
  numbers: Float64Array,
  scan: Scan,
): void {
  let { position, count } = scan;
  const most = numbers.length;
  while (position < end && count < most) {
    scan.position = afterBlanks(bytes, position);
    const value = scanNumber(bytes, scan);
    if (value !== value) break;
    const next = afterLineEnd(bytes, scan.position);
    if (next === 0 || next - position > LONGEST_PLAIN) break;
    numbers[count++] = value;
    position = next;
  }
  scan.position = position;
  scan.count = count;
}
