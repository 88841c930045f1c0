/** @file Chunks of points: lines of the input, or points that are known from the start. */

import type { TryRead } from '../process/io';
import { lineForm, tableForm } from './input/forms';
import { type Carry, LineReader } from './input/line-reader';
import { pointsIn } from './input/points';
import { countOf, type InputPoints, type KnownPoints, type Run } from './rows';

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
export function lineFeed(read: TryRead, run: Run): Feed {
  const { table, lines, needsTexts = false } = run;
  const form = table === undefined ? lineForm(lines) : tableForm(table);
  const options = { most: run.blockLength, keepGoing: run.keepGoing, needsTexts };
  const reader = new LineReader(read, table?.delimiter);
  return (carry) => {
    const chunk = reader.next(carry);
    if (chunk === undefined || chunk === 'later') return chunk;
    return { points: pointsIn(chunk, form, options), size: chunk.end - chunk.start };
  };
}
