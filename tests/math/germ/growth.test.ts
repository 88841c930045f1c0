/** @file Germs beyond series: e^(1/x), logarithms, what is merely bounded, and what is in doubt. */

import type { Ball, BallFormula } from '../../../src/math/ball';
import { PI } from '../../../src/math/constants';
import { Germ } from '../../../src/math/germ/germ';
import { GermContext } from '../../../src/math/germ/germ-context';
import { realOfDouble } from '../../../src/math/real';
import { type Figure, sideOf } from '../../support/germs';

/** e^(1/x), which grows faster than every power of 1/x as x comes to 0 from the right. */
const huge = <T extends Ball<T>>(x: T): T => x.inverse().exp();
const wave = <T extends Ball<T>>(x: T): T => x.inverse().sin();
const zero = <T extends Ball<T>>(x: T): T => x.minus(x);
const QUARTER = Math.PI / 2;

test.each<[string, BallFormula, Figure, Figure]>([
  ['-e^(1/x)', (x) => huge(x).negated(), -Infinity, Infinity],
  ['--e^(1/x)', (x) => huge(x).negated().negated(), Infinity, -Infinity],
  ['-2 e^(1/x)', (x) => huge(x).times(-2), -Infinity, Infinity],
  ['e^(1/x) (-2)', (x) => x.exact(-2).times(huge(x)), -Infinity, Infinity],
  ['3 e^(1/x)', (x) => huge(x).times(3), Infinity, -Infinity],
  ['e^(1/x) (-e^(1/x))', (x) => huge(x).times(huge(x).negated()), -Infinity, Infinity],
  ['0 e^(1/x)', (x) => huge(x).times(zero(x)), 0, 0],
  ['e^(1/x) sin(1/x)', (x) => huge(x).times(wave(x)), 'undecided', 'undecided'],
  ['e^(1/x) + 5', (x) => huge(x).plus(5), Infinity, -Infinity],
  ['5 - e^(1/x)', (x) => x.exact(5).minus(huge(x)), -Infinity, Infinity],
  ['e^(1/x) + e^(2/x)', (x) => huge(x).plus(huge(x.over(2))), Infinity, -Infinity],
  ['1/e^(1/x)', (x) => huge(x).inverse(), 0, 0],
  ['sqrt(e^(1/x))', (x) => huge(x).sqrt(), Infinity, -Infinity],
  ['sqrt(-e^(1/x))', (x) => huge(x).negated().sqrt(), 'outside', 'outside'],
  ['log(e^(1/x))', (x) => huge(x).log(), 'undecided', 'undecided'],
  ['log(-e^(1/x))', (x) => huge(x).negated().log(), 'outside', 'outside'],
  ['e^(e^(1/x))', (x) => huge(x).exp(), Infinity, -Infinity],
  ['e^(-e^(1/x))', (x) => huge(x).negated().exp(), 0, 0],
  ['atan(e^(1/x))', (x) => huge(x).atan(), QUARTER, 0],
  ['atan(-e^(1/x))', (x) => huge(x).negated().atan(), -QUARTER, 0],
  ['erf(-e^(1/x))', (x) => huge(x).negated().erf(), -1, 0],
  ['erfc(-e^(1/x))', (x) => huge(x).negated().erfc(), 2, 0],
  ['sin(e^(1/x))', (x) => huge(x).sin(), 'undecided', 'undecided'],
  ['x^2 cos(e^(1/x))', (x) => x.squared().times(huge(x).cos()), 0, 0],
  ['floor(e^(1/x))', (x) => huge(x).floor(), 'undecided', 'undecided'],
  ['e^(1/x) give or take x', (x) => huge(x).widened(x), 'undecided', 'undecided'],
  ['x give or take e^(1/x)', (x) => x.widened(huge(x)), 'undecided', 'undecided'],
])('as x comes to 0 from the right, %s is of value and slope', (_, formula, value, slope) => {
  expect(sideOf(formula, realOfDouble(0), 1)).toEqual([value, slope]);
});

