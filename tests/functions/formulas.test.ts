/** @file Random formulas of one variable, differentiated, beside their exact gradients. */

import { check } from '../../src/core/check/check';
import type { CheckedPoint } from '../../src/core/check/checked';
import { differentiate } from '../../src/core/differentiate/differentiate';
import { parseFormula } from '../../src/functions/parse';
import { type FormulaRow, formulaRows } from '../support/fixtures';
import { some } from '../support/sweep';

const U = 2 ** -53;

const rows = formulaRows();
/** Each is checked, which takes most of the time. */
const sample = some(rows, 8);

function pointOf({ at }: FormulaRow): { readonly name: string; readonly x: Float64Array } {
  const [[name, x] = ['', NaN]] = Object.entries(at);
  return { name, x: Float64Array.of(x) };
}

/** What `check` says of a formula with this claim. */
function checked(row: FormulaRow, claim?: string): CheckedPoint {
  const text = claim === undefined ? row.formula : `${row.formula}; ${claim}`;
  const [point] = check(parseFormula(text), pointOf(row).x).points;
  return point as CheckedPoint;
}

describe('the derivative of a formula, by backprop', () => {
  test('is as wrong as its own round-off, at most, wherever it has a value', () => {
    expect(rows).toHaveLength(1497);
    const without: string[] = [];
    const overflowing = rows.filter(({ formula }) => formula.includes('exp((x^3))'));
    const wrong = [...new Set([...overflowing, ...some(rows, 6)])].filter((row) => {
      const { name, x } = pointOf(row);
      const exact = Number(row.gradient[name]);
      const graph = parseFormula(row.formula);
      const found = differentiate(graph, x, { columns: ['backprop'], roundOff: 'all' });
      const [backprop = NaN] = found.backprop ?? [];
      const [roundOff = NaN] = found.roundOff ?? [];
      if (Number.isNaN(backprop)) without.push(row.formula);
      return !(Math.abs(backprop - exact) <= roundOff + 16 * U * Math.abs(backprop));
    });
    // exp(x^3) overflows
    expect(without).toEqual([wrong[0]?.formula]);
    expect(without[0]).toContain('exp((x^3))');
    expect(wrong).toHaveLength(1);
  });

  test('is accused by none: neither by check nor by the page of diff', () => {
    const accused = sample.filter((row) => {
      const { agreements = [] } = differentiate(parseFormula(row.formula), pointOf(row).x, {
        compare: true,
      });
      return checked(row).verdict === 'disagree' || agreements[0]?.verdict === 'disagree';
    });
    expect(accused).toEqual([]);
  });
});

describe('a claim beside a formula', () => {
  const isClaiming = ({ derivative }: FormulaRow): boolean => derivative !== undefined;
  const isMistaken = ({ apart = 0, ...row }: FormulaRow): boolean =>
    isClaiming(row) && apart > 1e-13;
  const verdictOf = (row: FormulaRow, claim: string | undefined): string =>
    checked(row, claim).verdict;

  test('that is right agrees, or is imprecise where doubles lose its digits', () => {
    expect(rows.filter(isClaiming)).toHaveLength(1406);
    const others = sample
      .filter(isClaiming)
      .filter((row) => !['agree', 'imprecise'].includes(verdictOf(row, row.derivative)));
    expect(others.map(({ formula }) => formula)).toEqual([]);
  });

  test('that is off by more than 1e-13 disagrees', () => {
    expect(rows.filter(isMistaken)).toHaveLength(1385);
    const others = sample
      .filter(isMistaken)
      .filter((row) => verdictOf(row, row.mistaken) !== 'disagree');
    expect(others.map(({ formula }) => formula)).toEqual([]);
  });
});
