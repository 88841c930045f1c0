/** @file Keeps a user's module, which runs in this process, from writing among the data and from faking a success. */

import { thrownText } from '../../core/text/quote';
import { tell } from '../errors';
import type { Io } from './io';
import { EXIT_STATUS, type ExitStatus } from './exit-status';

// The global, never an import of node:process: that would open stdout as a stream.
const { process } = globalThis;

let isPresent = false;
/** The exit status of the run: that of a fault until the run is over. */
let finalStatus: ExitStatus = EXIT_STATUS.internal;
/** Whether the run is done, or its failure has been reported. */
let isOver = false;

/**
 * To be called before a module is loaded: whatever it prints goes to standard error, through our own writes; if it
 * ends the run, that is reported, and the status is that of a fault.
 */
export function prepareForForeignCode(io: Io): void {
  if (isPresent) return;
  isPresent = true;
  // Loaded here because most runs have no module.
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
    tell(io, `a module threw ${thrownText(error)} outside its functions, which ends the run`);
    endForeignCode(EXIT_STATUS.internal);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  holdStatus(() => {
    tell(io, 'a module ended the run: it called process.exit, or waits for what never comes');
  });
}

/**
 * Ends the process at the end of a run: timers or servers of a module do not keep it alive, and its listeners do not
 * change the status.
 */
export function endForeignCode(status: ExitStatus): void {
  isOver = true;
  finalStatus = status;
  // All output has been written by now, synchronously.
  if (isPresent) exit();
}

/** @param onEarlyEnd called if the process ends before the run does */
function holdStatus(onEarlyEnd: () => void): void {
  // The last thing that process.exit calls, after all listeners; Node knows that programs replace it. A
  // listener of 'exit' would be too early: those of the module come after it, and may set another status.
  const target = process as unknown as { reallyExit: (status: number) => never };
  const reallyExit = target.reallyExit.bind(process);
  target.reallyExit = () => {
    if (!isOver) onEarlyEnd();
    return reallyExit(finalStatus);
  };
  // Node does not call it if it ends because nothing is left to wait for.
  process.exitCode = finalStatus;
  process.on('exit', () => {
    if (!isOver) exit();
  });
}

function exit(): void {
  // oxlint-disable-next-line house/edges
  process.exit();
}
