/** @file The x on the command line, and their rows. */

import { EXIT_STATUS, type ExitStatus } from './exit-status';
import type { Io } from './io';
import { numbers } from './options';
import { Output } from './output';
import { Remarks } from './remarks';
import { type Points, RowMaker, type Run } from './stream/rows';

/** The values of --x, all of them read before anything is computed. */
export function numbersOf(values: readonly string[]): Float64Array {
  return Float64Array.from(values.flatMap((text) => numbers('--x', text)));
}

/** Makes a row of every x. */
export function rowsAt(x: Float64Array, run: Run, io: Io): ExitStatus {
  const tally = { rows: 0, errors: 0, warnings: 0 };
  const output = new Output(run.writer, io, tally);
  const remarks = new Remarks(io, tally, run.variable);
  let hasHalted = false;
  for (const piece of new RowMaker(run).pieces(inBlocks(x, run.blockLength))) {
    output.write(piece);
    remarks.tell(piece, 0);
    hasHalted = piece.halt !== undefined;
    if (hasHalted) output.abort();
  }
  if (!hasHalted) output.end();
  remarks.finish();
  return tally.errors > 0 ? EXIT_STATUS.error : EXIT_STATUS.done;
}

function* inBlocks(x: Float64Array, length: number): Generator<Points, number> {
  for (let start = 0; start < x.length; start += length) {
    yield { x: x.subarray(start, start + length), lineOf: () => undefined, bad: [] };
  }
  return 0;
}
