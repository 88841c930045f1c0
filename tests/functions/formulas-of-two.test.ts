/** @file Random formulas of two variables, differentiated, beside their exact gradients. */

import { columnsOfSeveral } from '../../src/core/differentiate/columns';
import { checkSeveral } from '../../src/core/check/check-several';
import { differentiatePoints } from '../../src/core/differentiate/differentiate';
import { exactReadingOf } from '../../src/core/exact/exact-reading';
import type { Graph } from '../../src/core/graph/graph';
import { parseFormula } from '../../src/functions/parse';
import { type FormulaRow, formulaRowsOfTwo } from '../support/fixtures';
import { some } from '../support/sweep';

const U = 2 ** -53;
const rows = formulaRowsOfTwo();
const sample = some(rows, 3);

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
    exact: graph.inputs.map((name) => Number(gradient[name])),
  };
}

test('backprop is hardly ever more wrong than its own round-off, by each variable', () => {
  expect(rows).toHaveLength(1503);
  const without = new Set<string>();
  const known = rows.filter(({ formula }) => [...UNDERRATED, ...OVERFLOWING].includes(formula));
  const wrong = [...new Set([...known, ...sample])].filter((row) => {
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
  const unexpected = wrong.filter(({ formula }) => !UNDERRATED.includes(formula));
  expect(unexpected).toEqual([]);
  expect([...without].sort()).toEqual(OVERFLOWING);
});

test('the exact partials are the nearest doubles, or hardly ever undecided', () => {
  let undecided = 0;
  const wrong = sample.filter((row) => {
    const { graph, point, exact } = placeOf(row);
    const wanted = { value: true, gradient: point.map(() => true) };
    const { value, gradient } = exactReadingOf(graph).columns(point, wanted);
    const read = [value, ...gradient].map(([figure]) => figure as number);
    const expected = [row.value, ...exact];
    undecided += read.filter(Number.isNaN).length;
    return read.some((figure, i) => !Number.isNaN(figure) && figure !== expected[i]);
  });
  expect(wrong.map(({ formula }) => formula)).toEqual([]);
  expect(undecided / (3 * sample.length)).toBeLessThan(0.005);
});

test('no right partial is accused by check', () => {
  const accused = sample.filter((row) => {
    const { graph, point } = placeOf(row);
    return checkSeveral(graph, point).points[0]?.verdict === 'disagree';
  });
  expect(accused.map(({ formula }) => formula)).toEqual([]);
});
