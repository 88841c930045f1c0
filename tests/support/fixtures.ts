/** @file The fixtures, read. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BallRow } from './ball-rows';

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

/** A function of two arguments, or one of its partial derivatives: the nearest double. */
export interface PairRow {
  readonly name: string;
  /** 0 for the value, 1 and 2 for the derivative by the first and the second argument. */
  readonly by: number;
  readonly pair: readonly [number, number];
  readonly y: number;
}

export function pairRows(): PairRow[] {
  return linesOf('pairs.tsv').map((line) => {
    const [name = '', by, a, b, y = ''] = line.split('\t');
    const pair = [Number(a), Number(b)] as const;
    return { name, by: Number(by), pair, y: Number(y.replace('inf', 'Infinity')) };
  });
}

/** A function at a point, to 60 digits. */
export interface PreciseRow {
  readonly name: string;
  readonly x: number;
  readonly y: string;
}

export function preciseRows(file: 'precise.tsv' | 'deep.tsv' = 'precise.tsv'): PreciseRow[] {
  return linesOf(file).map((line) => {
    const [name = '', x, y = ''] = line.split('\t');
    return { name, x: Number(x), y };
  });
}

/** A chain at a point: value and derivative to 25 digits, and how they are conditioned (fixtures/README.md). */
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
  /** The condition numbers of derivative and value; null where there is none. */
  readonly cond: number | null;
  readonly vcond: number | null;
  readonly flags: readonly string[];
}

export function referenceRows(): ReferenceRow[] {
  return linesOf('reference.jsonl').map((line) => JSON.parse(line) as ReferenceRow);
}

/** Rows that a numerical derivative can be measured by: inside all domains, where there is a slope. */
export function differentiableRows(): ReferenceRow[] {
  return referenceRows().filter(({ flags, kind }) => flags.length === 0 && kind !== 'kink');
}

/** Whether x is neither tiny nor huge, and the chain hardly makes errors larger. */
export function isOrdinary({ x, cond, vcond, dy }: ReferenceRow): boolean {
  const size = Math.abs(x);
  const isWellConditioned = cond !== null && vcond !== null && cond <= 20 && vcond <= 20;
  return size >= 0.01 && size <= 20 && isWellConditioned && Number(dy) !== 0;
}

/** A formula at a point: value and gradient are the nearest doubles. */
export interface FormulaRow {
  readonly formula: string;
  readonly at: Readonly<Record<string, number>>;
  readonly value: number;
  readonly gradient: Readonly<Record<string, number>>;
  /** Its derivative as text, one with a mistake, and their relative distance at the point. */
  readonly derivative?: string;
  readonly mistaken?: string;
  readonly apart?: number;
}

/** Those of one variable. */
export function formulaRows(): FormulaRow[] {
  return allFormulaRows().filter(({ at }) => Object.keys(at).length === 1);
}

/** Those of x and y. */
export function formulaRowsOfTwo(): FormulaRow[] {
  return allFormulaRows().filter(({ at }) => Object.keys(at).length === 2);
}

function allFormulaRows(): FormulaRow[] {
  return linesOf('formulas.jsonl').map((line) => JSON.parse(line) as FormulaRow);
}

/** A formula on both sides of a point: the limit of the value and the slope; or that it is outside the domain. */
export interface GermRow {
  /** Nested: the name of a function, then what it is applied to. */
  readonly formula: unknown;
  readonly x: number;
  readonly sides: readonly (readonly (number | 'Infinity' | '-Infinity' | 'outside')[])[];
}

export function germRows(): GermRow[] {
  return linesOf('germs.jsonl').map((line) => JSON.parse(line) as GermRow);
}

export function ballRows(): BallRow[] {
  return linesOf('balls.jsonl').map((line) => JSON.parse(line) as BallRow);
}

/** A kernel of whole numbers, its places and arguments, the true value and the error that it may have. */
export type KernelRow = readonly [
  kernel: string,
  places: number,
  x: readonly string[],
  value: string,
  error: number,
];

export function kernelRows(): KernelRow[] {
  return linesOf('kernels.jsonl').map((line) => JSON.parse(line) as KernelRow);
}
