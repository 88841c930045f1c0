/** @file Random formulas of one and of two variables, differentiated and checked, beside their exact gradients. */

import { check } from '../../src/core/check/check';
import { checkSeveral } from '../../src/core/check/check-several';
import { columnsOfSeveral } from '../../src/core/differentiate/columns';
import { differentiate, differentiatePoints } from '../../src/core/differentiate/differentiate';
import { exactReadingOf } from '../../src/core/exact/exact-reading';
import type { Graph } from '../../src/core/graph/graph';
import { parseFormula } from '../../src/functions/parse';
import { type FormulaRow, formulaRows, formulaRowsOfTwo } from '../support/fixtures';
import { some } from '../support/portions';

const U = 2 ** -53;

const [ofOne, ofTwo] = [formulaRows(), formulaRowsOfTwo()];
/** Each is checked, which takes most of the time. */
const [sampleOfOne, sampleOfTwo] = [some(ofOne, 8), some(ofTwo, 3)];

/**
 * Where the round-off of values is taken too small: sin and cos of what is off by more than a wave, and
 * the number pi as an exponent, whose double is off.
 */
const UNDERRATED: readonly string[] = [
  '(cos(y)*sin((cosh(x)+(3^2))))',
  '(((y^pi)+(0.5*x))+cos(softplus(x)))',
  'sigmoid((sin(((3-x)-(x/y)))-sin((cos(x)/(x^2)))))',
  '(((sqrt((x+y))^5)/cos(((100+y)^4)))+(atan(exp((y^3)))^5))',
  '(sqrt(((tanh(x)*x)-(asin(1e-3)+(1.7^2))))*cos(sinh((exp(3)-(1*y)))))',
  'cos(((sqrt(y)*expm1(x))^3))',
  '((1*x)^cos((y-((y^3)-exp(100)))))',
  '((sin((y^4))/tanh(((x*x)-(1.7/x))))-x)',
];

/** What overflows on the way: backprop has no derivative. */
const OVERFLOWING: readonly string[] = [
  '(((sin(abs(x))/tan((x^2)))^3)/tan(log2(exp((x^3)))))',
  '(exp((y^y))^(x^2))',
  'cbrt(((x+y)^(x+y)))',
  'log(expm1(((y-(y-x))^(log(x)*softplus(y)))))',
];

/** Each variable of the graph with its number and its exact partial: one may have vanished from it. */
function placeOf({ formula, at, gradient }: FormulaRow): {
  readonly graph: Graph;
  readonly point: readonly Float64Array[];
  readonly exact: readonly number[];
} {
  const graph = parseFormula(formula);
  return {
    graph,
    point: graph.inputs.map((name) => Float64Array.of(at[name] ?? NaN)),
    exact: graph.inputs.map((name) => gradient[name] ?? 0),
  };
}

const formulasOf = (rows: readonly FormulaRow[]): string[] => rows.map(({ formula }) => formula);

test('backprop is hardly ever more wrong than its own round-off, by each variable', () => {
  expect([ofOne.length, ofTwo.length]).toEqual([1497, 1503]);
  const without = new Set<string>();
  const isKnown = ({ formula }: FormulaRow) => [...UNDERRATED, ...OVERFLOWING].includes(formula);
  const known = [...ofOne, ...ofTwo].filter(isKnown);
  const wrong = [...new Set([...known, ...some(ofOne, 6), ...sampleOfTwo])].filter((row) => {
    const { graph, point, exact } = placeOf(row);
    const columns = columnsOfSeveral(['backprop'], graph.inputs);
    const found = differentiatePoints(graph, point, { columns, roundOff: 'all' });
    return found.columns.some(([backprop = NaN], k) => {
      if (Number.isNaN(backprop)) {
        without.add(row.formula);
        return false;
      }
      const roundOff = found.roundOff?.[k]?.[0] as number;
      const distance = Math.abs(backprop - (exact[k] as number));
      return !(distance <= roundOff + 16 * U * Math.abs(backprop));
    });
  });
  expect(formulasOf(wrong).filter((formula) => !UNDERRATED.includes(formula))).toEqual([]);
  expect([...without].sort()).toEqual([...OVERFLOWING].sort());
});

test('the exact partials are the nearest doubles, or hardly ever undecided', () => {
  let undecided = 0;
  const wrong = sampleOfTwo.filter((row) => {
    const { graph, point, exact } = placeOf(row);
    const wanted = { value: true, gradient: point.map(() => true) };
    const { value, gradient } = exactReadingOf(graph).columns(point, wanted);
    const read = [value, ...gradient].map(([figure]) => figure as number);
    const expected = [row.value, ...exact];
    undecided += read.filter(Number.isNaN).length;
    return read.some((figure, i) => !Number.isNaN(figure) && figure !== expected[i]);
  });
  expect(formulasOf(wrong)).toEqual([]);
  expect(undecided / (3 * sampleOfTwo.length)).toBeLessThan(0.005);
});

describe('no right derivative is accused', () => {
  test('of one variable, neither by check nor by the page of diff', () => {
    const accused = sampleOfOne.filter((row) => {
      const { graph, point } = placeOf(row);
      const [x = new Float64Array()] = point;
      const { agreements = [] } = differentiate(graph, x, { compare: true });
      const verdicts = [check(graph, x).points[0]?.verdict, agreements[0]?.verdict];
      return verdicts.includes('disagree');
    });
    expect(formulasOf(accused)).toEqual([]);
  });

  test('of two variables', () => {
    const accused = sampleOfTwo.filter((row) => {
      const { graph, point } = placeOf(row);
      return checkSeveral(graph, point).points[0]?.verdict === 'disagree';
    });
    expect(formulasOf(accused)).toEqual([]);
  });
});

describe('a claim beside a formula', () => {
  const isClaiming = ({ derivative }: FormulaRow): boolean => derivative !== undefined;
  const isMistaken = ({ apart = 0, ...row }: FormulaRow): boolean =>
    isClaiming(row) && apart > 1e-13;
  const verdictOf = ({ formula, at }: FormulaRow, claim = ''): string | undefined => {
    const x = Float64Array.from(Object.values(at));
    return check(parseFormula(`${formula}; ${claim}`), x).points[0]?.verdict;
  };

  test('that is right agrees, or is imprecise where doubles lose its digits', () => {
    expect(ofOne.filter(isClaiming)).toHaveLength(1406);
    const others = sampleOfOne
      .filter(isClaiming)
      .filter((row) => !['agree', 'imprecise'].includes(verdictOf(row, row.derivative) ?? ''));
    expect(formulasOf(others)).toEqual([]);
  });

  test('that is off by more than 1e-13 disagrees', () => {
    expect(ofOne.filter(isMistaken)).toHaveLength(1385);
    const others = sampleOfOne
      .filter(isMistaken)
      .filter((row) => verdictOf(row, row.mistaken) !== 'disagree');
    expect(formulasOf(others)).toEqual([]);
  });
});
