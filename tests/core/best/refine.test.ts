/** @file The refinement steps that are added where the result is uncertain. */

import { refine, surroundings, type Surroundings } from '../../../src/core/best/ladder';
import { foundWith } from '../../support/at-point';

const identity = (x: Float64Array): Float64Array => x;

function refined(x: number, f = identity): Surroundings {
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
    const place = foundWith(identity, surroundings(1));
    const { finer } = foundWith(identity, refine(place, known));
    expect(finer.map(({ ahead, roundOff }) => roundOff / ahead)).toEqual(Array(7).fill(1));
  });
});
