/** @file Every error as a message on standard error and an exit status. */

import { DezeroError } from '../core/errors';
import { escapeUnprintable } from '../core/quote';
import { EXIT_STATUS, type ExitStatus } from './exit-status';
import { type Io, IoError } from './io';

/** The command line cannot be understood as it stands. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Writes a line for the user; whatever it quotes has no power over the terminal. */
export function tell(io: Io, message: string, details: readonly string[] = []): void {
  const lines = [`dezero-cli: ${message}`, ...details.map((detail) => `  ${detail}`)];
  io.writeError(lines.map((line) => `${escapeUnprintable(line)}\n`).join(''));
}

/** Says what went wrong and returns the status it stands for. */
export function reportFailure(error: unknown, io: Io, commandName: string): ExitStatus {
  if (error instanceof IoError) {
    if (error.isClosedPipe) return EXIT_STATUS.closedPipe;
    tell(io, error.message);
    return EXIT_STATUS.error;
  }
  if (error instanceof DezeroError) {
    tell(io, error.message, error.details);
    if (error.code === 'unknown-function')
      io.writeError("List them with 'dezero-cli functions'.\n");
    return EXIT_STATUS.error;
  }
  if (error instanceof UsageError) {
    tell(io, error.message);
    io.writeError(`Try '${commandName} --help'.\n`);
    return EXIT_STATUS.error;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  tell(io, `internal error: ${message}; this is a fault of dezero-cli, please report it`);
  return EXIT_STATUS.internal;
}
