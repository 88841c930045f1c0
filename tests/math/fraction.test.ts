/** @file Fractions: exact, or nothing at all. */

import { Fraction } from '../../src/math/fraction';
import { REAL_PI, realOfDecimal } from '../../src/math/real';

const of = (text: string): Fraction => realOfDecimal(text, Number(text)).in(Fraction.zero);
const textOf = ({ numerator, denominator, doubt }: Fraction): string =>
  doubt ?? (denominator === 1n ? String(numerator) : `${String(numerator)}/${String(denominator)}`);

test.each([
  ['1.7', of('1.7'), '17/10'],
  ['-2.5e-3', of('-2.5e-3'), '-1/400'],
  ['a double', Fraction.zero.exact(-0.375), '-3/8'],
  ['a large double', Fraction.zero.exact(2 ** 60), '1152921504606846976'],
  ['0', Fraction.zero.exact(-0), '0'],
  ['0.1 + 0.2', of('0.1').plus(of('0.2')), '3/10'],
  ['0.3 - 0.1 - 0.2', of('0.3').minus(of('0.1')).minus(of('0.2')), '0'],
  ['0.1 * -10', of('0.1').times(-10), '-1'],
  ['1/(0.3 - 1)', of('0.3').minus(1).inverse(), '-10/7'],
  ['(2/3)^2', Fraction.zero.exact(2).over(3).squared(), '4/9'],
  ['|-0.1|', of('-0.1').abs(), '1/10'],
  ['|0.1|', of('0.1').abs(), '1/10'],
  ['floor of -0.1', of('-0.1').floor(), '-1'],
  ['floor of 1.7', of('1.7').floor(), '1'],
  ['sqrt(0.09)', of('0.09').sqrt(), '3/10'],
  ['sqrt(0.1)', of('0.1').sqrt(), 'undecided'],
  ['sqrt(0.4): only the denominator of 2/5 is no square', of('0.8').sqrt(), 'undecided'],
  ['sqrt(-0.1)', of('-0.1').sqrt(), 'outside'],
  ['1/0', of('0.1').over(0), 'pole'],
  ['log(0)', Fraction.zero.log(), 'pole'],
  ['log(-0.1)', of('-0.1').log(), 'outside'],
  ['log1p(-0.1 + 0.1)', of('-0.1').plus(of('0.1')).log1p(), '0'],
  ['log(2)', Fraction.zero.exact(2).log(), 'undecided'],
  ['pi', REAL_PI.in(Fraction.zero), 'undecided'],
  ['what is made wider', of('0.1').widened(of('1e-30')), 'undecided'],
  ['what is made wider by nothing', of('0.1').widened(Fraction.zero), '1/10'],
  ['what is made of an unknown one', of('-0.1').sqrt().plus(1).times(of('2')).exp(), 'outside'],
  [
    'of two unknown ones the more certain reason holds',
    of('2').log().plus(of('-0.1').sqrt()),
    'outside',
  ],
  ['and so the other way round', of('-0.1').sqrt().times(of('2').log()), 'outside'],
  ['5 over an unknown one', Fraction.zero.exact(5).over(of('-0.1').sqrt()), 'outside'],
  ['the floor of an unknown one', of('-1').sqrt().floor(), 'outside'],
  ['the root of an unknown one', of('-1').log().sqrt(), 'outside'],
  [
    'a number of too many digits',
    [1, 2, 3, 4].reduce((x) => x.squared(), Fraction.zero.exact(1e300)),
    'overflow',
  ],
])('%s', (_, fraction, expected) => {
  expect(textOf(fraction)).toBe(expected);
});

test.each([
  ['exp', 0, '1'],
  ['expm1', 0, '0'],
  ['log', 1, '0'],
  ['log1p', 0, '0'],
  ['sin', 0, '0'],
  ['cos', 0, '1'],
  ['atan', 0, '0'],
  ['erf', 0, '0'],
  ['erfc', 0, '1'],
] as const)('%s has a rational value at %d, and at no other rational number', (name, at, value) => {
  expect(textOf(Fraction.zero.exact(at)[name]())).toBe(value);
  expect(textOf(of('0.1')[name]())).toBe('undecided');
});

// float(Fraction(...)) of Python, which rounds to nearest, ties to even
test.each([
  ['0.1', 0.1],
  ['9007199254740993', 9007199254740992],
  ['9007199254740995', 9007199254740996],
  ['4.940656458412465e-324', 5e-324],
])('%s is rounded to the nearest double, of two to the even one', (text, double) => {
  expect(of(text).nearest()).toBe(double);
});

test('signs are known of all but what is unknown', () => {
  expect([of('0.1'), of('-0.1'), of('0'), of('-1').sqrt()].map(({ sign }) => sign)).toEqual([
    1,
    -1,
    0,
    undefined,
  ]);
  expect([of('0.1').isExact, of('-1').sqrt().isExact]).toEqual([true, false]);
  expect(of('-1').sqrt().approximation).toBeNaN();
});
