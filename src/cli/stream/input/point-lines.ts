/** @file Lines of several numbers as points: the bytes of a chunk in, blocks of numbers out. */

import { readNumber } from '../../../core/text/parse-number';
import {
  afterBlanks,
  afterLineEnd,
  LONGEST_PLAIN,
  type Scan,
  scanNumber,
} from '../../../core/text/scan-numbers';
import type { Points } from '../rows';
import { type BlockOptions, type BlockRoom, blocksOf } from './blocks';
import { endOfLine } from './csv-records';
import type { Chunk } from './line-reader';
import { faultOfWords, type LineShape, wordsOf } from './line-shape';
import { LONGEST_LINE, tooLongLine } from './too-long';

const COMMA = 44;

/** The lines of a chunk in order, points in blocks. @returns the number of lines */
export function pointLines(
  chunk: Chunk,
  shape: LineShape,
  options: BlockOptions,
): Generator<Points, number> {
  return blocksOf(chunk, (most) => roomFor(most, shape), options, tooLongLine);
}

function roomFor(most: number, { variables, order }: LineShape): BlockRoom {
  const point = variables.map(() => new Float64Array(most));
  const columns = order.map((variable) => point[variable] as Float64Array);
  return {
    scan(bytes, end, scan) {
      scanPoints(bytes, end, columns, scan);
    },
    readLine: (bytes, scan) => readLine(bytes, columns, variables, scan),
    points: (count) => ({ point: point.map((x) => x.subarray(0, count)) }),
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

function readLine(
  bytes: Buffer,
  columns: readonly Float64Array[],
  variables: readonly string[],
  scan: Scan,
): (() => string) | undefined {
  const lineEnd = endOfLine(bytes, scan.position, bytes.length);
  const line = bytes.subarray(scan.position, lineEnd - 1);
  scan.position = lineEnd;
  if (line.length > LONGEST_LINE + 1) return () => tooLongLine(line);
  const words = wordsOf(line.toString('latin1'));
  const fault = faultOfWords(words, variables);
  if (fault !== undefined) return fault;
  for (const [k, word] of words.entries()) {
    (columns[k] as Float64Array)[scan.count] = readNumber(word);
  }
  scan.count++;
  return undefined;
}
