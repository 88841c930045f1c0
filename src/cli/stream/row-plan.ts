/** @file How points are read and rows are written, as plain data, from which every thread makes the same writer. */

import {
  noWriter,
  type NumberStyles,
  type Paint,
  type Writer,
  type WriterOptions,
} from '../../report/formats/format';
import { type FormatName, writerOf } from '../../report/formats/formats';
import type { ColumnChoice } from '../options/column-choice';
import type { Options } from '../options/given';
import type { Io } from '../process/io';
import type { Beginning } from './input/source';
import { carriedTable, rowNames } from './input/table';
import type { Reading } from './rows';

export interface RowPlan extends Reading {
  /** The names of the columns: those of an input table come first. */
  readonly names: readonly string[];
  readonly format: FormatName;
  readonly writing: Omit<WriterOptions, 'paint'>;
}

/** What the options ask for, with the format and the columns where they leave these open. */
interface AskedRows extends Omit<ColumnChoice<never>, 'columns'> {
  readonly format: FormatName;
  readonly columns: readonly { readonly name: string; readonly column: string }[];
  /** The names of columns that come behind these. */
  readonly more?: readonly string[];
  /** How the numbers of each kind of column are written. */
  readonly styles: NumberStyles;
}

/** The rows of some columns, behind those of an input table unless they are to be bare. */
export function rowPlan(
  { table: read, hasHeader = true, lines }: Beginning,
  { columns, more = [], styles, format, header, precision, isBare }: AskedRows,
  { keepGoing = false }: Options,
  io: Io,
): RowPlan {
  const isSeen = io.isTerminal('output');
  const table = read && carriedTable(read, format, !isBare, isSeen);
  const names = rowNames([...columns.map(({ name }) => name), ...more], table);
  const own = names.slice(names.length - columns.length - more.length);
  const styled = columns.map(({ column }, i) => [own[i] as string, styles[column]]);
  const writing = {
    header: header && hasHeader,
    precision,
    isSeen,
    styles: Object.fromEntries(styled) as NumberStyles,
  };
  return { names, format, writing, keepGoing, table, lines };
}

export function writerFor({ names, format, writing }: RowPlan, paint: Paint): Writer {
  return names.length === 0 ? noWriter : writerOf(format)(names, { ...writing, paint });
}
