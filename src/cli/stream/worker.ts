/** @file A thread that takes part in a run; `process/threads.ts` starts it. */

import { type MessagePort, workerData } from 'node:worker_threads';
import { reportFailure } from '../errors';
import { ioOf } from '../process/process-io';
import { Part } from './part';
import { runOf } from './recipe';
import type { WorkerMessage, WorkerData } from './stream';
import { Turns } from './turns';

const { recipe, memory, known, color, descriptor, inputName, thread, port } =
  workerData as WorkerData & { readonly port: MessagePort };
const io = { ...ioOf(descriptor, inputName), ...(color && { color }) };
const turns = new Turns(memory);
const part = new Part(runOf(recipe), { io, turns, known }, (chunk, gathered) => {
  if (gathered === undefined || gathered.blocks.length + gathered.verdicts.length === 0) return;
  const sent: WorkerMessage = { chunk, gathered };
  port.postMessage(sent);
});

async function takePart(): Promise<void> {
  part.share();
  turns.arrive(thread);
  await part.run();
}

takePart().catch((error: unknown) => {
  turns.fail(reportFailure(error, io, `dezero-cli ${recipe.command}`));
});
