/** @file The records of a table as points: the bytes of a chunk in, blocks of numbers out. */

import { readNumber } from '../../core/parse-number';
import { cellsOf, endOfLine, endOfRecord, LONGEST_RECORD } from './csv-records';
import type { Chunk } from './line-reader';
import type { BadLine, Points } from './rows';
import { isPlainTable, plainTableLines, recordFault } from './plain-table-lines';
import type { Table } from './table';
import { tooLongRecord } from './too-long-record';

/**
 * The records of a chunk in order, x in blocks with the cells of all columns beside them.
 *
 * @param most the most points of a block
 * @param keepGoing whether a block goes on after a record without a number
 * @param needsTexts whether the numbers are wanted as they are written, too
 * @returns the number of lines
 */
export function* tableLines(
  chunk: Chunk,
  table: Table,
  most: number,
  keepGoing: boolean,
  needsTexts = false,
): Generator<Points, number> {
  const { start, end, longLine } = chunk;
  const bytes = Buffer.from(chunk.bytes.buffer, chunk.bytes.byteOffset, chunk.bytes.length);
  if (!needsTexts && isPlainTable(bytes, chunk, table))
    return yield* plainTableLines(chunk, table, most, keepGoing);
  let block = new TableBlock(table);
  let [position, line] = [start, 0];
  while (position < end) {
    const run = goodRecords(bytes, position, end, table, line);
    for (const [i, cells] of cellsOf(
      bytes.toString('utf8', position, run.end),
      table.delimiter,
    ).entries()) {
      const isGood = block.add(cells, run.lines[i] as number);
      if (block.length < most && (isGood || keepGoing)) continue;
      yield block.points();
      block = new TableBlock(table);
    }
    ({ end: position, nextLine: line } = run);
    if (position === end) break;

    const lineEnd = endOfLine(bytes, position, end);
    block.bad.push({ line, message: faultOf(bytes, position, end, table) });
    if (!keepGoing) {
      yield block.points();
      block = new TableBlock(table);
    }
    position = lineEnd;
    line++;
  }
  if (longLine !== undefined) {
    block.bad.push({ line: line++, message: tooLongRecord(longLine) });
  }
  yield block.points();
  return line;
}

/** The records up to one that is bad: their end, their lines, and the line that comes next. */
function goodRecords(
  bytes: Buffer,
  start: number,
  end: number,
  { delimiter }: Table,
  firstLine: number,
): { end: number; lines: number[]; nextLine: number } {
  const lines: number[] = [];
  let [position, line] = [start, firstLine];
  while (position < end) {
    const recordEnd = endOfRecord(bytes, position, end, delimiter);
    if (recordEnd <= 0) break;
    lines.push(line);
    for (let at = position; at < recordEnd; at = endOfLine(bytes, at, recordEnd)) line++;
    position = recordEnd;
  }
  return { end: position, lines, nextLine: line };
}

/** Why what begins here is no record. */
function faultOf(bytes: Buffer, start: number, end: number, { delimiter }: Table): string {
  const lineEnd = endOfLine(bytes, start, end);
  if (lineEnd - start > LONGEST_RECORD) return tooLongRecord(bytes.subarray(start));
  const isOpen = endOfRecord(bytes, start, Math.min(end, start + LONGEST_RECORD), delimiter) === 0;
  return isOpen ? 'not CSV: a quote is not closed' : 'not CSV: text follows a closing quote';
}

/** Records that make one block. */
class TableBlock {
  readonly bad: BadLine[] = [];
  readonly #point: number[][];
  readonly #lines: number[] = [];
  readonly #columns: string[][];

  constructor(private readonly table: Table) {
    this.#columns = table.names.map(() => []);
    this.#point = table.places.map(() => []);
  }

  /** The number of records. */
  get length(): number {
    return this.#lines.length + this.bad.length;
  }

  /** @returns whether the record is a point */
  add(cells: readonly string[], line: number): boolean {
    const message = recordFault(cells, this.table);
    if (message !== undefined) {
      this.bad.push({ line, message });
      return false;
    }
    for (const [k, place] of this.table.places.entries()) {
      this.#point[k]?.push(readNumber(cells[place] ?? ''));
    }
    this.#lines.push(line);
    for (const [i, column] of this.#columns.entries()) column.push(cells[i] ?? '');
    return true;
  }

  points(): Points {
    const point = this.#point.map((x) => Float64Array.from(x));
    const texts = this.table.places.map((place) => this.#columns[place] ?? []);
    const lineOf = (index: number): number | undefined => this.#lines[index];
    return { point, texts, lineOf, bad: this.bad, others: this.#columns };
  }
}
