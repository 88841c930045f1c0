/**
 * @file The interface to the real world: file descriptors 0, 1 and 2, read and written synchronously.
 *
 * Node's streams are avoided on purpose: they lose data on a short write, hide a full disk and make
 * descriptors non-blocking. A synchronous loop loses nothing, keeps memory constant behind a slow
 * reader, and lets a signal end the program at any point.
 */

import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { quote } from '../../core/text/quote';
import { readAll, whenReady, writeAll } from './descriptor';
import { attempt, errorCode, type Io, IoError, IS_DIRECTORY, type Stream } from './io';
import { threadsOn } from './threads';
import { writeFileAtomically } from './atomic-file';
import { importModule } from './import-module';
import { runProgram } from '../external/run-program';

const STANDARD_INPUT = 0;
const OUTPUT = 1;
const ERROR = 2;
/** As `devNull` of node:os, which would take 1 ms of each start. */
const NULL_DEVICE = process.platform === 'win32' ? String.raw`\\.\nul` : '/dev/null';

/** The longest file that is read as a whole: a device would have no end. */
const MOST_FILE_BYTES = 268435456;

function readBytes(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const read = (piece: Buffer): number => whenReady(() => readSync(descriptor, piece));
    const bytes = readAll(read, MOST_FILE_BYTES);
    if (bytes !== undefined) return bytes;
    throw new Error(`it has more than ${String(MOST_FILE_BYTES)} bytes`);
  } finally {
    closeSync(descriptor);
  }
}

/** Standard output and error of this process, and a descriptor as standard input. */
export function ioOf(input: number, inputName = 'standard input'): Io {
  const descriptors: Readonly<Record<Stream, number>> = { input, output: OUTPUT, error: ERROR };
  const io: Io = {
    readInput(buffer) {
      try {
        return whenReady(() => readSync(input, buffer));
      } catch (error) {
        if (errorCode(error) === 'EOF') return 0; // Windows, at the end of a pipe
        throw new IoError(`cannot read ${inputName}`, error);
      }
    },
    inputBytes() {
      const stats = fstatSync(input);
      return stats.isFile() ? stats.size : undefined;
    },
    openInput: (path) =>
      attempt(`cannot read ${quote(path)}`, () => {
        const descriptor = openSync(path, 'r');
        if (!fstatSync(descriptor).isDirectory()) return ioOf(descriptor, quote(path));
        closeSync(descriptor);
        throw new Error(IS_DIRECTORY);
      }),
    readFile: (path) => attempt(`cannot read ${quote(path)}`, () => readBytes(path)),
    async writeFile(path, text) {
      try {
        await writeFileAtomically(path, text);
      } catch (error) {
        throw new IoError(`cannot write ${quote(path)}`, error);
      }
    },
    importModule: (path) => importModule(path, io),
    // Called here and not passed on, so that its module, with Node's child processes, is loaded when it is called.
    runProgram: (words, input, limits) => runProgram(words, input, limits),
    writeOutput(text) {
      attempt('write error', () => {
        writeAll(OUTPUT, text);
      });
    },
    writeError(text) {
      try {
        writeAll(ERROR, text);
      } catch {
        // Nobody is left to tell; the exit status still does.
      }
    },
    isTerminal(stream) {
      const descriptor = descriptors[stream];
      try {
        const stats = fstatSync(descriptor);
        if (!stats.isCharacterDevice() || stats.rdev === statSync(NULL_DEVICE).rdev) return false;
      } catch {
        return false;
      }
      // Loaded here because it takes 6 ms, and files, pipes and the null device are told apart without it.
      return (require('node:tty') as typeof import('node:tty')).isatty(descriptor);
    },
    columns(stream) {
      // Loaded here because it is large, and most output depends on no width.
      const { WriteStream } = require('node:tty') as typeof import('node:tty');
      const { columns } = new WriteStream(descriptors[stream]) as { columns?: number };
      return columns !== undefined && columns > 0 ? columns : undefined;
    },
    threads: threadsOn(input, inputName),
    env: globalThis.process.env,
  };
  return io;
}

export const processIo = ioOf(STANDARD_INPUT);
