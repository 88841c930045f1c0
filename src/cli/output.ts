/** @file Records to standard output, through the writer of a format. */

import type { Block, Writer } from '../report/format';
import type { Io } from './io';

/** Text that waits longer than this is written, whatever comes next. */
const MOST_WAITING = 65536;

/** Collects the text of blocks; whoever is about to wait, or to say something, flushes it. */
export class Output {
  #waiting = '';
  #isOpen = false;
  #hasFailed = false;

  constructor(
    private readonly writer: Writer,
    private readonly io: Io,
  ) {}

  write(block: Block): void {
    if (block.length === 0) return;
    this.#open();
    this.#waiting += this.writer.rows(block);
    if (this.#waiting.length > MOST_WAITING) this.flush();
  }

  /** @throws IoError */
  flush(): void {
    const text = this.#waiting;
    this.#waiting = '';
    if (text === '' || this.#hasFailed) return;
    this.#hasFailed = true;
    this.io.writeOutput(text);
    this.#hasFailed = false;
  }

  /** Ends the output after the last block: the text is complete, a header alone if it had no rows. */
  end(): void {
    this.#open();
    this.abort();
  }

  /** Ends the output after an error: the rows before it are complete, and nothing where none were. */
  abort(): void {
    if (this.#isOpen) this.#waiting += this.writer.close();
    this.#isOpen = false;
    this.flush();
  }

  /** Whether a write has failed; nothing is written after that. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  #open(): void {
    if (!this.#isOpen) this.#waiting += this.writer.open();
    this.#isOpen = true;
  }
}
