/** @file The output of a soak: every row is in its place, and some are kept to be compared in full. */

import { BLOCK_LINES, Blocks, LINE_BYTES } from './lines';

const NEW_LINE = 10;
const TAB = 9;
const X_BYTES = LINE_BYTES - 1;
const KEEP_EVERY = 1_000_000;

/** Checks the x of every row as the bytes come. */
export class Rows {
  readonly #blocks = new Blocks();
  #tail = Buffer.alloc(0);
  #isHeader = true;
  #count = 0;
  readonly #kept = new Map<number, string>();

  /** @param total the rows that are to come */
  constructor(private readonly total: number) {}

  get count(): number {
    return this.#count;
  }

  /** Some rows with their places, the first and the last among them. */
  get kept(): ReadonlyMap<number, string> {
    return this.#kept;
  }

  /** Whether the last row has its line end. */
  get isComplete(): boolean {
    return this.#count === this.total && this.#tail.length === 0;
  }

  /** @throws Error if a row is not the next one */
  take(chunk: Buffer): void {
    const bytes = this.#tail.length === 0 ? chunk : Buffer.concat([this.#tail, chunk]);
    let start = 0;
    for (;;) {
      let end = start;
      while (end < bytes.length && bytes[end] !== NEW_LINE) end++;
      if (end === bytes.length) break;
      if (this.#isHeader) this.#isHeader = false;
      else this.#takeRow(bytes, start, end);
      start = end + 1;
    }
    this.#tail = Buffer.from(bytes.subarray(start));
  }

  #takeRow(bytes: Buffer, start: number, end: number): void {
    const place = this.#count % BLOCK_LINES;
    if (place === 0) this.#blocks.goTo(this.#count / BLOCK_LINES);
    const { lines } = this.#blocks;
    const first = place * LINE_BYTES;
    let isNext = this.#count < this.total && bytes[start + X_BYTES] === TAB;
    for (let i = 0; isNext && i < X_BYTES; i++) isNext = bytes[start + i] === lines[first + i];
    if (!isNext) {
      const row = bytes.toString('latin1', start, Math.min(end, start + 200));
      throw new Error(`row ${String(this.#count + 1)} is not that of its line: '${row}'`);
    }
    if (this.#count % KEEP_EVERY === 0 || this.#count === this.total - 1) {
      this.#kept.set(this.#count, bytes.toString('latin1', start, end));
    }
    this.#count++;
  }
}
