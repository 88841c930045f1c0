/** @file A user's module runs in our process: it may neither write among our data nor fake a success. */

import { thrownText } from '../core/quote';
import { tell } from './errors';
import { EXIT_STATUS } from './exit-status';
import type { Io } from './io';

// The global, never an import of node:process: that would open stdout as a stream.
const { process } = globalThis;

let isPresent = false;
let isOver = false;

/**
 * Before a module is loaded: whatever it prints goes to standard error, through our own writes;
 * where it ends the run, that is said, and is no success.
 */
export function prepareForForeignCode(io: Io): void {
  if (isPresent) return;
  isPresent = true;
  // Loaded here because most runs have no module.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Writable } = require('node:stream') as typeof import('node:stream');
  const toError = new Writable({
    write(chunk: Buffer, _encoding, done) {
      io.writeError(chunk.toString());
      done();
    },
  });
  for (const name of ['stdout', 'stderr']) {
    Object.defineProperty(process, name, { value: toError, configurable: true });
  }
  const end = (error: unknown): void => {
    isOver = true;
    tell(io, `a module threw ${thrownText(error)} outside its functions, which ends the run`);
    exit(EXIT_STATUS.internal);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  process.on('exit', () => {
    if (isOver) return;
    tell(io, 'a module ended the run: it called process.exit, or waits for what never comes');
  });
}

/** When all is done: timers or servers of a module do not keep the process. */
export function endForeignCode(): void {
  isOver = true;
  // All of ours is written by now, synchronously.
  if (isPresent) exit();
}

function exit(status?: number): void {
  // eslint-disable-next-line no-restricted-syntax
  process.exit(status);
}
