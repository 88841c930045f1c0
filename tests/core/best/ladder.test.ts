import { type Rung, surroundings, type Surroundings, refine } from '../../../src/core/best/ladder';
import { foundWith } from '../../support/by-values';

const identity = (x: number): number => x;

function around(x: number, f: (x: number) => number = identity): Surroundings {
  return foundWith((points) => points.map(f), surroundings(x));
}

/** The largest step of each ladder as a power of 2, and how many steps it has. */
function laddersAt(x: number): { exponent: number; count: number }[] {
  return around(x).ladders.map((rungs) => {
    return { exponent: Math.log2((rungs[0] as Rung).ahead), count: rungs.length };
  });
}

/** The identity, finite only up to this distance from x. */
const within =
  (x: number, distance: number) =>
  (t: number): number =>
    Math.abs(t - x) <= distance ? t : NaN;

function onlyLadder({ ladders }: Surroundings): readonly Rung[] {
  expect(ladders.length).toBe(1);
  return ladders[0] as readonly Rung[];
}

describe('the steps around x', () => {
  test.each([
    ['1, where the unit scale and that of x coincide', 1, [{ exponent: -2, count: 27 }]],
    ['3', 3, [{ exponent: -1, count: 27 }]],
    ['7.9, still one scale', 7.9, [{ exponent: 0, count: 27 }]],
    ['0.75, just below 1', 0.75, [{ exponent: -2, count: 27 }]],
    ['0.51', 0.51, [{ exponent: -2, count: 27 }]],
    ['0.5, where the quarter is that of the unit scale', 0.5, [{ exponent: -2, count: 28 }]],
    ['2^-5', 2 ** -5, [{ exponent: -2, count: 32 }]],
    ['8, three powers of 2 above the unit', 8, [{ exponent: 1, count: 30 }]],
    ['2^12', 2 ** 12, [{ exponent: 10, count: 37 }]],
    ['0, where doubles lie closest', 0, [{ exponent: -2, count: 40 }]],
  ])('at %s', (_, x, expected) => {
    expect(laddersAt(x)).toEqual(expected);
    expect(laddersAt(-x)).toEqual(expected);
  });

  test('are halved from one to the next', () => {
    const steps = onlyLadder(around(1)).map(({ ahead }) => ahead);
    expect(steps).toEqual(Array.from({ length: 27 }, (_, k) => 2 ** (-2 - k)));
  });

  test('form two ladders once the two scales no longer overlap, at 2^28 and 2^-28', () => {
    expect(around(2 ** 27).ladders.length).toBe(1);
    expect(laddersAt(2 ** 28)[0]).toEqual({ exponent: 26, count: 18 });
    expect(around(2 ** 28).ladders.length).toBe(2);
    expect(around(2 ** -27).ladders.length).toBe(1);
    expect(laddersAt(2 ** -28)).toEqual([
      { exponent: -30, count: 18 },
      { exponent: -2, count: 18 },
    ]);
  });

  test('are never below the smallest double, 2^-1074', () => {
    expect(around(2 ** -1072).ladders.length).toBe(2);
    expect(around(2 ** -1073).ladders.length).toBe(1);
    expect(around(Infinity).ladders.length).toBe(1);
  });
});

describe('where f is finite at few steps', () => {
  test('14 of them are enough', () => {
    expect(onlyLadder(around(1, within(1, 2 ** -15))).length).toBe(14);
  });

  test('with fewer than 14, the ladder continues until x + h rounds to x', () => {
    // 2^-16 to 2^-52
    expect(onlyLadder(around(1, within(1, 2 ** -16))).length).toBe(37);
  });

  test('the ladder continues by 26 steps', () => {
    // 2^-30 to 2^-41 are the last 12 of 40
    expect(onlyLadder(around(0, within(0, 2 ** -30))).length).toBe(12 + 26);
    expect(onlyLadder(around(0, within(0, 2 ** -30))).at(-1)?.ahead).toBe(2 ** -67);
  });

  test('steps above the smallest one with a non-finite value are left out', () => {
    const f = (t: number): number => (Math.abs(t - 1) === 2 ** -8 ? Infinity : t);
    expect(onlyLadder(around(1, f))[0]?.ahead).toBe(2 ** -9);
  });

  test('values on one side only are kept', () => {
    const { onlyAhead, onlyBehind } = around(0, Math.sqrt);
    expect([onlyAhead.length > 0, onlyBehind]).toEqual([true, []]);
    expect(onlyAhead[0]).toEqual({ distance: 0.25, value: 0.5 });
  });
});

