/** @file A stream over the threads of this machine. */

import { EXIT_STATUS, type ExitStatus } from '../exit-status';
import { tell } from '../errors';
import type { Io } from '../io';
import { Crew } from './crew';
import { Part } from './part';
import type { RunRecipe } from './recipe';
import type { Run } from './rows';
import { newTurnsMemory, Turns } from './turns';

/** What a worker gets. */
export interface WorkerData {
  readonly recipe: RunRecipe;
  readonly memory: SharedArrayBuffer;
}

/** For events of other threads, which come between two turns of the event loop. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Differentiates at every number on standard input, one a line.
 *
 * @param recipe how other threads make the same run; without it there are none
 * @param jobs the most threads; by default as many as there are cores
 * @throws IoError
 */
export async function stream(
  run: Run,
  io: Io,
  recipe?: RunRecipe,
  jobs?: number,
): Promise<ExitStatus> {
  if (io.isTerminal('input')) {
    tell(io, 'reading x from standard input, one number a line; end with Ctrl-D');
  }
  const memory = newTurnsMemory();
  const turns = new Turns(memory, breathe);
  const part = new Part(run, io, turns);
  const crew = crewOf(run, io, turns, memory, recipe, jobs);
  const grow = (bytes: number): void =>
    crew?.grow(bytes, (tryRead) => {
      part.share(tryRead);
    });
  grow(0);
  try {
    await part.run(grow);
  } catch (error) {
    turns.abort();
    await crew?.join();
    throw error;
  }
  await crew?.join();
  if (turns.status !== 0) return turns.status as ExitStatus;
  part.finish();
  return turns.tally.errors > 0 ? EXIT_STATUS.error : EXIT_STATUS.done;
}

function crewOf(
  run: Run,
  { threads }: Io,
  turns: Turns,
  memory: SharedArrayBuffer,
  recipe: RunRecipe | undefined,
  jobs: number | undefined,
): Crew | undefined {
  if (threads === undefined || recipe === undefined || jobs === 1) return undefined;
  const data: WorkerData = { recipe, memory };
  return new Crew(threads, turns, data, jobs ?? threads.count(), run.chain.functions.length);
}
