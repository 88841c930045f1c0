/** @file Lines as the texts of numbers, for who needs the numbers as they are written. */

import { readNumber } from '../../../core/text/parse-number';
import type { Points } from '../rows';
import { type BlockOptions, type BlockRoom, blocksOf } from './blocks';
import { endOfLine } from './csv-records';
import type { Chunk } from './line-reader';
import { faultOfWords, type LineShape, wordsOf } from './line-shape';
import { LONGEST_LINE, tooLongLine } from './too-long';

/**
 * The lines of a chunk in order, points in blocks with their texts beside them.
 *
 * @param shape what stands on a line; without it, one number
 * @returns the number of lines
 */
export function textLines(
  chunk: Chunk,
  shape: LineShape = { variables: ['x'], order: [0] },
  options: BlockOptions,
): Generator<Points, number> {
  return blocksOf(chunk, () => roomFor(shape), options, tooLongLine);
}

function roomFor({ variables, order }: LineShape): BlockRoom {
  const texts = variables.map((): string[] => []);
  return {
    scan() {
      // No line is as lines mostly are: each has its texts.
    },
    readLine(bytes, scan) {
      const lineEnd = endOfLine(bytes, scan.position, bytes.length);
      const line = bytes.subarray(scan.position, lineEnd - 1);
      scan.position = lineEnd;
      if (line.length > LONGEST_LINE + 1) return () => tooLongLine(line);
      const text = line.toString('latin1').replace(/\r$/, '');
      const words = order.length === 1 ? [text] : wordsOf(text);
      const fault = faultOfWords(words, variables);
      if (fault !== undefined) return fault;
      for (const [k, word] of words.entries()) texts[order[k] as number]?.push(word.trim());
      scan.count++;
      return undefined;
    },
    points: () => pointsOf(texts),
  };
}

/** Points from the texts of their numbers, by variable. */
function pointsOf(
  texts: readonly (readonly string[])[],
): Required<Pick<Points, 'point' | 'texts'>> {
  return { point: texts.map((column) => Float64Array.from(column, readNumber)), texts };
}
