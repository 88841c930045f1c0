/** @file Lines of several numbers as points: the bytes of a chunk in, blocks of numbers out. */

import { numberFault, readNumber } from '../../../core/text/parse-number';
import {
  afterBlanks,
  afterLineEnd,
  LONGEST_PLAIN,
  type Scan,
  scanNumber,
} from '../../../core/text/scan-numbers';
import { endOfLine } from './csv-records';
import type { Chunk } from './line-reader';
import type { LineShape } from './line-shape';
import { LONGEST_LINE } from './longest-line';
import { asReadable, linesAmong, tooLong } from './number-lines';
import { type BadLine, MOST_IN_FULL, type Points } from '../rows';

const COMMA = 44;

/** The numbers of a line as they are separated. */
export function wordsOf(line: string): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/\s*,\s*|\s+/);
}

/**
 * The lines of a chunk in order, points in blocks.
 *
 * @param most the most points of a block
 * @param keepGoing whether a block goes on after a line that is no point
 * @returns the number of lines
 */
export function* pointLines(
  chunk: Chunk,
  shape: LineShape,
  most: number,
  keepGoing: boolean,
): Generator<Points, number> {
  const { start, end, longLine } = chunk;
  const bytes = Buffer.from(chunk.bytes.buffer, chunk.bytes.byteOffset, chunk.bytes.length);
  const scan: Scan = { position: start, count: 0 };
  let line = 0;
  let badCount = 0;
  while (scan.position < end) {
    // A number and what ends it take two bytes at least.
    const room = Math.min(most, Math.max(1, (end - scan.position) >> 1));
    const point = shape.variables.map(() => new Float64Array(room));
    const columns = shape.order.map((variable) => point[variable] as Float64Array);
    const firstLine = line;
    const bad: BadLine[] = [];
    scan.count = 0;
    while (scan.position < end && scan.count < room && bad.length < most) {
      scanPoints(bytes, end, columns, scan);
      if (scan.position === end || scan.count === room) break;
      const fault = readLine(bytes, columns, shape, scan);
      if (fault === undefined) continue;
      const message = badCount++ < MOST_IN_FULL ? fault() : '';
      bad.push({ line: firstLine + scan.count + bad.length, message });
      if (!keepGoing) break;
    }
    line = firstLine + scan.count + bad.length;
    const found = point.map((x) => x.subarray(0, scan.count));
    yield { point: found, lineOf: linesAmong(bad, firstLine), bad };
  }
  if (longLine !== undefined) {
    const bad = [{ line, message: tooLong(longLine).message }];
    yield { point: shape.variables.map(() => new Float64Array(0)), lineOf: () => undefined, bad };
    line++;
  }
  return line;
}

/** Reads lines of plain numbers until there is room for no more, or a line is anything else. */
function scanPoints(
  bytes: Uint8Array,
  end: number,
  columns: readonly Float64Array[],
  scan: Scan,
): void {
  let { position, count } = scan;
  const most = columns[0]?.length ?? 0;
  while (position < end && count < most) {
    let at = position;
    let isRead = true;
    for (let k = 0; k < columns.length; k++) {
      const next = afterBlanks(bytes, at);
      const isComma = k > 0 && bytes[next] === COMMA;
      isRead = k === 0 || isComma || next > at;
      if (!isRead) break;
      scan.position = isComma ? afterBlanks(bytes, next + 1) : next;
      const value = scanNumber(bytes, scan);
      isRead = value === value;
      if (!isRead) break;
      (columns[k] as Float64Array)[count] = value;
      at = scan.position;
    }
    const next = isRead ? afterLineEnd(bytes, at) : 0;
    if (next === 0 || next - position > LONGEST_PLAIN) break;
    position = next;
    count++;
  }
  scan.position = position;
  scan.count = count;
}

/** Reads the line that comes next, whatever it is. @returns how to say what is wrong with it */
function readLine(
  bytes: Buffer,
  columns: readonly Float64Array[],
  { variables }: LineShape,
  scan: Scan,
): (() => string) | undefined {
  const lineEnd = endOfLine(bytes, scan.position, bytes.length);
  const line = bytes.subarray(scan.position, lineEnd - 1);
  scan.position = lineEnd;
  if (line.length > LONGEST_LINE + 1) return () => tooLong(line).message;
  const words = wordsOf(line.toString('latin1'));
  const fault = faultOfWords(words, variables);
  if (fault !== undefined) return fault;
  for (const [k, word] of words.entries()) {
    (columns[k] as Float64Array)[scan.count] = readNumber(word);
  }
  scan.count++;
  return undefined;
}

/** @returns how to say what is wrong with what should be a number for each variable */
export function faultOfWords(
  words: readonly string[],
  variables: readonly string[],
): (() => string) | undefined {
  if (words.length !== variables.length) {
    return () => {
      const found = words.length === 1 ? 'is 1 number' : `are ${String(words.length)} numbers`;
      return `there ${found} here, and there are ${String(variables.length)} variables: ${variables.join(', ')}`;
    };
  }
  const wrong = words.find((word) => !Number.isFinite(readNumber(word)));
  return wrong === undefined ? undefined : () => numberFault(asReadable(wrong)).message;
}
