/** @file Standard input as chunks of whole lines, or of whole records of a table. */

import type { TryRead } from '../../process/io';
import {
  type Delimiter,
  endOfLine,
  type RecordBounds,
  recordsIn,
  LONGEST_LINE,
} from './csv-records';
import { bytesBeforeText } from './other-formats';

/** The state between two chunks, in memory that several threads may share. */
export interface Carry {
  /** The bytes that have been read after the last whole line: the first `tailLength` of these. */
  readonly tail: Uint8Array;
  tailLength: number;
  /** Whether no byte has been read but what may be a byte order mark. */
  isStart: boolean;
  /** Whether a line has come out, that of a header aside. */
  hasLines: boolean;
  /** Whether the line that is being read is too long, and has been reported. */
  isInsideLongLine: boolean;
  isEnded: boolean;
}

/** Whole lines: bytes from start to end, each line with its LF. */
export interface Chunk {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** Whether no line has come before these, that of a header aside. */
  readonly isFirst: boolean;
  /** The records of a table; without quotes among them each line is one, and they are left out. */
  readonly records?: RecordBounds;
  /** The beginning of a line that is too long, which comes after these. */
  readonly longLine?: Uint8Array;
}

/** The longest line without its LF: a CR before that does not count. */
const LONGEST_TAIL = LONGEST_LINE + 1;
/** As much as a read may return. Pipes have 64 KiB at most; more than 256 KiB gains nothing. */
const MOST_READ = 262144;
/** The cells of a table take more memory than numbers do. */
const MOST_READ_OF_TABLE = 65536;
/** A tail may hold lines after a quote that is not closed. */
export const MOST_CARRIED = LONGEST_TAIL + MOST_READ;

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;

/** Reads into a buffer of its own, which the next chunk overwrites. */
export class LineReader {
  #buffer = Buffer.allocUnsafe(MOST_READ + 65536);
  readonly #mostRead: number;

  /** @param delimiter of a table, in which a line feed between quotes is part of a record */
  constructor(
    private readonly read: TryRead,
    private readonly delimiter?: Delimiter,
  ) {
    this.#mostRead = delimiter === undefined ? MOST_READ : MOST_READ_OF_TABLE;
  }

  /**
   * Waits for the next whole line and returns it, with all others that have come with it.
   *
   * @returns undefined at the end; 'later' where reading would have to wait
   */
  next(carry: Carry): Chunk | 'later' | undefined {
    let length = this.#load(carry);
    if (!carry.isStart) {
      const chunk = this.#whole(carry, 0, length);
      if (chunk !== undefined) return chunk;
    }
    while (!carry.isEnded) {
      const count = this.#read(length);
      if (count === undefined) {
        this.#keep(carry, 0, length);
        return 'later';
      }
      if (count === 0) {
        carry.isEnded = true;
        return this.#lastLine(carry, length);
      }
      length += count;
      const begin = this.#begin(carry, length);
      if (begin === undefined) {
        if (carry.isInsideLongLine) length = 0;
        continue;
      }
      const chunk = this.#whole(carry, begin, length);
      if (chunk !== undefined) return chunk;
      this.#buffer.copyWithin(0, begin, length);
      length -= begin;
    }
    return undefined;
  }

  /** The first line or record, which is left to be read with all others; undefined where there is none. */
  first(carry: Carry): { readonly bytes: Buffer; readonly fault: string | undefined } | undefined {
    const chunk = this.next(carry);
    if (chunk === undefined || chunk === 'later') return undefined;
    const { bytes, start, records } = chunk;
    const first = Buffer.from(bytes.subarray(start, endOfFirst(chunk)));
    this.#putBack(carry, chunk, start);
    return { bytes: first, fault: records?.faults.get(0) };
  }

  /** Leaves the first line or record out. */
  skipFirst(carry: Carry): void {
    const chunk = this.next(carry) as Chunk;
    this.#putBack(carry, chunk, endOfFirst(chunk));
  }

