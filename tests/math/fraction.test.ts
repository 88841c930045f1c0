/** @file Fractions: exact, or nothing at all. */

import { LOG2E } from '../../src/math/constants';
import { Fraction } from '../../src/math/fraction';
import { REAL_PI, realOfDecimal } from '../../src/math/real';

const of = (text: string): Fraction => realOfDecimal(text, Number(text)).in(Fraction.zero);
const textOf = ({ numerator, denominator, power, pis, doubt }: Fraction): string => {
  if (doubt !== undefined) return doubt;
  const text =
    denominator === 1n ? String(numerator) : `${String(numerator)}/${String(denominator)}`;
  const ofPi = pis === 0 ? text : `${text} pi^${String(pis)}`;
  return power === undefined ? ofPi : `${ofPi} e^${textOf(power)}`;
};

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
  ['1/log(2)', Fraction.zero.constant(LOG2E), 'undecided'],
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

const e = (power: string): Fraction => of(power).exp();

test.each([
  ['e^0', e('0'), '1'],
  ['e^-0.1', e('-0.1'), '1 e^-1/10'],
  ['0 * e^2', e('2').times(0), '0'],
  ['2e * 3e^0.5', e('1').times(2).times(e('0.5').times(3)), '6 e^3/2'],
  ['e^2 * e^-2', e('2').times(e('-2')), '1'],
  ['3e^2 / e^2', e('2').times(3).over(e('2')), '3'],
  ['6 / (4e)', of('6').over(e('1').times(4)), '3/2 e^-1'],
  ['3e + e/2', e('1').times(3).plus(e('1').over(2)), '7/2 e^1'],
  ['e^-1 - 1 e^-1, the slope of x*exp(-x) at 1', e('-1').minus(e('-1')), '0'],
  ['e + 0', e('1').plus(0), '1 e^1'],
  ['0 + e', of('0').plus(e('1')), '1 e^1'],
  ['|-2e|', e('1').times(-2).abs(), '2 e^1'],
  ['sqrt(4e)', e('1').times(4).sqrt(), '2 e^1/2'],
  ['sqrt(2e)', e('1').times(2).sqrt(), 'undecided'],
  ['log(e^0.3)', e('0.3').log(), '3/10'],
  // By Lindemann and Weierstrass none of these is a fraction times a power of e.
  ['log(2e)', e('1').times(2).log(), 'undecided'],
  ['log(e/2)', e('1').over(2).log(), 'undecided'],
  ['e + 1', e('1').plus(1), 'undecided'],
  ['e - e^2', e('1').minus(e('2')), 'undecided'],
  ['e^e', e('1').exp(), 'undecided'],
  ['sin(e)', e('1').sin(), 'undecided'],
  ['floor(e)', e('1').floor(), 'undecided'],
  ['log(-e)', e('1').negated().log(), 'outside'],
  ['e/0', e('1').over(0), 'pole'],
])('%s: a fraction times a power of e', (_, number, text) => {
  expect(textOf(number)).toBe(text);
});

const pi = REAL_PI.in(Fraction.zero);

test.each([
  ['pi', pi, '1 pi^1'],
  ['pi/3 * 2pi', pi.over(3).times(pi.times(2)), '2/3 pi^2'],
  ['3pi / (2pi)', pi.times(3).over(pi.times(2)), '3/2'],
  ['1/pi', pi.inverse(), '1 pi^-1'],
  ['pi/3 - pi/2', pi.over(3).minus(pi.over(2)), '-1/6 pi^1'],
  ['0 pi', pi.times(0), '0'],
  ['sqrt(4pi^2)', pi.squared().times(4).sqrt(), '2 pi^1'],
  ['e^(pi/2) / e^(pi/3)', pi.over(2).exp().over(pi.over(3).exp()), '1 e^1/6 pi^1'],
  ['2pi e / pi', pi.times(2).times(e('1')).over(pi), '2 e^1'],
  ['log(e^pi)', pi.exp().log(), '1 pi^1'],
  ['sin(pi/6)', pi.over(6).sin(), '1/2'],
  ['sin(-pi/2)', pi.over(-2).sin(), '-1'],
  ['sin(7pi)', pi.times(7).sin(), '0'],
  ['cos(2pi/3)', pi.times(2).over(3).cos(), '-1/2'],
  ['cos(pi/2)', pi.over(2).cos(), '0'],
  ['atan(-1)', of('-1').atan(), '-1/4 pi^1'],
  ['cos(pi/4)', pi.over(4).cos(), 'undecided'],
  ['sin(pi/7)', pi.over(7).sin(), 'undecided'],
  ['sin(pi^2/6)', pi.squared().over(6).sin(), 'undecided'],
  ['sin(1/6)', of('1').over(6).sin(), 'undecided'],
  ['pi + 1', pi.plus(1), 'undecided'],
  ['pi - pi^2', pi.minus(pi.squared()), 'undecided'],
  ['sqrt(4pi)', pi.times(4).sqrt(), 'undecided'],
  ['log(pi)', pi.log(), 'undecided'],
  ['atan(pi/pi^2)', pi.inverse().atan(), 'undecided'],
  ['floor(pi)', pi.floor(), 'undecided'],
  ['log(-pi)', pi.negated().log(), 'outside'],
])('%s: a fraction times a power of pi', (_, number, text) => {
  expect(textOf(number)).toBe(text);
});

test('powers of pi and e together are near a double, which only balls round', () => {
  const number = pi.squared().times(e('-1')).over(-3);
  expect([number.sign, number.isExact, number.nearest()]).toEqual([-1, true, undefined]);
  // mpmath: -pi**2*exp(-1)/3
  expect(number.approximation).toBeCloseTo(-1.2102748505519869, 12);
});

test('a power of e has a sign and is near a double, which only balls round', () => {
  const number = e('1').times(-3);
  expect([number.sign, number.isExact, number.nearest()]).toEqual([-1, true, undefined]);
  expect(number.approximation).toBeCloseTo(-8.154845485377136, 14);
});

test('an approximation is no NaN where fraction and power of e are each beyond doubles', () => {
  const tiny = of(`1e-600`);
  // mpmath: exp(1000)*mpf('1e-600')
  expect(tiny.times(e('1000')).approximation / 1.970071114017047e-166).toBeCloseTo(1, 12);
  expect(e('-1000').over(tiny).negated().approximation / -5.075958897549457e165).toBeCloseTo(1, 12);
});

test('powers of e that grow beyond what fractions hold are given up', () => {
  let number = e('1');
  for (let times = 0; times < 13; times++) number = number.squared();
  expect(textOf(number)).toBe('1 e^8192');
  expect(e(`0.${'0'.repeat(1300)}1`).doubt).toBe('overflow');
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
