/** @file The best derivative at the reference rows: its error, and whether the bound covers it. */

import { bestOfGraph } from '../../../src/core/best/best-of-graph';
import { parseChain } from '../../../src/functions/parse';
import { differentiableRows, isOrdinary, type ReferenceRow } from '../../support/fixtures';
import { some } from '../../support/portions';

/** A row with the derivative that was found. */
interface Found {
  readonly row: ReferenceRow;
  readonly value: number;
  readonly bound: number;
}

function findAt(row: ReferenceRow): Found {
  const [found] = bestOfGraph(parseChain(row.chain), Float64Array.of(row.x));
  return { row, value: found?.value ?? NaN, bound: found?.bound ?? NaN };
}

function isCovered({ row, value, bound }: Found): boolean {
  const exact = Number(row.dy);
  const ulp = Math.abs(exact) * 2 ** -52;
  return Number.isNaN(value) || Math.abs(value - exact) <= bound + ulp;
}

describe('on the reference rows', () => {
  const ordinaryRows = differentiableRows().filter(isOrdinary);
  const hardRows = differentiableRows().filter((row) => !isOrdinary(row));
  let ordinary: Found[];
  let hard: Found[];

  beforeAll(() => {
    ordinary = some(ordinaryRows, 4).map(findAt);
    hard = some(hardRows, 4).map(findAt);
  });

  test('there is a derivative at every ordinary row, and at nine of ten hard ones', () => {
    const isMissing = ({ value }: Found): boolean => Number.isNaN(value);
    expect(ordinary.filter(isMissing)).toEqual([]);
    expect(hard.filter(isMissing).length).toBeLessThan(hard.length / 10);
  });

  test('the bound covers the true error of every ordinary row', () => {
    expect(ordinaryRows.length).toBeGreaterThan(2000);
    expect(ordinary.filter((found) => !isCovered(found))).toEqual([]);
  });

  test('the bound covers the true error of every hard row', () => {
    expect(hardRows.length).toBeGreaterThan(1300);
    expect(hard.filter((found) => !isCovered(found))).toEqual([]);
  });

  test('half of the ordinary derivatives have 14 digits, and 99 of 100 have 10', () => {
    const errors = ordinary
      .map(({ row, value }) => Math.abs(value / Number(row.dy) - 1))
      .sort((a, b) => a - b);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(1e-14);
    expect(errors[Math.floor(errors.length * 0.99)]).toBeLessThan(1e-10);
  });
});
