/** @file Reading and writing of file descriptors that loses nothing: short writes, EAGAIN, signals. */

import { writeSync } from 'node:fs';
import { errorCode } from './io';

/** The longest pause between two attempts, in milliseconds. */
const LONGEST_PAUSE = 16;

/** Tries until the descriptor, which another process may have made non-blocking, is ready; and again after a signal. */
export function whenReady<T>(attempt: () => T): T {
  for (let milliseconds = 1; ; milliseconds = Math.min(2 * milliseconds, LONGEST_PAUSE)) {
    try {
      return attempt();
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EINTR') continue;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
    }
  }
}

/** All bytes up to the end; undefined if they are more than this. */
export function readAll(read: (piece: Buffer) => number, most: number): Buffer | undefined {
  const pieces: Buffer[] = [];
  for (let total = 0; total <= most;) {
    const piece = Buffer.allocUnsafe(262144);
    const length = read(piece);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, length));
    total += length;
  }
  return undefined;
}

/** Writes every byte: a single write may take only some of them. */
export function writeAll(descriptor: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let offset = 0; offset < bytes.length;) {
    offset += whenReady(() => writeSync(descriptor, bytes, offset));
  }
}
