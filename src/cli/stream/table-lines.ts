/** @file The records of a table as points: the bytes of a chunk in, blocks of numbers out. */

import { numberFault, readNumber } from '../../core/parse-number';
import { type CsvRecord, csvRecords } from './csv-records';
import type { Chunk } from './line-reader';
import { tooLong } from './number-lines';
import type { Points } from './rows';
import type { Table } from './table';

/**
 * The records of a chunk in order, x in blocks with the cells of all columns beside them.
 *
 * @param most the most points of a block
 */
export function* tableLines(chunk: Chunk, table: Table, most: number): Generator<Points, number> {
  const { bytes, start, end, longLine } = chunk;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString();
  let block = new TableBlock(table);
  for (const record of csvRecords(text, table.delimiter)) {
    const message = block.add(record);
    if (message !== undefined || block.length === most) {
      if (block.length > 0) yield block.points();
      block = new TableBlock(table);
    }
    if (message !== undefined) yield { kind: 'bad', line: record.line, fault: { message } };
  }
  if (block.length > 0) yield block.points();
  const count = text.split('\n').length - 1;
  if (longLine === undefined) return count;
  yield { kind: 'bad', line: count, fault: tooLong(longLine) };
  return count + 1;
}

/** Records that make one block. */
class TableBlock {
  readonly #x: number[] = [];
  readonly #lines: number[] = [];
  readonly #columns: string[][];

  constructor(private readonly table: Table) {
    this.#columns = table.names.map(() => []);
  }

  get length(): number {
    return this.#x.length;
  }

  /** @returns what is wrong with the record, if anything */
  add(record: CsvRecord): string | undefined {
    if ('message' in record) return record.message;
    const { cells, line } = record;
    const { names, x: place } = this.table;
    if (cells.length !== names.length) {
      const count = `${String(cells.length)} cell${cells.length === 1 ? '' : 's'}`;
      return `there ${cells.length === 1 ? 'is' : 'are'} ${count} here, and the table has ${String(names.length)} columns`;
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
    return { kind: 'numbers', x, lines: this.#lines, others: this.#columns };
  }
}
