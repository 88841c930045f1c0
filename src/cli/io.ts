/** @file What the program needs of the world around it; tests hand it strings instead. */

export type Stream = 'input' | 'output' | 'error';

export interface Io {
  /**
   * Reads what standard input has, and waits while it has nothing.
   *
   * @returns the number of bytes put into the buffer; 0 at the end
   * @throws IoError
   */
  readonly readInput: (buffer: Buffer) => number;
  /** The text of a file. @throws IoError */
  readonly readFile: (path: string) => string;
  /** Writes the whole text to standard output, or throws. @throws IoError */
  readonly writeOutput: (text: string) => void;
  /** Writes to standard error; a failure there is nobody's to hear. */
  readonly writeError: (text: string) => void;
  readonly isTerminal: (stream: Stream) => boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A read or a write that failed. */
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

/** The code of a system error, such as ENOSPC. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** "ENOSPC: no space left on device": Node's message without the call and the path. */
function describeSystemError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^E[A-Z0-9]+: [^,]*/.exec(message)?.[0] ?? message;
}
