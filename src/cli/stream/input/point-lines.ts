/**
 * @file Lines as points: the bytes of a chunk in, blocks of numbers out. Bytes are taken as Latin-1, one character
 * each, so that a byte that is no digit is found on its own line; only LF ends a line, with a CR before it forgiven.
 */

import { readNumber } from '../../../core/text/parse-number';
import {
  afterBlanks,
  afterLineEnd,
  LONGEST_PLAIN,
  type Scan,
  scanNumber,
  scanNumbers,
} from '../../../core/text/scan-numbers';
import type { InputPoints } from '../rows';
import { type SplitOptions, type BlockRoom, blocksOf } from './blocks';
import { endOfLine } from './csv-records';
import type { Chunk } from './line-reader';
import { faultOfWords, type LineShape, wordsOf } from './line-shape';
import { jsonHint } from './other-formats';
import { LONGEST_LINE, tooLongLine } from './too-long';

const COMMA = 44;
const ONE_NUMBER: LineShape = { variables: ['x'], order: [0] };

/**
 * The lines of a chunk in order, points in blocks.
 *
 * @param shape without it there is one number on a line
 * @returns the number of lines
 */
export function pointLines(
  chunk: Chunk,
  shape = ONE_NUMBER,
  options: SplitOptions,
): Generator<InputPoints, number> {
  return blocksOf(chunk, (most) => roomFor(most, shape, chunk), options, tooLongLine);
}

/** The same with the texts of the numbers beside the points. */
export function textLines(
  chunk: Chunk,
  shape = ONE_NUMBER,
  options: SplitOptions,
): Generator<InputPoints, number> {
  return blocksOf(chunk, () => roomForTexts(shape, chunk), options, tooLongLine);
}

function roomFor(most: number, { variables, order }: LineShape, chunk: Chunk): BlockRoom {
  const point = variables.map(() => new Float64Array(most));
  const columns = order.map((variable) => point[variable] as Float64Array);
  const [first, second] = columns as [Float64Array, ...Float64Array[]];
  return {
    scan(bytes, end, scan) {
      if (second === undefined) scanNumbers(bytes, end, first, scan);
      else scanPoints(bytes, end, columns, scan);
    },
    readLine: (_, scan) =>
      readLine(chunk, scan, variables, (word, k) => {
        (columns[k] as Float64Array)[scan.count] = readNumber(word);
      }),
    points: (count) => ({ point: point.map((x) => x.subarray(0, count)) }),
  };
}

function roomForTexts({ variables, order }: LineShape, chunk: Chunk): BlockRoom {
  const texts = variables.map((): string[] => []);
  return {
    scan() {
      // No line is as lines mostly are: each has its texts.
    },
    readLine: (_, scan) =>
      readLine(chunk, scan, variables, (word, k) => texts[order[k] as number]?.push(word.trim())),
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
  { bytes, start, isFirst }: Chunk,
  scan: Scan,
  variables: readonly string[],
  take: (word: string, place: number) => unknown,
): (() => string) | undefined {
  const isFirstNumber = variables.length === 1 && isFirst && scan.position === start;
  const lineEnd = endOfLine(bytes, scan.position, bytes.length);
  const line = bytes.subarray(scan.position, lineEnd - 1);
  scan.position = lineEnd;
  const text = line.toString('latin1').replace(/\r$/, '');
  if (text.length > LONGEST_LINE) return () => tooLongLine(line);
  const words = variables.length === 1 ? [text] : wordsOf(text);
  const fault = faultOfWords(words, variables);
  if (fault !== undefined) return () => fault() + (isFirstNumber ? tableHint(text, variables) : '');
  for (const [k, word] of words.entries()) take(word, k);
  scan.count++;
  return undefined;
}

/** A hint if the first line looks like that of a table or of JSON. */
function tableHint(line: string, variables: readonly string[]): string {
  const json = jsonHint(variables, line);
  if (json !== undefined) return `.${json}`;
  const [first, second] = line.split(/[,;\t]/).map((cell) => cell.trim()) as [string, string?];
  const isName = /^"?[A-Za-z_]/.test(first);
  if (!isName && second === undefined) return '';
  const column = /^\w{1,30}$/.test(first) && isName ? first : '1';
  return `; of a table say which column x is, as in --column ${column}`;
}
