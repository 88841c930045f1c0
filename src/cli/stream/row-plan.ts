/** @file How points are read and rows are written, as plain data, from which every thread makes the same writer. */

import {
  distinctNames,
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
import { bareName, type Table } from './input/table';
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

function formatOfTable({ delimiter }: Table): FormatName {
  return delimiter === ',' ? 'csv' : 'tsv';
}

/** The format of rows that nobody has chosen: a table for people; what comes as input goes on as it came. */
export function usualFormat(isInput: boolean, table?: Table): FormatName {
  if (table !== undefined) return formatOfTable(table);
  return isInput ? 'tsv' : 'table';
}

/** The rows of some columns, behind those of an input table unless they are to be bare; a name that is taken gets a number. */
export function rowPlan(
  { table: read, hasHeader = true, lines }: Beginning,
  { columns, more = [], styles, format, header, precision, isBare }: AskedRows,
  { keepGoing = false }: Options,
  io: Io,
): RowPlan {
  const isSeen = io.isTerminal('output');
  // For a terminal cells are escaped.
  const areBytesKept = !isSeen && read !== undefined && format === formatOfTable(read);
  const kept: Table['kept'] = isBare ? undefined : areBytesKept ? 'bytes' : 'cells';
  const table = read && { ...read, kept };
  const taken = kept === undefined ? [] : (read?.names ?? []);
  const asked = [...columns.map(({ name }) => name), ...more];
  const names = [...taken, ...distinctNames(asked, [...taken, ...taken.map(bareName)])];
  const own = names.slice(taken.length);
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
