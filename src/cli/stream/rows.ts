/** @file Points as rows: computed block by block, printed as bytes, with what is to be said. */

import { pointAt } from '../../core/engine/at-point';
import type { Notice } from '../../core/explain/notice';
import type { Fault } from '../../core/text/errors';
import type { Block, ColumnData, RowBytes, Writer } from '../../report/formats/format';
import { pickedRows } from '../../report/formats/picked-rows';
import { TextBuffer } from '../../report/formats/text-buffer';
import type { Verdicts } from '../../report/check/tally';
import type { LineShape } from './input/line-shape';
import type { Table } from './input/table';

/** What came of a block of points. */
interface Computed {
  /** Without those of a table that points come from; one cell for each point. */
  readonly columns: readonly ColumnData[];
  /** The errors of single points, by index. */
  readonly faults: ReadonlyMap<number, Fault>;
  /** By index. */
  readonly notices: readonly Notice[];
  /** What a check finds of them. */
  readonly verdicts?: Verdicts;
  /** The indices of the points that have rows, in order; all have one without it. */
  readonly shown?: readonly number[];
}

/** What a command makes of points. */
export interface Computation {
  /**
   * @param point the numbers of each variable, as many of each
   * @param texts the same as they are written, where `needsTexts` asks for them
   */
  readonly compute: (
    point: readonly Float64Array[],
    texts?: readonly (readonly string[])[],
  ) => Computed;
  /** Whether it is the numbers as they are written that count, and not the doubles nearest to them. */
  readonly needsTexts?: boolean;
  /** The most points at a time. */
  readonly blockLength: number;
  /** The work that a point is, in functions applied. */
  readonly weight: number;
  /** The work of a thread until V8 has compiled what it runs, where that is much. */
  readonly warmUp?: number;
  /** What the numbers are values of: x. */
  readonly variables: readonly string[];
  /** Whether a point with a fault has a row like others, though it is an error. */
  readonly keepsFaulty: boolean;
}

/** How points are read, as plain data. */
export interface Reading {
  /** Whether to report a bad line or point and go on, rather than to stop there. */
  readonly keepGoing: boolean;
  /** The table that standard input is; without it, there is one point a line. */
  readonly table?: Table | undefined;
  /** What stands on a line, where that is not one number. */
  readonly lines?: LineShape | undefined;
}

/** What is computed and how it is printed. */
export interface Run extends Computation, Reading {
  readonly writer: Writer;
  /** Called with what is found, in the order of the points. */
  readonly onVerdicts?: (verdicts: Verdicts) => void;
}

/** A line that is no point. Lines are counted from 0. */
export interface BadLine {
  readonly line: number;
  readonly message: string;
}

/** Some points, and the lines among them that are none. */
export interface Points {
  /** The numbers of each variable, as many of each. */
  readonly point: readonly Float64Array[];
  /** The same as they are written, where they were asked for. */
  readonly texts?: readonly (readonly string[])[];
  /** The line of a point, where points have lines. */
  readonly lineOf: (index: number) => number | undefined;
  /** In order; unless the run keeps going, there is one at most, after all points. */
  readonly bad: readonly BadLine[];
  /** Columns that the rows begin with. */
  readonly others?: readonly ColumnData[];
  /** The same as bytes, where they stand in the format of the rows. */
  readonly before?: RowBytes;
}

/** What is said of one line or point. */
export interface Remark {
  readonly kind: 'error' | 'warning';
  readonly line: number | undefined;
  /** Its line, or the place of its point in the block where points have no lines: remarks are told in this order. */
  readonly order: number;
  /** The number of each variable, as it is written where that counts. */
  readonly point: readonly (number | string)[] | undefined;
  readonly message: string;
}

/** What the thread that has begun a run puts together, in the order of the points; plain data. */
export interface Gathered {
  /** The records, where a writer needs all of them. */
  readonly blocks: readonly Block[];
  readonly verdicts: readonly Verdicts[];
}

/** Rows, and the remarks on them. */
export interface Piece {
  readonly gathered: Gathered;
  /** The rows as bytes, which stay as they are until the next piece is asked for. */
  readonly rows: Uint8Array;
  readonly rowCount: number;
  /** The first ten of each kind. */
  readonly remarks: readonly Remark[];
  /** How many there are, with those. */
  readonly errors: number;
  readonly warnings: number;
  /** The error that ends the run, which is not among the remarks. */
  readonly halt: Remark | undefined;
}

/** So many remarks of a kind are told in full. */
export const MOST_IN_FULL = 10;
/** A piece of so many bytes is written before more rows are made. */
const MOST_BYTES = 1048576;

