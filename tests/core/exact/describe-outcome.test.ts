/** @file The texts for points where the formula has no number, or two slopes. */

import {
  describeLimit,
  describeLost,
  describeNone,
  describeSides,
  describeUndecided,
  isOneSlope,
} from '../../../src/core/exact/describe-outcome';
import { figureOf } from '../../../src/core/exact/figures';
import type { ExactPoint, Figure, NoNumber, Side } from '../../../src/core/exact/outcome';
import { parseFormula } from '../../../src/functions/parse';
import { DoubleBall } from '../../../src/math/double/double-ball';
import { WholeBall } from '../../../src/math/whole/whole-ball';

const nearest = (value: number): Figure => ({ kind: 'nearest', value });
const undecided: Figure = { kind: 'undecided', neighbours: [0, 5e-324] };
const none: NoNumber = { kind: 'none', at: 0, why: 'log has none' };
const side = (value: number | Figure, slope: number | Figure): Side => ({
  value: typeof value === 'number' ? nearest(value) : value,
  slope: typeof slope === 'number' ? nearest(slope) : slope,
});
const hole = (left: Side | undefined, right: Side | undefined): ExactPoint => ({
  value: none,
  gradient: [none],
  sides: [{ left, right }],
});
const kink = (left: Side | undefined, right: Side | undefined): ExactPoint => ({
  value: nearest(0),
  gradient: [nearest(2)],
  sides: [{ left, right }],
});

test.each<[string, ExactPoint, string | undefined]>([
  ['the same from both sides', hole(side(1, 3), side(1, 3)), 'its limit there is 1, with slope 3'],
  [
    'with two slopes',
    hole(side(1, 2), side(1, 3)),
    'its limit there is 1, with slope 2 on the left, 3 on the right',
  ],
  [
    'with a slope that is not decided',
    hole(side(1, undecided), side(1, 3)),
    'its limit there is 1',
  ],
  ['with one on the right', hole(side(1, 3), side(1, undecided)), 'its limit there is 1'],
  [
    'another from each side',
    hole(side(1, 2), side(4, 2)),
    'its limit is 1 from the left, 4 from the right',
  ],
  ['from the left alone', hole(side(-0, 1), undefined), 'its limit from the left is -0'],
  [
    'from the right alone',
    hole(undefined, side(Infinity, 1)),
    'its limit from the right is Infinity',
  ],
  ['from nowhere', hole(undefined, undefined), undefined],
  ['not decided on the left', hole(side(undecided, 1), side(1, 1)), undefined],
  ['not decided on the right', hole(side(1, 1), side(undecided, 1)), undefined],
  ['not decided on the only side', hole(side(undecided, 1), undefined), undefined],
  ['of a point that has a value', kink(side(1, 2), side(1, 3)), undefined],
  [
    'by several variables',
    { ...hole(side(1, 2), side(1, 3)), sides: [undefined, undefined] },
    undefined,
  ],
])('the limit %s', (_, point, expected) => {
  expect(describeLimit(point)).toBe(expected);
});

test('the text says why there is no number, by which variable, and the limit', () => {
  const [one, two] = [parseFormula('log(x)'), parseFormula('log(x*y)')];
  expect(describeNone(one, hole(side(1, 3), side(1, 3)), 0)).toBe(
    'log has none; its limit there is 1, with slope 3',
  );
  expect(describeNone(one, { value: none, gradient: [none] }, 0)).toBe('log has none');
  const noSlope = { value: nearest(1), gradient: [nearest(1), none] };
  expect(describeNone(two, noSlope, 1)).toBe(
    'the function has no derivative by y here: log has none',
  );
  expect(describeNone(two, noSlope, 0)).toBe('the function has no derivative by x here');
  expect(describeNone(one, { value: nearest(1), gradient: [none] }, 0)).toBe(
    'the function has no derivative here: log has none',
  );
});

