/** @file The records of a table as points: the bytes of a chunk in, blocks of numbers out. */

import { numberFault, readNumber } from '../../core/parse-number';
import { type CsvRecord, csvRecords } from './csv-records';
import type { Chunk } from './line-reader';
import { tooLong } from './number-lines';
import type { BadLine, Points } from './rows';
import type { Table } from './table';

/**
 * The records of a chunk in order, x in blocks with the cells of all columns beside them.
 *
 * @param most the most points of a block
 * @param keepGoing whether a block goes on after a record without a number
 * @returns the number of lines
 */
export function* tableLines(
  chunk: Chunk,
  table: Table,
  most: number,
  keepGoing: boolean,
): Generator<Points, number> {
  const { bytes, start, end, longLine } = chunk;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString();
  let block = new TableBlock(table);
  for (const record of csvRecords(text, table.delimiter)) {
    const isGood = block.add(record);
    if (block.length < most && (isGood || keepGoing)) continue;
    yield block.points();
    block = new TableBlock(table);
  }
  const lines = text.split('\n').length - 1;
  if (longLine !== undefined) block.bad.push({ line: lines, message: tooLong(longLine).message });
  yield block.points();
  return longLine === undefined ? lines : lines + 1;
}

/** Records that make one block. */
class TableBlock {
  readonly bad: BadLine[] = [];
  readonly #x: number[] = [];
  readonly #lines: number[] = [];
  readonly #columns: string[][];

  constructor(private readonly table: Table) {
    this.#columns = table.names.map(() => []);
  }

  /** The number of records. */
  get length(): number {
    return this.#x.length + this.bad.length;
  }

  /** @returns whether the record is a point */
  add(record: CsvRecord): boolean {
    const { line } = record;
    const message = 'message' in record ? record.message : this.#addCells(record.cells, line);
    if (message === undefined) return true;
    this.bad.push({ line, message });
    return false;
  }

  /** @returns what is wrong with them, if anything */
  #addCells(cells: readonly string[], line: number): string | undefined {
    const { names, x: place } = this.table;
    if (cells.length !== names.length) {
      const [verb, noun] = cells.length === 1 ? ['is', 'cell'] : ['are', 'cells'];
      return `there ${verb} ${String(cells.length)} ${noun} here, and the table has ${String(names.length)} columns`;
    }
    const text = cells[place] ?? '';
    const x = readNumber(text);
    if (!Number.isFinite(x)) return numberFault(text).message;
    this.#x.push(x);
    this.#lines.push(line);
    for (const [i, column] of this.#columns.entries()) column.push(cells[i] ?? '');
    return undefined;
  }

  points(): Points {
    const x = Float64Array.from(this.#x);
    return { x, lineOf: (index) => this.#lines[index], bad: this.bad, others: this.#columns };
  }
}
