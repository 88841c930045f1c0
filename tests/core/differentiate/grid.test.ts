import { evenlySpaced } from '../../../src/core/differentiate/grid';

test.each([
  [0, 1, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
  [2, 5, [2, 3, 4, 5]],
  [5, -5, [5, 0, -5]],
  [7, 9, [7, 9]],
  [7, 9, [7]],
  [0, 1, []],
])('numbers from %d to %d have the fewest digits: %j', (from, to, expected) => {
  expect([...evenlySpaced(from, to, expected.length)]).toEqual(expected);
});

test.each([
  [-1.5e308, 1.5e308, [-1.5e308, -0.75e308, 0, 0.75e308, 1.5e308]],
  [1e308, 1.6e308, [1e308, 1.2e308, 1.4e308, 1.6e308]],
])('from %d to %d, whose products overflow, they do not', (from, to, expected) => {
  const found = evenlySpaced(from, to, expected.length);
  for (const [i, x] of expected.entries())
    expect(Math.abs((found[i] as number) - x)).toBeLessThanOrEqual(Math.abs(x) * 2 ** -52);
});