test.each<[ExactPoint, string | undefined]>([
  [
    kink(side(0, -1), side(0, 1)),
    'a kink of the whole formula: slope -1 on the left, 1 on the right; dx is 2 by convention',
  ],
  [
    { ...kink(side(0, -1), side(0, undecided)), gradient: [none] },
    'a kink of the whole formula: slope -1 on the left, undecided on the right',
  ],
  [
    kink(undefined, side(0, 1)),
    'an edge of the whole formula: slope undefined on the left, 1 on the right; dx is 2 by convention',
  ],
  [
    kink(side(0, 1), undefined),
    'an edge of the whole formula: slope 1 on the left, undefined on the right; dx is 2 by convention',
  ],
  [kink(side(0, 1), side(0, 1)), undefined],
  [{ value: nearest(0), gradient: [nearest(1)] }, undefined],
])('the sides of %j are described as %j', (point, expected) => {
  const found = describeSides(point, 0, 'dx');
  expect(found?.text).toBe(expected);
  if (found !== undefined) expect(found.text).toContain(found.slopes);
  expect(isOneSlope(point, 0)).toBe(expected === undefined);
});

test('numbers that doubles lose, or that are undecided, are in the text', () => {
  expect([describeLost(), describeLost(2), describeLost(NaN, 3), describeLost(2, 3)]).toEqual([
    undefined,
    'only doubles fail here: exactly, it has the value 2',
    'only doubles fail here: exactly, it has the derivative 3',
    'only doubles fail here: exactly, it has the value 2 and the derivative 3',
  ]);
  const between = (lower: number, upper: number): string =>
    describeUndecided('exact', { kind: 'undecided', neighbours: [lower, upper] });
  expect(between(0.1, 0.2)).toBe('exact is undecided: it lies between 0.1 and 0.2');
  expect(between(1, Infinity)).toBe('exact is undecided: it lies between 1 and Infinity');
  expect(between(-Infinity, 1)).toBe('exact is undecided: it lies between -Infinity and 1');
  expect(between(-Infinity, Infinity)).toBe('exact is undecided: nothing is known of it');
});

describe('a ball is rounded to its nearest double or to two neighbours', () => {
  const around = (middle: number, radius: number) =>
    figureOf(WholeBall.of(middle, 200).widened(WholeBall.of(radius, 200)));
  const U = 2 ** -52;

  test.each([
    [1.5, 2 ** -60, nearest(1.5)],
    [-0, 0, nearest(0)],
    // The neighbours 1, 2 and 4 doubles away are tried; below 1 these lie half as far apart.
    [1, U, { kind: 'undecided', neighbours: [1 - 2 * U, 1 + 2 * U] }],
    [-1, U, { kind: 'undecided', neighbours: [-1 - 2 * U, -1 + 2 * U] }],
    [0, 5e-324, { kind: 'undecided', neighbours: [-1e-323, 1e-323] }],
    // The last ones looked at are 1024 away.
    [1.5, 1000 * U, { kind: 'undecided', neighbours: [1.5 - 1024 * U, 1.5 + 1024 * U] }],
    [1.5, 1500 * U, { kind: 'undecided', neighbours: [-Infinity, Infinity] }],
    [1, 2 ** -30, { kind: 'undecided', neighbours: [-Infinity, Infinity] }],
  ])('%d, give or take %d, is %j', (middle, radius, expected) => {
    expect(around(middle, radius)).toEqual(expected);
  });

  test('0 has no sign', () => {
    expect(figureOf(DoubleBall.of(-0))).toEqual(nearest(0));
    const least = WholeBall.of(5e-324, 200);
    expect(figureOf(least.widened(least.times(0.9)))).toEqual({
      kind: 'undecided',
      neighbours: [0, 1e-323],
    });
  });

  test('of which nothing is known has infinite neighbours', () => {
    expect(figureOf(WholeBall.of(-1, 200).log())).toEqual({
      kind: 'undecided',
      neighbours: [-Infinity, Infinity],
    });
  });
});
