/** @file Runs the points of a source through one thread, or several if that pays. */

import { TextBuffer } from '../../report/formats/text-buffer';
import type { ColorChoice } from '../process/io';
import { EXIT_STATUS, type ExitStatus } from '../process/exit-status';
import { Crew } from './crew';
import { Part } from './part';
import { Progress } from './progress';
import type { Recipe } from './recipe';
import { countOf, type Gathered, type KnownPoints, type Run } from './rows';
import type { Source } from './input/source';

export interface WorkerData {
  readonly recipe: Recipe;
  readonly memory: SharedArrayBuffer;
  readonly descriptor: number;
  readonly inputName: string;
  readonly known: KnownPoints | undefined;
  readonly color: ColorChoice | undefined;
  readonly thread: number;
}

export interface WorkerMessage {
  readonly chunk: number;
  readonly gathered: Gathered;
}

/** A known number counts as this many bytes of input. */
const BYTES_OF_NUMBER = 16;

/**
 * Makes a row of every point of a source.
 *
 * @param recipe lets other threads make the same run; without it there are none
 * @param jobs the largest number of threads; by default the number of cores
 * @throws IoError
 */
export async function stream(
  run: Run,
  source: Source,
  recipe?: Recipe,
  jobs?: number,
): Promise<ExitStatus> {
  const { io, turns, known } = source;
  const { writer } = run;
  const part = new Part(run, source, (chunk, gathered) => {
    gatherAll(gathered === undefined ? [] : [{ chunk, gathered }]);
  });
  const crew = crewOf(run, source, part, recipe, jobs);
  /** Collects results in the order of the points. When it is a thread's turn, the others have sent all before it. */
  const gatherAll = (own: readonly WorkerMessage[] = []): void => {
    const sent = [...((crew?.received() ?? []) as WorkerMessage[])].sort(
      (a, b) => a.chunk - b.chunk,
    );
    for (const { gathered } of [...sent, ...own]) gather(run, gathered);
  };
  const total = known === undefined ? io.inputBytes() : countOf(known);
  const isTyped = known === undefined && io.isTerminal('input');
  const progress = new Progress(
    io,
    turns.tally,
    total,
    () => isTyped || (io.isTerminal('output') && writer.needsAll !== true && turns.tally.rows > 0),
  );
  crew?.grow(0);
  try {
    await part.run((size) => {
      if (known === undefined) crew?.grow(size);
      progress.show();
    });
  } catch (error) {
    turns.abort();
    crew?.dismiss();
    throw error;
  } finally {
    progress.end();
  }
  await crew?.join(gatherAll);
  if (writer.needsAll === true) part.end();
  if (turns.status !== 0) return turns.status as ExitStatus;
  part.finish();
  return turns.tally.error > 0 ? EXIT_STATUS.error : EXIT_STATUS.done;
}

/** Adds the results of some points to those of the points before them. */
function gather({ writer, onVerdicts }: Run, { blocks, verdicts }: Gathered): void {
  const nothing = new TextBuffer();
  for (const block of blocks) writer.rows(block, nothing);
  for (const some of verdicts) onVerdicts?.(some);
}

function crewOf(
  run: Run,
  { io, turns, memory, known }: Source,
  part: Part,
  recipe: Recipe | undefined,
  jobs: number | undefined,
): Crew | undefined {
  const { threads, color } = io;
  if (threads === undefined || recipe === undefined || jobs === 1) return undefined;
  const { descriptor, inputName } = threads;
  const data: Omit<WorkerData, 'thread'> = { recipe, memory, known, color, descriptor, inputName };
  const bytes =
    known === undefined ? io.inputBytes() : BYTES_OF_NUMBER * countOf(known) * known.point.length;
  return new Crew(threads, turns, data, jobs, run, bytes, () => part.share());
}
