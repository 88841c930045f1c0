/** @file The fixtures, read. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function linesOf(name: string): string[] {
  const text = readFileSync(join(__dirname, '../fixtures', name), 'utf8');
  return text.trimEnd().split('\n');
}

/** A function at a point, and the double nearest to its true value. */
export interface RoundedRow {
  readonly f: string;
  readonly x: number;
  readonly y: number;
}

export function roundedRows(): RoundedRow[] {
  return linesOf('rounded.jsonl').map((line) => {
    const { f, x, y } = JSON.parse(line) as Record<'f' | 'x' | 'y', string>;
    return {
      f,
      x: Number(x),
      y: y.endsWith('inf') ? Infinity * (y[0] === '-' ? -1 : 1) : Number(y),
    };
  });
}

/** e^x to 50 digits. */
export interface PreciseRow {
  readonly x: number;
  readonly y: string;
}

export function preciseRows(): PreciseRow[] {
  return linesOf('precise.jsonl').map((line) => {
    const { x, y } = JSON.parse(line) as Record<'x' | 'y', string>;
    return { x: Number(x), y };
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
