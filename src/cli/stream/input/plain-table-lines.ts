/**
 * @file The records of a table without quotes, of which each is a line: the bytes of a chunk in, blocks
 * of numbers out, and beside them the bytes of the rows as they came.
 */

import { numberFault, readNumber } from '../../../core/text/parse-number';
import { LONGEST_PLAIN, type Scan, scanNumber } from '../../../core/text/scan-numbers';
import { type SplitOptions, type BlockRoom, blocksOf } from './blocks';
import { cellsOf, endOfLine, LONGEST_RECORD } from './csv-records';
import type { Chunk } from './line-reader';
import type { InputPoints } from '../rows';
import type { Table } from './table';
import { tooLongRecord } from './too-long';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** Whether no text of cells is needed: rows begin with records as they came, or without them. */
export function needsNoCells({ isKept, isSameFormat }: Table): boolean {
  return !isKept || isSameFormat;
}

export function recordFault(cells: readonly string[], table: Table): string | undefined {
  const { names, places } = table;
  if (cells.length !== names.length) {
    const [verb, noun] = cells.length === 1 ? ['is', 'cell'] : ['are', 'cells'];
    return `there ${verb} ${String(cells.length)} ${noun} here, and the table has ${String(names.length)} columns`;
  }
  for (const place of places) {
    const text = cells[place] as string;
    if (Number.isFinite(readNumber(text))) continue;
    const { message } = numberFault(text);
    return places.length === 1 ? message : `in the column ${names[place] as string}: ${message}`;
  }
  return undefined;
}

/** As `tableLines`. */
export function plainTableLines(
  chunk: Chunk,
  table: Table,
  options: SplitOptions,
): Generator<InputPoints, number> {
  return blocksOf(
    chunk,
    (most) => new PlainRecords(table, chunk.bytes, most),
    options,
    tooLongRecord,
  );
}

class PlainRecords implements BlockRoom {
  readonly #point: Float64Array[];
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  /** The variable of each cell, or -1. */
  readonly #variableOf: Int32Array;
  readonly #delimiter: number;

  constructor(
    private readonly table: Table,
    private readonly bytes: Buffer,
    private readonly room: number,
  ) {
    const { names, places, delimiter } = table;
    this.#point = places.map(() => new Float64Array(room));
    this.#starts = new Uint32Array(room);
    this.#ends = new Uint32Array(room);
    this.#variableOf = new Int32Array(names.length).fill(-1);
    for (const [k, place] of places.entries()) this.#variableOf[place] = k;
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Reads records of plain numbers until there is room for no more, or one is anything else. */
  scan(bytes: Uint8Array, end: number, scan: Scan): void {
    const variableOf = this.#variableOf;
    const delimiter = this.#delimiter;
    const cellCount = variableOf.length;
    let { position, count } = scan;
    while (position < end && count < this.room) {
      let at = position;
      let c = 0;
      for (; c < cellCount; c++) {
        const variable = variableOf[c] as number;
        if (variable >= 0) {
          scan.position = this.#afterBlanks(bytes, at);
          const value = scanNumber(bytes, scan);
          if (value !== value) {
            c = cellCount;
            break;
          }
          (this.#point[variable] as Float64Array)[count] = value;
          at = this.#afterBlanks(bytes, scan.position);
        } else {
          let byte = bytes[at];
          while (byte !== delimiter && byte !== LINE_FEED) byte = bytes[++at];
        }
        if (bytes[at] !== delimiter) break;
        at++;
      }
      const last = bytes[at] === CARRIAGE_RETURN ? at + 1 : at;
      if (c !== cellCount - 1 || bytes[last] !== LINE_FEED) break;
      if (last - position >= LONGEST_PLAIN) break;
      this.#starts[count] = position;
      this.#ends[count++] = bytes[last - 1] === CARRIAGE_RETURN ? last - 1 : last;
      position = last + 1;
    }
    scan.position = position;
    scan.count = count;
  }

  /** A tab between cells is no blank. */
  #afterBlanks(bytes: Uint8Array, at: number): number {
    while (bytes[at] === SPACE || (bytes[at] === TAB && this.#delimiter !== TAB)) at++;
    return at;
  }

  /** Reads the record that comes next, whatever it is. @returns how to say what is wrong with it */
  readLine(bytes: Buffer, scan: Scan): (() => string) | undefined {
    const start = scan.position;
    scan.position = endOfLine(bytes, start, bytes.length);
    if (scan.position - start > LONGEST_RECORD) return () => tooLongRecord(bytes.subarray(start));
    const text = bytes.toString('utf8', start, scan.position);
    const cells = cellsOf(text, this.table.delimiter);
    const message = recordFault(cells, this.table);
    if (message !== undefined) return () => message;
    for (const [k, place] of this.table.places.entries()) {
      (this.#point[k] as Float64Array)[scan.count] = readNumber(cells[place] as string);
    }
    this.#starts[scan.count] = start;
    this.#ends[scan.count++] = scan.position - (text.endsWith('\r\n') ? 2 : 1);
    return undefined;
  }

  points(count: number): Pick<InputPoints, 'point' | 'before'> {
    const { places, isKept } = this.table;
    // Two variables may be the same column.
    const point = places.map((place) =>
      (this.#point[this.#variableOf[place] as number] as Float64Array).subarray(0, count),
    );
    if (!isKept) return { point };
    return { point, before: { bytes: this.bytes, starts: this.#starts, ends: this.#ends } };
  }
}
