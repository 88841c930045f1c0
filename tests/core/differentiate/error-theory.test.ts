import type { BestDerivative } from '../../../src/core/best/best-at';
import { surroundings } from '../../../src/core/best/ladder';
import type { Method } from '../../../src/math/finite-differences';
import { errorTheory, type ErrorTheory } from '../../../src/core/differentiate/error-theory';
import { foundWith } from '../../support/by-values';

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
  return errorTheory(foundWith(values, surroundings(x)), method, best, roundOff);
}

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
