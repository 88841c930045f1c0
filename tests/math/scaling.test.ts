import fc from 'fast-check';
import { decompose, lowestBit, powerOfTwo, roundScaled } from '../../src/math/scaling';
import { holdsForAll } from '../support/holds-for-all';

test('powerOfTwo is exact from the smallest double to the largest power', () => {
  let expected = Number.MIN_VALUE;
  for (let exponent = -1074; exponent <= 1023; exponent++, expected *= 2) {
    expect(powerOfTwo(exponent)).toBe(expected);
  }
});

test('decompose splits every double into a mantissa from 1 to 2 and a power of two', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => x !== 0);
  holdsForAll(
    fc.property(finite, (x) => {
      const { mantissa, exponent } = decompose(x);
      const half = Math.trunc(exponent / 2);
      expect(Math.abs(mantissa)).toBeGreaterThanOrEqual(1);
      expect(Math.abs(mantissa)).toBeLessThan(2);
      expect(mantissa * powerOfTwo(half) * powerOfTwo(exponent - half)).toBe(x);
    }),
    5000,
  );
});

describe('lowestBit', () => {
  test.each([
    [1, 1],
    [-6, 2],
    [0.75, 0.25],
    [2 ** 53, 2 ** 53],
    [1 + 2 ** -52, 2 ** -52],
    [Number.MIN_VALUE, Number.MIN_VALUE],
    [3 * Number.MIN_VALUE, Number.MIN_VALUE],
    [2 ** -1030, 2 ** -1030],
    [Number.MAX_VALUE, 2 ** 971],
  ])('of %p is %p', (x, expected) => {
    expect(lowestBit(x)).toBe(expected);
  });

  test('is the power of 2 that leaves an odd number', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-290, max: 1e290 });
    holdsForAll(
      fc.property(any, (x) => {
        expect(Math.abs((x / lowestBit(x)) % 2)).toBe(1);
      }),
      2000,
    );
  });
});

describe('roundScaled', () => {
  const MIN = Number.MIN_VALUE;
  const { MAX_VALUE } = Number;

  test.each([
    ['an ordinary value', { hi: 1.5, lo: 2 ** -60 }, 10, 1536],
    ['zero', { hi: 0, lo: 0 }, 5, 0],
    ['the largest double', { hi: 2 - 2 ** -52, lo: 0 }, 1023, MAX_VALUE],
    ['an overflow', { hi: 1, lo: 0 }, 1024, Infinity],
    ['a far overflow', { hi: -1, lo: 0 }, 5000, -Infinity],
    ['a far underflow', { hi: -1, lo: 0 }, -5000, -0],
    ['the smallest normal double', { hi: 1, lo: 0 }, -1022, 2.2250738585072014e-308],
    ['the smallest double', { hi: 1, lo: 0 }, -1074, MIN],
    ['half the smallest double, to even', { hi: 1, lo: 0 }, -1075, 0],
    ['just above half the smallest double', { hi: 1, lo: 2 ** -60 }, -1075, MIN],
    ['just below half the smallest double', { hi: 1, lo: -(2 ** -60) }, -1075, 0],
    ['one and a half units, to even', { hi: 1.5, lo: 0 }, -1074, 2 * MIN],
    ['just below one and a half units', { hi: 1.5, lo: -(2 ** -60) }, -1074, MIN],
    ['two and a half units, to even', { hi: 1.25, lo: 0 }, -1073, 2 * MIN],
    ['just above two and a half units', { hi: 1.25, lo: 2 ** -60 }, -1073, 3 * MIN],
    ['a negative one', { hi: -1.25, lo: -(2 ** -60) }, -1073, -3 * MIN],
    [
      'just below the smallest normal double, from a tie',
      { hi: 2 - 2 ** -52, lo: -(2 ** -60) },
      -1023,
      2.225073858507201e-308,
    ],
  ])('rounds once: %s', (_, value, exponent, expected) => {
    expect(roundScaled(value, exponent)).toBe(expected);
  });
});
