import {
  type ComparedPartial,
  constantOf,
  haveSameFactor,
  withMistakes,
} from '../../../src/core/check/mistake';

/** Partials by their claims and derivatives, which are exact unless a bound is given. */
type Row = readonly [claim: number, numerical: number, bound?: number];

const compared = (...rows: readonly Row[]): ComparedPartial[] =>
  rows.map(([claim, numerical, bound = 0], index) => ({ index, claim, numerical, bound }));

describe('what is wrong with partials', () => {
  /** All of them are wrong that differ from their derivatives. */
  const mistakes = (...rows: readonly Row[]): unknown[] => {
    const judged = compared(...rows).map((one) => {
      const isRight = Math.abs(one.claim - one.numerical) <= one.bound;
      return { ...one, verdict: isRight ? ('agree' as const) : ('disagree' as const) };
    });
    return withMistakes(judged, (one) => one).map((one) => 'mistake' in one && one.mistake);
  };

  test.each<[string, readonly Row[], unknown[]]>([
    [
      'right ones have none',
      [
        [1, 1],
        [2, 2],
      ],
      [false, false],
    ],
    [
      'one of 0 is 0',
      [
        [0, 3],
        [3, 3],
      ],
      [{ kind: 'zero' }, false],
    ],
    [
      'one of the wrong sign',
      [
        [-3, 3],
        [5, 5],
      ],
      [{ kind: 'sign' }, false],
    ],
    [
      'two may be swapped',
      [
        [5, 3],
        [7, 7],
        [3, 5],
      ],
      [{ kind: 'swapped', with: 2 }, false, { kind: 'swapped', with: 0 }],
    ],
    [
      'that is said first, though signs may be wrong instead',
      [
        [-3, 3],
        [3, -3],
      ],
      [
        { kind: 'swapped', with: 1 },
        { kind: 'swapped', with: 0 },
      ],
    ],
    [
      'where one alone is the derivative of the other, they are not swapped',
      [
        [5, 3],
        [4, 5],
      ],
      [
        { kind: 'other', of: 1 },
        { kind: 'factor', factor: 0.8 },
      ],
    ],
    [
      'one is that of another',
      [
        [5, 3],
        [5, 5],
      ],
      [{ kind: 'other', of: 1 }, false],
    ],
    [
      'a sign is said before that',
      [
        [-3, 3],
        [-3, -3],
      ],
      [{ kind: 'sign' }, false],
    ],
    ['one is twice its derivative', [[6, 3]], [{ kind: 'factor', factor: 2 }]],
    ['one is minus twice its derivative', [[-6, 3]], [{ kind: 'factor', factor: -2 }]],
  ])('%s', (_, rows, expected) => {
    expect(mistakes(...rows)).toEqual(expected);
  });

  test.each<[number, string]>([
    [1000, 'factor'],
    [1001, 'numbers'],
    [-1001, 'numbers'],
    [1 / 1000, 'factor'],
    [1 / 1001, 'numbers'],
  ])('a factor of %p is told as a %s: beyond a thousand both numbers say more', (factor, kind) => {
    expect(mistakes([factor, 1])).toMatchObject([{ kind }]);
    expect(mistakes([-factor, -1])).toMatchObject([{ kind }]);
  });

  test.each<[number, string]>([
    [0.09, 'factor'],
    [0.11, 'numbers'],
  ])('of a derivative that is known to %p of it a quotient is a %s', (bound, kind) => {
    expect(mistakes([8, 2, 2 * bound])).toMatchObject([{ kind }]);
    expect(mistakes([8, -2, 2 * bound])).toMatchObject([{ kind }]);
  });

  test.each<[number, number, string]>([
    // Half of the digits may be lost, no more.
    [-2 * (1 + 2 ** -27), 0, 'sign'],
    [-2 * (1 + 2 ** -25), 0, 'factor'],
    [-2.0001, 0.00015, 'sign'],
    [-2.0002, 0.00015, 'factor'],
    // Known to a ten-thousandth, and not so well.
    [-2, 0.00019, 'sign'],
    [-2, 0.00021, 'factor'],
  ])('%p is minus the derivative of 2, known to %p, or not: %s', (claim, bound, kind) => {
    expect(mistakes([claim, 2, bound])).toMatchObject([{ kind }]);
    expect(mistakes([-claim, -2, bound])).toMatchObject([{ kind }]);
  });
});

describe('a partial at several points', () => {
  test.each<[string, readonly Row[], number | undefined]>([
    [
      'that is off by 2 at both is so',
      [
        [3, 1],
        [5, 3],
      ],
      2,
    ],
    [
      'that is off by -2 at all three is so',
      [
        [-1, 1],
        [1, 3],
        [5, 7],
      ],
      -2,
    ],
    [
      'that is off by 2 here and 3 there is not',
      [
        [3, 1],
        [6, 3],
      ],
      undefined,
    ],
    [
      'that is off by 2 twice, and then by 3, is not',
      [
        [3, 1],
        [5, 3],
        [8, 5],
      ],
      undefined,
    ],
    [
      'that is twice its derivative has a factor, and no constant',
      [
        [2, 1],
        [2, 1],
      ],
      undefined,
    ],
    ['of one point says nothing', [[3, 1]], undefined],
    ['of none says nothing', [], undefined],
    // The second bound is what the differences are off by, and a small part of them.
    [
      'may be off by its bound',
      [
        [3, 1],
        [5.0001, 3, 0.00011],
      ],
      2,
    ],
    [
      'may not be off by more',
      [
        [3, 1],
        [5.0001, 3, 0.00009],
      ],
      undefined,
    ],
    [
      'may be off by the bound of the first',
      [
        [3, 1, 0.00011],
        [5.0001, 3],
      ],
      2,
    ],
    [
      'must be known far better than it is off',
      [
        [3, 1],
        [5, 3, 0.00021],
      ],
      undefined,
    ],
    [
      'may be off by the last digits',
      [
        [3e9, 1e9],
        [5e9 + 2 ** -20, 3e9],
      ],
      2e9,
    ],
  ])('%s', (_, rows, difference) => {
    expect(constantOf(compared(...rows))).toBe(difference);
  });
});

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
