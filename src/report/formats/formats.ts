/** @file The formats by name; the file of each is loaded when it is needed. */

import type { WriterFactory } from './format';

interface Format {
  /** Whether each record is a line of texts, which cannot have a trace. */
  readonly isFlat: boolean;
  readonly load: () => WriterFactory;
}

const FORMATS = {
  table: {
    isFlat: false,
    load: () => (require('./table') as typeof import('./table')).tableWriter,
  },
  json: {
    isFlat: false,
    load: () => (require('./json') as typeof import('./json')).jsonWriter,
  },
  jsonl: {
    isFlat: false,
    load: () => (require('./json') as typeof import('./json')).jsonlWriter,
  },
  csv: {
    isFlat: true,
    load: () => (require('./delimited') as typeof import('./delimited')).csvWriter,
  },
  tsv: {
    isFlat: true,
    load: () => (require('./delimited') as typeof import('./delimited')).tsvWriter,
  },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

export function isFlat(format: FormatName): boolean {
  return FORMATS[format].isFlat;
}

export function writerOf(format: FormatName): WriterFactory {
  return FORMATS[format].load();
}
