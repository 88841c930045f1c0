import type { BestDerivative } from '../../../src/core/best/best-at';
import { surroundings } from '../../../src/core/best/ladder';
import type { Method } from '../../../src/math/finite-differences';
import { errorTheory, type ErrorTheory } from '../../../src/core/differentiate/error-theory';
import { foundWith } from '../../support/at-point';

type Values = (x: number) => number;

/** At x = 0, where all steps are exact, and f is known to be 0, unless it is said. */
function theoryOf(
  f: Values,
  {
    x = 0,
    known = {},
    roundOff = 0,
    method = 'central',
  }: { x?: number; known?: Partial<BestDerivative>; roundOff?: number; method?: Method } = {},
): ErrorTheory {
  const best = { value: 0, bound: 0, steepest: 1, usual: 1, ...known };
  const values = (points: Float64Array): Float64Array => points.map(f);
  return errorTheory(values, foundWith(values, surroundings(x)), method, best, roundOff);
}

/** t - 1, but for two points at this distance from 1, whose quotient is larger by 2 height/distance. */
function bumped(distance: number, height: number): Values {
  return (t) => t - 1 + (Math.abs(t - 1) === distance ? Math.sign(t - 1) * height : 0);
}

describe('the noise of f, from three quotients at h, 2h and 4h', () => {
  const line = { x: 1, known: { value: 0 } };

  test('is what one value is wrong by, if that is the one at h', () => {
    // 4 D(h) is too large by 4 height/h; a quarter of it, times h, is the height.
    expect(theoryOf(bumped(2 ** -26, 2 ** -30), line).roundOff).toBe(2 ** -30);
  });

  test('is sought at nine steps, of which the first two have nothing to be compared with', () => {
    // The smallest is 2^-28, the ninth 2^-20. A triple counts if one above it tells its growth.
    expect(theoryOf(bumped(2 ** -23, 2 ** -30), line).roundOff).toBe(2 ** -30);
    // The first triple only tells the growth; in the second one, at 2h, it counts 5/8.
    expect(theoryOf(bumped(2 ** -22, 2 ** -30), line).roundOff).toBe((5 / 8) * 2 ** -30);
    expect(theoryOf(bumped(2 ** -21, 2 ** -30), line).roundOff).toBe(0);
  });

  test.each([
    ['5 at least, by |x|^2.3', 2.3, true],
    ['7 at least, by |x|^2.8', 2.8, true],
    ['9.8, by |x|^3.3: it is the function', 3.3, false],
    ['32, by x^5: it is the function', 5, false],
  ])('does not grow by more than 8 with each doubling of h: %s', (_, power, isNoise) => {
    const { roundOff } = theoryOf((t) => Math.sign(t) * Math.abs(t) ** power);
    expect(roundOff > 0).toBe(isNoise);
  });

  test('is none that the quotients themselves cannot hold: 16 units of their round-off', () => {
    // Quotients of 1 that are larger by 2k units leave 8k of them, and 10k in the next three.
    const units = (k: number): Values => bumped(2 ** -26, k * 2 ** -52 * 2 ** -26);
    expect(theoryOf(units(1), line).roundOff).toBe(0);
    expect(theoryOf(units(3), line).roundOff).toBe(3 * 2 ** -78);
  });

  test('is no less than what is known of f', () => {
    expect(theoryOf((t) => t, { roundOff: 2 ** -40 }).roundOff).toBe(2 ** -40);
  });
});

describe('the third derivative', () => {
  const cubic: Values = (t) => t ** 3;

  test('of x^3 is 6', () => {
    expect(theoryOf(cubic).higherDerivative).toBe(6);
  });

  test.each([
    [0.96, 6],
    [1.04, 0],
  ])('is seen if it may be wrong by half of itself at most: %p of that, %p', (part, expected) => {
    // The best of all steps that have one above them is 1/8: there the bound counts 64 times.
    const known = { bound: (part * 0.5) / 64 };
    expect(theoryOf(cubic, { known }).higherDerivative).toBe(expected);
  });

  test.each([
    [0.96, 6],
    [1.04, 0],
  ])('is not seen if round-off may make half of it: %p of that, %p', (part, expected) => {
    const roundOff = (part * 0.5) / 512;
    const { higherDerivative } = theoryOf(cubic, { roundOff });
    expect(higherDerivative).toBe(expected);
  });
});

describe('the second derivative, for differences to one side', () => {
  test.each<[Method, number]>([
    ['forward', 2],
    ['backward', 2],
    ['central', 0],
  ])('of x^2 is what %s differences lack: %d', (method, expected) => {
    expect(theoryOf((t) => t * t, { method }).higherDerivative).toBe(expected);
  });

  test.each<[Method, number]>([
    ['forward', 4],
    ['backward', 6],
  ])('is that of the side to which %s differences go', (method, expected) => {
    // 2x^2 to the right, and 3x^2 to the left
    const f: Values = (t) => (t > 0 ? 2 : 3) * t * t;
    expect(theoryOf(f, { method }).higherDerivative).toBe(expected);
  });
});

test('where nothing bounds the derivative no higher one is seen', () => {
  expect(theoryOf((t) => t ** 3, { known: { bound: Infinity } })).toMatchObject({
    higherDerivative: 0,
    leastError: 0,
  });
});
