/** @file The formats by name; each file is loaded when it is asked for. */

import type { WriterFactory } from './format';

const LOADERS = {
  table: () => (require('./table') as typeof import('./table')).tableWriter,
  json: () => (require('./json') as typeof import('./json')).jsonWriter,
  jsonl: () => (require('./jsonl') as typeof import('./jsonl')).jsonlWriter,
  csv: () => (require('./delimited') as typeof import('./delimited')).csvWriter,
  tsv: () => (require('./delimited') as typeof import('./delimited')).tsvWriter,
} satisfies Record<string, () => WriterFactory>;

export type FormatName = keyof typeof LOADERS;
const FLAT: readonly FormatName[] = ['csv', 'tsv'];
export const FORMAT_NAMES = Object.keys(LOADERS) as readonly FormatName[];

/** Whether each record is a line of texts, which has no room for a trace. */
export function isFlat(format: FormatName): boolean {
  return FLAT.includes(format);
}

export function writerOf(format: FormatName): WriterFactory {
  return LOADERS[format]();
}
