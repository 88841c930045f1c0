/** @file The formats by name. */

import { csvWriter, tsvWriter } from './delimited';
import type { WriterFactory } from './format';
import { jsonlWriter, jsonWriter } from './json';
import { tableWriter } from './table';

interface Format {
  /** Whether each record is a line of texts, which cannot have a trace. */
  readonly isFlat: boolean;
  /** A function, so that only the file of the format that is written is evaluated. */
  readonly writer: () => WriterFactory;
}

const FORMATS = {
  table: { isFlat: false, writer: () => tableWriter },
  json: { isFlat: false, writer: () => jsonWriter },
  jsonl: { isFlat: false, writer: () => jsonlWriter },
  csv: { isFlat: true, writer: () => csvWriter },
  tsv: { isFlat: true, writer: () => tsvWriter },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

export function isFlat(format: FormatName): boolean {
  return FORMATS[format].isFlat;
}

export function writerOf(format: FormatName): WriterFactory {
  return FORMATS[format].writer();
}
