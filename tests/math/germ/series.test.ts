/** @file Series of functions: their coefficients are Taylor's, and what is exact stays exact. */

import { PI } from '../../../src/math/constants';
import { atan, erf, erfc, sinCos } from '../../../src/math/germ/germ-bounded';
import { GermContext } from '../../../src/math/germ/germ-context';
import { exp, inverse, log, type Outcome, sqrt } from '../../../src/math/germ/germ-functions';
import { MixedBall } from '../../../src/math/mixed-ball';
import { GermSeries } from '../../../src/math/germ/germ-series';
import { LogPolynomial } from '../../../src/math/germ/log-polynomial';

const context = new GermContext();
const one = MixedBall.of(1, context.zero);
const fraction = (n: number, d: number) => LogPolynomial.of(one.scaled(n, d));

/** The polynomial with these fractions as coefficients of u^from, u^(from + 1), ..., where u = t^(1/q). */
const polynomial = (q: number, from: number, ...coefficients: readonly [number, number][]) =>
  GermSeries.of(
    context,
    q,
    from,
    coefficients.map(([n, d]) => fraction(n, d)),
    Infinity,
  );

/** The doubles nearest to the coefficients of u^from and so on. */
function doublesOf(y: Outcome, from: number, count: number): number[] {
  if (!(y instanceof GermSeries)) throw new Error('no series');
  return Array.from({ length: count }, (_, k) => {
    const [number, ...logarithms] = y.at(from + k).numbers;
    if (logarithms.length > 0) throw new Error('a logarithm');
    return number === undefined ? 0 : (number.ball.nearest() ?? NaN);
  });
}

const Y = polynomial(1, 0, [3, 4], [1, 2], [-1, 3], [2, 1]);

// mpmath, 60 digits: f(3/4 + h) composed with h = t/2 - t^2/3 + 2t^3
test.each<[string, (y: GermSeries) => Outcome, number[]]>([
  [
    '1/y',
    inverse,
    [
      4 / 3,
      -8 / 9,
      32 / 27,
      -128 / 27,
      6.05761316872428,
      -9.305898491083676,
      21.538180155464104,
      -34.64837677183356,
    ],
  ],
  [
    'sqrt',
    sqrt,
    [
      0.8660254037844386, 0.28867513459481287, -0.24056261216234406, 1.2348880757666996,
      -0.44504083250033655, 0.49137140965752873, -1.1678423847844166, 1.1603681143242286,
    ],
  ],
  [
    'exp',
    exp,
    [
      2.117000016612675, 1.0585000083063374, -0.44104167012764056, 3.925270864136001,
      2.1519158154977793, -0.8374278711548575, 3.6163834509288986, 2.1825674094125285,
    ],
  ],
  [
    'log',
    log,
    [
      -0.2876820724517809,
      2 / 3,
      -2 / 3,
      3.0617283950617282,
      -2.123456790123457,
      2.6600823045267488,
      -6.189300411522634,
      7.616957345352407,
    ],
  ],
  [
    'sin',
    (y) => sinCos(y).sin,
    [
      0.6816387600233341, 0.36584443443691045, -0.3291011346275237, 1.5617406796499929,
      -0.6872454428839939, 0.24663587347115748, -1.0823793540602928, -0.8671789079343194,
    ],
  ],
  [
    'cos',
    (y) => sinCos(y).cos,
    [
      0.7316888688738209, -0.34081938001166706, 0.13575181139855044, -1.2271285677338788,
      -0.7988344257162021, 0.6718779964614269, -1.6586542738708108, 0.6898694642830783,
    ],
  ],
  [
    'atan',
    atan,
    [
      0.6435011087932844, 0.32, -0.29013333333333335, 1.3899093333333334, -0.66011136,
      0.49850730268444443, -1.2796921960169876, 0.23465040918235427,
    ],
  ],
  [
    'erf',
    erf,
    [
      0.7111556336535151, 0.3214655345976037, -0.3348599318725038, 1.4499435050079414,
      -1.0152534559459474, 0.6608007299346119, -1.8024352753678878, -0.17279194485372396,
    ],
  ],
  [
    'erfc',
    erfc,
    [
      0.28884436634648486, -0.3214655345976037, 0.3348599318725038, -1.4499435050079414,
      1.0152534559459474, -0.6608007299346119, 1.8024352753678878, 0.17279194485372396,
    ],
  ],
])('the coefficients of %s of a polynomial are those of Taylor', (_, f, expected) => {
  const series = f(Y) as GermSeries;
  expect(series.order).toBe(8);
  doublesOf(series, 0, 8).forEach((number, k) => {
    expect(number / (expected[k] as number)).toBeCloseTo(1, 13);
  });
});

