/** @file The one-sided slope at an edge of the domain. */

import { bestOf, type Values } from '../../support/by-values';

/** f restricted to x >= 0. */
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
  // Flat at the smallest steps, where 1 + x rounds to 1, but the slope is not 0.
  ['exp(x) - 1', right((x) => exp(x) - 1), 0, 1, 'right'],
  ['exp(-x) - 1, on the left', (x) => right((t) => exp(t) - 1)(-x), 0, -1, 'left'],
  ['log(1 + x)', right((x) => log(1 + x)), 0, 1, 'right'],
  ['1 + x^2', right((x) => 1 + x * x), 0, 0, 'right'],
  // Here there are two ladders: one of the size of x, one of the unit scale.
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
  // Jumps this high belong to f: it is flat beside 0.
  ['floor(64x)/8', right((x) => floor(64 * x) / 8), 0, 0, 'right'],
  ['floor(x)', right(floor), 0, 0, 'right'],
])('the one-sided slope of %s at the edge of its domain is found', (_, f, x, slope, side) => {
  const best = bestOf(f, x);
  expect(best.side).toBe(side);
  expect(best.finding).toBeUndefined();
  expect(Math.abs(best.value - slope)).toBeLessThanOrEqual(best.bound);
  expect(best.bound).toBeLessThan(1e-3 * Math.max(1, Math.abs(slope)));
});

test('an edge with a vertical tangent has no slope, and is a finding', () => {
  expect(bestOf(sqrt, 0)).toEqual({
    value: NaN,
    bound: Infinity,
    steepest: NaN,
    usual: NaN,
    finding: { kind: 'edge', side: 'right' },
  });
  expect(bestOf((x) => sqrt(3 - x), 3).finding).toEqual({ kind: 'edge', side: 'left' });
  // The slope of x log(x) grows by the same amount with each halving.
  const entropy = right((x) => (x === 0 ? 0 : x * log(x)));
  expect(bestOf(entropy, 0).finding).toEqual({ kind: 'edge', side: 'right' });
});

test('the steepest secant on that side is the scale for a slope of 0', () => {
  // The secant from 0 to 1/4, the largest step: 1/4 for x^2, and 5 for 5x.
  const [parabola, line] = [right((x) => x * x), right((x) => 5 * x)];
  expect(bestOf(parabola, 0)).toMatchObject({ steepest: 0.25, usual: 0.25 });
  expect(bestOf(line, 0)).toMatchObject({ steepest: 5, usual: 5 });
  // f changes at the smallest steps, too: that is not noise.
  expect(bestOf(line, 0).bound).toBeLessThan(1e-12);
});

test('the values of two ladders are sorted by distance', () => {
  // Unsorted, the last six differences of exp(x) near 0 would be those of steps near 2^-14, not 2^-54.
  const { value, bound } = bestOf((x) => (x < 2 ** -40 ? NaN : exp(x) - 1), 2 ** -40);
  expect(Math.abs(value - exp(2 ** -40))).toBeLessThanOrEqual(bound);
  expect(bound).toBeLessThan(1e-7);
  const line = bestOf((x) => (x < 2 ** -40 ? NaN : x + x * x), 2 ** -40);
  expect(line.bound).toBeLessThan(1e-10);
});

test.each<[number, 'left' | 'right']>([
  [1.25, 'right'],
  [0.75, 'left'],
])('a single finite value beside x, at %p, makes an edge: on the %s', (other, side) => {
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
])('a function that is finite %s is narrow', (_, f) => {
  expect(bestOf(f, 1).finding).toEqual({ kind: 'narrow' });
});
