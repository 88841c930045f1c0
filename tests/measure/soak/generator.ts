/** @file Writes the first lines of a soak to standard output, fast: generator.ts COUNT. */

import { writeSync } from 'node:fs';
import { BLOCK_LINES, Blocks, LINE_BYTES } from './lines';

const waiting = new Int32Array(new SharedArrayBuffer(4));

function writeAll(bytes: Buffer): void {
  for (let offset = 0; offset < bytes.length;) {
    try {
      offset += writeSync(1, bytes, offset);
    } catch (error) {
      // Whatever looked at process.stdout has made the pipe non-blocking.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(waiting, 0, 0, 1);
    }
  }
}

const count = Number(process.argv[2]);
const blocks = new Blocks();
try {
  for (let written = 0; written < count; written += BLOCK_LINES) {
    blocks.goTo(written / BLOCK_LINES);
    writeAll(blocks.lines.subarray(0, (count - written) * LINE_BYTES));
  }
} catch {
  // The program has ended early, and its own status says why.
  process.exitCode = 1;
}
