/** @file The one error class. `code` is stable and for programs; `message` is for people. */

import { messageText } from './quote';

/** The kind of a mistake; stable, for programs. */
export type ErrorCode =
  /** An argument has the wrong type, as in `square(0.5)`. */
  | 'wrong-type'
  /** A Function instance was called a second time. */
  | 'already-called'
  /** `backward` was called before `call`. */
  | 'not-called'
  /** `backward()` was called on a Variable that no function made. */
  | 'no-creator'
  | 'not-a-number'
  /** A number beyond the largest double. */
  | 'out-of-range'
  /** The text of a chain cannot be read. */
  | 'bad-chain'
  | 'unknown-function'
  /** Two functions of a catalogue have one name. */
  | 'duplicate-name'
  /** A function cannot have this name. */
  | 'bad-name'
  /** A function got too few, too many or unreadable parameters. */
  | 'bad-parameter'
  /** The formula of a function cannot be read. */
  | 'bad-formula'
  /** A module has no functions, or something else under the name of one. */
  | 'bad-module'
  /** A function that a user brings throws an error, or returns no number. */
  | 'function-failed'
  /** The command of a program cannot be split into words. */
  | 'bad-command'
  /** A program cannot be started, fails, or answers something else than was asked. */
  | 'program-failed'
  /** The step of the numerical derivative is not usable at all. */
  | 'bad-eps'
  /** x + eps equals x, or is not finite. */
  | 'step-lost'
  /** There is no point at which a chain could be checked. */
  | 'nothing-to-check'
  /** The ends of an interval are not finite and in order, or it has no points. */
  | 'bad-interval'
  /** There is no finite value that could be drawn. */
  | 'nothing-to-plot'
  /** x is outside the domain of a function of the chain. */
  | 'outside-domain'
  /** The exact reading proves that there is no derivative at x. */
  | 'no-derivative'
  /** A function of the graph has no formula that could be read exactly. */
  | 'no-exact-reading'
  /** x is inside the domain, but x + eps or x - eps is not. */
  | 'stencil-outside-domain';

/** A mistake as plain data: faults are made by the thousand and cross threads, which an Error does not. */
export interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
}

/** A fault of many, of which few are told: its message is made when it is read. */
export class UntoldFault implements Fault {
  constructor(
    readonly code: ErrorCode,
    private readonly tell: () => string,
  ) {}

  get message(): string {
    return this.tell();
  }
}

/** A mistake in the input or in the use of the library; its message says how to mend it. */
export class DezeroError extends Error {
  override readonly name = 'DezeroError';
  readonly details: readonly string[];

  /**
   * @param code stable, for programs
   * @param message one line, for people; control characters for terminals are escaped, here too
   * @param details further lines for people, such as an excerpt with a caret
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    details: readonly string[] = [],
  ) {
    super(messageText(message));
    this.details = details.map(messageText);
  }

  static from({ code, message }: Fault): DezeroError {
    return new DezeroError(code, message);
  }
}

/** The result of `read`; a DezeroError that it throws is replaced, as by one with the place in a text. */
export function retelling<T>(read: () => T, told: (error: DezeroError) => Error): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof DezeroError ? told(error) : error;
  }
}

/** The error of an argument of the wrong type: the type needed, the one given, an example to use. */
export function wrongType(needed: string, value: unknown, example: string): DezeroError {
  return new DezeroError('wrong-type', `${needed}, not ${describeType(value)}: use ${example}`);
}

/** "a number", "an array", "null". */
export function describeType(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') {
    const name = Object.prototype.toString.call(value).slice('[object '.length, -1);
    return name === 'Object' ? 'an object' : `a ${name}`;
  }
  return `a ${typeof value}`;
}
