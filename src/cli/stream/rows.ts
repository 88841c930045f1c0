/** @file Makes rows of points: computes them block by block, prints them as bytes, and collects remarks. */

import { pointAt } from '../../core/engine/at-point';
import type { Notice } from '../../core/explain/notice';
import type { Fault } from '../../core/text/errors';
import {
  type Block,
  type ColumnData,
  type RowBytes,
  type Writer,
  pickedRows,
} from '../../report/formats/format';
import { TextBuffer } from '../../report/formats/text-buffer';
import type { Verdicts } from '../../report/check/tally';
import type { LineShape, Table } from './input/table';

interface ComputedBlock {
  /** One cell for each point, without the columns of an input table. */
  readonly columns: readonly ColumnData[];
  /** The errors at single points, by index. */
  readonly faults: ReadonlyMap<number, Fault>;
  /** The warnings about single points, by index. */
  readonly notices: readonly Notice[];
  readonly verdicts?: Verdicts;
  /** The indices of the points that have rows, in order; by default all have one. */
  readonly rows?: readonly number[];
}

export interface Computation {
  /**
   * @param point a column for each variable, all of the same length
   * @param texts the numbers as they were written, if `needsTexts` asks for them
   */
  readonly compute: (
    point: readonly Float64Array[],
    texts?: readonly (readonly string[])[],
  ) => ComputedBlock;
  /** Whether the numbers as they were written count, not their nearest doubles. */
  readonly needsTexts?: boolean;
  readonly blockLength: number;
  /** The work for a point, in functions applied. */
  readonly weight: number;
  /** The work of a thread until V8 has compiled its code, if that is much. */
  readonly warmUp?: number;
  readonly variables: readonly string[];
  /** Whether a point with a fault has a row, in addition to the error message. */
  readonly keepsFaulty: boolean;
}

/** How to read points, as plain data. */
export interface Reading {
  /** Whether to go on after a bad line or point, instead of stopping there. */
  readonly keepGoing: boolean;
  /** The table on standard input; without it each line is a point. */
  readonly table?: Table | undefined;
  /** The numbers on a line, if it is not a single one. */
  readonly lines?: LineShape | undefined;
}

/** A computation, with how to read points and print rows. */
export interface Run extends Computation, Reading {
  readonly writer: Writer;
  /** Called with the verdicts of each block, in the order of the points. */
  readonly onVerdicts?: (verdicts: Verdicts) => void;
}

/** A line that is not a point. Lines are counted from 0. */
export interface BadLine {
  readonly line: number;
  readonly message: string;
}

/** Points of the input, and the bad lines among them. */
export interface InputPoints {
  /** A column for each variable, all of the same length. */
  readonly point: readonly Float64Array[];
  /** The numbers as they were written, if these were asked for. */
  readonly texts?: readonly (readonly string[])[];
  /** The line of a point, if points have lines. */
  readonly lineOf: (index: number) => number | undefined;
  /** The bad lines in order. Unless the run keeps going, there is one at most, after all points. */
  readonly bad: readonly BadLine[];
  /** Columns of the input table, which the rows begin with. */
  readonly others?: readonly ColumnData[];
  /** The same as bytes, if the table is in the format of the rows. */
  readonly before?: RowBytes;
}

/** Points that are known from the start. */
export type KnownPoints = Pick<InputPoints, 'point' | 'texts'>;

export function countOf({ point }: KnownPoints): number {
  return point[0]?.length ?? 0;
}

export const REMARK_KINDS = ['error', 'warning'] as const;
type RemarkKind = (typeof REMARK_KINDS)[number];
/** How many there are of each kind. */
export type RemarkCounts = Record<RemarkKind, number>;

export interface Remark {
  readonly kind: RemarkKind;
  readonly line: number | undefined;
  /** The sort key: the line or, without lines, the index of the point in its block. */
  readonly order: number;
  /** The number for each variable, as it is written where that counts. */
  readonly point: readonly (number | string)[] | undefined;
  readonly message: string;
}

/** Results that the main thread collects, in the order of the points; plain data. */
export interface Gathered {
  /** The blocks, if the writer needs all of them at the end. */
  readonly blocks: readonly Block[];
  readonly verdicts: readonly Verdicts[];
}

export interface RowBatch {
  readonly gathered: Gathered;
  /** The rows as bytes, valid until the next batch is asked for. */
  readonly rows: Uint8Array;
  readonly rowCount: number;
  /** The first ten remarks of each kind. */
  readonly remarks: readonly Remark[];
  /** The number of all. */
  readonly counts: Readonly<RemarkCounts>;
  /** The error that ends the run, which `remarks` does not contain. */
  readonly halt: Remark | undefined;
}

