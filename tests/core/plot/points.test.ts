import { merged, type CurvePoints } from '../../../src/core/plot/points';
import { spreadOf, typicalSize } from '../../../src/core/plot/spread';

const points = (...pairs: [number, number][]): CurvePoints => ({
  x: Float64Array.from(pairs, ([x]) => x),
  y: Float64Array.from(pairs, ([, y]) => y),
});

describe('points are merged from left to right', () => {
  test.each([
    ['with no others', points(), points([0, 0], [1, 10])],
    ['with one between', points([0.5, 5]), points([0, 0], [0.5, 5], [1, 10])],
    [
      'with others on both sides',
      points([2, 20], [-1, -10]),
      points([-1, -10], [0, 0], [1, 10], [2, 20]),
    ],
    [
      'with duplicates, each kept once',
      points([1, 10], [0.5, 5], [0.5, 5]),
      points([0, 0], [0.5, 5], [1, 10]),
    ],
  ])('%s', (_, others, expected) => {
    expect(merged(points([0, 0], [1, 10]), others)).toEqual(expected);
  });
});

test('the spread and typical size of very many values are taken from a sample', () => {
  const values = Float64Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 1000);
  expect(spreadOf(values)).toBeGreaterThan(890);
  expect(spreadOf(values)).toBeLessThan(910);
  expect(typicalSize(values.map((value) => -value))).toBeGreaterThan(890);
});