  /** Leaves the bytes of a chunk after a place, to be read again. */
  #putBack(carry: Carry, { bytes, end }: Chunk, from: number): void {
    const { tail, tailLength } = carry;
    tail.copyWithin(end - from, 0, tailLength);
    tail.set(bytes.subarray(from, end));
    carry.tailLength = end - from + tailLength;
    carry.isEnded = false;
    carry.hasLines = false;
  }

  /** Begins with what the last chunk has left. */
  #load(carry: Carry): number {
    const { tailLength } = carry;
    this.#reserve(0, tailLength);
    this.#buffer.set(carry.tail.subarray(0, tailLength));
    carry.tailLength = 0;
    return tailLength;
  }

  #keep(carry: Carry, from: number, to: number): void {
    carry.tail.set(this.#buffer.subarray(from, to));
    carry.tailLength = to - from;
  }

  #read(length: number): number | undefined {
    this.#reserve(length, this.#mostRead);
    return this.read(this.#buffer.subarray(length, length + this.#mostRead));
  }

  #reserve(length: number, count: number): void {
    if (length + count <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(2 * (length + count));
    this.#buffer.copy(grown, 0, 0, length);
    this.#buffer = grown;
  }

  /** The beginning of the lines, after a byte order mark or a line too long; undefined if it has not been read yet. */
  #begin(carry: Carry, length: number): number | undefined {
    if (carry.isInsideLongLine) {
      const end = endOfLine(this.#buffer, 0, length);
      if (end === 0) return undefined;
      carry.isInsideLongLine = false;
      return end;
    }
    if (!carry.isStart) return 0;
    const begin = bytesBeforeText(this.#buffer, length);
    if (begin !== undefined) carry.isStart = false;
    return begin;
  }

  /** The whole lines from `begin` on, or a line too long; the rest is the tail. Undefined if none. */
  #whole(carry: Carry, begin: number, length: number): Chunk | undefined {
    const lines = this.#linesIn(begin, length, carry, false);
    const isRestLong = length - lines.end > LONGEST_TAIL;
    if (isRestLong && endOfLine(this.#buffer, lines.end, length) === 0) {
      carry.isInsideLongLine = true;
      carry.hasLines = true;
      return { ...lines, longLine: this.#buffer.subarray(lines.end, length) };
    }
    // Blank lines at the end of the input are no lines: what comes next says whether they are that.
    const rest = this.#buffer.subarray(lines.end, length);
    const found = rest.every(isBlank) ? this.#withoutBlanks(lines, length) : lines;
    if (found.end === begin) return undefined;
    carry.hasLines = true;
    this.#keep(carry, found.end, length);
    return found;
  }

  /** Lines, or records, up to the last one that is whole. */
  #linesIn(start: number, length: number, carry: Carry, isAll: boolean): Chunk {
    const bytes = this.#buffer;
    const lines = { bytes, start, isFirst: !carry.hasLines };
    const written = bytes.subarray(start, length);
    if (this.delimiter === undefined || !written.includes(QUOTE)) {
      return { ...lines, end: start + written.lastIndexOf(LINE_FEED) + 1 };
    }
    const records = recordsIn(bytes, start, length, this.delimiter, isAll);
    return { ...lines, end: records.ends.at(-1) ?? start, records };
  }

  /** The lines without the blank ones at the end, if others come before these and all up to `length` fits into the tail. */
  #withoutBlanks(lines: Chunk, length: number): Chunk {
    const { bytes, start, isFirst, records } = lines;
    let { end } = lines;
    let count = 0;
    while (end > start) {
      let at = end - 1;
      while (at > start && isBlank(bytes[at - 1])) at--;
      const isLine = at === start ? !isFirst : bytes[at - 1] === LINE_FEED;
      if (!isLine || length - at > LONGEST_TAIL) break;
      end = at;
      count++;
    }
    if (count === 0 || records === undefined) return { ...lines, end };
    // Each is a record: of one with line feeds the last line has a quote.
    return { ...lines, end, records: { ...records, ends: records.ends.slice(0, -count) } };
  }

  /** The rest at the end of the input: the last line may lack its LF, and a quote may not be closed. */
  #lastLine(carry: Carry, length: number): Chunk | undefined {
    if (length === 0 || carry.isInsideLongLine) return undefined;
    let end = length;
    // There is room, as more has been asked for.
    if (this.#buffer[length - 1] !== LINE_FEED) this.#buffer[end++] = LINE_FEED;
    const lines = this.#withoutBlanks(this.#linesIn(0, end, carry, true), end);
    return lines.end === 0 ? undefined : lines;
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN;
}

function endOfFirst({ bytes, start, end, records }: Chunk): number {
  return records?.ends[0] ?? endOfLine(bytes, start, end);
}
