/** @file Points that are known from the start, and their rows. */

import { EXIT_STATUS, type ExitStatus, type Io } from '../process/io';
import { Output } from './output';
import { Remarks } from './remarks';
import { Progress, withoutProgress } from './progress';
import { type Points, RowMaker, type Run } from './rows';

/** Makes a row of every point. */
export function rowsAt(
  { point, texts }: Pick<Points, 'point' | 'texts'>,
  run: Run,
  io: Io,
): ExitStatus {
  const tally = { rows: 0, errors: 0, warnings: 0, progress: 0 };
  const output = new Output(run.writer, io, tally);
  const remarks = new Remarks(withoutProgress(io, tally), tally, run.variables);
  const total = point[0]?.length ?? 0;
  let done = 0;
  const isTerminal = io.isTerminal('output');
  const progress = new Progress(
    io,
    tally,
    () => ({ rows: done, done, total }),
    () => isTerminal && output.hasWritten,
  );
  let hasHalted = false;
  for (const piece of new RowMaker(run).pieces(
    inBlocks({ point, ...(texts && { texts }) }, run.blockLength, (begun) => {
      done = begun;
      progress.show();
    }),
  )) {
    // Rows do not begin in the middle of a line.
    if (isTerminal) progress.end();
    output.write(piece);
    remarks.tell(piece, 0);
    hasHalted = piece.halt !== undefined;
    if (hasHalted) output.abort();
  }
  progress.end();
  if (!hasHalted) output.end();
  remarks.finish();
  return tally.errors > 0 ? EXIT_STATUS.error : EXIT_STATUS.done;
}

function* inBlocks(
  { point, texts }: Pick<Points, 'point' | 'texts'>,
  length: number,
  /** Called before each block, with how many points are done. */
  onBlock: (done: number) => void,
): Generator<Points, number> {
  const count = point[0]?.length ?? 0;
  for (let start = 0; start < count; start += length) {
    onBlock(start);
    const block = point.map((x) => x.subarray(start, start + length));
    const written = texts?.map((column) => column.slice(start, start + length));
    yield { point: block, ...(written && { texts: written }), lineOf: () => undefined, bad: [] };
  }
  return 0;
}