test('series that begin at another power have theirs there, and know so many terms', () => {
  // 1/(2t + 3t^2) = 1/2t - 3/4 + 9t/8 - ..., a geometric series
  const inverted = inverse(polynomial(1, 1, [2, 1], [3, 1])) as GermSeries;
  expect(doublesOf(inverted, -1, 8)).toEqual(
    Array.from({ length: 8 }, (_, k) => 0.5 * (-1.5) ** k),
  );
  expect(inverted.order).toBe(7);
  // sqrt(4t^2 + 8t^3) = 2t sqrt(1 + 2t) = 2t + 2t^2 - t^3 + t^4 - ...
  const even = sqrt(polynomial(1, 2, [4, 1], [8, 1])) as GermSeries;
  expect(doublesOf(even, 1, 4)).toEqual([2, 2, -1, 1]);
  expect(even.order).toBe(9);
  // sqrt(9t + 9t^2) = 3 sqrt(t) (1 + t/2 - t^2/8 + ...), in powers of sqrt(t)
  const odd = sqrt(polynomial(1, 1, [9, 1], [9, 1])) as GermSeries;
  expect([odd.q, ...doublesOf(odd, 1, 5)]).toEqual([2, 3, 0, 1.5, 0, -0.375]);
  // log(2t + 2t^2) = log 2 + log t + t - t^2/2 + ...
  const logarithm = log(polynomial(1, 1, [2, 1], [2, 1])) as GermSeries;
  expect(logarithm.at(0).numbers.map(({ ball }) => ball.nearest())).toEqual([Math.LN2, 1]);
  expect(doublesOf(logarithm, 1, 3)).toEqual([1, -0.5, 1 / 3]);
});

test('sums and products of series in different roots of t are in the finest', () => {
  // (1 + t^(1/2)) + (1 + t^(1/3)), and their product
  const [a, b] = [polynomial(2, 0, [1, 1], [1, 1]), polynomial(3, 0, [1, 1], [1, 1])];
  expect([a.plus(b).q, ...doublesOf(a.plus(b), 0, 5)]).toEqual([6, 2, 0, 1, 1, 0]);
  expect([a.times(b).q, ...doublesOf(a.times(b), 0, 7)]).toEqual([6, 1, 0, 1, 1, 0, 1, 0]);
  expect(a.times(b).order).toBe(Infinity);
  // Powers of t^(1/2000000) are not told apart: what is left is a bound, 1 for each.
  const fine = polynomial(1_000_000, 0, [1, 1], [1, 1]).plus(
    polynomial(999_999, 0, [1, 1], [1, 1]),
  );
  expect([fine.q, fine.from, fine.order, fine.coefficients.length]).toEqual([1, 0, 0, 0]);
  const pole = polynomial(1_000_000, -1, [1, 1]).plus(polynomial(999_999, 0, [1, 1]));
  expect([pole.q, pole.from]).toEqual([1, -1]);
  expect(polynomial(4, 0, [1, 1]).plus(polynomial(6, 1, [1, 1])).q).toBe(12);
});

