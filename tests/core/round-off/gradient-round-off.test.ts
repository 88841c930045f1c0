import { Chain } from '../../../src/core/graph/chain';
import { parseFormula } from '../../../src/functions/parse';
import { defineFunction } from '../../../src/core/engine/define-function';
import type { Graph } from '../../../src/core/graph/graph';
import { backpropRoundOff } from '../../../src/core/round-off/backprop-round-off';
import { gradientRoundOff } from '../../../src/core/round-off/gradient-round-off';
import { Neg, Square } from '../../../src/functions/algebraic';
import { chainOf, times } from '../../support/chains';
import { valuesAndGradients } from '../../support/tape';

/** What the gradients of all vertices may be off by at x, from errors of the values and a unit. */
function roundOffs(graph: Graph, x: number, errors: readonly number[], unit = 0): number[] {
  const [values, grads] = valuesAndGradients(graph, x);
  const all = values.map((_, at) => errors[at] ?? 0);
  return gradientRoundOff(graph, values, grads, all, unit);
}

test('a partial changes by as much as it differs at the ends of what its argument may be', () => {
  // The slope of x^2 is 2x: an error e of x changes it by 2e.
  const square = parseFormula('square(x)');
  expect(roundOffs(square, 3, [2 ** -10])).toEqual([2 ** -9, 0]);
});

test('one that changes by more than a tenth may be a wave, of twice its largest size', () => {
  const square = parseFormula('square(x)');
  expect(roundOffs(square, 3, [0.3])[0]).toBeCloseTo(0.6, 12);
  expect(roundOffs(square, 3, [0.5])[0]).toBeCloseTo(2 * 7, 12);
});

test('of two arguments each changes the partials by both', () => {
  // Of a b the partials are b and a: an error of a changes the one by b, and nothing else.
  const product = parseFormula('square(x)*x');
  expect(roundOffs(product, 8, [0, 0.5]).slice(0, 2)).toEqual([0.5, 0]);
  // Of a/b the partials are 1/b and -a/b^2, at 64 and 8: 1/8 and -1.
  const quotient = parseFormula('square(x)/x');
  expect(roundOffs(quotient, 8, [0, 0.5]).slice(0, 2)).toEqual([0.5 / 64, 0]);
});

test('is carried back by slopes, and multiplied by the gradients that it meets', () => {
  const Rough = defineFunction({ ...Neg.definition, derivativeRoundOff: (x, y) => (x - y) / 1024 });
  const rough = new Chain([Square, Rough, Square]);
  // At 3: a = 9, b = -9, y = 81; dy/db = -18. The slope of Rough is off by 18/1024.
  const ofA = (18 * 18) / 1024;
  expect(roundOffs(rough, 3, [])).toEqual([6 * ofA, ofA, 0, 0]);
});

test('each share of a sum is a partial and a product, and each sum of two is rounded', () => {
  const unit = 2 ** -20;
  const square = parseFormula('square(x)');
  expect(roundOffs(square, 3, [], unit)).toEqual([2 * 6 * unit, 0]);
  // x^2 + x^2 + x: shares of 12 and 1; that of 12 is off by 3 units of 1 + 1, and twice 6 of that.
  const sum = parseFormula('square(x) + square(x) + x');
  const [ofX, ofA] = roundOffs(sum, 3, [], unit) as [number, number];
  // dy/dsum = 1 is off by 2 units of 1, which both shares of a carry; a by 3 units of 2 besides.
  expect(ofA).toBe((2 * 2 + 3 * 2) * unit);
  expect(ofX).toBe(6 * ofA + 3 * 13 * unit);
});

test('what has no say has no part in it, and what is infinite is not rounded', () => {
  const choice = parseFormula('x > 0 ? square(x) : x');
  // The test has a share, too: of 0.
  expect(roundOffs(choice, -3, [0.5], 2 ** -20)[0]).toBe(3 * 2 ** -20);
  const root = parseFormula('cbrt(x)');
  expect(roundOffs(root, 0, [], 2 ** -20)).toEqual([0, 0]);
});

test('a partial is looked at on both sides of its argument, at the error and at half of it', () => {
  // Slopes that are 1 but for a small peak.
  for (const place of [3.25, 2.75, 3.5, 2.5]) {
    const Peak = defineFunction({
      ...Neg.definition,
      derivative: (x) => (x === place ? 1.0625 : 1),
    });
    expect(roundOffs(new Chain([Peak]), 3, [0.5])).toEqual([0.0625, 0]);
  }
});

test('what functions say of their own derivatives is told by itself', () => {
  const own = (derivativeRoundOff: () => number) =>
    backpropRoundOff(
      chainOf(times(2), times(3, { derivativeRoundOff })),
      [1, 2, 6],
      [6, 3, 1],
      'own',
    );
  // 1/4 of the second, times the slope 2 of the first
  expect(own(() => 0.25)).toEqual([0.5]);
  expect(own(() => NaN)).toEqual([Infinity]);
});

test('where no function says anything of its own derivative nothing is asked, and all of them are exact', () => {
  let asked = 0;
  const derivative = (): number => {
    asked++;
    return 2;
  };
  const graph = chainOf(times(2, { derivative }));
  expect([backpropRoundOff(graph, [1, 2], [2, 1], 'own'), asked]).toEqual([[0], 0]);
  expect(backpropRoundOff(graph, [1, 2], [2, 1], 'all')[0]).toBeGreaterThan(0);
  expect(asked).toBeGreaterThan(0);
});
