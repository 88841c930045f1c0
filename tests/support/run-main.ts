/** @file The program run in this process, with strings for files and streams. */

import { main } from '../../src/cli/main';
import { type RunProgram, type Io, IoError, type Threads } from '../../src/cli/process/io';

export interface World {
  /** Standard input; an array is read piece by piece, and an error is what reading fails with. */
  readonly stdin?: string | Buffer | readonly (string | Buffer | IoError)[];
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** The exports of files. */
  readonly modules?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Stands for every program that is started. */
  readonly program?: RunProgram;
  readonly env?: Readonly<Record<string, string>>;
  /** The streams that are terminals. */
  readonly terminals?: readonly string[];
  /** The width of the terminals. */
  readonly columns?: number;
  /** The length of standard input, where it is known. */
  readonly inputBytes?: number;
  /** How many threads there should be, and how they are started; without it there is one. */
  readonly threads?: Pick<Threads, 'count' | 'start'>;
  /** Called before each write to standard output; it may throw an IoError. */
  readonly onWrite?: (text: string, bytes: Buffer) => void;
}

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was written to files, where anything was. */
  readonly written?: Readonly<Record<string, string>>;
}

export async function runMain(args: readonly string[], world: World = {}): Promise<Outcome> {
  const {
    stdin = '',
    files = {},
    modules = {},
    program = () => Promise.reject(new Error('no program here')),
    env = {},
    terminals = [],
    columns,
    inputBytes,
    threads,
    onWrite,
  } = world;
  const pieces = (Array.isArray(stdin) ? stdin : [stdin]).map((piece: string | Buffer | IoError) =>
    piece instanceof IoError ? piece : Buffer.from(piece as string),
  );
  let stdout = '';
  let stderr = '';
  const written: Record<string, string> = {};
  const io: Io = {
    readInput: readerOf(pieces),
    inputBytes: () => inputBytes,
    openInput: (path) => ({ ...io, readInput: readerOf([io.readFile(path)]) }),
    readFile(path) {
      const text = files[path];
      if (text !== undefined) return Buffer.from(text as string);
      throw new IoError(
        `cannot read '${path}'`,
        systemError('ENOENT', 'no such file or directory'),
      );
    },
    importModule: (path) => Promise.resolve(modules[path] ?? {}),
    runProgram: program,
    writeFile(path, text) {
      written[path] = text;
      return Promise.resolve();
    },
    writeOutput(bytes) {
      const written = Buffer.from(bytes as Uint8Array);
      const text = written.toString();
      onWrite?.(text, written);
      stdout += text;
    },
    writeError(text) {
      stderr += text;
    },
    columns: () => columns,
    isTerminal: (stream) => terminals.includes(stream),
    ...(threads && {
      threads: {
        ...threads,
        descriptor: 0,
        inputName: 'input',
        tryReadInput: () => io.readInput,
      },
    }),
    env,
  };
  const status = await main(args, io);
  return { status, stdout, stderr, ...(Object.keys(written).length > 0 && { written }) };
}

/** The bytes in pieces of the given length, as a stream may bring them. */
export function inPieces(text: string | Buffer, length: number): Buffer[] {
  const bytes = Buffer.from(text as string);
  const count = Math.ceil(bytes.length / length);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * length, (i + 1) * length));
}

/** Hands out the pieces, one a read unless the buffer is too small. */
function readerOf(pieces: readonly (Buffer | IoError)[]): Io['readInput'] {
  const left = pieces.filter((piece) => piece instanceof IoError || piece.length > 0).reverse();
  return (buffer) => {
    const piece = left.pop();
    if (piece === undefined) return 0;
    if (piece instanceof IoError) throw piece;
    const length = piece.copy(buffer);
    if (length < piece.length) left.push(piece.subarray(length));
    return length;
  };
}

/** An error as Node throws it for a failed call of the system. */
export function systemError(code: string, description: string): Error {
  return Object.assign(new Error(`${code}: ${description}, write`), { code });
}

/** The words of a line, as a shell splits it: spaces do not separate within single quotes. */
export function words(line: string): string[] {
  return (line.match(/(?:'[^']*'|[^' ])+/g) ?? []).map((word) => word.replaceAll("'", ''));
}

export const run = (line: string, world: World = {}): Promise<Outcome> =>
  runMain(words(line), world);

/** A line in which the word %s stands for a formula. */
export const runFormula = (line: string, formula: string, world: World = {}): Promise<Outcome> =>
  runMain(
    words(line).map((word) => (word === '%s' ? formula : word)),
    world,
  );

/** What is said of a command line that is refused: with status 2, and nothing on standard output. */
export async function refused(outcome: Promise<Outcome>): Promise<string> {
  const { status, stdout, stderr } = await outcome;
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^dezero-cli: /);
  return stderr;
}
