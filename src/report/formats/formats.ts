/** @file The formats by name. */

import { csvWriter, tsvWriter } from './delimited';
import type { WriterFactory } from './format';
import { jsonlWriter, jsonWriter } from './json';
import { tableWriter } from './table';

/** As functions, so that only the file of the format that is written is evaluated. */
const FORMATS = {
  table: () => tableWriter,
  json: () => jsonWriter,
  jsonl: () => jsonlWriter,
  csv: () => csvWriter,
  tsv: () => tsvWriter,
} satisfies Record<string, () => WriterFactory>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

/** Formats whose records are lines of texts, which cannot have a trace. */
export const FLAT_FORMATS: readonly FormatName[] = ['csv', 'tsv'];

export function writerOf(format: FormatName): WriterFactory {
  return FORMATS[format]();
}
