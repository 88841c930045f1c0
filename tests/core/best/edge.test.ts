/** @file The slope on the one side of an edge of the domain, where f is finite on that side alone. */

import { bestOf, type Values } from '../../support/at-point';

/** On the right of 0 alone. */
const right =
  (f: Values): Values =>
  (x) =>
    x < 0 ? NaN : f(x);

const { exp, acos, floor, log, sin, sqrt } = Math;

test.each<[string, Values, number, number, 'left' | 'right']>([
  ['x^1.5', (x) => x ** 1.5, 0, 0, 'right'],
  ['sin(x) + sqrt(x)^3', (x) => sin(x) + sqrt(x) ** 3, 0, 1, 'right'],
  ['acos(x)^2', (x) => acos(x) ** 2, 1, -2, 'left'],
  ['acos(-x)^2', (x) => acos(-x) ** 2, -1, 2, 'right'],
  ['3', right(() => 3), 0, 0, 'right'],
  // Flat at the smallest steps, since 1 + x is 1 there: that is no slope of 0.
  ['exp(x) - 1', right((x) => exp(x) - 1), 0, 1, 'right'],
  ['exp(-x) - 1, on the left', (x) => right((t) => exp(t) - 1)(-x), 0, -1, 'left'],
  ['log(1 + x)', right((x) => log(1 + x)), 0, 1, 'right'],
  ['1 + x^2', right((x) => 1 + x * x), 0, 0, 'right'],
  // There are steps for x as a part of 1, and as a part of itself.
  ['exp(x - 2^-40)', (x) => (x < 2 ** -40 ? NaN : exp(x - 2 ** -40)), 2 ** -40, 1, 'right'],
  ['-8x', right((x) => -8 * x), 0, -8, 'right'],
  ['2 + x in float32', right((x) => Math.fround(2 + x)), 0, 1, 'right'],
  ['1 + 2x with six digits', right((x) => Number((1 + 2 * x).toPrecision(6))), 0, 2, 'right'],
  [
    '100 + 200x with six digits',
    right((x) => Number((100 + 200 * x).toPrecision(6))),
    0,
    200,
    'right',
  ],
  // Steps so high are steps of f: it is flat beside 0.
  ['floor(64x)/8', right((x) => floor(64 * x) / 8), 0, 0, 'right'],
  ['floor(x)', right(floor), 0, 0, 'right'],
])('of %s at its edge is known', (_, f, x, slope, side) => {
  const best = bestOf(f, x);
  expect(best.side).toBe(side);
  expect(best.finding).toBeUndefined();
  expect(Math.abs(best.value - slope)).toBeLessThanOrEqual(best.bound);
  expect(best.bound).toBeLessThan(1e-3 * Math.max(1, Math.abs(slope)));
});

test('with a vertical tangent it has no slope, and says that it is an edge', () => {
  expect(bestOf(sqrt, 0)).toEqual({
    ...{ value: NaN, bound: Infinity, steepest: NaN, usual: NaN },
    finding: { kind: 'edge', side: 'right' },
  });
  expect(bestOf((x) => sqrt(3 - x), 3).finding).toEqual({ kind: 'edge', side: 'left' });
  // The slope of x log(x) grows by the same with each halving.
  const entropy = right((x) => (x === 0 ? 0 : x * log(x)));
  expect(bestOf(entropy, 0).finding).toEqual({ kind: 'edge', side: 'right' });
});

test('the steepest line on that side is what a slope of 0 is measured by', () => {
  // From 0 to a quarter, the largest step: 2^-2 of x^2, and of 5x.
  expect(
    bestOf(
      right((x) => x * x),
      0,
    ),
  ).toMatchObject({ steepest: 0.25, usual: 0.25 });
  expect(
    bestOf(
      right((x) => 5 * x),
      0,
    ),
  ).toMatchObject({ steepest: 5, usual: 5 });
  // f changes at the smallest steps, too: that is no noise.
  expect(
    bestOf(
      right((x) => 5 * x),
      0,
    ).bound,
  ).toBeLessThan(1e-12);
});

test('the values of two ladders are taken in the order of their distances', () => {
  // Of exp(x) beside 0; the last six differences would be those of steps of 2^-14, not of 2^-54.
  const { value, bound } = bestOf((x) => (x < 2 ** -40 ? NaN : exp(x) - 1), 2 ** -40);
  expect(Math.abs(value - exp(2 ** -40))).toBeLessThanOrEqual(bound);
  expect(bound).toBeLessThan(1e-7);
  const line = bestOf((x) => (x < 2 ** -40 ? NaN : x + x * x), 2 ** -40);
  expect(line.bound).toBeLessThan(1e-10);
});

test.each<[number, 'left' | 'right']>([
  [1.25, 'right'],
  [0.75, 'left'],
])('with a single value beside it, at %p, f has an edge and no slope: on the %s', (other, side) => {
  const f: Values = (x) => (x === 1 || x === other ? x : NaN);
  expect(bestOf(f, 1).finding).toEqual({ kind: 'edge', side });
});

test.each<[string, Values]>([
  ['at x alone', (x) => (x === 1 ? 2 : NaN)],
  [
    'on one side at some steps, on the other at others',
    (x) => (x === 1 || x > 1 === (Math.log2(Math.abs(x - 1)) % 2 === 0) ? x : NaN),
  ],
  ['here and there on both sides', (x) => (x === 1 || Math.abs(x - 1) > 0.1 ? x : NaN)],
])('a function that is finite %s lies between edges', (_, f) => {
  expect(bestOf(f, 1).finding).toEqual({ kind: 'narrow' });
});
