/** @file A growing buffer of UTF-8 text, which is reused after each write. */

import { printNumber, ROOM_FOR_NUMBER } from '../../core/text/print-number';

const FIRST_BYTES = 65536;

export class TextBuffer {
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(FIRST_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The bytes, valid until the next change. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  /** Appends column[index] as `formatNumber` does. */
  number(column: Float64Array, index: number): void {
    this.#reserve(ROOM_FOR_NUMBER);
    this.#length = printNumber(column, index, this.#view, this.#length);
  }

  /** Appends one ASCII character. */
  byte(code: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = code;
  }

  /** Appends encoded text, or a part of it. */
  encoded(text: Uint8Array, start = 0, end = text.length): void {
    this.#reserve(end - start);
    const shift = this.#length - start;
    for (let i = start; i < end; i++) this.#bytes[shift + i] = text[i] as number;
    this.#length = shift + end;
  }

  text(text: string): void {
    // UTF-8 takes at most three bytes for each UTF-16 unit.
    this.#reserve(3 * text.length);
    if (this.#word(text)) return;
    this.#length += ENCODER.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** Appends a short ASCII text, several times as fast as with the encoder. */
  #word(text: string): boolean {
    if (text.length > LONGEST_WORD) return false;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return false;
      this.#bytes[this.#length + i] = code;
    }
    this.#length += text.length;
    return true;
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    grown.set(this.#bytes);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}

/** The longest text for that: verdicts and most numbers, but not notes. */
const LONGEST_WORD = 24;
const ENCODER = new TextEncoder();
