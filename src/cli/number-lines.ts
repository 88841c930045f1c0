/** @file Standard input as numbers, one a line: bytes in, blocks of numbers out. */

import type { Fault } from '../core/errors';
import { numberFault, readNumber } from '../core/parse-number';
import { quote } from '../core/quote';

/** Numbers of consecutive lines, or one line that is no number. */
export type Lines =
  | { readonly kind: 'numbers'; readonly x: Float64Array; readonly firstLine: number }
  | { readonly kind: 'bad'; readonly line: number; readonly fault: Fault };

const CHUNK_BYTES = 65536;
const LONGEST_LINE = 1048576;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf'; // the three bytes of UTF-8, each as a character
const CARRIAGE_RETURN = 13;

/**
 * Reads until the end. Bytes are taken as Latin-1, one character each, so that a byte that is no
 * digit is found on its own line; only LF ends a line, with a CR before it forgiven. The numbers of
 * a chunk are handed out before the next one is read, so that a co-process gets its answer.
 *
 * @param read as `Io.readInput`
 */
export function* readNumberLines(read: (buffer: Buffer) => number): Generator<Lines> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let line = 1;
  let tail = '';
  let isStart = true;
  let isInsideLongLine = false;

  for (let length = read(buffer); length > 0; length = read(buffer)) {
    let text = tail + buffer.toString('latin1', 0, length);
    if (isStart) {
      tail = text;
      if (text.length < BYTE_ORDER_MARK.length && BYTE_ORDER_MARK.startsWith(text)) continue;
      isStart = false;
      if (text.startsWith(BYTE_ORDER_MARK)) text = text.slice(BYTE_ORDER_MARK.length);
    }
    if (isInsideLongLine) {
      const end = text.indexOf('\n') + 1;
      if (end === 0) continue;
      text = text.slice(end);
      isInsideLongLine = false;
      line++;
    }
    const end = text.lastIndexOf('\n') + 1;
    line = yield* numbersOf(text.slice(0, end), line);
    tail = text.slice(end);
    // One more, as a CR before the end of the line does not count.
    if (tail.length > LONGEST_LINE + 1) {
      yield { kind: 'bad', line, fault: tooLong(tail) };
      isInsideLongLine = true;
      tail = '';
    }
  }
  if (tail !== '') yield* numbersOf(`${tail}\n`, line);
}

/** The numbers of a text of whole lines; returns the number of the line after it. */
function* numbersOf(text: string, firstLine: number): Generator<Lines, number> {
  // A number and its line end take two characters at least.
  const values = new Float64Array(text.length >> 1);
  let count = 0;
  let line = firstLine;
  for (let start = 0; start < text.length; line++) {
    const end = text.indexOf('\n', start);
    const hasReturn = text.charCodeAt(end - 1) === CARRIAGE_RETURN;
    const lineText = text.slice(start, hasReturn ? end - 1 : end);
    start = end + 1;
    const value = lineText.length > LONGEST_LINE ? NaN : readNumber(lineText);
    if (Number.isFinite(value)) {
      values[count++] = value;
      continue;
    }
    if (count > 0) yield { kind: 'numbers', x: values.slice(0, count), firstLine: line - count };
    count = 0;
    yield { kind: 'bad', line, fault: lineFault(lineText) };
  }
  if (count > 0) yield { kind: 'numbers', x: values.slice(0, count), firstLine: line - count };
  return line;
}

function lineFault(latin1: string): Fault {
  return latin1.length > LONGEST_LINE ? tooLong(latin1) : numberFault(asReadable(latin1));
}

function tooLong(latin1: string): Fault {
  const beginning = quote(latin1.slice(0, 20));
  const message = `not a number: longer than ${String(LONGEST_LINE)} bytes, it begins with ${beginning}`;
  return { code: 'not-a-number', message };
}

/** The bytes as UTF-8 where they are that, for the message. */
function asReadable(latin1: string): string {
  const utf8 = Buffer.from(latin1, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? latin1 : utf8;
}
