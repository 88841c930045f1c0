/** @file Takes the next chunk of a run's points: lines of the input, or a range of known points. */

import { type Carry, type Chunk, LineReader, type Read } from './input/line-reader';
import { pointLines, textLines } from './input/point-lines';
import { tableLines } from './input/table-lines';
import type { InputPoints, Run } from './rows';

/** Points that are known from the start. */
export type KnownPoints = Pick<InputPoints, 'point' | 'texts'>;

/** A chunk of points, which are parsed while other threads take more. */
export interface Taken {
  readonly points: Iterator<InputPoints, number>;
  /** The size of the chunk: bytes of input, or known points. */
  readonly size: number;
}

/**
 * Takes the next chunk. Only the thread that has entered may call it (see `Turns`).
 *
 * @param chunk the number of the chunk
 * @returns undefined at the end of the input; 'later' if reading would have to wait
 */
export type Feed = (carry: Carry, chunk: number) => Taken | 'later' | undefined;

export function countOf({ point }: KnownPoints): number {
  return point[0]?.length ?? 0;
}

/** Takes a block of known points at a time. */
export function knownFeed(known: KnownPoints, { blockLength }: Run): Feed {
  const count = countOf(known);
  return (carry, chunk) => {
    const start = chunk * blockLength;
    // Not by Math.min: a module of the user may have changed Math, and the end must still be found.
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
): Generator<InputPoints, number> {
  yield {
    point: point.map((x) => x.subarray(start, end)),
    ...(texts && { texts: texts.map((column) => column.slice(start, end)) }),
    lineOf: () => undefined,
    bad: [],
  };
  return 0;
}

/** Takes as many lines as one read returns. */
export function lineFeed(read: Read, run: Run): Feed {
  const { table, lines, needsTexts = false } = run;
  const blocks = { most: run.blockLength, keepGoing: run.keepGoing };
  const reader = new LineReader(read, table?.delimiter);
  const pointsOf = (chunk: Chunk): Iterator<InputPoints, number> => {
    if (table !== undefined) return tableLines(chunk, table, blocks, needsTexts);
    if (needsTexts) return textLines(chunk, lines, blocks);
    return pointLines(chunk, lines, blocks);
  };
  return (carry) => {
    const chunk = reader.next(carry);
    if (chunk === undefined || chunk === 'later') return chunk;
    return { points: pointsOf(chunk), size: chunk.end - chunk.start };
  };
}
