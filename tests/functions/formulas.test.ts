/** @file Random formulas of one variable, differentiated, beside their exact gradients. */

import { check } from '../../src/core/check/check';
import type { CheckedPoint } from '../../src/core/check/checked';
import { differentiate } from '../../src/core/differentiate';
import { parseFormula } from '../../src/functions/parse';
import { type FormulaRow, formulaRows } from '../support/fixtures';

const U = 2 ** -53;

const rows = formulaRows();

/** tan of so steep a function that no step shows its slope, 6.5e12; the bound of numerical is wrong. */
const RIGHT_ACCUSED = 'tan((cosh(exp(expm1(x)))/log2(((x+x)*(100+x)))))';
/** x - (x - 1e-26): the values show 0, as the claim does. */
const MISTAKE_MISSED = '(x-(x-((sin(x)^3)*((1.7-x)/exp(x)))))';

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
    const wrong = rows.filter((row) => {
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
    const accused = rows.filter((row) => {
      const { agreements = [] } = differentiate(parseFormula(row.formula), pointOf(row).x, {
        compare: true,
      });
      return checked(row).verdict === 'disagree' || agreements[0]?.verdict === 'disagree';
    });
    expect(accused).toEqual([]);
  });
});

describe('a claim beside a formula', () => {
  const claiming = rows.filter(({ derivative }) => derivative !== undefined);
  /** Every fourth, and where it is known to go wrong. */
  const judged = claiming.filter(
    ({ formula }, i) => i % 4 === 0 || [RIGHT_ACCUSED, MISTAKE_MISSED].includes(formula),
  );

  test('that is right never disagrees', () => {
    const accused = judged.filter((row) => checked(row, row.derivative).verdict === 'disagree');
    expect(claiming).toHaveLength(1406);
    expect(accused.map(({ formula }) => formula)).toEqual([]);
  });

  test('that is mistaken never agrees', () => {
    const missed = judged.filter(
      ({ apart = 0, ...row }) => apart > 1e-6 && checked(row, row.mistaken).verdict === 'agree',
    );
    expect(missed.map(({ formula }) => formula)).toEqual([]);
  });
});
