/** @file Numbers as rows: differentiated block by block, printed as bytes, with what is to be said. */

import type { Chain } from '../../core/chain';
import { differentiateBlock, type DifferentiateOptions } from '../../core/differentiate';
import { derivativesBlock, type DerivativesColumn } from '../../report/derivatives';
import type { ColumnData, Writer } from '../../report/format';
import { TextBuffer } from '../../report/text-buffer';
import type { Table } from './table';

/** What is computed and how it is printed. */
export interface Run {
  readonly chain: Chain;
  readonly settings: Required<Pick<DifferentiateOptions, 'eps' | 'method'>>;
  readonly columns: readonly DerivativesColumn[];
  readonly writer: Writer;
  /** Whether to report a bad point and go on, rather than to stop there. */
  readonly keepGoing: boolean;
  /** The table that standard input is; without it, there is one number a line. */
  readonly table?: Table;
}

/** A line that is no point. Lines are counted from 0. */
export interface BadLine {
  readonly line: number;
  readonly message: string;
}

/** Some points, and the lines among them that are none. */
export interface Points {
  readonly x: Float64Array;
  /** The line of a point, where points have lines. */
  readonly lineOf: (index: number) => number | undefined;
  /** In order; unless the run keeps going, there is one at most, after all points. */
  readonly bad: readonly BadLine[];
  /** Columns that the rows begin with. */
  readonly others?: readonly ColumnData[];
}

/** What is said of one line or point. */
export interface Remark {
  readonly kind: 'error' | 'warning';
  readonly line: number | undefined;
  readonly x: number | undefined;
  readonly message: string;
}

/** Rows, and the remarks on them. */
export interface Piece {
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
/** Long enough for fast loops, short enough for the caches of a processor. */
const MOST_POINTS = 8192;
/** The graph of a block holds two numbers for each variable and point: some 16 MiB at a time. */
const MOST_VARIABLES = 1048576;
/** A trace is text, a hundred bytes for each variable. */
const MOST_TRACED_VARIABLES = 65536;

/** The most points of a block. */
export function blockLengthOf({ chain, columns }: Pick<Run, 'chain' | 'columns'>): number {
  const most = columns.includes('trace') ? MOST_TRACED_VARIABLES : MOST_VARIABLES;
  return Math.min(MOST_POINTS, Math.ceil(most / (chain.functions.length + 1)));
}

/** Makes rows; its memory is used again for every piece. */
export class RowMaker {
  readonly #text = new TextBuffer();
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
    if (this.#rowCount > 0 || this.#errors + this.#warnings > 0) yield this.#take(undefined);
  }

  /** How many lines the points have had. */
  get lineCount(): number {
    return this.#lineCount;
  }

  /** @returns what the run must halt at */
  #add(points: Points): Remark | undefined {
    const { chain, settings, columns, writer, keepGoing, table } = this.run;
    const { x, lineOf, bad } = points;
    const others = table?.isKept === true ? (points.others ?? []) : [];
    const { faults, notices, ...result } = differentiateBlock(chain, x, {
      ...settings,
      columns: columns.filter((name) => name !== 'trace'),
      trace: columns.includes('trace'),
    });
    const faulty = [...faults.keys()].sort((a, b) => a - b);
    const first = keepGoing ? undefined : faulty[0];
    const length = first ?? x.length;
    const block = derivativesBlock(result, columns, length);
    writer.rows({ length, columns: [...others, ...block.columns] }, this.#text);
    this.#rowCount += length;

    const remarkOn = (kind: Remark['kind'], index: number, message = ''): Remark => ({
      kind,
      line: lineOf(index),
      x: x[index],
      message,
    });
    const errorAt = (index: number): Remark => remarkOn('error', index, faults.get(index)?.message);
    const remarkOnLine = ({ line, message }: BadLine): Remark => ({
      kind: 'error',
      line,
      x: undefined,
      message,
    });
    const before = notices.filter(({ index }) => index < length);
    const errors = keepGoing ? faulty : [];
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

  /** Keeps the first remarks of a block in the order of their lines, and counts all. */
  #keep(remarks: Remark[], errors: number, warnings: number): void {
    this.#errors += errors;
    this.#warnings += warnings;
    // Sorting keeps the order of what has the same line, or none.
    remarks.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    for (const remark of remarks) {
      if (++this.#kept[remark.kind] <= MOST_IN_FULL) this.#remarks.push(remark);
    }
  }

  #take(halt: Remark | undefined): Piece {
    const piece: Piece = {
      rows: this.#text.bytes,
      rowCount: this.#rowCount,
      remarks: this.#remarks,
      errors: this.#errors,
      warnings: this.#warnings,
      halt,
    };
    // What comes next overwrites the bytes, not before it is asked for.
    this.#text.clear();
    this.#rowCount = 0;
    this.#remarks = [];
    this.#errors = 0;
    this.#warnings = 0;
    return piece;
  }
}
