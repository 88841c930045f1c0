/** @file Writes rows to standard output, between the beginning and the end of a format. */

import type { Block, Writer } from '../../report/formats/format';
import { encodedText } from '../../report/formats/raw-bytes';
import { TextBuffer } from '../../report/formats/text-buffer';
import type { Io } from '../process/io';
import type { RowBatch } from './rows';
import type { Tally } from './turns';

export class Output {
  /** Whether a write has failed: then nothing more is written. */
  hasFailed = false;
  #hasEnded = false;

  constructor(
    private readonly writer: Writer,
    private readonly io: Pick<Io, 'writeOutput'>,
    /** Several threads may share it. */
    private readonly tally: Pick<Tally, 'rows'> = { rows: 0 },
  ) {}

  /** Writes a batch of rows. @throws IoError */
  write({ rows, rowCount }: Pick<RowBatch, 'rows' | 'rowCount'>): void {
    if (rowCount === 0) return;
    const isFirst = this.tally.rows === 0;
    this.tally.rows += rowCount;
    if (!isFirst) {
      this.#write(rows);
      return;
    }
    const opening = encodedText(this.writer.open());
    this.#write(Buffer.concat([opening, rows.subarray(this.writer.separator.length)]));
  }

  /** Writes the records of a block. @throws IoError */
  block(block: Block): void {
    const text = new TextBuffer();
    this.writer.rows(block, text);
    this.write({ rows: text.bytes, rowCount: block.length });
  }

  /** Ends the output after the last row: it is a complete document, even without rows. */
  end(): void {
    if (this.tally.rows === 0 && !this.#hasEnded) this.#write(encodedText(this.writer.open()));
    this.#close();
  }

  /** Ends the output after an error: complete after the rows so far, or empty if there were none. */
  abort(): void {
    if (this.tally.rows > 0) this.#close();
  }

  #close(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#write(this.writer.close(this.tally.rows > 0));
  }

  #write(text: string | Uint8Array): void {
    if (text.length === 0 || this.hasFailed) return;
    try {
      this.io.writeOutput(text);
    } catch (error) {
      this.hasFailed = true;
      throw error;
    }
  }
}