/** Makes rows; its memory is used again for every piece. */
export class RowMaker {
  readonly #text = new TextBuffer();
  #blocks: Block[] = [];
  #verdicts: Verdicts[] = [];
  #rowCount = 0;
  #lineCount = 0;
  #remarks: Remark[] = [];
  #errors = 0;
  #warnings = 0;
  /** How many remarks of each kind have been kept since the beginning of the chunk. */
  #kept = { error: 0, warning: 0 };

  constructor(private readonly run: Run) {}

  /**
   * The rows of some points, up to what the run must halt at.
   *
   * @param points which return the number of their lines
   */
  *pieces(points: Iterator<Points, number>): Generator<Piece> {
    this.#kept = { error: 0, warning: 0 };
    for (;;) {
      const next = points.next();
      if (next.done === true) {
        this.#lineCount = next.value;
        break;
      }
      const halt = this.#add(next.value);
      if (halt !== undefined || this.#remarks.length > 0 || this.#text.length > MOST_BYTES) {
        yield this.#take(halt);
      }
      if (halt !== undefined) return;
    }
    if (this.#rowCount + this.#verdicts.length > 0 || this.#errors + this.#warnings > 0)
      yield this.#take(undefined);
  }

  /** How many lines the points have had. */
  get lineCount(): number {
    return this.#lineCount;
  }

  /** @returns what the run must halt at */
  #add(points: Points): Remark | undefined {
    const { writer, keepGoing, keepsFaulty, table } = this.run;
    const { point, lineOf, bad } = points;
    const others = table?.isKept === true ? (points.others ?? []) : [];
    const { columns, faults, notices, verdicts, shown } = this.run.compute(point, points.texts);
    const faulty = [...faults.keys()].sort((a, b) => a - b);
    const first = keepGoing || keepsFaulty ? undefined : faulty[0];
    const length = first ?? point[0]?.length ?? 0;
    const begun = points.before && { before: points.before };
    const carried = others.length;
    const all: Block = { length, columns: [...others, ...columns], carried, ...begun };
    const block = shown === undefined ? all : pickedRows(all, shown);
    if (writer.needsAll === true) this.#blocks.push(block);
    else writer.rows(block, this.#text);
    if (verdicts !== undefined) this.#verdicts.push(verdicts);
    this.#rowCount += block.length;

    const texts = this.run.needsTexts === true ? points.texts : undefined;
    const remarkOn = (kind: Remark['kind'], index: number, message = ''): Remark => {
      const line = lineOf(index);
      const given = texts?.map((column) => column[index] as string) ?? pointAt(point, index);
      return { kind, line, order: line ?? index, point: given, message };
    };
    const errorAt = (index: number): Remark => remarkOn('error', index, faults.get(index)?.message);
    const remarkOnLine = ({ line, message }: BadLine): Remark => ({
      kind: 'error',
      line,
      order: line,
      point: undefined,
      message,
    });
    const before = notices.filter(({ index }) => index < length);
    const errors = keepGoing || keepsFaulty ? faulty : [];
    const badLines = keepGoing ? bad : [];
    this.#keep(
      [
        ...badLines.slice(0, MOST_IN_FULL).map(remarkOnLine),
        ...errors.slice(0, MOST_IN_FULL).map(errorAt),
        ...before.slice(0, MOST_IN_FULL).map(({ index, text }) => remarkOn('warning', index, text)),
      ],
      badLines.length + errors.length,
      before.length,
    );
    if (first !== undefined) return errorAt(first);
    const [badLine] = bad;
    return keepGoing || badLine === undefined ? undefined : remarkOnLine(badLine);
  }

  /** Keeps the first remarks of a block in their order, and counts all. */
  #keep(remarks: Remark[], errors: number, warnings: number): void {
    this.#errors += errors;
    this.#warnings += warnings;
    // Sorting keeps an error before a warning of the same point.
    remarks.sort((a, b) => a.order - b.order);
    for (const remark of remarks) {
      if (++this.#kept[remark.kind] <= MOST_IN_FULL) this.#remarks.push(remark);
    }
  }

  #take(halt: Remark | undefined): Piece {
    const piece: Piece = {
      gathered: { blocks: this.#blocks, verdicts: this.#verdicts },
      rows: this.#text.bytes,
      rowCount: this.#rowCount,
      remarks: this.#remarks,
      errors: this.#errors,
      warnings: this.#warnings,
      halt,
    };
    // What comes next overwrites the bytes, not before it is asked for.
    this.#text.clear();
    this.#blocks = [];
    this.#verdicts = [];
    this.#rowCount = 0;
    this.#remarks = [];
    this.#errors = 0;
    this.#warnings = 0;
    return piece;
  }
}
