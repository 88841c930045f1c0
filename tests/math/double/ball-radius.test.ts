import {
  expRadius,
  leastSize,
  productRadius,
  quotientRadius,
  rootRadius,
  sumRadius,
} from '../../../src/math/double/ball-radius';

/** 2^-106, the square of the unit of rounding. */
const SQUARED_UNIT = 2 ** -106;

test('a sum, a product, a quotient and a root of exact numbers are off by up to 20 units squared, which are added', () => {
  expect(sumRadius(0, -3)).toBe(60 * SQUARED_UNIT);
  expect(productRadius(2, 0, 3, 0, -6)).toBe(120 * SQUARED_UNIT);
  expect(quotientRadius(0, 0, 2, -3)).toBe(60 * SQUARED_UNIT);
  expect(rootRadius(0, 3)).toBe(60 * SQUARED_UNIT);
});

test('what the radii of the operands make of a result is added to it', () => {
  expect(sumRadius(0.25, 1)).toBeCloseTo(0.25, 12);
  // (2 +- 0.5)(-3 +- 0.25) is up to -8.125, which is 2.125 from -6.
  expect(productRadius(2, 0.5, -3, 0.25, -6)).toBeCloseTo(2.125, 12);
  // (3 +- 0.5)/(4 +- 2) is up to 1.75, which is 1 from 0.75.
  expect(quotientRadius(0.5, 2, 2, 0.75)).toBeCloseTo(1, 12);
});

test('the root of a wide ball is as far from the root of its middle as the slope there says, or nearer', () => {
  for (const radius of [0.1, 2, 4]) {
    const off = 2 - Math.sqrt(4 - radius);
    expect(rootRadius(radius, 2)).toBeGreaterThanOrEqual(off);
    expect(rootRadius(radius, 2)).toBeLessThanOrEqual(2 * off);
  }
});

test('e^x of a ball is up to a tenth further from that of its middle than the slope there says', () => {
  expect(expRadius(0.01, 3)).toBeGreaterThan(3 * Math.expm1(0.01));
  expect(expRadius(0.01, 3)).toBeLessThan(3 * 0.0111);
  expect(Math.log2(expRadius(0, 1))).toBe(-80);
});

test('the least size in a ball is below that of the middle even where the low part is below 0', () => {
  const [hi, lo] = [1 + 2 ** -52, -(2 ** -53)];
  expect(leastSize(hi, 0)).toBeLessThan(hi + lo);
  expect(leastSize(-hi, 0)).toBe(leastSize(hi, 0));
  expect(leastSize(3, 2)).toBeCloseTo(1, 12);
  expect(leastSize(3, 3) > 0).toBe(false);
});
