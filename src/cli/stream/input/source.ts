/** @file Where the points of a stream come from: numbers or a table, on standard input or in a file. */

import { firstRepeated } from '../../../core/text/lists';
import { quote } from '../../../core/text/quote';
import { didYouMean } from '../../../core/text/suggest';
import { remark, UsageError } from '../../errors';
import type { Io } from '../../process/io';
import { LineReader } from './line-reader';
import { wordsOf } from './forms';
import { separatorHint } from './other-formats';
import { type LineShape, readHeader, type Table, type WantedColumn } from './table';
import type { KnownPoints } from '../rows';
import { newSharedMemory, Turns } from '../turns';

/** The points of a run: input that has been opened, and read up to its first number. */
export interface Source {
  readonly io: Io;
  /** Points that are there from the start, and not read. */
  readonly known?: KnownPoints | undefined;
  readonly memory: SharedArrayBuffer;
  readonly turns: Turns;
  /** Undefined where there are points on lines. */
  readonly table?: Table;
  /** The form of lines that are neither one number nor a record of a table. */
  readonly lines?: LineShape;
  /** Whether the first line of the table names its columns; true by default. */
  readonly hasHeader?: boolean;
}

/** Lets events of other threads arrive: they come between two turns of the event loop. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How points stand in the input. */
export type InputShape =
  /** One number a line. */
  | { readonly kind: 'numbers' }
  /** In a table, which has these columns. */
  | { readonly kind: 'table'; readonly wanted: readonly WantedColumn[] }
  /** Some numbers a line, in the order of the variables, or in that of a first line with their names. */
  | { readonly kind: 'points'; readonly variables: readonly string[] };

/**
 * Opens a file, or standard input, and says on a terminal that it is waited for.
 *
 * @param path a file; - or undefined for standard input
 * @param what is read
 * @throws IoError
 */
export function openInput(programIo: Io, path: string | undefined, what: string): Io {
  if (path !== undefined && path !== '-') return programIo.openInput(path);
  if (programIo.isTerminal('input')) {
    remark(programIo, `reading ${what}; end with Ctrl-D`);
  }
  return programIo;
}

/**
 * @param path a file; - or undefined for standard input
 * @throws IoError, or UsageError where the first line does not fit
 */
export function openSource(programIo: Io, path: string | undefined, shape: InputShape): Source {
  const io = openInput(programIo, path, describeShape(shape));
  const memory = newSharedMemory();
  const turns = new Turns(memory, breathe);
  const opened = { io, memory, turns };
  switch (shape.kind) {
    case 'numbers':
      return opened;
    case 'table':
      return { ...opened, ...openTable(opened, shape.wanted, delimiterOf(path)) };
    case 'points':
      return { ...opened, ...openPoints(opened, shape.variables) };
  }
}

export function sourceOf(io: Io, known: KnownPoints): Source {
  const memory = newSharedMemory(0);
  const turns = new Turns(memory, breathe);
  return { io, memory, turns, known };
}

function describeShape(shape: InputShape): string {
  switch (shape.kind) {
    case 'numbers':
      return 'x from standard input, one number a line';
    case 'table':
      return 'a table';
    case 'points':
      return `points from standard input, ${shape.variables.join(' ')} on a line`;
  }
}

type Opened = Pick<Source, 'io' | 'turns'>;
/** The input, as far as it has been read. */
export type Beginning = Pick<Source, 'table' | 'hasHeader' | 'lines'>;

function openTable(
  { io, turns }: Opened,
  wanted: readonly WantedColumn[],
  delimiter: Table['delimiter'] | undefined,
): Beginning {
  const read = (buffer: Buffer): number => io.readInput(buffer);
  const { lines, ...beginning } = readHeader(read, turns.carry, wanted, delimiter);
  turns.tally.lines = lines;
  return beginning;
}

/** A first line that does not begin with a number is a header: of a table, or names between blanks. */
function openPoints(opened: Opened, variables: readonly string[]): Beginning {
  const { io, turns } = opened;
  const reader = new LineReader((buffer) => io.readInput(buffer));
  const first = reader.first(turns.carry);
  const line = String(first?.bytes ?? '');
  const isHeader = /^\s*["A-Za-z_]/.test(line);
  const isTable = isHeader && /[\t,]/.test(line);
  if (isTable) {
    const wanted = variables.map((variable) => ({ variable, column: variable }));
    return openTable(opened, wanted, undefined);
  }
  if (!isHeader) return { lines: { variables, order: variables.map((_, k) => k) } };
  reader.skipFirst(turns.carry);
  turns.tally.lines = 1;
  return { lines: { variables, order: orderOf(wordsOf(line), variables) } };
}

/** @throws UsageError unless the names are those of the variables, each once */
function orderOf(names: readonly string[], variables: readonly string[]): number[] {
  const unknown = names.find((name) => !variables.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `line 1: there is no variable ${quote(unknown)}; there are ${variables.join(', ')}.` +
        (separatorHint(names) ?? didYouMean(unknown, variables)),
    );
  }
  const repeated = firstRepeated(names);
  if (repeated !== undefined) throw new UsageError(`line 1: ${repeated} is there twice`);
  const missing = variables.find((name) => !names.includes(name));
  if (missing !== undefined) {
    throw new UsageError(
      `line 1 names ${names.join(', ')}, and not ${missing}: it needs all of ${variables.join(', ')}`,
    );
  }
  return names.map((name) => variables.indexOf(name));
}

/** The delimiter by the ending of a file name; undefined for other endings. */
function delimiterOf(path = ''): Table['delimiter'] | undefined {
  if (/\.(?:tsv|tab)$/i.test(path)) return '\t';
  return /\.csv$/i.test(path) ? ',' : undefined;
}
