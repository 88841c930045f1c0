/** @file Lines as the texts of numbers, for who needs the numbers as they are written. */

import { readNumber } from '../../../core/text/parse-number';
import { endOfLine } from './csv-records';
import type { Chunk } from './line-reader';
import type { LineShape } from './line-shape';
import { LONGEST_LINE } from './longest-line';
import { linesAmong, tooLong } from './number-lines';
import { faultOfWords, wordsOf } from './point-lines';
import type { BadLine, Points } from '../rows';

/**
 * The lines of a chunk in order, points in blocks with their texts beside them.
 *
 * @param shape what stands on a line; without it, one number
 * @param most the most points of a block
 * @param keepGoing whether a block goes on after a line that is no point
 * @returns the number of lines
 */
export function* textLines(
  chunk: Chunk,
  shape: LineShape = { variables: ['x'], order: [0] },
  most: number,
  keepGoing: boolean,
): Generator<Points, number> {
  const { start, end, longLine } = chunk;
  const bytes = Buffer.from(chunk.bytes.buffer, chunk.bytes.byteOffset, chunk.bytes.length);
  let [position, line] = [start, 0];
  while (position < end) {
    const texts = shape.variables.map((): string[] => []);
    const bad: BadLine[] = [];
    const firstLine = line;
    let isStopped = false;
    for (; position < end && line - firstLine < most && !isStopped; line++) {
      const lineEnd = endOfLine(bytes, position, end);
      const message = readLine(bytes.subarray(position, lineEnd - 1), shape, texts);
      position = lineEnd;
      if (message === undefined) continue;
      bad.push({ line, message });
      isStopped = !keepGoing;
    }
    yield { ...pointsOf(texts), lineOf: linesAmong(bad, firstLine), bad };
  }
  if (longLine !== undefined) {
    const bad = [{ line: line++, message: tooLong(longLine).message }];
    yield { ...pointsOf(shape.variables.map(() => [])), lineOf: () => undefined, bad };
  }
  return line;
}

/** Adds the texts of a line. @returns what is wrong with it */
function readLine(
  line: Buffer,
  { variables, order }: LineShape,
  texts: readonly string[][],
): string | undefined {
  if (line.length > LONGEST_LINE + 1) return tooLong(line).message;
  const text = line.toString('latin1').replace(/\r$/, '');
  const words = order.length === 1 ? [text] : wordsOf(text);
  const fault = faultOfWords(words, variables);
  if (fault !== undefined) return fault();
  for (const [k, word] of words.entries()) texts[order[k] as number]?.push(word.trim());
  return undefined;
}

/** Points from the texts of their numbers, by variable. */
export function pointsOf(
  texts: readonly (readonly string[])[],
): Required<Pick<Points, 'point' | 'texts'>> {
  return { point: texts.map((column) => Float64Array.from(column, readNumber)), texts };
}
