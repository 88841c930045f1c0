/** @file The lines of a chunk as blocks of points: the loop that lines of numbers, points and texts share; a table has records instead. */

import type { Scan } from '../../../core/text/scan-numbers';
import { type BadLine, MOST_IN_FULL, type Points } from '../rows';
import type { Chunk } from './line-reader';

/** How long blocks are. */
export interface BlockOptions {
  /** The most points of a block. */
  readonly most: number;
  /** Whether a block goes on after a line that is no point. */
  readonly keepGoing: boolean;
}

/** Room for the points of one block, and how lines of some kind are read into it. */
export interface BlockRoom {
  /** Reads lines as they mostly are until there is room for no more, or one is anything else. */
  readonly scan: (bytes: Buffer, end: number, scan: Scan) => void;
  /** Reads the line that comes next, whatever it is. @returns how to say what is wrong with it */
  readonly readLine: (bytes: Buffer, scan: Scan) => (() => string) | undefined;
  readonly points: (count: number) => Pick<Points, 'point' | 'texts' | 'before'>;
}

/**
 * The lines of a chunk in order, points in blocks.
 *
 * @param roomFor makes the room for so many points
 * @param tooLong what is said of a line that is too long, from its beginning
 * @returns the number of lines
 */
export function* blocksOf(
  { bytes, start, end, longLine }: Chunk,
  roomFor: (most: number) => BlockRoom,
  { most, keepGoing }: BlockOptions,
  tooLong: (line: Uint8Array) => string,
): Generator<Points, number> {
  const scan: Scan = { position: start, count: 0 };
  let line = 0;
  let badCount = 0;
  while (scan.position < end) {
    // A number and what ends it take two bytes at least.
    const length = Math.min(most, Math.max(1, (end - scan.position) >> 1));
    const room = roomFor(length);
    const firstLine = line;
    const bad: BadLine[] = [];
    scan.count = 0;
    while (scan.position < end && scan.count < length && bad.length < most) {
      room.scan(bytes, end, scan);
      if (scan.position === end || scan.count === length) break;
      const fault = room.readLine(bytes, scan);
      if (fault === undefined) continue;
      // Of many bad lines all but the first are only counted.
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

/** The line of a point, from those between them that are none. */
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
