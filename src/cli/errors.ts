/** @file Every error as a message on standard error and an exit status. */

import { DezeroError } from '../core/text/errors';
import { escapeUnprintable } from '../core/text/quote';
import type { Paint, Role } from '../report/formats/format';
import { commandLines } from '../report/text/command-line';
import { wrapped } from '../report/text/paragraph';
import { paintFor } from './process/color';
import { type Io, IoError } from './process/io';
import { EXIT_STATUS, type ExitStatus } from './process/exit-status';

/** The command line cannot be understood as it stands. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const SAYS = 'dezero-cli:';

/** The indentation of the second and further lines of a message. */
const INDENT = '  ';

/**
 * Reports an error; control characters in the message are escaped.
 *
 * @param details lines below the message, which are not broken
 */
export function tell(io: Io, message: string, details: readonly string[] = []): void {
  write(io, SAYS, message, details, 'error');
}

/** Reports what is surprising about a result that is right. */
export function warn(io: Io, message: string): void {
  write(io, `${SAYS} warning:`, message, [], 'warning');
}

/** Reports a fact that is no error, such as a verdict in its colour. */
export function remark(io: Io, message: string, role: Role = 'plain'): void {
  write(io, SAYS, message, [], role);
}

/** Proposes a command line, which can be pasted as it stands. */
export function propose(io: Io, command: string): void {
  const paint = paintFor(io, 'error');
  const [first, ...others] = commandLines(command, PERHAPS, paint.width ?? Infinity);
  const lines = [
    PERHAPS + paint.name(first.slice(PERHAPS.length)),
    ...others.map((line) => paint.name(line)),
  ];
  writeLines(io, lines);
}

const PERHAPS = 'Perhaps: ';

/** Prints where to read more. */
function advise(io: Io, sentence: string): void {
  io.writeError(`${named(sentence, paintFor(io, 'error'))}\n`);
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
  const [first, ...others] = brokenLines(text, paint);
  const below = excerptsIn(details.map(escapeUnprintable), paint.width);
  const lines = [
    paint[role](beginning) + named(first.slice(beginning.length), paint),
    ...others.map((line) => named(line, paint)),
    ...below.map((line) => marked(INDENT + line, paint)),
  ];
  writeLines(io, lines);
}

function writeLines(io: Io, lines: readonly string[]): void {
  io.writeError(lines.map((line) => `${line}\n`).join(''));
}

/** On a terminal broken between words; elsewhere a message is one line, for those who search. */
function brokenLines(text: string, { width }: Paint): [string, ...string[]] {
  if (width === undefined || text.length <= width) return [text];
  const [first, ...others] = wrapped(text, width - INDENT.length);
  return [first, ...others.map((line) => INDENT + line)];
}

/** Colours the quoted names of files, functions and options; an apostrophe in a word is no quote. */
function named(text: string, paint: Paint): string {
  return text.replace(/(?<=^|[\s(])'[^']+'(?=$|[\s.,:;?)])/g, (name) => paint.name(name));
}

const CARETS = /^ *\^+$/;
/** The part of a shortened excerpt that stands before its carets. */
const PART_BEFORE = 1 / 3;

/** The lines; an excerpt, which has carets on the next line, is cut on both sides if it is too wide. */
function excerptsIn(lines: readonly string[], width = Infinity): string[] {
  const room = width - INDENT.length;
  const isCut = (at: number): boolean =>
    (lines[at]?.length ?? 0) > room && CARETS.test(lines[at + 1] ?? '');
  return lines.map((line, i) => {
    if (isCut(i)) return cut(line, (lines[i + 1] as string).indexOf('^'), room);
    if (isCut(i - 1)) return cut(line, line.indexOf('^'), room).replace(/…/g, ' ').trimEnd();
    return line;
  });
}

/** `room` characters of a line around a place in it, with an ellipsis where it is cut. */
function cut(line: string, place: number, room: number): string {
  const start = Math.max(0, place - Math.floor(room * PART_BEFORE));
  const end = start + room;
  const text = line.slice(start, end);
  const begun = start === 0 ? text : `…${text.slice(1)}`;
  return line.length <= end ? begun : `${begun.slice(0, -1)}…`;
}

/** Colours the carets below an excerpt. */
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
    if (error.code === 'unknown-function') advise(io, "List them with 'dezero-cli functions'.");
    return EXIT_STATUS.error;
  }
  if (error instanceof UsageError) {
    tell(io, error.message);
    advise(io, `Try '${commandName} --help'.`);
    return EXIT_STATUS.error;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  tell(io, `internal error: ${message}; this is a fault of dezero-cli, please report it`);
  return EXIT_STATUS.internal;
}
