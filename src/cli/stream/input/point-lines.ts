/** @file Lines of several numbers as points, or of one where the numbers are wanted as they are written. */

import { readNumber } from '../../../core/text/parse-number';
import {
  afterBlanks,
  afterLineEnd,
  LONGEST_PLAIN,
  type Scan,
  scanNumber,
} from '../../../core/text/scan-numbers';
import type { InputPoints } from '../rows';
import { type SplitOptions, type BlockRoom, blocksOf } from './blocks';
import { endOfLine } from './csv-records';
import type { Chunk } from './line-reader';
import { faultOfWords, type LineShape, wordsOf } from './line-shape';
import { LONGEST_LINE, tooLongLine } from './too-long';

const COMMA = 44;

/** The lines of a chunk in order, points in blocks. @returns the number of lines */
export function pointLines(
  chunk: Chunk,
  shape: LineShape,
  options: SplitOptions,
): Generator<InputPoints, number> {
  return blocksOf(chunk, (most) => roomFor(most, shape), options, tooLongLine);
}

/**
 * The same with the texts of the numbers beside the points.
 *
 * @param shape without it there is one number on a line
 */
export function textLines(
  chunk: Chunk,
  shape: LineShape = { variables: ['x'], order: [0] },
  options: SplitOptions,
): Generator<InputPoints, number> {
  return blocksOf(chunk, () => roomForTexts(shape), options, tooLongLine);
}

function roomFor(most: number, { variables, order }: LineShape): BlockRoom {
  const point = variables.map(() => new Float64Array(most));
  const columns = order.map((variable) => point[variable] as Float64Array);
  return {
    scan(bytes, end, scan) {
      scanPoints(bytes, end, columns, scan);
    },
    readLine: (bytes, scan) =>
      readLine(bytes, scan, variables, (word, k) => {
        (columns[k] as Float64Array)[scan.count] = readNumber(word);
      }),
    points: (count) => ({ point: point.map((x) => x.subarray(0, count)) }),
  };
}

function roomForTexts({ variables, order }: LineShape): BlockRoom {
  const texts = variables.map((): string[] => []);
  return {
    scan() {
      // No line is as lines mostly are: each has its texts.
    },
    readLine: (bytes, scan) =>
      readLine(bytes, scan, variables, (word, k) => texts[order[k] as number]?.push(word.trim())),
    points: () => ({ point: texts.map((column) => Float64Array.from(column, readNumber)), texts }),
  };
}

/** Reads lines of plain numbers until there is room for no more, or a line is anything else. */
function scanPoints(
  bytes: Uint8Array,
  end: number,
  columns: readonly Float64Array[],
  scan: Scan,
): void {
  let { position, count } = scan;
  const most = (columns[0] as Float64Array).length;
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

/** @param take gets each word and its place on the line */
function readLine(
  bytes: Buffer,
  scan: Scan,
  variables: readonly string[],
  take: (word: string, place: number) => unknown,
): (() => string) | undefined {
  const lineEnd = endOfLine(bytes, scan.position, bytes.length);
  const line = bytes.subarray(scan.position, lineEnd - 1);
  scan.position = lineEnd;
  if (line.length > LONGEST_LINE + 1) return () => tooLongLine(line);
  const text = line.toString('latin1').replace(/\r$/, '');
  const words = variables.length === 1 ? [text] : wordsOf(text);
  const fault = faultOfWords(words, variables);
  if (fault !== undefined) return fault;
  for (const [k, word] of words.entries()) take(word, k);
  scan.count++;
  return undefined;
}
