/**
 * @file Lines, or records of a table, as points: the bytes of a chunk in, blocks of numbers out, and beside them what
 * the rows begin with. Plain numbers are read straight from their bytes, others from their texts.
 */

import { isAscii } from 'node:buffer';
import { readNumber } from '../../../core/text/parse-number';
import { LONGEST_PLAIN, type Scan, scanNumber, scanNumbers } from '../../../core/text/scan-numbers';
import { type BadLine, type InputPoints, MOST_IN_FULL } from '../rows';
import { endOfLine, LONGEST_LINE } from './csv-records';
import { decodedText } from './decoded-text';
import type { Chunk } from './line-reader';
import type { Table } from './table';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

type Fault = (() => string) | undefined;

/** How points stand in the input. */
export interface Form {
  /** Whether they are numbers on a line, which white space separates, too, and not the cells of a table. */
  readonly isLoose: boolean;
  readonly delimiter: ',' | '\t';
  /** The number of cells in a record. */
  readonly width: number;
  /** The place of each variable among them. */
  readonly places: readonly number[];
  readonly kept?: Table['kept'];
  /** @param text with its line end */
  readonly cellsOf: (text: string) => readonly string[];
  /** @returns how to say what is wrong with a record, if anything is */
  readonly faultOf: (cells: readonly string[], text: string, isFirst: boolean) => Fault;
  /** The message about a line that is too long, from its beginning. */
  readonly tooLong: (line: Uint8Array) => string;
}

export interface SplitOptions {
  /** The most points in a block. */
  readonly most: number;
  /** Whether a block continues after a bad line. */
  readonly keepGoing: boolean;
  /** Whether the numbers are wanted as they are written, too. */
  readonly needsTexts?: boolean;
}

/**
 * The points of a chunk in order, in blocks.
 *
 * @returns the number of lines
 */
export function* pointsIn(
  chunk: Chunk,
  form: Form,
  { most, keepGoing, needsTexts = false }: SplitOptions,
): Generator<InputPoints, number> {
  const { bytes, start, end, isFirst, longLine, records } = chunk;
  const isPlain = records === undefined && !needsTexts && form.kept !== 'cells';
  const textOf = textsIn(chunk, form, isPlain);
  const scan: Scan = { position: start, count: 0 };
  let line = 0;
  let record = 0;
  let badCount = 0;
  while (scan.position < end) {
    // A number and its separator take two bytes at least.
    const length = Math.min(most, Math.max(1, (end - scan.position) >> 1));
    const block = new Block(form, bytes, length, needsTexts);
    const bad: BadLine[] = [];
    scan.count = 0;
    while (bad.length < most) {
      if (isPlain) line = block.scan(end, scan, line);
      if (scan.position === end || scan.count === length) break;
      const first = scan.position;
      scan.position = records?.ends[record] ?? endOfLine(bytes, first, end);
      const isWithCr = scan.position > first + 1 && bytes[scan.position - 2] === CARRIAGE_RETURN;
      const last = scan.position - (isWithCr ? 2 : 1);
      const notCsv = records?.faults.get(record++);
      const isLong = records === undefined && last - first > LONGEST_LINE;
      const text = notCsv === undefined && !isLong ? textOf(first, scan.position) : '';
      const cells = form.cellsOf(text);
      let fault: Fault;
      if (isLong || notCsv === 'too long') fault = () => form.tooLong(bytes.subarray(first));
      else if (notCsv !== undefined) fault = () => `not CSV: ${notCsv}`;
      else fault = form.faultOf(cells, text, isFirst && first === start);
      if (fault === undefined) block.add(cells, first, last, scan.count++, line);
      // Of many bad lines only the first ones have messages; the others are counted.
      else bad.push({ line, message: badCount++ < MOST_IN_FULL ? fault() : '' });
      line += records === undefined ? 1 : Math.max(1, text.split('\n').length - 1);
      if (fault !== undefined && !keepGoing) break;
    }
    yield { ...block.points(scan.count), bad };
  }
  if (longLine !== undefined) {
    const bad = [{ line: line++, message: form.tooLong(longLine) }];
    yield { ...new Block(form, bytes, 0, needsTexts).points(0), bad };
  }
  return line;
}

/** The text of each piece of a chunk. */
function textsIn(
  { bytes, start, end }: Chunk,
  { isLoose }: Form,
  isPlain: boolean,
): (from: number, to: number) => string {
  // Numbers as Latin-1, so that a byte that is no digit is found on its own line.
  if (isLoose) return (from, to) => bytes.toString('latin1', from, to);
  if (isPlain || !isAscii(bytes.subarray(start, end)))
    return (from, to) => decodedText(bytes.subarray(from, to));
  const text = bytes.toString('latin1', start, end);
  return (from, to) => text.slice(from - start, to - start);
}

