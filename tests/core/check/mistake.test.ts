import {
  type ComparedPartial,
  constantOf,
  haveSameFactor,
  quotientOf,
  withMistakes,
} from '../../../src/core/check/mistake';

/** Partials with these claims and derivatives; the bound is 0 by default. */
type Row = readonly [claim: number, numerical: number, bound?: number];

const compared = (...rows: readonly Row[]): ComparedPartial[] =>
  rows.map(([claim, numerical, bound = 0], index) => ({ index, claim, numerical, bound }));

describe('what is wrong with partials', () => {
  const swappedWith = (other: number) => ({ kind: 'swapped', with: other });
  /** Those that differ from their derivatives disagree. */
  const mistakes = (...rows: readonly Row[]): unknown[] => {
    const judged = compared(...rows).map((one) => {
      const isRight = Math.abs(one.claim - one.numerical) <= one.bound;
      return { ...one, verdict: isRight ? ('agree' as const) : ('disagree' as const) };
    });
    return withMistakes(judged, (one) => one).map((one) => 'mistake' in one && one.mistake);
  };

  test.each<[string, readonly number[], readonly number[], unknown[]]>([
    ['right ones have no mistake', [1, 2], [1, 2], [false, false]],
    ['one of 0 has that as its mistake', [0, 3], [3, 3], [{ kind: 'zero' }, false]],
    ['one of the wrong sign', [-3, 5], [3, 5], [{ kind: 'sign' }, false]],
    [
      'one too large for doubles is near to none',
      [Infinity, 5],
      [3, 5],
      [{ kind: 'numbers' }, false],
    ],
    ['two are swapped', [5, 7, 3], [3, 7, 5], [swappedWith(2), false, swappedWith(0)]],
    ['swapped comes before a wrong sign', [-3, 3], [3, -3], [swappedWith(1), swappedWith(0)]],
    [
      'two are not swapped if only one is the derivative of the other',
      [5, 4],
      [3, 5],
      [
        { kind: 'other', of: 1 },
        { kind: 'factor', factor: 0.8 },
      ],
    ],
    [
      'one is the derivative by another variable',
      [5, 5],
      [3, 5],
      [{ kind: 'other', of: 1 }, false],
    ],
    ['a wrong sign comes before that', [-3, -3], [3, -3], [{ kind: 'sign' }, false]],
    [
      'one that is as near to its own derivative is not that by another variable',
      [1.000000001, 1],
      [1, 1],
      [{ kind: 'factor', factor: 1.000000001 }, false],
    ],
    ['one is twice its derivative', [6], [3], [{ kind: 'factor', factor: 2 }]],
    ['one is minus twice its derivative', [-6], [3], [{ kind: 'factor', factor: -2 }]],
  ])('%s: claims of %j for %j', (_, claims, derivatives, expected) => {
    expect(mistakes(...claims.map((claim, i): Row => [claim, derivatives[i] as number]))).toEqual(
      expected,
    );
  });

  test.each<[number, string]>([
    [1000, 'factor'],
    [1001, 'numbers'],
    [-1001, 'numbers'],
    [1 / 1000, 'factor'],
    [1 / 1001, 'numbers'],
  ])('a factor of %p is told as a %s: beyond a thousand numbers say more', (factor, kind) => {
    expect(mistakes([factor, 1])).toMatchObject([{ kind }]);
    expect(mistakes([-factor, -1])).toMatchObject([{ kind }]);
  });

  test.each<[number, string]>([
    [0.09, 'factor'],
    [0.11, 'numbers'],
  ])('a derivative known to %p of it has a quotient reported as a %s', (bound, kind) => {
    expect(mistakes([8, 2, 2 * bound])).toMatchObject([{ kind }]);
    expect(mistakes([8, -2, 2 * bound])).toMatchObject([{ kind }]);
  });

  test.each<[number, number, string]>([
    // At most half of the digits may be lost.
    [-2 * (1 + 2 ** -27), 0, 'sign'],
    [-2 * (1 + 2 ** -25), 0, 'factor'],
    [-2.0001, 0.00015, 'sign'],
    [-2.0002, 0.00015, 'factor'],
    // Known to a ten-thousandth, and less precisely.
    [-2, 0.00019, 'sign'],
    [-2, 0.00021, 'factor'],
  ])('%p for a derivative of 2, known to %p, has the mistake %s', (claim, bound, kind) => {
    expect(mistakes([claim, 2, bound])).toMatchObject([{ kind }]);
    expect(mistakes([-claim, -2, bound])).toMatchObject([{ kind }]);
  });
});

describe('a partial at several points', () => {
  const differenceOf = (...rows: readonly Row[]): number | undefined =>
    constantOf(compared(...rows));

  test('that is off by the same at each has a constant error', () => {
    expect(differenceOf([3, 1], [5, 3])).toBe(2);
    expect(differenceOf([-1, 1], [1, 3], [5, 7])).toBe(-2);
    expect(differenceOf([3, 1], [6, 3])).toBe(undefined);
    expect(differenceOf([3, 1], [5, 3], [8, 5])).toBe(undefined);
  });

  test('that is twice its derivative has a factor, not a constant error', () => {
    expect(differenceOf([2, 1], [2, 1])).toBe(undefined);
  });

  test('says nothing where there are not two', () => {
    expect(differenceOf([3, 1])).toBe(undefined);
    expect(differenceOf()).toBe(undefined);
  });

  test('may differ by its bound, and not by more', () => {
    // The difference of both errors equals the second bound, and is a small part of the error.
    expect(differenceOf([3, 1], [5.0001, 3, 0.00011])).toBe(2);
    expect(differenceOf([3, 1], [5.0001, 3, 0.00009])).toBe(undefined);
    expect(differenceOf([3, 1, 0.00011], [5.0001, 3])).toBe(2);
  });

  test('must be known far more precisely than its error', () => {
    expect(differenceOf([3, 1], [5, 3, 0.00021])).toBe(undefined);
  });

  test('may differ by the last digits', () => {
    expect(differenceOf([3e9, 1e9], [5e9 + 2 ** -20, 3e9])).toBe(2e9);
  });
});

test.each([
  [-2 * (1 + 2 ** -27), -1],
  [-2 * (1 + 2 ** -25), -1 - 2 ** -25],
])(
  '%p for 2 has the factor %p: of a wrong sign as far as half of the digits show',
  (claim, factor) => {
    expect(quotientOf({ claim, numerical: 2, bound: 0 })).toEqual({ kind: 'factor', factor });
  },
);

test.each<[Row, Row, boolean]>([
  [[2, 1], [4, 2], true],
  [[2, 1], [-4, -2], true],
  [[2, 1], [4, -2], false],
  [[2, 1], [4.001, 2], false],
  // 2 * 2 and 4.1 * 1 differ by 0.1; the bounds make 2 (0.01 * 4.1 + 0.02 * 2) = 0.162 of it.
  [[2, 1, 0.01], [4.1, 2, 0.02], true],
  [[2, 1, 0.01], [4.2, 2, 0.02], false],
  [[-2, 1, 0.01], [-4.1, 2, 0.02], true],
  [[2, 1, 0.03], [4.1, 2], true],
  [[2, 1], [4.1, 2, 0.03], true],
])('%j and %j have the same factor: %p', (a, b, expected) => {
  const [first, second] = compared(a, b) as [ComparedPartial, ComparedPartial];
  expect(haveSameFactor(first, second)).toBe(expected);
  expect(haveSameFactor(second, first)).toBe(expected);
});
