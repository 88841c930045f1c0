/** @file What judges the results of other tests: it must see what is wrong. */

import { DoubleBall } from '../../src/math/double/double-ball';
import { complaint } from './ball-rows';
import { isFault, type Outcome } from './judge-outcomes';
import { errorInUlps, magnitudeRatio, ofDecimal, ofDouble } from './rational';

describe('a ball', () => {
  const near1 = DoubleBall.of(1).widened(DoubleBall.of(0.25));

  test.each<[string, string | null, string | undefined]>([
    ['a value inside', '1.2', undefined],
    ['its bound', '0.75', undefined],
    ['a value beyond its bound', '1.2500001', 'the ball does not hold 1.2500001'],
    ['its negative', '-1', 'the ball does not hold -1'],
    ['a value that is too large for doubles', 'huge', 'the ball does not hold huge'],
    ['a value that is too small for them', 'tiny', 'the ball does not hold tiny'],
    ['no value', null, 'it has no value everywhere, but the ball knows one'],
  ])('between 0.75 and 1.25 is held against %s, %p: %p', (_, value, expected) => {
    expect(complaint(near1, ['1', value])).toBe(expected);
  });

  test('with a pole is wrong where there is a value', () => {
    const pole = DoubleBall.of(1).over(DoubleBall.of(0));
    expect(complaint(pole, ['1'])).toBe('it has a value, but the ball says pole');
    expect(complaint(pole, [null])).toBeUndefined();
  });
});

test.each([
  [1, '1', 0],
  [1, '1.00000000000000011102230246251565404', 0.5],
  [-3, '-3.000000000000000888178419700125', 2],
  [0.9999999999999999, '1', 0.5],
  [5e-324, '9.88131291682493088e-324', 1],
])('%p is off %s by units in its last place: %p', (computed, exact, ulps) => {
  expect(errorInUlps(computed, ofDecimal(exact))).toBeCloseTo(ulps, 9);
});

test('ratios of magnitudes have no sign, and no least or largest', () => {
  expect(magnitudeRatio(ofDouble(-6), ofDouble(4))).toBe(1.5);
  expect(magnitudeRatio(ofDecimal('3e-400'), ofDecimal('1e-400'))).toBe(3);
  expect(magnitudeRatio(ofDecimal('1e400'), ofDouble(1))).toBe(Infinity);
  expect([0, 1].map((a) => magnitudeRatio(ofDouble(a), ofDouble(0)))).toEqual([0, Infinity]);
});

test.each<[Outcome['kind'], string, boolean]>([
  ['right', 'disagree', true],
  ['right', 'inconclusive', false],
  ['right', 'agree', false],
  ['wrong', 'agree', true],
  ['wrong', 'disagree', false],
  ['subtle', 'agree', false],
])('of a %s claim the verdict %s is a fault: %p', (kind, verdict, expected) => {
  expect(isFault({ kind, judgement: { verdict } } as Outcome)).toBe(expected);
});
