/** @file The longest line, and the messages about longer lines and records. */

import { quote } from '../../../core/text/quote';

/** The longest line in bytes, without its LF and a CR before that. */
export const LONGEST_LINE = 1048576;

export function tooLongLine(line: Uint8Array): string {
  return `not a number: longer than ${String(LONGEST_LINE)} bytes, it begins with ${beginningOf(line)}`;
}

export function tooLongRecord(line: Uint8Array): string {
  return `a record is longer than ${String(LONGEST_LINE)} bytes, it begins with ${beginningOf(line)}`;
}

function beginningOf(line: Uint8Array): string {
  return quote(Buffer.from(line.subarray(0, 20)).toString('latin1'));
}
