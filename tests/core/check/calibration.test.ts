/** @file How well the bounds fit the true errors of the reference rows, and how many rows are decided. */

import { checkByValues as check } from '../../../src/core/check/check';
import { parseChain } from '../../../src/functions/parse';
import { differentiableRows, isOrdinary, type ReferenceRow } from '../../support/fixtures';
import { magnitudeRatio, minus, ofDecimal, ofDouble } from '../../support/rational';

interface Measured {
  readonly row: ReferenceRow;
  /** |error|/bound of the numerical derivative, exactly; NaN where there is none. */
  readonly used: number;
  /** bound/|derivative|. */
  readonly width: number;
  /** The kind of the reason, or `agree` and the like without one. */
  readonly verdict: string;
}

function measured(): Measured[] {
  const byChain = new Map<string, ReferenceRow[]>();
  for (const row of differentiableRows()) {
    byChain.set(row.chain, [...(byChain.get(row.chain) ?? []), row]);
  }
  return [...byChain].flatMap(([chain, rows]) => {
    const x = Float64Array.from(rows, (row) => row.x);
    return check(parseChain(chain), x).points.map((point, i) => {
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

function quantile(values: readonly number[], part: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.floor(part * (ascending.length - 1))] as number;
}

function expectBetween(value: number, least: number, most: number): void {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
}

// Each figure is checked from both sides: a bound that has become too small is wrong, and one that has
// become too large hides wrong derivatives. Whoever moves a figure on purpose moves its window too.
const all = measured();
const ordinary = all.filter(({ row }) => isOrdinary(row));
const hard = all.filter(({ row }) => !isOrdinary(row));
const used = (rows: readonly Measured[]): number[] =>
  rows.map((row) => row.used).filter(Number.isFinite);
const widths = (rows: readonly Measured[]): number[] => rows.map(({ width }) => width);
const count = (rows: readonly Measured[], verdict: string): number =>
  rows.filter((row) => row.verdict === verdict).length;

describe('of its bound, the error takes', () => {
  test('never more than all', () => {
    expect([ordinary.length, hard.length]).toEqual([2010, 1307]);
    expect(all.filter((row) => row.used > 1)).toEqual([]);
  });

  test('on ordinary rows at most a fourteenth, and on half of them a hundredth', () => {
    expect(used(ordinary).length).toBe(ordinary.length);
    expectBetween(quantile(used(ordinary), 1), 0.06, 0.085);
    expectBetween(quantile(used(ordinary), 0.99), 0.039, 0.055);
    expectBetween(quantile(used(ordinary), 0.5), 0.008, 0.0115);
  });

  test('on hard rows at most a fifth', () => {
    expectBetween(used(hard).length, 1250, 1262);
    expectBetween(quantile(used(hard), 1), 0.16, 0.22);
    expectBetween(quantile(used(hard), 0.99), 0.07, 0.1);
    expectBetween(quantile(used(hard), 0.5), 0.0025, 0.0034);
  });
});

describe('the bound, as a part of the derivative,', () => {
  test('is 8e-13 on half of the ordinary rows, 8e-12 on nine of ten, 1.3e-9 on 99 of 100', () => {
    expectBetween(quantile(widths(ordinary), 0.5), 6.8e-13, 9.7e-13);
    expectBetween(quantile(widths(ordinary), 0.9), 6.9e-12, 9.8e-12);
    expectBetween(quantile(widths(ordinary), 0.99), 1.05e-9, 1.55e-9);
  });

  test('is 8e-13 on half of the hard rows, 1.2e-10 on three quarters', () => {
    expectBetween(quantile(widths(hard), 0.5), 7e-13, 9.7e-13);
    expectBetween(quantile(widths(hard), 0.75), 1e-10, 1.5e-10);
  });
});

test('of 2010 ordinary rows 2008 agree, and 2 are not resolved', () => {
  expect([count(ordinary, 'agree'), count(ordinary, 'unresolved')]).toEqual([2008, 2]);
});

describe('of 1307 hard rows', () => {
  test('some 1219 agree, and none disagrees', () => {
    expectBetween(count(hard, 'agree'), 1216, 1222);
    expect([count(hard, 'disagree'), count(hard, 'wrong-function')]).toEqual([0, 0]);
  });

  test('some 21 are not resolved', () => {
    expectBetween(count(hard, 'unresolved'), 19, 23);
  });

  test('others lie where f has an edge, is steep, or oscillates faster than doubles lie', () => {
    expect([count(hard, 'edge'), count(hard, 'steep'), count(hard, 'jump')]).toEqual([12, 1, 2]);
    expectBetween(count(hard, 'rough'), 37, 41);
  });

  test('few are decided neither by the whole nor by the functions', () => {
    expectBetween(count(hard, 'undecided-function'), 5, 8);
    expectBetween(count(hard, 'ill-conditioned'), 5, 9);
  });
});