test('so many terms are kept, and what is cut off is a remainder', () => {
  const ones = (from: number, count: number) =>
    polynomial(1, from, ...Array.from({ length: count }, (): [number, number] => [1, 1]));
  // Of 8 terms a product of 4 and 5 has all, one of 6 and 6 has not.
  expect([ones(0, 4).times(ones(0, 5)).order, ones(0, 6).times(ones(0, 6)).order]).toEqual([
    Infinity,
    8,
  ]);
  expect(doublesOf(ones(0, 6).times(ones(0, 6)), 0, 8)).toEqual([1, 2, 3, 4, 5, 6, 5, 4]);
  expect(ones(0, 1).plus(ones(16, 1)).order).toBe(8);
  // e^t + t^(1/2), and e^t + t^(1/200), of which powers above 1024/200 are not kept
  const e = exp(polynomial(1, 1, [1, 1])) as GermSeries;
  const [halves, fine] = [2, 200].map((q) => e.plus(polynomial(q, 1, [1, 1]))) as [
    GermSeries,
    GermSeries,
  ];
  expect([halves.q, halves.order, ...doublesOf(halves, 0, 7)]).toEqual([
    2,
    16,
    1,
    1,
    1,
    0,
    0.5,
    0,
    1 / 6,
  ]);
  expect([fine.q, fine.order, ...[0, 1, 200, 1000].map((at) => doublesOf(fine, at, 1)[0])]).toEqual(
    [200, 1024, 1, 1, 1, 1 / 120],
  );
});

test('a constant, a power and what they are made of have no remainder', () => {
  const third = polynomial(1, 0, [1, 3]);
  const power = polynomial(1, 2, [9, 4]);
  const outcomes: Outcome[] = [
    inverse(third),
    inverse(power),
    sqrt(power),
    exp(third),
    sinCos(third).sin,
    sinCos(third).cos,
    atan(third),
    erf(third),
    erfc(third),
    log(third),
  ];
  expect(outcomes.map((y) => y instanceof GermSeries && y.isTerm)).toEqual(
    outcomes.map(() => true),
  );
  expect(doublesOf(sqrt(power), 1, 1)).toEqual([1.5]);
});

