/** @file Records to standard output, through the writer of a format. */

import type { Block, Writer } from '../report/format';
import type { Io } from './io';

/** Writes each block as soon as it is there. */
export class Output {
  #isOpen = false;

  constructor(
    private readonly writer: Writer,
    private readonly io: Io,
  ) {}

  write(block: Block): void {
    if (block.length === 0) return;
    const opening = this.#open();
    this.#put(opening + this.writer.rows(block));
  }

  /** Ends the output after the last block: the text is complete, a header alone if it had no rows. */
  end(): void {
    const opening = this.#open();
    this.#put(opening + this.writer.close());
  }

  /** Ends the output after an error: the rows before it are complete, and nothing where none were. */
  abort(): void {
    if (this.#isOpen) this.#put(this.writer.close());
  }

  #open(): string {
    if (this.#isOpen) return '';
    this.#isOpen = true;
    return this.writer.open();
  }

  #put(text: string): void {
    if (text !== '') this.io.writeOutput(text);
  }
}
