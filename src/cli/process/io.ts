/** @file The interface of the program to the world, in tests made of strings. */

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

export type Stream = 'input' | 'output' | 'error';

export interface Io {
  /**
   * Reads what standard input has, and waits while it has nothing.
   *
   * @returns the number of bytes put into the buffer; 0 at the end
   * @throws IoError
   */
  readonly readInput: (buffer: Buffer) => number;
  /** The length of standard input in bytes, where it is a file; undefined for a pipe. */
  readonly inputBytes: () => number | undefined;
  /** The same interface with a file as standard input. @throws IoError */
  readonly openInput: (path: string) => Io;
  /** The bytes of a file. @throws IoError */
  readonly readFile: (path: string) => Buffer;
  /** Makes the text the content of a file, the whole of it or, where that fails, nothing. @throws IoError */
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /**
   * Runs a file of JavaScript or TypeScript, with all rights of the user.
   *
   * @returns its exports
   * @throws IoError, UsageError, or the DezeroError `bad-module`
   */
  readonly importModule: (path: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Starts a program of the user's, with all rights of the user; nothing of it is left running. */
  readonly runProgram: RunProgram;
  /** Writes all of it to standard output, or throws. @throws IoError */
  readonly writeOutput: (text: string | Uint8Array) => void;
  /** Writes to standard error; a failure there cannot be reported. */
  readonly writeError: (text: string) => void;
  /** For streams over several threads; without it there is one thread. */
  readonly threads?: Threads;
  readonly isTerminal: (stream: Stream) => boolean;
  /** The width of the terminal that a stream is; undefined where it does not say. */
  readonly columns: (stream: 'output' | 'error') => number | undefined;
  /** The value of --color, once the options are read. */
  readonly color?: ColorChoice;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Reads as `readInput` does, but returns undefined rather than to wait. @throws IoError */
export type TryRead = (buffer: Buffer) => number | undefined;

export interface Threads {
  /** The descriptor of standard input; all threads of a process may read from it. */
  readonly descriptor: number;
  /** The name of standard input in messages. */
  readonly inputName: string;
  /** The default number of threads: the cores of the machine. */
  readonly count: () => number;
  /** A function that reads without waiting; undefined if standard input does not allow that. */
  readonly tryReadInput: () => TryRead | undefined;
  /**
   * Starts a thread that takes part in a run.
   *
   * @param data plain data and shared memory, for `worker.ts`; the port that it sends by is added
   * @param onDeath called if it ends before it is told to
   */
  readonly start: (data: object, onDeath: (error: Error) => void) => Worker;
}

export interface Worker {
  /** The messages since the last call; plain data. */
  readonly received: () => unknown[];
  readonly terminate: () => void;
}

export interface ProgramRun {
  readonly stdout: string;
  readonly ended:
    | { readonly kind: 'status'; readonly status: number }
    | { readonly kind: 'signal'; readonly signal: string }
    | { readonly kind: 'timeout' | 'flood' }
    /** The program could not be started; why, and how to mend it. */
    | { readonly kind: 'not-started'; readonly reason: string };
}

/**
 * Starts a program, sends it the text, and waits for its end.
 *
 * @param words its name and its arguments; no shell reads them
 * @param limits in milliseconds, and in bytes that it may print: a program beyond them is stopped
 */
export type RunProgram = (
  words: readonly [string, ...string[]],
  input: string,
  limits: { readonly timeout: number; readonly mostBytes: number },
) => Promise<ProgramRun>;

export class IoError extends Error {
  override readonly name = 'IoError';

  /**
   * @param action what was tried: "cannot read 'chain.txt'", "write error"
   * @param cause the error of the system
   */
  constructor(
    action: string,
    override readonly cause: unknown,
  ) {
    super(`${action}: ${describeSystemError(cause)}`);
  }

  /** Whether the reader of our output has gone. */
  get isClosedPipe(): boolean {
    return errorCode(this.cause) === 'EPIPE';
  }
}

/** The message of the system about a folder in the place of a file. */
export const IS_DIRECTORY = 'EISDIR: it is a directory';

/** @throws IoError that says what was tried, where the system fails */
export function attempt<Result>(action: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new IoError(action, error);
  }
}

/** A part of an error that is text; it may come from another realm, so its class tells nothing, and its getters may throw. */
export function textIn(error: unknown, key: string): string | undefined {
  try {
    const value = (error as Partial<Record<string, unknown>>)[key];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The code of a system error, such as ENOSPC. */
export function errorCode(error: unknown): string | undefined {
  return textIn(error, 'code');
}

/** "ENOSPC: no space left on device": Node's message without the call and the path. */
function describeSystemError(error: unknown): string {
  const message = textIn(error, 'message') ?? String(error);
  return /^E[A-Z0-9]+: [^,]*/.exec(message)?.[0] ?? message;
}
