import fc from 'fast-check';
import { nearestDouble, toInteger } from '../../src/math/exact';
import { holdsForAll } from '../support/holds-for-all';

describe('nearestDouble', () => {
  test.each([
    [1n, 3n, 0, 1 / 3],
    [-2n, 3n, 10, -2048 / 3],
    [0n, 7n, 0, 0],
    [(1n << 53n) + 1n, 1n, 0, 9007199254740992],
    [(1n << 53n) + 3n, 1n, 0, 9007199254740996],
    [(1n << 60n) + 129n, 1n, 0, 1152921504606847232],
    [1n, 1n, 1024, Infinity],
    [1n, 1n, -1075, 0],
    [3n, 1n, -1075, 1e-323],
    [(1n << 200n) + 1n, 1n << 201n, -1074, 5e-324],
  ])('%s / %s * 2^%d', (numerator, denominator, exponent, expected) => {
    expect(nearestDouble(numerator, denominator, exponent)).toBe(expected);
  });

  test('divides as the processor does', () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => x !== 0);
    holdsForAll(
      fc.property(double, double, (a, b) => {
        const [n, d] = [toInteger(a), toInteger(Math.abs(b))];
        const quotient = nearestDouble(n.integer, d.integer, n.exponent - d.exponent);
        expect(Math.abs(quotient)).toBe(Math.abs(a / b));
      }),
      5000,
    );
  });
});
