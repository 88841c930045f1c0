import { partOf, randomDirection, randomNumbers } from '../../../src/core/partials/directions';

test.each([
  // Computed by a translation of the C program of mulberry32 into another language.
  [1, [0.6270739405881613, 0.002735721180215478, 0.5274470399599522, 0.9810509674716741]],
  [2, [0.7342509443406016, 0.32499843230471015, 0.28529605525545776, 0.5379551574587822]],
  [-1, [0.8964226141106337, 0.189478256739676, 0.7156526781618595, 0.9440599093213677]],
])('the random numbers of the seed %p are those of mulberry32', (seed, expected) => {
  const random = randomNumbers(seed);
  expect(expected.map(() => random())).toEqual(expected);
});

describe('a direction', () => {
  const point = Float64Array.of(0, 0.3, -0.9, 1, 1.5, 2, -5, 1e9, Infinity);
  /** The scale of each variable: the power of two below it, at least 1. */
  const scales = [1, 1, 1, 1, 1, 2, 4, 2 ** 29, 1];

  test('has components between half and the whole of the scale of each variable, of either sign', () => {
    const random = randomNumbers(1);
    const found = Array.from({ length: 200 }, () => randomDirection(point, random));
    for (const [i, scale] of scales.entries()) {
      const parts = found.map((direction) => (direction[i] as number) / scale);
      const sizes = parts.map(Math.abs);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0.5);
      expect(Math.min(...sizes)).toBeLessThan(0.52);
      expect(Math.max(...sizes)).toBeLessThan(1);
      expect(Math.max(...sizes)).toBeGreaterThan(0.98);
      const right = parts.filter((part) => part > 0).length;
      expect(Math.abs(right - 100)).toBeLessThan(30);
    }
  });

  test('has a part with the components of some variables only', () => {
    const direction = Float64Array.of(1, 2, 3, 4);
    expect(partOf(direction, 1, 3)).toEqual(Float64Array.of(0, 2, 3, 0));
    expect(partOf(direction, 0, 4)).toEqual(direction);
    expect(partOf(direction, 2, 2)).toEqual(Float64Array.of(0, 0, 0, 0));
  });
});
