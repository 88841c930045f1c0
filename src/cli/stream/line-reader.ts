/** @file Standard input as chunks of whole lines. */

/** What one chunk leaves for the next; all of it is in memory that several threads may share. */
export interface Carry {
  /** The beginning of a line whose end has not been read, in the first `tailLength` bytes. */
  readonly tail: Uint8Array;
  tailLength: number;
  /** Whether no byte has been read but what may be a byte order mark. */
  isStart: boolean;
  /** Whether the line that is being read is too long, and has been reported. */
  isInsideLongLine: boolean;
  isEnded: boolean;
}

/** Whole lines: bytes from start to end, each line with its LF. */
export interface Chunk {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** The beginning of a line that is too long, which comes after these. */
  readonly longLine?: Uint8Array;
}

export const LONGEST_LINE = 1048576;
/** The longest tail: a CR before the end of the line does not count. */
export const LONGEST_TAIL = LONGEST_LINE + 1;
/** As much as a read may return. Pipes have 64 KiB at most; more than 256 KiB gains nothing. */
const MOST_READ = 262144;

const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const LINE_FEED = 10;
const QUOTE = 34;

export function newCarry(): Carry {
  return {
    tail: new Uint8Array(LONGEST_TAIL),
    tailLength: 0,
    isStart: true,
    isInsideLongLine: false,
    isEnded: false,
  };
}

/** Reads into a buffer of its own, which the next chunk overwrites. */
export class LineReader {
  #buffer = Buffer.allocUnsafe(MOST_READ + 65536);

  /**
   * @param read as `Io.readInput`
   * @param hasQuotes whether a line feed between two quotes is part of a line, as in CSV
   */
  constructor(
    private readonly read: (buffer: Buffer) => number,
    private readonly hasQuotes = false,
  ) {}

  /**
   * Waits for the next whole line and returns it, with all others that have come with it.
   *
   * @returns undefined at the end
   */
  next(carry: Carry): Chunk | undefined {
    let length = this.#load(carry);
    const loadedEnd = this.#endOfLines(0, length);
    if (loadedEnd > 0) return this.#cut(carry, 0, loadedEnd, length);
    while (!carry.isEnded) {
      const count = this.#read(length);
      if (count === 0) {
        carry.isEnded = true;
        return this.#lastLine(carry, length);
      }
      const begin = this.#begin(carry, length + count);
      if (begin === undefined) {
        length = carry.isInsideLongLine ? 0 : length + count;
        continue;
      }
      length += count;
      const end = this.#endOfLines(begin, length);
      if (end > begin || length - begin > LONGEST_TAIL) return this.#cut(carry, begin, end, length);
      if (begin > 0) length = this.#moveToFront(begin, length);
    }
    return undefined;
  }

  /** The end of the first line of a chunk. */
  endOfFirstLine({ bytes, start, end }: Chunk): number {
    let isQuoted = false;
    for (let i = start; i < end; i++) {
      if (this.hasQuotes && bytes[i] === QUOTE) isQuoted = !isQuoted;
      if (bytes[i] === LINE_FEED && !isQuoted) return i + 1;
    }
    return end;
  }

  /** Leaves the bytes of a chunk after a place, to be read again. */
  putBack(carry: Carry, { bytes, end }: Chunk, from: number): void {
    const { tail, tailLength } = carry;
    tail.copyWithin(end - from, 0, tailLength);
    tail.set(bytes.subarray(from, end));
    carry.tailLength = end - from + tailLength;
    carry.isEnded = false;
  }

  /** The end of the last whole line of some bytes; their beginning if there is none. */
  #endOfLines(begin: number, length: number): number {
    const bytes = this.#buffer.subarray(begin, length);
    if (!this.hasQuotes || !bytes.includes(QUOTE)) return begin + bytes.lastIndexOf(LINE_FEED) + 1;
    let end = begin;
    let isQuoted = false;
    for (let i = begin; i < length; i++) {
      const byte = this.#buffer[i];
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === LINE_FEED && !isQuoted) end = i + 1;
    }
    return end;
  }

  /** Begins with what the last chunk has left. */
  #load(carry: Carry): number {
    const { tailLength } = carry;
    this.#reserve(0, tailLength);
    this.#buffer.set(carry.tail.subarray(0, tailLength));
    carry.tailLength = 0;
    return tailLength;
  }

  #read(length: number): number {
    this.#reserve(length, MOST_READ);
    return this.read(this.#buffer.subarray(length, length + MOST_READ));
  }

  #reserve(length: number, count: number): void {
    if (length + count <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(2 * (length + count));
    this.#buffer.copy(grown, 0, 0, length);
    this.#buffer = grown;
  }

  /** Where the lines begin: after a byte order mark, or a line too long; undefined if not yet here. */
  #begin(carry: Carry, length: number): number | undefined {
    if (carry.isInsideLongLine) {
      const end = this.#buffer.subarray(0, length).indexOf(LINE_FEED) + 1;
      if (end === 0) return undefined;
      carry.isInsideLongLine = false;
      return end;
    }
    if (!carry.isStart) return 0;
    const beginning = this.#buffer.subarray(0, Math.min(length, BYTE_ORDER_MARK.length));
    const mayBeMark = beginning.every((byte, i) => byte === BYTE_ORDER_MARK[i]);
    if (mayBeMark && length < BYTE_ORDER_MARK.length) return undefined;
    carry.isStart = false;
    return mayBeMark ? BYTE_ORDER_MARK.length : 0;
  }

  #moveToFront(begin: number, length: number): number {
    this.#buffer.copyWithin(0, begin, length);
    return length - begin;
  }

  /** The lines up to `end`; what follows is the tail, or a line too long. */
  #cut(carry: Carry, begin: number, end: number, length: number): Chunk {
    const rest = this.#buffer.subarray(end, length);
    const lines = { bytes: this.#buffer, start: begin, end };
    if (rest.length > LONGEST_TAIL) {
      carry.isInsideLongLine = true;
      return { ...lines, longLine: rest };
    }
    carry.tail.set(rest);
    carry.tailLength = rest.length;
    return lines;
  }

  /** The last line may lack its LF. */
  #lastLine(carry: Carry, length: number): Chunk | undefined {
    if (length === 0 || carry.isInsideLongLine) return undefined;
    this.#reserve(length, 1);
    this.#buffer[length] = LINE_FEED;
    return { bytes: this.#buffer, start: 0, end: length + 1 };
  }
}