/** Space for the points of one block. */
class Block {
  readonly #columns: readonly Float64Array[];
  /** The variable of each cell, or -1. */
  readonly #variableOf: Int32Array;
  readonly #delimiter: number;
  readonly #lines: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #texts: readonly string[][] | undefined;
  readonly #cells: readonly string[][] | undefined;

  constructor(
    private readonly form: Form,
    private readonly bytes: Buffer,
    private readonly room: number,
    needsTexts: boolean,
  ) {
    const { places, width, delimiter, kept } = form;
    this.#columns = places.map(() => new Float64Array(room));
    this.#variableOf = new Int32Array(width).fill(-1);
    for (const [k, place] of places.entries()) this.#variableOf[place] = k;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#lines = new Uint32Array(room);
    this.#starts = new Uint32Array(kept === 'bytes' ? room : 0);
    this.#ends = new Uint32Array(kept === 'bytes' ? room : 0);
    this.#texts = needsTexts ? places.map(() => []) : undefined;
    this.#cells = kept === 'cells' ? Array.from({ length: width }, () => []) : undefined;
  }

  /**
   * Reads records of plain numbers until there is room for no more, or one is anything else.
   *
   * @returns the line that comes next
   */
  scan(end: number, scan: Scan, line: number): number {
    const from = scan.count;
    const [only] = this.#columns as [Float64Array];
    const { isLoose, width } = this.form;
    if (isLoose && width === 1) scanNumbers(this.bytes, end, only, scan);
    else this.#scanRecords(end, scan);
    for (let i = from; i < scan.count; i++) this.#lines[i] = line + i - from;
    return line + scan.count - from;
  }

  #scanRecords(end: number, scan: Scan): void {
    const { bytes } = this;
    const { isLoose, width } = this.form;
    const columns = this.#columns;
    const variableOf = this.#variableOf;
    const delimiter = this.#delimiter;
    let { position, count } = scan;
    while (position < end && count < this.room) {
      let at = position;
      let c = 0;
      /** Whether white space has separated what comes. */
      let isApart = true;
      for (; c < width; c++) {
        if (c > 0 && bytes[at] === delimiter) at++;
        else if (!isApart) break;
        isApart = false;
        const variable = variableOf[c] as number;
        if (variable < 0) {
          let byte = bytes[at];
          while (byte !== delimiter && byte !== LINE_FEED) byte = bytes[++at];
          continue;
        }
        scan.position = this.#afterBlanks(at);
        const value = scanNumber(bytes, scan);
        if (value !== value) break;
        (columns[variable] as Float64Array)[count] = value;
        at = this.#afterBlanks(scan.position);
        isApart = isLoose && at > scan.position;
      }
      const last = bytes[at] === CARRIAGE_RETURN ? at + 1 : at;
      if (c < width || bytes[last] !== LINE_FEED || last - position >= LONGEST_PLAIN) break;
      this.#starts[count] = position;
      this.#ends[count++] = bytes[last - 1] === CARRIAGE_RETURN ? last - 1 : last;
      position = last + 1;
    }
    scan.position = position;
    scan.count = count;
  }

  /** A tab between cells is no blank. */
  #afterBlanks(at: number): number {
    const { bytes } = this;
    while (bytes[at] === SPACE || (bytes[at] === TAB && this.#delimiter !== TAB)) at++;
    return at;
  }

  /** Adds a record that stands between two places of the bytes. */
  add(cells: readonly string[], start: number, end: number, index: number, line: number): void {
    const { places, isLoose } = this.form;
    for (const [k, place] of places.entries()) {
      const text = cells[place] as string;
      (this.#columns[this.#variableOf[place] as number] as Float64Array)[index] = readNumber(text);
      this.#texts?.[k]?.push(isLoose ? text.trim() : text);
    }
    this.#lines[index] = line;
    this.#starts[index] = start;
    this.#ends[index] = end;
    if (this.#cells === undefined) return;
    for (const [i, column] of this.#cells.entries()) column.push(cells[i] as string);
  }

  points(count: number): Omit<InputPoints, 'bad'> {
    const { places, kept } = this.form;
    // Two variables may be the same column.
    const point = places.map((place) =>
      (this.#columns[this.#variableOf[place] as number] as Float64Array).subarray(0, count),
    );
    return {
      point,
      lineOf: (index) => this.#lines[index],
      ...(this.#texts && { texts: this.#texts }),
      ...(this.#cells && { others: this.#cells }),
      ...(kept === 'bytes' && {
        before: { bytes: this.bytes, starts: this.#starts, ends: this.#ends },
      }),
    };
  }
}