test('the round-off at a step is the larger of those at its two points', () => {
  const roundOff = (x: Float64Array): Float64Array => x.map((t) => (t > 1 ? 3 : t < 1 ? 2 : 9));
  const mirrored = (x: Float64Array): Float64Array => x.map((t) => (t < 1 ? 3 : t > 1 ? 2 : 9));
  for (const known of [roundOff, mirrored]) {
    const { ladders } = foundWith((x) => x, surroundings(1, known));
    const errors = ladders.flat().map((rung) => rung.roundOff);
    expect(new Set(errors)).toEqual(new Set([3]));
  }
});

describe('the midpoint of both points', () => {
  const shifts = (x: number): number[] => {
    const { ladders } = around(x);
    return ladders.flat().map(({ shift }) => shift);
  };

  test('is x if x + h and x - h are exact', () => {
    expect(new Set(shifts(1))).toEqual(new Set([0]));
    expect(new Set(shifts(0))).toEqual(new Set([0]));
  });

  test('is off x by half of the difference of both distances', () => {
    // 1/3 + 2^-54 and 1/3 - 2^-54 are rounded, to even.
    const x = 1 / 3;
    for (const { ahead, behind, shift } of around(x).ladders.flat()) {
      expect(shift).toBe(Math.abs(ahead - behind) / 2);
    }
  });
});

const itself = (x: Float64Array): Float64Array => x;

function refined(x: number, f = itself): Surroundings {
  return foundWith(f, refine(foundWith(f, surroundings(x))));
}

/** The refinement steps as exponents of 2. */
const exponents = (x: number): number[] => refined(x).finer.map(({ ahead }) => Math.log2(ahead));

describe('refinement steps', () => {
  test.each<[string, number, number[]]>([
    // Below 2^-28, the smallest of 27 steps, down to where 1 + h and 1 - h still differ from 1 by some digits.
    ['1: an eighth each time, down to its last digits', 1, [-31, -34, -37, -40, -43, -46, -49]],
    ['-1', -1, [-31, -34, -37, -40, -43, -46, -49]],
    ['0: nine, as none is its last digit', 0, [-44, -47, -50, -53, -56, -59, -62, -65, -68]],
    // Ladders of 2^-42 ... 2^-59 and 2^-2 ... 2^-19: steps an eighth apart would make seven between them, not four.
    [
      '2^-40: between both ladders, and five below',
      2 ** -40,
      [-25, -31, -37, -62, -65, -68, -71, -74],
    ],
    [
      '2^-29, where both ladders are nearer to each other',
      2 ** -29,
      [-22, -25, -28, -51, -54, -57, -60, -63],
    ],
    // The ladders are 2^38 ... 2^21 and 2^-2 ... 2^-12, below which x + h rounds to x.
    ['2^40: below the one that belongs to it', 2 ** 40, [18, 15, 12, 9, 6]],
  ])('at %s', (_, x, expected) => {
    expect(exponents(x)).toEqual(expected);
  });

  test('are added to the ladders, with the values of f', () => {
    const square = (x: Float64Array): Float64Array => x.map((t) => t * t);
    const place = foundWith(square, surroundings(1));
    const { finer, ...others } = refined(1, square);
    expect({ ...others, finer: [] }).toEqual(place);
    expect(finer[0]).toMatchObject({
      ahead: 2 ** -31,
      behind: 2 ** -31,
      shift: 0,
      roundOff: 0,
      yAhead: (1 + 2 ** -31) ** 2,
      yBehind: (1 - 2 ** -31) ** 2,
    });
  });

  test('have the round-off of the values at their points', () => {
    const known = (x: Float64Array): Float64Array => x.map((t) => Math.abs(t - 1));
    const place = foundWith(itself, surroundings(1));
    const { finer } = foundWith(itself, refine(place, known));
    expect(finer.map(({ ahead, roundOff }) => roundOff / ahead)).toEqual(Array(7).fill(1));
  });
});
