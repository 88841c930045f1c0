/** @file The interface of all formats: records in, text out. */

import { boundText, numberText, rough } from '../text/number-text';
import type { TextBuffer } from './text-buffer';

/** A number or text of a record, or a nested value, which only JSON prints as such. */
export type Cell =
  | number
  | string
  | boolean
  | null
  | readonly Cell[]
  | { readonly [key: string]: Cell };

export type ColumnData = Float64Array | readonly Cell[];

/** The bytes of the input table that rows begin with: from starts[i] to ends[i] for row i. */
export interface RowBytes {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Some records, by column, in the order of the names that the writer was made with. */
export interface Block {
  readonly length: number;
  readonly columns: readonly ColumnData[];
  /** The number of columns, from the first on, that are carried over from an input table. */
  readonly carried?: number;
  /** The bytes that the rows begin with, for a writer of the same format as the input table. */
  readonly before?: RowBytes;
}

/** A record by the names of its columns. */
export type CellsByName<Column extends string = string> = Readonly<Record<Column, Cell>>;

/** @param columns to take of each record, in this order */
export function blockOf<Column extends string>(
  columns: readonly Column[],
  records: readonly CellsByName<Column>[],
): Block {
  return {
    length: records.length,
    columns: columns.map((name) => records.map((record) => record[name])),
  };
}

export interface WriterOptions {
  /** Whether to print the names of the columns, in formats with such a line. */
  readonly header: boolean;
  /** The significant digits of numbers; all by default. */
  readonly precision?: number | undefined;
  /** The columns whose numbers are not written as the precision says. */
  readonly styles?: NumberStyles | undefined;
  /** Whether the output is a terminal: then control characters from a file are escaped. */
  readonly isSeen?: boolean;
  /** In tables, the column whose texts are printed below their rows, as they are too long for a cell. */
  readonly below?: string | undefined;
  readonly paint: Paint;
}

/** Turns records into text: the beginning, the rows of each block, the end. */
export interface Writer {
  /** Whether `close` writes all rows, so that one writer must get all blocks. */
  readonly needsAll?: boolean;
  readonly open: () => string;
  /** The text that `rows` puts before every record, and the caller removes before the first one. */
  readonly separator: string;
  /** Appends the records of a block. */
  readonly rows: (block: Block, text: TextBuffer) => void;
  readonly close: (hasRows: boolean) => string;
}

/** Writes nothing; others begin with it where they have no beginning, no end and nothing between records. */
export const noWriter: Writer = {
  open: () => '',
  separator: '',
  rows: () => undefined,
  close: () => '',
};

export type WriterFactory = (columns: readonly string[], options: WriterOptions) => Writer;

const ROLES = [
  'plain',
  'heading',
  'muted',
  'name',
  'curve',
  'mark',
  'right',
  'wrong',
  'undecided',
  'error',
  'warning',
] as const;
/** The role of a text, which decides its colour; without colours the words say the same. */
export type Role = (typeof ROLES)[number];

/** How text is presented: the colour of each role, and the width of lines. */
export type Paint = Readonly<Record<Role, (text: string) => string>> & {
  /** The columns of the terminal; undefined if there is none, or if they are unknown. */
  readonly width?: number;
};

export const plainPaint: Paint = Object.fromEntries(
  ROLES.map((role) => [role, (text: string) => text]),
) as Readonly<Record<Role, (text: string) => string>>;

/** The text of a cell outside JSON: empty for null, a list of words for nested cells. */
export function cellText(cell: Cell, numberText: (value: number) => string): string {
  if (typeof cell === 'number') return numberText(cell);
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return Object.values(cell as readonly Cell[])
    .map((part) => cellText(part, numberText))
    .join(' ');
}

/**
 * How to write the numbers of a column: `full` with all digits, so that two points never look alike; in tables bounds,
 * which are rounded up, and other sizes with two.
 */
type NumberStyle = 'full' | 'bound' | 'size';
export type NumberStyles = Readonly<Partial<Record<string, NumberStyle>>>;

/** How to write the numbers of each column. */
export function numberTexts(
  columns: readonly string[],
  { precision, styles = {} }: Partial<WriterOptions>,
  isTable = false,
): ((value: number) => string)[] {
  return columns.map((name) => {
    if (isTable && styles[name] === 'bound') return boundText;
    if (isTable && styles[name] === 'size') return rough;
    return numberText(styles[name] === 'full' ? undefined : precision);
  });
}

/** @param indices in order; those beyond the length of the block are ignored */
export function pickedRows(block: Block, indices: readonly number[]): Block {
  const { length, columns, before } = block;
  const shown = indices.filter((index) => index < length);
  const picked = columns.map((column) =>
    column instanceof Float64Array
      ? Float64Array.from(shown, (index) => column[index] as number)
      : shown.map((index) => column[index] as Cell),
  );
  if (before === undefined) return { ...block, length: shown.length, columns: picked };
  const { bytes, starts, ends } = before;
  const at = (places: Uint32Array): Uint32Array =>
    Uint32Array.from(shown, (index) => places[index] as number);
  return {
    length: shown.length,
    columns: picked,
    before: { bytes, starts: at(starts), ends: at(ends) },
  };
}

/**
 * The names in order; a name that is taken gets the next free number: y_2.
 *
 * @param taken other names that exist already
 */
export function distinctNames(names: readonly string[], taken: Iterable<string> = []): string[] {
  const found = new Set(taken);
  /** The next number to try for each name, so that many equal names do not take longer each. */
  const next = new Map<string, number>();
  return names.map((name) => {
    let free = name;
    let number = next.get(name) ?? 2;
    for (; found.has(free); number++) free = `${name}_${String(number)}`;
    next.set(name, number);
    found.add(free);
    return free;
  });
}
