/** @file A result that is complete, printed at once: a page for people, or records in a format. */

import { type Block, type Paint, plainPaint } from '../report/formats/format';
import { writerOf } from '../report/formats/formats';
import { paintFor } from './process/color';
import type { Io } from './process/io';
import { digits, formatOf, type FormatOptions, type Given } from './options/options';
import { Output } from './stream/output';

interface Records {
  readonly columns: readonly string[];
  /** Those that have all of their digits whatever the precision. */
  readonly inFull?: readonly string[];
  readonly block: () => Block;
  /** The text that stands for the records in the format table. */
  readonly page: (paint: Paint) => string;
}

interface RecordOptions extends FormatOptions {
  readonly precision?: Given;
}

/** Prints the page, which is the default, or the records in the format that the options ask for. */
export function printRecords(records: Records, options: RecordOptions, io: Io): void {
  const format = formatOf(options) ?? 'table';
  if (format === 'table') {
    io.writeOutput(records.page(paintFor(io)));
    return;
  }
  const writer = writerOf(format)(records.columns, {
    header: options.header,
    paint: plainPaint,
    precision: digits(options.precision),
    inFull: records.inFull,
  });
  const output = new Output(writer, io);
  output.block(records.block());
  output.end();
}
