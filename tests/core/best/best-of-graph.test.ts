/** @file The best derivative of a graph, and the round-off of its values that it is computed with. */

import { bestOfGraph, bestOfGraphAt, valuesOf } from '../../../src/core/best/best-of-graph';
import { parseChain, parseFormula } from '../../../src/functions/parse';
import { DezeroError } from '../../../src/core/text/errors';
import { chainOf, times } from '../../support/chains';

const r = 2 ** -20;
const known = chainOf(times(3, { roundOff: () => r }));
const unknown = chainOf(times(3));
const foreign = chainOf(times(3, { isForeign: true }));

describe('the round-off of the values', () => {
  test('is computed at each step if a function states it', () => {
    const { around, roundOff } = bestOfGraphAt(known, 1);
    const rungs = around.ladders.flat();
    expect(rungs.length).toBe(27);
    for (const rung of rungs) expect(rung.roundOff / r).toBeCloseTo(1, 6);
    expect(roundOff / r).toBeCloseTo(1, 6);
  });

  test('is computed at x alone if no function states it', () => {
    for (const graph of [unknown, foreign, parseFormula('3*x + 1'), parseChain('add(1),exp')]) {
      const { around, roundOff } = bestOfGraphAt(graph, 1);
      expect(new Set(around.ladders.flat().map((rung) => rung.roundOff))).toEqual(new Set([0]));
      expect(roundOff).toBeGreaterThan(0);
      expect(roundOff).toBeLessThan(1e-14);
    }
  });

  test('is the whole error of the values, except for a function of the user', () => {
    const boundOf = (graph: typeof known): number => bestOfGraphAt(graph, 1).best.bound;
    expect(boundOf(unknown)).toBeLessThan(1e-13);
    expect(boundOf(foreign)).toBeCloseTo(3e-8, 20);
    expect(bestOfGraph(foreign, Float64Array.of(1))[0]?.bound).toBe(boundOf(foreign));
  });
});

test.each([
  ['sin(x) * x', 1.3],
  ['abs(x)', 0],
  ['log(x)', -1],
  ['tanh(x)', 40],
  ['floor(x)', 2.3],
])('the best derivative of %s at %p is the same with samples as without', (text, x) => {
  const graph = parseFormula(text);
  const { best, around } = bestOfGraphAt(graph, x);
  expect(bestOfGraph(graph, Float64Array.of(x))).toEqual([best]);
  expect([around.x, around.y]).toEqual([x, graph.evaluate(Float64Array.of(x))[0]]);
});

test('the best derivative with a stated round-off is the same with samples as without', () => {
  for (const graph of [known, chainOf(times(-2, { roundOff: (x) => Math.abs(x) * r }))]) {
    const { best } = bestOfGraphAt(graph, 5);
    expect(bestOfGraph(graph, Float64Array.of(5))).toEqual([best]);
  }
});

test('a function that fails gives NaN there', () => {
  const failing = chainOf({
    derivative: () => 1,
    isForeign: true,
    value: (x) => {
      if (x > 1) throw new DezeroError('function-failed', 'too large');
      return x;
    },
  });
  expect([...valuesOf(failing)(Float64Array.of(0, 2, 1))]).toEqual([0, NaN, 1]);
  expect(bestOfGraph(failing, Float64Array.of(2))[0]?.finding).toEqual({ kind: 'undefined' });
});

test.each<[string, () => unknown, RegExp]>([
  ['no graph', () => bestOfGraph('x^2' as never, Float64Array.of(1)), /^bestOfGraph needs a Graph/],
  [
    'two variables',
    () => bestOfGraph(parseFormula('x*y'), Float64Array.of(1)),
    /^bestOfGraph needs a graph of one variable/,
  ],
  ['no block', () => bestOfGraph(known, 1 as never), /^bestOfGraph needs/],
])('%s is refused', (_, wrong, message) => {
  expect(wrong).toThrow(message);
});

describe('the noise of f', () => {
  const noiseOf = (value: (x: number) => number, x: number, isForeign = true): number =>
    bestOfGraphAt(chainOf({ derivative: () => 1, isForeign, value }), x).noise;

  test('is at least the round-off of a value', () => {
    expect(noiseOf((t) => 3 * t, 1)).toBe(3 * 2 ** -52);
    expect(noiseOf((t) => 3 * t, 1, false)).toBe(3 * 2 ** -52);
  });

  test('is what its values show, of a function that does not state all of its round-off', () => {
    // The last digit of 2e6, half of which is the rounding of each sum.
    const found = noiseOf((t) => t + 2e6 - 2e6, 0.3) / 2 ** -33;
    expect(found).toBeGreaterThan(0.2);
    expect(found).toBeLessThan(4);
    expect(noiseOf((t) => Math.fround(Math.sin(t)), 1, false)).toBeGreaterThan(2 ** -26);
  });

  test('is none on a plateau of 0, which is exact, and on that of a constant', () => {
    expect(noiseOf((t) => Math.max(t, 0), -1)).toBe(0);
    expect(noiseOf(() => 5, 1)).toBe(5 * 2 ** -52);
  });
});
