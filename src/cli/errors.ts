/** @file Every error as a message on standard error and an exit status. */

import { DezeroError } from '../core/text/errors';
import { escapeUnprintable } from '../core/text/quote';
import type { Paint, Role } from '../report/formats/format';
import { wrapped } from '../report/text/paragraph';
import { paintFor } from './process/color';
import { EXIT_STATUS, type ExitStatus } from './process/exit-status';
import { type Io, IoError } from './process/io';

/** The command line cannot be understood as it stands. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const SAYS = 'dezero-cli:';

/** How lines are set in that a message is broken into. */
const INDENT = '  ';

/**
 * Tells an error; whatever a message quotes has no power over the terminal.
 *
 * @param details lines below the message, which stay as they are
 */
export function tell(io: Io, message: string, details: readonly string[] = []): void {
  write(io, SAYS, message, details, 'error');
}

/** Tells what may surprise, though the result is right. */
export function warn(io: Io, message: string): void {
  write(io, `${SAYS} warning:`, message, [], 'warning');
}

/** Tells how something is: no error, and plain unless it is a verdict. */
export function remark(io: Io, message: string, role: Role = 'plain'): void {
  write(io, SAYS, message, [], role);
}

function write(
  io: Io,
  beginning: string,
  message: string,
  details: readonly string[],
  role: Role,
): void {
  const paint = paintFor(io, 'error');
  const text = escapeUnprintable(`${beginning} ${message}`);
  const [first = '', ...others] = brokenLines(text, paint);
  const lines = [
    paint[role](beginning) + named(first.slice(beginning.length), paint),
    ...others.map((line) => named(line, paint)),
    ...details.map((line) => marked(`${INDENT}${escapeUnprintable(line)}`, paint)),
  ];
  io.writeError(lines.map((line) => `${line}\n`).join(''));
}

/** On a terminal broken between words; elsewhere a message is one line, for those who search. */
function brokenLines(text: string, { width }: Paint): string[] {
  if (width === undefined || text.length <= width) return [text];
  return wrapped(text, width - INDENT.length).map((line, i) => (i === 0 ? line : INDENT + line));
}

/** Names of files, functions and options that are quoted, in their colour; no apostrophes. */
function named(text: string, paint: Paint): string {
  return text.replace(/(?<=^|[\s(])'[^']+'(?=$|[\s.,:;?)])/g, (name) => paint.name(name));
}

/** The carets below an excerpt. */
function marked(line: string, paint: Paint): string {
  return line.replace(/^(\s*)(\^+)$/, (_, before: string, carets: string) => {
    return before + paint.error(carets);
  });
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
