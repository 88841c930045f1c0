import { keep } from '../../../src/math/double/double-double';
import { nearestWithin, shortcutOfTwo } from '../../../src/math/rounded/nearest';

test('nearestWithin decides where both ends round to one double', () => {
  expect(nearestWithin(keep(1, 1e-17), 1e-20)).toBe(1);
  expect(nearestWithin(keep(1, 2 ** -53), 1e-20)).toBeNaN();
});

describe('shortcutOfTwo', () => {
  const long = jest.fn(() => 42);
  const sum = shortcutOfTwo(keep, 1e-20, long);

  beforeEach(() => {
    long.mockClear();
  });

  test('takes the short way where it decides', () => {
    expect(sum(1, 1e-17)).toBe(1);
    expect(sum(-1, -1e-17)).toBe(-1);
    expect(long).not.toHaveBeenCalled();
  });

  test.each([
    [1, 2 ** -53],
    [-1, -(2 ** -53)],
    [1, 0],
    [0, 1],
    [1e76, 1],
    [1, 1e-76],
    [NaN, 1],
    [1, Infinity],
  ])('takes the long way at %d and %d', (a, b) => {
    expect(sum(a, b)).toBe(42);
    expect(long).toHaveBeenCalledWith(a, b);
  });
});
