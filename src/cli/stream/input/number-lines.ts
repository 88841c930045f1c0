/** @file Lines as numbers: the bytes of a chunk in, blocks of numbers out. */

import type { Fault } from '../../../core/text/errors';
import { numberFault, readNumber } from '../../../core/text/parse-number';
import { quote } from '../../../core/text/quote';
import { type Scan, scanNumbers } from '../../../core/text/scan-numbers';
import type { Chunk } from './line-reader';
import { LONGEST_LINE } from './longest-line';
import { type BadLine, MOST_IN_FULL, type Points } from '../rows';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The lines of a chunk in order, numbers in blocks. Bytes are taken as Latin-1, one character each,
 * so that a byte that is no digit is found on its own line; only LF ends a line, with a CR before it
 * forgiven.
 *
 * @param most the most numbers of a block
 * @param keepGoing whether a block goes on after a line that is no number
 * @returns the number of lines
 */
export function* numberLines(
  chunk: Chunk,
  most: number,
  keepGoing: boolean,
): Generator<Points, number> {
  const { start, end, longLine, isFirst } = chunk;
  const bytes = Buffer.from(chunk.bytes.buffer, chunk.bytes.byteOffset, chunk.bytes.length);
  const scan: Scan = { position: start, count: 0 };
  let line = 0;
  let badCount = 0;
  while (scan.position < end) {
    // A number and its line end take two bytes at least.
    const numbers = new Float64Array(Math.min(most, Math.max(1, (end - scan.position) >> 1)));
    const firstLine = line;
    const bad: BadLine[] = [];
    scan.count = 0;
    for (;;) {
      const text = fill(bytes, end, numbers, scan);
      line = firstLine + scan.count + bad.length;
      if (text === undefined) break;
      // Of many bad lines all but the first are only counted.
      const isFirstLine = isFirst && line === 0;
      const message = badCount++ < MOST_IN_FULL ? lineFault(text, isFirstLine) : '';
      bad.push({ line, message });
      line++;
      if (!keepGoing || bad.length === most) break;
    }
    yield { point: [numbers.subarray(0, scan.count)], lineOf: linesAmong(bad, firstLine), bad };
  }
  if (longLine !== undefined) {
    const bad = [{ line, message: tooLong(longLine).message }];
    yield { point: [new Float64Array(0)], lineOf: () => undefined, bad };
    line++;
  }
  return line;
}

/** The line of a number, from those between them that are none. */
export function linesAmong(bad: readonly BadLine[], firstLine: number): (index: number) => number {
  return (index) => {
    let line = firstLine + index;
    for (const { line: badLine } of bad) {
      if (badLine > line) break;
      line++;
    }
    return line;
  };
}

/**
 * Reads numbers until there is room for no more, or no more bytes.
 *
 * @returns undefined, or a line that is no number, after which the scan stands
 */
function fill(bytes: Buffer, end: number, numbers: Float64Array, scan: Scan): string | undefined {
  for (;;) {
    scanNumbers(bytes, end, numbers, scan);
    if (scan.position === end || scan.count === numbers.length) return undefined;
    const lineEnd = bytes.indexOf(LINE_FEED, scan.position);
    const hasReturn = lineEnd > scan.position && bytes[lineEnd - 1] === CARRIAGE_RETURN;
    const text = bytes.toString('latin1', scan.position, hasReturn ? lineEnd - 1 : lineEnd);
    scan.position = lineEnd + 1;
    const value = text.length > LONGEST_LINE ? NaN : readNumber(text);
    if (!Number.isFinite(value)) return text;
    numbers[scan.count++] = value;
  }
}

function lineFault(latin1: string, isFirstLine: boolean): string {
  if (latin1.length > LONGEST_LINE) {
    return tooLong(Buffer.from(latin1.slice(0, 20), 'latin1')).message;
  }
  const { message } = numberFault(asReadable(latin1));
  return isFirstLine ? message + tableHint(latin1) : message;
}

/** What is said of a first line that looks like that of a table. */
function tableHint(line: string): string {
  const [first = '', second] = line.split(/[,;\t]/).map((cell) => cell.trim());
  const isName = /^"?[A-Za-z_]/.test(first);
  if (!isName && second === undefined) return '';
  const column = /^\w{1,30}$/.test(first) && isName ? first : '1';
  return `; of a table say which column x is, as in --column ${column}`;
}

/** The fault of a line that is too long, from its beginning. */
export function tooLong(line: Uint8Array): Fault {
  const beginning = quote(Buffer.from(line.subarray(0, 20)).toString('latin1'));
  const message = `not a number: longer than ${String(LONGEST_LINE)} bytes, it begins with ${beginning}`;
  return { code: 'not-a-number', message };
}

/** The bytes as UTF-8 where they are that, for the message. */
export function asReadable(latin1: string): string {
  const utf8 = Buffer.from(latin1, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? latin1 : utf8;
}
