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
export const FORMAT_NAMES = Object.keys(LOADERS) as readonly FormatName[];

export function writerOf(format: FormatName): WriterFactory {
  return LOADERS[format]();
}
