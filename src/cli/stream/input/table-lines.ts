/** @file The records of a table as points: the bytes of a chunk in, blocks of numbers out. */

import { readNumber } from '../../../core/text/parse-number';
import type { SplitOptions } from './blocks';
import { piecesOf } from './decoded-text';
import { cellsOf, recordsIn } from './csv-records';
import type { Chunk } from './line-reader';
import { needsNoCells, plainTableLines, recordFault } from './plain-table-lines';
import type { BadLine, InputPoints } from '../rows';
import type { Table } from './table';
import { tooLongRecord } from './too-long';

/**
 * The records of a chunk in order, x in blocks with what the rows begin with.
 *
 * @param needsTexts whether the numbers are wanted as they are written, too
 * @returns the number of lines
 */
export function* tableLines(
  chunk: Chunk,
  table: Table,
  options: SplitOptions,
  needsTexts = false,
): Generator<InputPoints, number> {
  const { bytes, start, end, longLine, records } = chunk;
  const { most, keepGoing } = options;
  if (records === undefined && !needsTexts && needsNoCells(table))
    return yield* plainTableLines(chunk, table, options);
  const { ends, faults } = records ?? recordsIn(bytes, start, end, table.delimiter, true);
  const textOf = piecesOf(bytes.subarray(start, end));
  let block = new TableBlock(table, bytes);
  let at = start;
  let line = 0;
  for (const [i, recordEnd] of ends.entries()) {
    const fault = faults.get(i);
    const text = textOf(at - start, recordEnd - start);
    const isGood = fault === undefined && block.add(text, at, recordEnd, line);
    if (fault !== undefined) block.bad.push({ line, message: faultMessage(fault, bytes, at) });
    line += records === undefined ? 1 : text.split('\n').length - 1;
    at = recordEnd;
    if (block.length < most && (isGood || keepGoing)) continue;
    yield block.points();
    block = new TableBlock(table, bytes);
  }
  if (longLine !== undefined) {
    block.bad.push({ line: line++, message: tooLongRecord(longLine) });
  }
  yield block.points();
  return line;
}

function faultMessage(fault: string, bytes: Buffer, start: number): string {
  return fault === 'too long' ? tooLongRecord(bytes.subarray(start)) : `not CSV: ${fault}`;
}

class TableBlock {
  readonly bad: BadLine[] = [];
  readonly #point: number[][];
  readonly #texts: string[][];
  readonly #lines: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #columns: string[][] | undefined;

  constructor(
    private readonly table: Table,
    private readonly bytes: Buffer,
  ) {
    this.#point = table.places.map(() => []);
    this.#texts = table.places.map(() => []);
    this.#columns = needsNoCells(table) ? undefined : table.names.map(() => []);
  }

  get length(): number {
    return this.#lines.length + this.bad.length;
  }

  /** @returns whether the record is a point */
  add(record: string, start: number, end: number, line: number): boolean {
    const { table } = this;
    const cells = cellsOf(record, table.delimiter);
    const message = recordFault(cells, table);
    if (message !== undefined) {
      this.bad.push({ line, message });
      return false;
    }
    for (const [k, place] of table.places.entries()) {
      const text = cells[place] as string;
      this.#point[k]?.push(readNumber(text));
      this.#texts[k]?.push(text);
    }
    this.#lines.push(line);
    if (this.#columns === undefined) {
      this.#starts.push(start);
      this.#ends.push(end - (record.endsWith('\r\n') ? 2 : 1));
      return true;
    }
    for (const [i, column] of this.#columns.entries()) column.push(cells[i] as string);
    return true;
  }

  points(): InputPoints {
    const point = this.#point.map((x) => Float64Array.from(x));
    const lineOf = (index: number): number | undefined => this.#lines[index];
    const points = { point, texts: this.#texts, lineOf, bad: this.bad };
    if (this.#columns !== undefined) return { ...points, others: this.#columns };
    if (!this.table.isKept) return points;
    const starts = Uint32Array.from(this.#starts);
    const ends = Uint32Array.from(this.#ends);
    return { ...points, before: { bytes: this.bytes, starts, ends } };
  }
}
