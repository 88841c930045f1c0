import { PI } from '../../../src/math/constants';
import { decimalDigits, mixedDigits } from '../../../src/math/digits/decimal-digits';
import { MixedBall } from '../../../src/math/mixed-ball';
import { WholeBall } from '../../../src/math/whole/whole-ball';
import { randomWords } from '../../support/random';
import {
  compare,
  magnitudeRatio,
  minus,
  ofDecimal,
  ofDouble,
  over,
  type Rational,
} from '../../support/rational';

const of = (x: number): WholeBall => WholeBall.of(x, 400);

// By mpmath at 8,000 bits.
test.each<[string, WholeBall, number, string]>([
  ['e', of(1).exp(), 50, '2.7182818284590452353602874713526624977572470937000'],
  ['pi/6', of(1).constant(PI).over(6), 30, '0.523598775598298873077107230547'],
  ['1/3', of(1).over(3), 20, '0.33333333333333333333'],
  ['-1/3', of(-1).over(3), 3, '-0.333'],
  ['the double 0.1', of(0.1), 17, '0.10000000000000001'],
  ['the double 0.1', of(0.1), 55, '0.1000000000000000055511151231257827021181583404541015625'],
  ['a tenth', of(1).over(10), 17, '0.10000000000000000'],
  ['2^-1074', of(5e-324), 20, '4.9406564584124654418e-324'],
  ['e^-50', of(-50).exp(), 25, '1.928749847963917783017343e-22'],
  ['e^100', of(100).exp(), 25, '2.688117141816135448412626e+43'],
  ['10^6 log 3', of(3).log().times(1e6), 25, '1098612.288668109691395245'],
  ['sin 10^22', of(1e22).sin(), 30, '-0.852200849767188801772705893753'],
])('%s is written with its right digits', (_, ball, count, digits) => {
  expect(decimalDigits(ball, count)).toBe(digits);
});

test('a thousand digits of e', () => {
  const digits = decimalDigits(WholeBall.of(1, 3500).exp(), 1000) ?? '';
  expect(digits).toHaveLength(1001);
  expect(digits.slice(-30)).toBe('687396965521267154688957035035');
});

test('plain between 10^-6 and 10^21, with an exponent elsewhere, as JavaScript does', () => {
  for (const x of [1e-7, 1.5e-7, 1e-6, 0.00123, 1, 12.5, 1e20, 123456789e12, 1e21, 1.5e300]) {
    const [digits = ''] = String(x).replace('.', '').split('e');
    const count = Math.max(1, digits.replace(/^0+/, '').replace(/0+$/, '').length);
    expect(decimalDigits(of(x), count)).toBe(String(x));
  }
});

test('what is rounded up may have a digit more before the point', () => {
  expect(decimalDigits(of(999.5), 3)).toBe('1000');
  expect(decimalDigits(of(0.9996), 3)).toBe('1.00');
  expect([decimalDigits(of(99.6), 3), decimalDigits(of(0.93), 1)]).toEqual(['99.6', '0.9']);
});

test('a middle is rounded to even where it is exact, and not decided else', () => {
  expect([decimalDigits(of(2.5), 1), decimalDigits(of(3.5), 1)]).toEqual(['2', '4']);
  expect(decimalDigits(of(2.5).widened(of(1e-60)), 1)).toBeUndefined();
  expect(decimalDigits(of(2.5).widened(of(1e-60)), 2)).toBe('2.5');
});

test('zero is 0, and nothing is said of what is not known', () => {
  expect(decimalDigits(of(0), 30)).toBe('0');
  expect(decimalDigits(of(230_000).exp(), 3)).toBe('5.38e+99887');
  expect(decimalDigits(of(-230_700).exp(), 3)).toBeUndefined();
  for (const ball of [of(0).widened(of(1e-300)), of(-1).log(), of(1e6).exp()]) {
    expect(decimalDigits(ball, 3)).toBeUndefined();
  }
  expect(decimalDigits(of(1).exp(), 300)).toBeUndefined();
});

describe('a fraction', () => {
  const like = MixedBall.of(0, WholeBall.of(0, 160));
  const written = (n: number, d: number, count: number): string =>
    mixedDigits(like.exact(n).over(d), count) ?? '';

  /** How many digits a decimal has, and what one of the last of them is worth. */
  function lastOf(text: string): { count: number; unit: Rational } {
    const [digits = '', exponent = '0'] = text.replace('-', '').split('e');
    const [, decimals = ''] = digits.split('.');
    const count = digits.replace('.', '').replace(/^0+/, '').length;
    return { count, unit: ofDecimal(`1e${String(Number(exponent) - decimals.length)}`) };
  }

  test('of any size is written with the digits that are asked for, off by half of the last at most', () => {
    const word = randomWords(11);
    for (let i = 0; i < 400; i++) {
      const [n, d, count] = [1 + (word() % 1e6), 1 + (word() % 1e9), 1 + (word() % 20)];
      const sign = i % 2 === 0 ? 1 : -1;
      const text = written(sign * n, d, count);
      const last = lastOf(text);
      const off = minus(ofDecimal(text), over(ofDouble(sign * n), ofDouble(d)));
      const whole = compare(last.unit, ofDouble(1)) === 0 && !text.includes('.');
      expect([n, d, text, whole || last.count === count]).toEqual([n, d, text, true]);
      if (!whole) expect(magnitudeRatio(off, last.unit)).toBeLessThanOrEqual(0.5);
    }
  });

  test('in the middle of two decimals is rounded to the even one, with any sign', () => {
    const found = [written(1, 8, 2), written(-3, 8, 2), written(5, 2, 1), written(-7, 2, 1)];
    expect(found).toEqual(['0.12', '-0.38', '2', '-4']);
    // No ball of these is exact.
    expect([written(3, 20, 1), written(1, 20, 1), written(-1, 40, 1)]).toEqual([
      '0.2',
      '0.05',
      '-0.02',
    ]);
    expect([written(0, 3, 5), written(1, 3, 3), written(-2e21, 1, 2)]).toEqual([
      '0',
      '0.333',
      '-2.0e+21',
    ]);
  });

  test('is no ball, so that what is none is written as its ball is', () => {
    expect(mixedDigits(like.exact(2).sqrt(), 20)).toBe('1.4142135623730950488');
  });
});