describe('numbers of germs', () => {
  const wholePi = MixedBall.constant(PI, context.zero);
  const pi = (n: number, d: number) => wholePi.scaled(n, d);
  const double = (number: MixedBall) => number.ball.nearest();

  test('sines and cosines of sixths of pi are exact where they are fractions', () => {
    for (let n = -25; n < 26; n++) {
      const [sine, cosine] = [pi(n, 6).sin(), pi(n, 6).cos()];
      const [twiceS, twiceC] = [2 * Math.sin((n * Math.PI) / 6), 2 * Math.cos((n * Math.PI) / 6)];
      for (const [number, twice] of [
        [sine, twiceS],
        [cosine, twiceC],
      ] as const) {
        const whole = Math.round(twice);
        const isWhole = Math.abs(twice - whole) < 1e-9;
        expect([n, number.rational !== undefined]).toEqual([n, isWhole]);
        if (isWhole) expect(number.times(one.scaled(2)).minus(one.scaled(whole)).isZero).toBe(true);
        else expect(double(number)).toBeCloseTo(twice / 2, 12);
      }
    }
    // Neither a seventh of pi, nor a sixth of pi^2, nor 1/6 itself is one of them.
    const others = [pi(1, 7), pi(1, 6).times(wholePi), one.scaled(1, 6)];
    expect(others.map((number) => number.sin().rational)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('what is exact elsewhere: e^0, log 1, atan of 1, erf of 0, and roots of squares', () => {
    const zero = one.minus(one);
    expect([
      double(zero.exp()),
      zero.erf().isZero,
      double(zero.erfc()),
      one.log().isZero,
      zero.atan().isZero,
    ]).toEqual([1, true, 1, true, true]);
    for (const sign of [1, -1])
      expect(one.scaled(sign).atan().minus(pi(sign, 4)).isZero).toBe(true);
    expect([double(one.scaled(2).atan()), double(one.scaled(1, 2).atan())]).toEqual([
      Math.atan(2),
      Math.atan(0.5),
    ]);
    expect([double(one.scaled(2).log()), double(one.scaled(1, 2).log())]).toEqual([
      Math.LN2,
      -Math.LN2,
    ]);
    expect([double(one.scaled(1, 2).erf()), double(one.scaled(1, 2).erfc())]).toEqual([
      0.5204998778130465, 0.4795001221869535,
    ]);
    expect(one.scaled(25, 9).sqrt().minus(one.scaled(5, 3)).isZero).toBe(true);
    expect([one.scaled(25, 8).sqrt().rational, one.scaled(24, 9).sqrt().rational]).toEqual([
      undefined,
      undefined,
    ]);
    // sqrt(4 pi^2) is 2 pi; sqrt(4 pi) is no fraction of a power of it.
    expect(pi(4, 1).times(wholePi).sqrt().minus(pi(2, 1)).isZero).toBe(true);
    expect(double(pi(4, 1).sqrt())).toBe(3.544907701811032);
  });

  test('powers of pi are counted, and what is without one is a fraction', () => {
    const ratio = pi(3, 2).times(pi(1, 5)).over(pi(7, 1).times(wholePi));
    expect(ratio.rational).toMatchObject({ numerator: 3n, denominator: 70n });
    expect(pi(2, 3).rational).toBeUndefined();
    // pi^2/3 and 1/(2 pi)
    expect([double(pi(1, 3).times(wholePi)), double(one.over(pi(2, 1)))]).toEqual([
      3.289868133696453, 0.15915494309189535,
    ]);
    expect(double(pi(1, 2).plus(one))).toBe(2.5707963267948966);
    expect([pi(-1, 2).sign, pi(1, -2).sign, pi(-1, -2).sign, pi(0, 5).sign]).toEqual([
      -1, -1, 1, 0,
    ]);
    expect(pi(0, 5).plus(one).minus(one).isZero).toBe(true);
  });

  test('powers of e are exact too, and so are their sums where the power is the same', () => {
    const e = (n: number, d = 1) => one.scaled(n, d).exp();
    expect(e(1).times(e(-1)).rational).toMatchObject({ numerator: 1n, denominator: 1n });
    expect(e(1, 2).times(e(1, 2)).minus(e(1)).isZero).toBe(true);
    expect(e(3, 4).log().minus(one.scaled(3, 4)).isZero).toBe(true);
    expect([e(2).rational, e(2).minus(e(1)).rational]).toEqual([undefined, undefined]);
    // mpmath: e^2 - e, pi e, e^(pi/2)
    const others = [e(2).minus(e(1)), wholePi.times(e(1)), pi(1, 2).exp()];
    expect(others.map(double)).toEqual([4.670774270471605, 8.539734222673568, 4.810477380965351]);
  });

  test('long fractions are right as balls, and those too long are nothing else', () => {
    const power = (base: number, n: number) =>
      Array.from({ length: n }, () => one.scaled(base)).reduce((product, x) => product.times(x));
    const long = power(3, 200).plus(one).over(power(3, 199));
    expect(long.rational).toBeDefined();
    expect(long.minus(one.scaled(3)).ball.nearest()).toBe(1.1294585848797079e-95);
    const [fits, not] = [power(2, 4095), power(2, 4096)];
    expect([fits.rational === undefined, not.rational === undefined]).toEqual([false, true]);
    const [large, small] = [1024, 2 ** -10].map((x) => MixedBall.of(x, context.zero).rational);
    expect([large, small]).toMatchObject([
      { numerator: 1024n, denominator: 1n },
      { numerator: 1n, denominator: 1024n },
    ]);
  });

  test('the whole part is that of a fraction of either sign', () => {
    const floors = [
      [7, 2],
      [-7, 2],
      [6, 2],
      [-6, 2],
    ].map(([n = 0, d = 0]) => double(one.scaled(n, d).floor()));
    expect(floors).toEqual([3, -4, 3, -3]);
    expect(double(pi(1, 1).floor())).toBe(3);
  });
});
