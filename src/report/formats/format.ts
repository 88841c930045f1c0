/** @file What every format is: records in, text out. */

import { numberText } from '../text/number-text';
import type { TextBuffer } from './text-buffer';

/** One figure or text of a record; nested ones appear as such in JSON only. */
export type Cell =
  | number
  | string
  | boolean
  | null
  | readonly Cell[]
  | { readonly [key: string]: Cell };

/** The cells of one column. */
export type ColumnData = Float64Array | readonly Cell[];

/** The beginnings of rows, as they came: of row i the bytes from starts[i] to ends[i]. */
export interface RowBytes {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Some records, by column, in the order of the names the writer was made with. */
export interface Block {
  readonly length: number;
  readonly columns: readonly ColumnData[];
  /** So many of them are texts of a table that the points come from. */
  readonly carried?: number;
  /** What the rows begin with, for writers of the format that these bytes are in. */
  readonly before?: RowBytes;
}

export interface WriterOptions {
  /** Whether the names of the columns come first, in formats that have such a line. */
  readonly header: boolean;
  /** Significant digits of numbers; all digits by default. */
  readonly precision?: number | undefined;
  /** The columns that have all of their digits whatever the precision: two points never look alike. */
  readonly inFull?: readonly string[] | undefined;
  /** Whether a terminal gets it: what a file carries along has no power over that. */
  readonly isSeen?: boolean;
  /** In tables the column of texts that stand under their rows, as they would make the lines too long. */
  readonly below?: string | undefined;
  readonly paint: Paint;
}

/** Turns records into text, piece by piece: what comes first, the rows of each block, what ends it. */
export interface Writer {
  /** Whether `close` writes all of them, so that one writer must have all blocks. */
  readonly needsAll?: boolean;
  readonly open: () => string;
  /** What `rows` puts before every record; before the first of all it is left out. */
  readonly separator: string;
  /** Appends the records of a block. */
  readonly rows: (block: Block, text: TextBuffer) => void;
  readonly close: (hasRows: boolean) => string;
}

/** Of what nobody reads. */
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
/** What a piece of text is, for whoever colours it; words say the same without a colour. */
export type Role = (typeof ROLES)[number];

/** How text is put where it is read: the colour of each role, and the width of lines. */
export type Paint = Readonly<Record<Role, (text: string) => string>> & {
  /** The columns of the terminal; undefined where it is none, or does not say. */
  readonly width?: number;
};

export const plainPaint: Paint = Object.fromEntries(
  ROLES.map((role) => [role, (text: string) => text]),
) as Readonly<Record<Role, (text: string) => string>>;

/** The text of a cell outside JSON: nothing for null, nested cells as a list of words. */
export function cellText(cell: Cell, numberText: (value: number) => string): string {
  if (typeof cell === 'number') return numberText(cell);
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return Object.values(cell as readonly Cell[])
    .map((part) => cellText(part, numberText))
    .join(' ');
}

/** The texts of the numbers in each column. */
export function numberTexts(
  columns: readonly string[],
  { precision, inFull = [] }: Partial<WriterOptions>,
): ((value: number) => string)[] {
  return columns.map((name) => numberText(inFull.includes(name) ? undefined : precision));
}

/** The cells of one record as texts. @param texts of the numbers in each column */
export function recordTexts(
  { columns }: Block,
  index: number,
  texts: readonly ((value: number) => string)[],
): string[] {
  return columns.map((column, c) =>
    cellText(column[index] as Cell, texts[c] as (value: number) => string),
  );
}
