/** @file A result that is complete, printed at once: a page for people, or records in a format. */

import {
  blockOf,
  type CellsByName,
  type NumberStyles,
  type Paint,
  plainPaint,
} from '../report/formats/format';
import { writerOf } from '../report/formats/formats';
import { paintFor } from './process/color';
import type { Io } from './process/io';
import type { RecordStyle } from './options/options';
import { Output } from './stream/output';

interface Records {
  readonly records: () => readonly CellsByName[];
  /** By default all columns of the records. */
  readonly columns?: readonly string[];
  readonly styles?: NumberStyles;
  /** What the format table prints instead of the records. */
  readonly page: (paint: Paint) => string;
}

/** Prints the page, which is the default, or the records in another format. */
export function printRecords(
  io: Io,
  { format = 'table', header, precision }: RecordStyle,
  { records, columns, styles, page }: Records,
): void {
  if (format === 'table') {
    io.writeOutput(page(paintFor(io)));
    return;
  }
  const all = records();
  const names = columns ?? Object.keys(all[0] ?? {});
  const writer = writerOf(format)(names, { header, paint: plainPaint, precision, styles });
  const output = new Output(writer, io);
  output.block(blockOf(names, all));
  output.end();
}