test.each<[string, BallFormula, Figure, Figure]>([
  ['x atan(sin(1/x))', (x) => x.times(wave(x).atan()), 0, 'undecided'],
  ['x erf(sin(1/x))', (x) => x.times(wave(x).erf()), 0, 'undecided'],
  ['e^sin(1/x)', (x) => wave(x).exp(), 'undecided', 'undecided'],
  ['1/sin(1/x)', (x) => wave(x).inverse(), 'undecided', 'undecided'],
  ['sqrt(sin(1/x))', (x) => wave(x).sqrt(), 'undecided', 'undecided'],
  ['log(sin(1/x))', (x) => wave(x).log(), 'undecided', 'undecided'],
  ['|sin(1/x)|', (x) => wave(x).abs(), 'undecided', 'undecided'],
  ['floor(1/x)', (x) => x.inverse().floor(), 'undecided', 'undecided'],
  ['floor(2 + x sin(1/x))', (x) => x.times(wave(x)).plus(2).floor(), 'undecided', 'undecided'],
  ['floor(2.5 + x sin(1/x))', (x) => x.times(wave(x)).plus(2.5).floor(), 2, 0],
  ['floor(2 - x)', (x) => x.negated().plus(2).floor(), 1, 0],
  ['floor(log 3)', (x) => x.exact(3).log().floor(), 1, 0],
  ['floor(e^(log 3))', (x) => x.exact(3).log().exp().floor(), 'undecided', 'undecided'],
  ['log 0', (x) => zero(x).log(), 'pole', 'pole'],
  ['log(-1 + x)', (x) => x.minus(1).log(), 'outside', 'outside'],
  ['sqrt 0', (x) => zero(x).sqrt(), 0, 0],
  ['1/(0 + x - x)', (x) => zero(x).inverse(), 'pole', 'pole'],
  ['1/log x', (x) => x.log().inverse(), 'undecided', 'undecided'],
  ['x/(x log x)', (x) => x.over(x.times(x.log())), 'undecided', 'undecided'],
  ['x^3/(x log x)', (x) => x.squared().times(x).over(x.times(x.log())), 0, 0],
  ['x sqrt(-log x)', (x) => x.times(x.log().negated().sqrt()), 0, 'undecided'],
  ['sqrt(-x^2 log x)', (x) => x.squared().times(x.log()).negated().sqrt(), 0, 'undecided'],
  ['e^(2 log x)', (x) => x.log().times(2).exp(), 0, 0],
  ['e^(-1.5 log x)', (x) => x.log().times(-1.5).exp(), Infinity, -Infinity],
  // 20.08... is e^3.
  ['e^(log x + 3 + x)', (x) => x.log().plus(3).plus(x).exp(), 0, 20.085536923187668],
  ['e^(log(x)^2)', (x) => x.log().squared().exp(), Infinity, -Infinity],
  ['e^(-log(x)^2)', (x) => x.log().squared().negated().exp(), 0, 0],
  ['e^(log(x)/x)', (x) => x.log().over(x).exp(), 0, 0],
  ['x^pi', (x) => x.log().times(x.constant(PI)).exp(), 0, 0],
  ['x^(1/pi)', (x) => x.log().over(x.constant(PI)).exp(), 0, 'undecided'],
  ['log(x)^2', (x) => x.log().squared(), Infinity, -Infinity],
  ['log(x)^3', (x) => x.log().squared().times(x.log()), -Infinity, Infinity],
  ['x log(x)^2', (x) => x.times(x.log().squared()), 0, Infinity],
  ['e^x - 1', (x) => x.expm1(), 0, 1],
  ['log(1 + x)', (x) => x.log1p(), 0, 1],
  ['erf(1 + x)', (x) => x.plus(1).erf(), 0.8427007929497149, 0.41510749742059472],
  ['erfc(1 + x)', (x) => x.plus(1).erfc(), 0.15729920705028513, -0.41510749742059472],
])('as x comes to 0 from the right, %s has value and slope', (_, formula, value, slope) => {
  expect(sideOf(formula, realOfDouble(0), 1)).toEqual([value, slope]);
});

/** A number that is too large to be handled. */
const over = <T extends Ball<T>>(x: T): T => x.exact(1e300).exp().exp();
const power = <T extends Ball<T>>(x: T, n: number): T => (n === 1 ? x : power(x, n - 1).times(x));

test.each<[string, BallFormula, Figure, Figure]>([
  ['1.5 + x give or take x^2', (x) => x.plus(1.5).widened(x.squared()), 1.5, 1],
  ['1.5 + x give or take x', (x) => x.plus(1.5).widened(x), 1.5, 'undecided'],
  ['1.5 + x give or take 0', (x) => x.plus(1.5).widened(zero(x)), 1.5, 1],
  ['1.5 + x give or take 2^-60', (x) => x.plus(1.5).widened(x.exact(2 ** -60)), 1.5, 'undecided'],
  ['1.5 + x give or take 1', (x) => x.plus(1.5).widened(x.exact(1)), 'undecided', 'undecided'],
  [
    '1.5 + sqrt(x) give or take 2^-60',
    (x) =>
      x
        .sqrt()
        .plus(1.5)
        .widened(x.exact(2 ** -60)),
    1.5,
    'undecided',
  ],
  ['1/x give or take 1', (x) => x.inverse().widened(x.exact(1)), Infinity, -Infinity],
  ['1.5 + x give or take sin(1/x)', (x) => x.plus(1.5).widened(wave(x)), 'undecided', 'undecided'],
  // The first ten terms cancel: 1/10! and 1/11! are left.
  [
    '(e^x - 1 - x - ... - x^9/9!)/x^10',
    (x) => {
      let [rest, term] = [x.exp().minus(1), x];
      for (let n = 2; n <= 10; n++) [rest, term] = [rest.minus(term), term.times(x).over(n)];
      return rest.over(power(x, 10));
    },
    2.755731922398589e-7,
    2.505210838544172e-8,
  ],
])(
  'as x comes to 0 from the right, to within a bound %s is of value and slope',
  (_, formula, value, slope) => {
    expect(sideOf(formula, realOfDouble(0), 1)).toEqual([value, slope]);
  },
);

