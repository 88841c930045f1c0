/** @file The end of the process; and what keeps a user's module, which runs in it, from writing among the data and from faking a success. */

import { thrownText } from '../../core/text/quote';
import { tell } from '../errors';
import type { Io } from './io';
import { EXIT_STATUS, type ExitStatus } from './exit-status';

// The global, never an import of node:process: that would open stdout as a stream.
const { process } = globalThis;

// Kept now, as a module may put something else in its place.
// oxlint-disable-next-line house/edges
const exit: (status: ExitStatus) => void = process.exit.bind(process);

let isPresent = false;
/** Undefined until the run is done, or its failure has been reported. */
let finalStatus: ExitStatus | undefined;

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
    endRun(EXIT_STATUS.internal);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  holdStatus(() => {
    tell(io, 'a module ended the run: it called process.exit, or waits for what never comes');
  });
}

/**
 * To be called before the run: a promise in it that never settles would end the process early, with success. The exit
 * status is set no sooner, as commander passes on one that it finds.
 */
export function holdRun(): void {
  process.on('exit', () => {
    if (finalStatus === undefined) process.exitCode = EXIT_STATUS.internal;
  });
}

/**
 * Ends the process. All output has been written by now, synchronously. To wait for what Node has left to do would
 * take 1.5 ms of each start; and timers or servers of a module would keep it alive, its listeners change the status.
 */
export function endRun(status: ExitStatus): void {
  finalStatus = status;
  exit(status);
}

/** @param onEarlyEnd called if the process ends before the run does */
function holdStatus(onEarlyEnd: () => void): void {
  // The last thing that process.exit calls, after all listeners; Node knows that programs replace it. A
  // listener of 'exit' would be too early: those of the module come after it, and may set another status.
  const target = process as unknown as { reallyExit: (status: number) => never };
  const reallyExit = target.reallyExit.bind(process);
  target.reallyExit = () => {
    if (finalStatus === undefined) onEarlyEnd();
    return reallyExit(finalStatus ?? EXIT_STATUS.internal);
  };
  // Node does not call it if it ends because nothing is left to wait for.
  process.on('exit', () => {
    if (finalStatus === undefined) exit(EXIT_STATUS.internal);
  });
}
