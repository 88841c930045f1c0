/**
 * @file Lines, or records of a table, as points: the bytes of a chunk in, blocks of numbers out, and beside them what
 * the rows begin with. Plain numbers are read straight from their bytes, others from their texts.
 */

import { isAscii } from 'node:buffer';
import { readNumber } from '../../../core/text/parse-number';
import { quote } from '../../../core/text/quote';
import type { RowBytes } from '../../../report/formats/format';
import { type BadLine, type InputPoints, MOST_IN_FULL } from '../rows';
import { endOfLine, LONGEST_LINE } from './csv-records';
import { decodedText } from './decoded-text';
import type { Form } from './forms';
import type { Chunk } from './line-reader';
import { LONGEST_PLAIN, type Scan } from './scan';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

interface SplitOptions {
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
      let fault: ReturnType<Form['faultOf']>;
      if (isLong || notCsv === 'too long') fault = () => tooLong(form, bytes.subarray(first));
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
    const bad = [{ line: line++, message: tooLong(form, longLine) }];
    yield { ...new Block(form, bytes, 0, needsTexts).points(0), bad };
  }
  return line;
}

/** The message about a line that is too long, from its beginning. */
function tooLong(form: Form, line: Uint8Array): string {
  const start = quote(Buffer.from(line.subarray(0, 20)).toString('latin1'));
  return `${form.tooLong} longer than ${String(LONGEST_LINE)} bytes, it begins with ${start}`;
}

/** The text of each piece of a chunk. */
function textsIn(
  { bytes, start, end }: Chunk,
  { encoding }: Form,
  isPlain: boolean,
): (from: number, to: number) => string {
  if (encoding === 'latin1') return (from, to) => bytes.toString('latin1', from, to);
  if (isPlain || !isAscii(bytes.subarray(start, end)))
    return (from, to) => decodedText(bytes.subarray(from, to));
  const text = bytes.toString('latin1', start, end);
  return (from, to) => text.slice(from - start, to - start);
}

/** Space for the points of one block. */
class Block {
  /** The numbers of each cell; undefined for one that is no variable. */
  readonly #numbers: readonly (Float64Array | undefined)[];
  readonly #lines: Uint32Array;
  readonly #texts: readonly string[][] | undefined;
  /** What rows begin with: where it stands in the bytes, or all cells. */
  readonly #before: RowBytes | undefined;
  readonly #cells: readonly string[][] | undefined;

  constructor(
    private readonly form: Form,
    private readonly bytes: Buffer,
    private readonly room: number,
    needsTexts: boolean,
  ) {
    const { places, width, kept } = form;
    // Two variables may be the same column.
    this.#numbers = Array.from({ length: width }, (_, c) =>
      places.includes(c) ? new Float64Array(room) : undefined,
    );
    this.#lines = new Uint32Array(room);
    this.#texts = needsTexts ? places.map(() => []) : undefined;
    const ofEach = (): Uint32Array => new Uint32Array(room);
    this.#before = kept === 'bytes' ? { bytes, starts: ofEach(), ends: ofEach() } : undefined;
    this.#cells = kept === 'cells' ? Array.from({ length: width }, () => []) : undefined;
  }

  /**
   * Reads records of plain numbers until there is room for no more, or one is anything else.
   *
   * @returns the line that comes next
   */
  scan(end: number, scan: Scan, line: number): number {
    const { bytes } = this;
    const numbers = this.#numbers;
    const scanRecord = this.form.scan;
    while (scan.position < end && scan.count < this.room) {
      const start = scan.position;
      const last = scanRecord(bytes, scan, numbers);
      const next = bytes[last] === CARRIAGE_RETURN ? last + 2 : last + 1;
      const isPlain = last >= 0 && bytes[next - 1] === LINE_FEED && next - start <= LONGEST_PLAIN;
      scan.position = isPlain ? next : start;
      if (!isPlain) break;
      // Behind a cell that is no number there may be a CR that is taken for a part of it.
      const isWithCr = bytes[next - 2] === CARRIAGE_RETURN;
      this.#place(scan.count++, line++, start, isWithCr ? next - 2 : next - 1);
    }
    return line;
  }

  /** Notes where a record stands. */
  #place(index: number, line: number, start: number, end: number): void {
    this.#lines[index] = line;
    if (this.#before === undefined) return;
    this.#before.starts[index] = start;
    this.#before.ends[index] = end;
  }

  /** Adds a record that stands between two places of the bytes. */
  add(cells: readonly string[], start: number, end: number, index: number, line: number): void {
    const { places } = this.form;
    for (const [k, place] of places.entries()) {
      const text = cells[place] as string;
      (this.#numbers[place] as Float64Array)[index] = readNumber(text);
      this.#texts?.[k]?.push(text.trim());
    }
    this.#place(index, line, start, end);
    if (this.#cells === undefined) return;
    for (const [i, column] of this.#cells.entries()) column.push(cells[i] as string);
  }

  points(count: number): Omit<InputPoints, 'bad'> {
    const { places } = this.form;
    return {
      point: places.map((place) => (this.#numbers[place] as Float64Array).subarray(0, count)),
      lineOf: (index) => this.#lines[index],
      ...(this.#texts && { texts: this.#texts }),
      ...(this.#cells && { others: this.#cells }),
      ...(this.#before && { before: this.#before }),
    };
  }
}
