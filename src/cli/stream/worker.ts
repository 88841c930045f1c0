/** @file A thread that takes part in a stream; `process/threads.ts` starts it. */

import { workerData } from 'node:worker_threads';
import { reportFailure } from '../errors';
import { ioOf } from '../process/process-io';
import { Part } from './part';
import { runOf } from './recipe';
import type { WorkerData } from './stream';
import { Turns } from './turns';

const { recipe, memory, descriptor, inputName, thread } = workerData as WorkerData;
const io = ioOf(descriptor, inputName);
const turns = new Turns(memory);
const part = new Part(runOf(recipe), io, turns);

async function takePart(): Promise<void> {
  const tryRead = io.threads?.tryReadInput();
  if (tryRead !== undefined) part.share(tryRead);
  turns.arrive(thread);
  await part.run();
}

takePart().catch((error: unknown) => {
  turns.fail(reportFailure(error, io, 'dezero-cli diff'));
});
