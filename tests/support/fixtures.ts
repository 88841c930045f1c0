/** @file The fixtures, read. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function linesOf(name: string): string[] {
  const text = readFileSync(join(__dirname, '../fixtures', name), 'utf8');
  return text.trimEnd().split('\n');
}

/** A function of the catalogue, or its derivative, at a point: the double nearest to the true value. */
export interface RoundedRow {
  /** As it is written in a chain. */
  readonly name: string;
  readonly isDerivative: boolean;
  readonly x: number;
  readonly y: number;
}

export function roundedRows(): RoundedRow[] {
  return linesOf('rounded.tsv').map((line) => {
    const [label = '', x, y = ''] = line.split('\t');
    return {
      name: label.replace(/'$/, ''),
      isDerivative: label.endsWith("'"),
      x: Number(x),
      y: Number(y.replace('inf', 'Infinity')),
    };
  });
}

/** A function at a point, to 60 digits. */
export interface PreciseRow {
  readonly name: string;
  readonly x: number;
  readonly y: string;
}

export function preciseRows(): PreciseRow[] {
  return linesOf('precise.tsv').map((line) => {
    const [name = '', x, y = ''] = line.split('\t');
    return { name, x: Number(x), y };
  });
}

/** A chain at a point: value and derivative to 25 digits, and how they are conditioned. */
export interface ReferenceRow {
  readonly chain: string;
  readonly x: number;
  readonly y: string;
  readonly dy: string;
  readonly kind: 'single' | 'chain' | 'book' | 'kink';
  readonly vsens: number;
  readonly dsens: number;
  readonly zsens: number;
  readonly n: number;
  readonly flags: readonly string[];
}

export function referenceRows(): ReferenceRow[] {
  return linesOf('reference.jsonl').map((line) => JSON.parse(line) as ReferenceRow);
}
