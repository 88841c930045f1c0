/** @file What a thread takes of the points of a run: the lines that come next, or some of the points that are known. */

import { type Carry, type Chunk, LineReader, type Read } from './input/line-reader';
import { numberLines } from './input/number-lines';
import { pointLines, textLines } from './input/point-lines';
import { tableLines } from './input/table-lines';
import type { Points, Run } from './rows';

/** Points that are there from the start. */
export type KnownPoints = Pick<Points, 'point' | 'texts'>;

/** Some points, which are read while others take more. */
export interface Taken {
  readonly points: Iterator<Points, number>;
  /** How much of the input it is: bytes, or points that are known. */
  readonly size: number;
}

/**
 * Takes what comes next, for whoever has entered.
 *
 * @param chunk its number
 * @returns undefined at the end; 'later' where it would have to wait
 */
export type Feed = (carry: Carry, chunk: number) => Taken | 'later' | undefined;

export function countOf({ point }: KnownPoints): number {
  return point[0]?.length ?? 0;
}

/** A block at a time. */
export function knownFeed(known: KnownPoints, { blockLength }: Run): Feed {
  const count = countOf(known);
  return (carry, chunk) => {
    const start = chunk * blockLength;
    // Compared by hand: a module of the user may have changed Math, and the end must be found all the same.
    const isLast = start + blockLength >= count;
    const end = isLast ? count : start + blockLength;
    if (isLast) carry.isEnded = true;
    return count === 0 ? undefined : { points: block(known, start, end), size: end - start };
  };
}

function* block(
  { point, texts }: KnownPoints,
  start: number,
  end: number,
): Generator<Points, number> {
  yield {
    point: point.map((x) => x.subarray(start, end)),
    ...(texts && { texts: texts.map((column) => column.slice(start, end)) }),
    lineOf: () => undefined,
    bad: [],
  };
  return 0;
}

/** As many lines as a read returns. */
export function lineFeed(read: Read, run: Run): Feed {
  const { table, lines, needsTexts = false } = run;
  const blocks = { most: run.blockLength, keepGoing: run.keepGoing };
  const reader = new LineReader(read, table?.delimiter);
  const pointsOf = (chunk: Chunk): Iterator<Points, number> => {
    if (table !== undefined) return tableLines(chunk, table, blocks, needsTexts);
    if (needsTexts) return textLines(chunk, lines, blocks);
    if (lines !== undefined) return pointLines(chunk, lines, blocks);
    return numberLines(chunk, blocks);
  };
  return (carry) => {
    const chunk = reader.next(carry);
    if (chunk === undefined || chunk === 'later') return chunk;
    return { points: pointsOf(chunk), size: chunk.end - chunk.start };
  };
}
