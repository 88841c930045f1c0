/** @file What a record is told that is longer than a record may be. */

import { quote } from '../../../core/text/quote';
import { LONGEST_LINE } from './longest-line';

/** What is said of a record that is too long, with its beginning. */
export function tooLongRecord(line: Uint8Array): string {
  const beginning = quote(Buffer.from(line.subarray(0, 20)).toString('latin1'));
  return `a record is longer than ${String(LONGEST_LINE)} bytes, it begins with ${beginning}`;
}
