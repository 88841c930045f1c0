/** @file Where the x of a stream come from: numbers or a table, on standard input or in a file. */

import { tell, UsageError } from '../errors';
import type { Io } from '../io';
import { LineReader } from './line-reader';
import { readHeader, type Table } from './table';
import { newTurnsMemory, Turns } from './turns';

/** Input that has been opened, and read up to its first number. */
export interface Source {
  readonly io: Io;
  readonly memory: SharedArrayBuffer;
  readonly turns: Turns;
  /** Undefined where there is one number a line. */
  readonly table: Table | undefined;
  /** Whether the first line of the table names its columns. */
  readonly hasHeader: boolean;
}

/** For events of other threads, which come between two turns of the event loop. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * @param path a file; - or undefined for standard input
 * @param column the column of x, by name or number; undefined where there is one number a line
 * @throws IoError, or UsageError where the table has no such column
 */
export function openSource(
  programIo: Io,
  path: string | undefined,
  column: string | undefined,
): Source {
  const isFile = path !== undefined && path !== '-';
  const io = isFile ? programIo.openInput(path) : programIo;
  if (!isFile && io.isTerminal('input')) {
    const what = column === undefined ? 'x from standard input, one number a line' : 'a table';
    tell(io, `reading ${what}; end with Ctrl-D`);
  }
  const memory = newTurnsMemory();
  const turns = new Turns(memory, breathe);
  if (column === undefined) return { io, memory, turns, table: undefined, hasHeader: true };

  const delimiter = delimiterOf(path);
  const reader = new LineReader((buffer) => io.readInput(buffer), delimiter ?? 'either');
  const header = readHeader(reader, turns.carry, column, delimiter);
  if (header === undefined)
    throw new UsageError('the table is empty; its first line names the columns');
  turns.tally.lines = header.lines;
  return { io, memory, turns, table: header.table, hasHeader: header.hasHeader };
}

/** What the name of the file says; undefined if nothing. */
function delimiterOf(path: string | undefined): Table['delimiter'] | undefined {
  if (path === undefined) return undefined;
  if (/\.(?:tsv|tab)$/i.test(path)) return '\t';
  return /\.csv$/i.test(path) ? ',' : undefined;
}