/** The number of remarks of a kind that are reported in full. */
export const MOST_IN_FULL = 10;
/** A batch is written once it has this many bytes. */
const MOST_BYTES = 1048576;

/** Makes batches of rows; its memory is reused for each. */
export class RowMaker {
  readonly #text = new TextBuffer();
  #blocks: Block[] = [];
  #verdicts: Verdicts[] = [];
  #rowCount = 0;
  /** The number of lines of the last chunk. */
  lineCount = 0;
  #remarks: Remark[] = [];
  #counts: RemarkCounts = { error: 0, warning: 0 };
  /** How many remarks have been kept since the beginning of the chunk. */
  #kept: RemarkCounts = { error: 0, warning: 0 };

  constructor(private readonly run: Run) {}

  /**
   * Makes the rows of a chunk of points, up to an error that ends the run.
   *
   * @param points blocks of points; the iterator returns the number of lines
   */
  *batches(points: Iterator<InputPoints, number>): Generator<RowBatch> {
    this.#kept = { error: 0, warning: 0 };
    for (;;) {
      const next = points.next();
      if (next.done === true) {
        this.lineCount = next.value;
        break;
      }
      const halt = this.#add(next.value);
      if (halt !== undefined || this.#remarks.length > 0 || this.#text.length > MOST_BYTES) {
        yield this.#take(halt);
      }
      if (halt !== undefined) return;
    }
    const { error, warning } = this.#counts;
    if (this.#rowCount + this.#verdicts.length + error + warning > 0) yield this.#take(undefined);
  }

  /** @returns the error that ends the run, if there is one */
  #add(points: InputPoints): Remark | undefined {
    const { writer, keepGoing, keepsFaulty } = this.run;
    const { point, lineOf, bad, others = [] } = points;
    const { columns, faults, notices, verdicts, rows } = this.run.compute(point, points.texts);
    const faulty = [...faults.keys()].sort((a, b) => a - b);
    const first = keepGoing || keepsFaulty ? undefined : faulty[0];
    const length = first ?? (point[0] as Float64Array).length;
    const begun = points.before && { before: points.before };
    const carried = others.length;
    const all: Block = { length, columns: [...others, ...columns], carried, ...begun };
    const block = rows === undefined ? all : pickedRows(all, rows);
    if (writer.needsAll === true) this.#blocks.push(block);
    else writer.rows(block, this.#text);
    if (verdicts !== undefined) this.#verdicts.push(verdicts);
    this.#rowCount += block.length;

    const texts = this.run.needsTexts === true ? points.texts : undefined;
    const remarkOn = (kind: RemarkKind, index: number, message: string): Remark => {
      const line = lineOf(index);
      const given = texts?.map((column) => column[index] as string) ?? pointAt(point, index);
      return { kind, line, order: line ?? index, point: given, message };
    };
    const errorAt = (index: number): Remark =>
      remarkOn('error', index, (faults.get(index) as Fault).message);
    const remarkOnLine = ({ line, message }: BadLine): Remark => {
      return { kind: 'error', line, order: line, point: undefined, message };
    };
    const badLines = keepGoing ? bad : [];
    const errors = first === undefined ? faulty : [];
    const warnings = notices.filter(({ index }) => index < length);
    this.#counts.error += badLines.length + errors.length;
    this.#counts.warning += warnings.length;
    this.#keep([
      ...badLines.slice(0, MOST_IN_FULL).map(remarkOnLine),
      ...errors.slice(0, MOST_IN_FULL).map(errorAt),
      ...warnings.slice(0, MOST_IN_FULL).map(({ index, text }) => remarkOn('warning', index, text)),
    ]);
    if (first !== undefined) return errorAt(first);
    const [badLine] = bad;
    return keepGoing || badLine === undefined ? undefined : remarkOnLine(badLine);
  }

  /** Keeps the first remarks of a block in order, an error before a warning at its point. */
  #keep(remarks: Remark[]): void {
    remarks.sort((a, b) => a.order - b.order);
    for (const remark of remarks) {
      if (++this.#kept[remark.kind] <= MOST_IN_FULL) this.#remarks.push(remark);
    }
  }

  #take(halt: Remark | undefined): RowBatch {
    const batch: RowBatch = {
      gathered: { blocks: this.#blocks, verdicts: this.#verdicts },
      rows: this.#text.bytes,
      rowCount: this.#rowCount,
      remarks: this.#remarks,
      counts: this.#counts,
      halt,
    };
    // The bytes in the batch stay valid until rows are added again.
    this.#text.clear();
    this.#blocks = [];
    this.#verdicts = [];
    this.#rowCount = 0;
    this.#remarks = [];
    this.#counts = { error: 0, warning: 0 };
    return batch;
  }
}
