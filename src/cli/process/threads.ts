/** @file The threads of this process, and standard input read by several of them. */

import { constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, IoError, type Threads, type TryRead } from './io';

/** Seen from the file of the program that `npm run build` makes. */
const THREAD_FILE = '../bin/thread.js';

function readNow(descriptor: number, name: string, buffer: Buffer): number | undefined {
  try {
    return readSync(descriptor, buffer);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EAGAIN' || code === 'EINTR') return undefined;
    if (code === 'EOF') return 0;
    throw new IoError(`cannot read ${name}`, error);
  }
}

/**
 * A file never makes a reader wait. A pipe is opened once more, through /proc, as the setting is one
 * of the opened file and others may have opened ours; elsewhere than on Linux there is no such way.
 */
function tryReadInput(descriptor: number, name: string): TryRead | undefined {
  try {
    const stats = fstatSync(descriptor);
    if (stats.isFile()) return (buffer) => readNow(descriptor, name, buffer);
    if (!stats.isFIFO()) return undefined;
    const path = `/proc/self/fd/${String(descriptor)}`;
    const pipe = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return (buffer) => readNow(pipe, name, buffer);
  } catch {
    return undefined;
  }
}

/**
 * Otherwise Node opens process.stdout and process.stderr here, to pass on what a worker might write
 * there, and so makes our descriptors non-blocking.
 */
const ITS_OWN_STREAMS = { stdout: true, stderr: true } as const;

/**
 * @param descriptor what is read from
 * @param inputName for messages
 */
export function threadsOn(descriptor: number, inputName: string): Threads {
  return {
    descriptor,
    inputName,
    // Loaded here because a stream of one thread needs neither.
    count: () => (require('node:os') as typeof import('node:os')).availableParallelism(),
    tryReadInput: () => tryReadInput(descriptor, inputName),
    start(data, onDeath) {
      const { MessageChannel, receiveMessageOnPort, Worker } =
        require('node:worker_threads') as typeof import('node:worker_threads');
      const { port1: ours, port2: port } = new MessageChannel();
      const worker = new Worker(join(__dirname, THREAD_FILE), {
        workerData: { ...data, port },
        transferList: [port],
        ...ITS_OWN_STREAMS,
      });
      let isTold = false;
      worker.on('error', onDeath);
      worker.on('exit', (code) => {
        if (!isTold && code !== 0)
          onDeath(new Error(`a thread ended early, with status ${String(code)}`));
      });
      return {
        received() {
          const messages: unknown[] = [];
          for (;;) {
            const received = receiveMessageOnPort(ours);
            if (received === undefined) return messages;
            messages.push(received.message);
          }
        },
        terminate() {
          isTold = true;
          void worker.terminate();
        },
      };
    },
  };
}