test.each<[string, BallFormula]>([
  ['itself', (x) => over(x)],
  ['and x', (x) => over(x).plus(x)],
  ['inverted', (x) => over(x).plus(x).inverse()],
  ['of atan', (x) => over(x).plus(x).atan()],
  ['of a large x', (x) => over(x).plus(x.inverse()).atan().times(over(x))],
  ['of erf', (x) => over(x).plus(x).erf()],
  ['of log', (x) => over(x).plus(x).log()],
  ['of sqrt', (x) => over(x).plus(x).sqrt()],
  ['of floor', (x) => over(x).plus(x).floor()],
  ['of exp', (x) => over(x).times(x.log()).exp()],
])('of what is too large to be handled nothing is said: %s', (_, formula) => {
  const [value] = sideOf(formula, realOfDouble(0), 1);
  expect(['undecided', 'overflow']).toContain(value);
});

describe('a germ at 0, from the right', () => {
  const x = Germ.variable(realOfDouble(0), 1, new GermContext());
  const at3 = Germ.variable(realOfDouble(3), -1, new GermContext());

  test('is 0 where it is taken from itself, and 1 where it is divided by itself', () => {
    for (const y of [huge(x), wave(x), x.log()]) expect(y.minus(y).sign).toBe(0);
    for (const y of [huge(x), x.log(), x]) expect(y.over(y).minus(1).sign).toBe(0);
    // Not where it may be 0, or is.
    expect(wave(x).over(wave(x)).doubt).toBe('undecided');
    expect(zero(x).over(zero(x)).doubt).toBe('pole');
  });

  test('is a polynomial where one divides the other', () => {
    for (const y of [x, at3]) {
      const square = y.squared();
      expect(square.minus(1).over(y.minus(1)).minus(y).minus(1).sign).toBe(0);
      expect(
        square.times(y).plus(8).over(y.plus(2)).minus(square).plus(y.times(2)).minus(4).sign,
      ).toBe(0);
    }
    // x^2 + 1 = (x - 1)(x + 1) + 2: what is left is 2/(x - 1), and negative.
    expect(x.squared().plus(1).over(x.minus(1)).minus(x).minus(1).sign).toBe(-1);
    expect(x.plus(1).over(x.squared().plus(1)).minus(1).minus(x).sign).toBe(-1);
  });

  test('is exact where it is one fraction, and near its limit by approximation', () => {
    const germs = [
      x.exact(2.5),
      zero(x),
      x,
      x.plus(2),
      x.constant(PI),
      x.inverse(),
      huge(x),
      wave(x),
      huge(x).negated(),
      x.exact(2).sqrt(),
    ];
    expect(germs.map(({ isExact }) => isExact)).toEqual([
      true,
      true,
      ...Array.from({ length: 8 }, () => false),
    ]);
    expect(germs.map(({ approximation }) => approximation)).toEqual([
      2.5,
      0,
      0,
      2,
      Math.PI,
      Infinity,
      Infinity,
      NaN,
      -Infinity,
      Math.SQRT2,
    ]);
    expect(x.unknown('pole').approximation).toBeNaN();
  });

  test('has the doubt that is more certain of two', () => {
    const [open, pole, none] = (['undecided', 'pole', 'outside'] as const).map((doubt) =>
      x.unknown(doubt),
    ) as [Germ, Germ, Germ];
    expect(
      [open.plus(pole), pole.plus(open), open.times(none), x.plus(open), pole.plus(x)].map(
        ({ doubt }) => doubt,
      ),
    ).toEqual(['pole', 'pole', 'outside', 'undecided', 'pole']);
    expect([pole.abs().doubt, open.abs().doubt, wave(x).abs().doubt, x.doubt, pole.sign]).toEqual([
      'pole',
      'undecided',
      'undecided',
      undefined,
      undefined,
    ]);
    expect([none.limit(), none.slope(1)]).toEqual([
      { kind: 'none', doubt: 'outside' },
      { kind: 'none', doubt: 'outside' },
    ]);
  });

  test('is negligible in a sum where its power is beyond the remainder, or its limit beyond the last bit', () => {
    // 8 terms of e^x: x^8 is beyond them.
    const sum = x.exp();
    expect([8, 7].map((n) => power(x, n).isNegligibleIn(sum))).toEqual([true, false]);
    const sqrt = x.sqrt();
    expect(sqrt.isNegligibleIn(sum)).toBe(false);
    expect(
      [x.exact(2 ** -200), x.exact(2 ** -100), zero(x)].map((y) => y.isNegligibleIn(x.exact(1))),
    ).toEqual([true, false, true]);
    // Of what is infinite nothing is gained by more.
    expect([
      huge(x).isNegligibleIn(x),
      x.isNegligibleIn(huge(x)),
      x.inverse().isNegligibleIn(x),
    ]).toEqual([true, true, true]);
  });
});
