/** @file Splits the lines of a chunk into blocks of points: the loop shared by numbers, points and texts. Tables have records instead. */

import type { Scan } from '../../../core/text/scan-numbers';
import { type BadLine, MOST_IN_FULL, type InputPoints } from '../rows';
import type { Chunk } from './line-reader';

export interface SplitOptions {
  readonly most: number;
  /** Whether a block continues after a bad line. */
  readonly keepGoing: boolean;
}

/** Space for the points of one block, and how to read lines into it. */
export interface BlockRoom {
  /** Reads lines of the common form, until the block is full or a line has another form. */
  readonly scan: (bytes: Buffer, end: number, scan: Scan) => void;
  /** Reads the next line, whatever its form. @returns for a bad line, a function that says what is wrong */
  readonly readLine: (bytes: Buffer, scan: Scan) => (() => string) | undefined;
  readonly points: (count: number) => Pick<InputPoints, 'point' | 'texts' | 'before'>;
}

/**
 * Reads the lines of a chunk in order into blocks of points.
 *
 * @param roomFor makes space for this many points
 * @param tooLong the message about a line that is too long, from its beginning
 * @returns the number of lines
 */
export function* blocksOf(
  { bytes, start, end, longLine }: Chunk,
  roomFor: (most: number) => BlockRoom,
  { most, keepGoing }: SplitOptions,
  tooLong: (line: Uint8Array) => string,
): Generator<InputPoints, number> {
  const scan: Scan = { position: start, count: 0 };
  let line = 0;
  let badCount = 0;
  while (scan.position < end) {
    // A number and its separator take two bytes at least.
    const length = Math.min(most, Math.max(1, (end - scan.position) >> 1));
    const room = roomFor(length);
    const firstLine = line;
    const bad: BadLine[] = [];
    scan.count = 0;
    while (bad.length < most) {
      room.scan(bytes, end, scan);
      if (scan.position === end || scan.count === length) break;
      const fault = room.readLine(bytes, scan);
      if (fault === undefined) continue;
      // Of many bad lines only the first ones have messages; the others are counted.
      const message = badCount++ < MOST_IN_FULL ? fault() : '';
      bad.push({ line: firstLine + scan.count + bad.length, message });
      if (!keepGoing) break;
    }
    line = firstLine + scan.count + bad.length;
    yield { ...room.points(scan.count), lineOf: linesAmong(bad, firstLine), bad };
  }
  if (longLine !== undefined) {
    const bad = [{ line: line++, message: tooLong(longLine) }];
    yield { ...roomFor(0).points(0), lineOf: () => undefined, bad };
  }
  return line;
}

/** The line of each point, given the bad lines between them. */
function linesAmong(bad: readonly BadLine[], firstLine: number): (index: number) => number {
  return (index) => {
    let line = firstLine + index;
    for (const { line: badLine } of bad) {
      if (badLine > line) break;
      line++;
    }
    return line;
  };
}
