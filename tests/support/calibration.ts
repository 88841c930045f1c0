/** @file The bounds of the numerical derivative on the reference rows, beside its true errors. */

import { checkByValues } from '../../src/core/check/check-by-values';
import { parseChain } from '../../src/functions/parse';
import { differentiableRows, isOrdinary, type ReferenceRow } from './fixtures';
import { magnitudeRatio, minus, ofDecimal, ofDouble } from './rational';
import { some } from './portions';

export interface Measured {
  readonly row: ReferenceRow;
  /** |error|/bound of the numerical derivative, exactly; NaN where there is none. */
  readonly used: number;
  /** bound/|derivative|. */
  readonly width: number;
  /** The kind of the reason, or `agree` and the like without one. */
  readonly verdict: string;
}

function measured(part: number): Measured[] {
  const byChain = new Map<string, ReferenceRow[]>();
  for (const row of some(differentiableRows(), part)) {
    byChain.set(row.chain, [...(byChain.get(row.chain) ?? []), row]);
  }
  return [...byChain].flatMap(([chain, rows]) => {
    const x = Float64Array.from(rows, (row) => row.x);
    return checkByValues(parseChain(chain), x).points.map((point, i) => {
      const { numerical, bound, verdict, reason } = point;
      const row = rows[i] as ReferenceRow;
      const isBounded = Number.isFinite(numerical) && bound < Infinity;
      return {
        row,
        used: isBounded
          ? magnitudeRatio(minus(ofDouble(numerical), ofDecimal(row.dy)), ofDouble(bound))
          : NaN,
        width: bound / Math.abs(Number(row.dy)),
        verdict: reason?.kind ?? verdict,
      };
    });
  });
}

export function quantile(values: readonly number[], part: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.floor(part * (ascending.length - 1))] as number;
}

/** Of the rows whose formulas are well behaved, and of the others; of so manieth a part, unless all are wanted. */
export function calibration(part = 1): {
  readonly ordinary: Measured[];
  readonly hard: Measured[];
} {
  const all = measured(part);
  return {
    ordinary: all.filter(({ row }) => isOrdinary(row)),
    hard: all.filter(({ row }) => !isOrdinary(row)),
  };
}

/** What parts of their bounds the errors are, where there is a bound. */
export function usedOf(rows: readonly Measured[]): number[] {
  return rows.map(({ used }) => used).filter(Number.isFinite);
}

export function widthsOf(rows: readonly Measured[]): number[] {
  return rows.map(({ width }) => width);
}
