/** @file A stream: one thread, and others where they pay. */

import { EXIT_STATUS, type ExitStatus } from '../process/io';
import { Crew } from './crew';
import { Part } from './part';
import { Progress } from './progress';
import type { RunRecipe } from './recipe';
import type { Run } from './rows';
import type { Source } from './input/source';

/** What a worker gets. */
export interface WorkerData {
  readonly recipe: RunRecipe;
  readonly memory: SharedArrayBuffer;
  /** What is read from. */
  readonly descriptor: number;
  readonly inputName: string;
  /** Its number among the workers. */
  readonly thread: number;
}

/**
 * Makes a row of every x of a source.
 *
 * @param recipe how other threads make the same run; without it there are none
 * @param jobs the most threads; by default as many as there are cores
 * @throws IoError
 */
export async function stream(
  run: Run,
  source: Source,
  recipe?: RunRecipe,
  jobs?: number,
): Promise<ExitStatus> {
  const { io, turns } = source;
  const part = new Part(run, io, turns);
  const crew = crewOf(run, source, recipe, jobs);
  const progress = new Progress(
    io,
    turns.tally,
    () => ({ rows: turns.tally.rows, done: turns.tally.bytes, total: io.inputBytes() }),
    () => io.isTerminal('output') || io.isTerminal('input'),
  );
  const grow = (bytes: number): void => {
    crew?.grow(bytes, (tryRead) => {
      part.share(tryRead);
    });
  };
  grow(0);
  try {
    await part.run((bytes) => {
      grow(bytes);
      progress.show();
    });
  } catch (error) {
    turns.abort();
    crew?.dismiss();
    throw error;
  } finally {
    progress.end();
  }
  await crew?.join();
  if (turns.status !== 0) return turns.status as ExitStatus;
  part.finish();
  return turns.tally.errors > 0 ? EXIT_STATUS.error : EXIT_STATUS.done;
}

function crewOf(
  run: Run,
  { io, turns, memory }: Source,
  recipe: RunRecipe | undefined,
  jobs: number | undefined,
): Crew | undefined {
  const { threads } = io;
  if (threads === undefined || recipe === undefined || jobs === 1) return undefined;
  const dataOf = (thread: number): WorkerData => ({
    ...{ recipe, memory, thread },
    descriptor: threads.descriptor,
    inputName: threads.inputName,
  });
  const most = jobs ?? threads.count();
  return new Crew(threads, turns, dataOf, most, run.weight, io.inputBytes());
}
