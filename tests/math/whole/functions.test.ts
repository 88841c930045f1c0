/** @file Functions of balls of whole numbers: they hold the true values, are hardly wider, and cost no more than they must. */

import { PI } from '../../../src/math/constants';
import { Series, type Sum } from '../../../src/math/whole/fixed-series';
import { WholeBall } from '../../../src/math/whole/whole-ball';
import { middle, radius } from '../../support/ball-rows';
import { preciseRows } from '../../support/fixtures';
import { magnitudeRatio, minus, ofDecimal, type Rational, times } from '../../support/rational';

type Unary = 'exp' | 'expm1' | 'log' | 'log1p' | 'sin' | 'cos' | 'atan' | 'erf' | 'erfc' | 'sqrt';
const FUNCTIONS = 'exp expm1 log log1p sin cos atan erf erfc'.split(' ') as readonly Unary[];
const UNARY: readonly Unary[] = [...FUNCTIONS, 'sqrt'];

const of = (x: number, bits = 160): WholeBall => WholeBall.of(x, bits);
const wide = (x: number, by: number): WholeBall => of(x).widened(of(by));
const twoTo = (n: number): Rational => ({ numerator: 1n << BigInt(n), denominator: 1n });

/** The distance of a true value from the middle of a ball, in radii. */
function distance(ball: WholeBall, truth: Rational): number {
  const off = minus(middle(ball), truth);
  return off.numerator === 0n ? 0 : magnitudeRatio(off, radius(ball));
}

/** The radius in units of the last bit that is kept. */
const unitsOf = (ball: WholeBall, truth: Rational): number =>
  magnitudeRatio(times(radius(ball), twoTo(ball.bits)), truth);

describe('of a double', () => {
  test.each(UNARY)('%s holds the true value, and is known to nearly all its bits', (name) => {
    const rows = preciseRows().filter((row) => row.name === name);
    expect(rows.length).toBeGreaterThan(15);
    const results = rows.map(({ x, y }) => {
      const [ball, truth] = [of(x)[name](), ofDecimal(y)];
      const off = truth.numerator === 0n ? 0 : magnitudeRatio(minus(middle(ball), truth), truth);
      const lost = truth.numerator === 0n ? radius(ball).numerator : unitsOf(ball, truth);
      // The fixture has 60 digits, the ball may have more.
      return { x, isHeld: off < 1e-59 || distance(ball, truth) <= 1, lost: Number(lost) };
    });
    expect(results.filter(({ isHeld, lost }) => !isHeld || !(lost < 8))).toEqual([]);
  });

  test.each(UNARY)('%s of more bits, or of fewer, too', (name) => {
    const rows = preciseRows('deep.tsv').filter((row) => row.name === name);
    expect(rows.length).toBeGreaterThan(4);
    const results = rows.flatMap(({ x, y }) =>
      [53, 100, 520, 700, 1200, 1700, 2000].map((bits) => {
        const [ball, truth] = [of(x, bits)[name](), ofDecimal(y)];
        return { x, bits, isHeld: distance(ball, truth) <= 1, lost: unitsOf(ball, truth) };
      }),
    );
    expect(results.filter(({ isHeld, lost }) => !isHeld || !(lost < 2.1))).toEqual([]);
  });
});

/**
 * Functions, arguments, and how many units of the last bit that is kept the result may be off by. Guard bits leave
 * hardly anything of that; what is rounded once more is off by 1, and by 2 where it is nearly a power of two.
 */
const UNITS: [what: string, f: (x: WholeBall) => WholeBall, x: readonly number[], most: number][] =
  [
    ['exp', (x) => x.exp(), [0.5, -1, 20.25, -178.6, 0.001, 1234.5], 1.01],
    ['expm1', (x) => x.expm1(), [0.5, -1, 1.5, 20.25, 0.002], 0.01],
    ['expm1 of small ones', (x) => x.expm1(), [0.0019, 1e-6, -3e-9], 0.01],
    ['log', (x) => x.log(), [0.5, 1.5, 20.25, 1e22, 3e-20, 1e200], 0.01],
    ['log near a power of two', (x) => x.log(), [1.001, 0.999, 4.002, 1023.5], 0.01],
    ['log1p of small ones', (x) => x.log1p(), [0.0019, 1e-4, -3e-9], 0.01],
    ['sin', (x) => x.sin(), [0.5, -1, 2.7, 20.25, 1e22, -277561298345467140], 0.01],
    ['sin of small ones', (x) => x.sin(), [1e-5, -1e-12], 0.01],
    ['sin near multiples of pi', (x) => x.sin(), [3.141, 314.16, 1e6], 0.25],
    ['cos', (x) => x.cos(), [0.5, -1, 2.7, 20.25, 1e22, 1e-5], 0.01],
    ['atan', (x) => x.atan(), [0.5, -1, 1.5, 20.25, 0.1489, 200, 5000, -1e22, 1e300], 0.01],
    ['erf', (x) => x.erf(), [0.5, -1, 1.5, 3.9, 0.3, 6, 20], 0.01],
    ['erfc', (x) => x.erfc(), [0.5, 1.5, 3.9, -2, 0.99, 7], 0.02],
    ['erfc far out', (x) => x.erfc(), [20.25, 13, 100], 0.01],
    ['sqrt', (x) => x.sqrt(), [0.5, 1.5, 1e-300, 3e22], 1.26],
    ['1/x', (x) => x.inverse(), [3, -7, 1e22, 0.3], 1.26],
    ['1/3 + 1/7', (x) => x.inverse().plus(x.exact(7).inverse()), [3], 2.9],
  ];

/** Kernels work with places in steps of 64: of these some have none to spare, whatever is added before. */
const BITS = [53, ...Array.from({ length: 12 }, (_, i) => 90 + 2 * i), 164, 174, 290];

test.each(UNITS)('%s is known to its last bit', (_, f, points, most) => {
  for (const x of points) {
    const truth = middle(f(of(x, 400)));
    for (const bits of BITS) {
      const ball = f(of(x, bits));
      expect([x, bits, distance(ball, truth) <= 1]).toEqual([x, bits, true]);
      const units = ball.radius * 2 ** (bits - ball.length);
      expect([x, bits, units, units <= most]).toEqual([x, bits, units, true]);
    }
  }
});

const POSITIVE = [0.0015, 0.0019, 0.4, 0.7, 1.3, 3.7, 12.25];
const LARGE = [200, 300, -1e5];
const ALL = POSITIVE.flatMap((x) => [x, -x]);

/**
 * Functions, where they are monotone, and how many times as wide as its values their result may be for a narrow ball:
 * 1.01 where the slope in the middle stands for all, more where it is only bounded.
 */
const MONOTONE: [name: Unary, x: readonly number[], most: number][] = [
  ['exp', ALL, 1.0101],
  ['expm1', ALL, 1.0101],
  ['log', [...POSITIVE, 300, 1e5], 1.0101],
  ['log1p', [...POSITIVE, 300, -0.0019, -0.4], 1.013],
  ['sin', [0.0015, -0.0019], 1.0001],
  ['cos', [0.0015, -0.0019], 2],
  ['atan', [...ALL, ...LARGE], 1.0101],
  ['erf', [0.0015, -0.0019], 1.0015],
  ['erf', ALL, Infinity],
  ['erfc', POSITIVE, 1.39],
  ['erfc', ALL, Infinity],
  ['sqrt', POSITIVE, 4.01],
];

/** Above this radius these are evaluated at both ends, and hardly wider. */
const WIDE = 2 ** -7;
const BETWEEN_ENDS = new Set<Unary>(['exp', 'expm1', 'erf', 'erfc']);

describe.each([1e-20, 0.0035, 0.0042, 2 ** -7.1, 2 ** -6.9, 2 ** -6.1, 0.03, 0.3, 0.99])(
  'of a ball of radius %p, or of such a part of a small number,',
  (by) => {
    test.each(MONOTONE)(
      '%s holds the values at both ends, and is little wider',
      (name, x, most) => {
        const complaints = x.flatMap((point) => {
          const r = by * Math.min(1, Math.abs(point));
          const ball = wide(point, r)[name]();
          const ends = [of(point, 300).minus(r), of(point, 300).plus(r)];
          const values = ends.map((end) => middle(end[name]()));
          const [low, high] = values as [Rational, Rational];
          const isHeld = values.every((value) => distance(ball, value) <= 1 + 1e-25);
          const spread = times(minus(high, low), { numerator: 1n, denominator: 2n });
          const rounding = times(middle(ball), { numerator: 1n, denominator: 1n << 156n });
          const loose = magnitudeRatio(minus(radius(ball), rounding), spread);
          const isWide = r > WIDE && BETWEEN_ENDS.has(name) && most < Infinity;
          return isHeld && loose <= (isWide ? 1.0001 : most) ? [] : [[point, isHeld, loose]];
        });
        expect(complaints).toEqual([]);
      },
    );
  },
);

test('of exact numbers functions are exact where their values are fractions', () => {
  const zero = of(0);
  const values = [zero.exp(), zero.expm1(), of(1).log(), zero.log1p(), zero.sin(), zero.cos()];
  const others = [zero.atan(), zero.erf(), zero.erfc(), zero.sqrt(), of(2.25).sqrt()];
  const found = [...values, ...others].map((ball) => [ball.isExact, ball.nearest()]);
  expect(found).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1.5].map((value) => [true, value]));
});

test.each(UNARY)('%s of an unknown number says what that says', (name) => {
  for (const doubt of ['undecided', 'overflow', 'pole', 'outside'] as const)
    expect(of(0).unknown(doubt)[name]().doubt).toBe(doubt);
});

test('without a value, or perhaps without one, functions say so', () => {
  const doubts = [of(0).log(), of(-1).log(), wide(1, 2).log(), of(-2).log1p(), of(-1).log1p()];
  expect(doubts.map(({ doubt }) => doubt)).toEqual([
    'pole',
    'outside',
    'undecided',
    'outside',
    'pole',
  ]);
});

describe('of large numbers', () => {
  const power = (n: number, bits = 100): WholeBall => {
    const half = n > 1000 ? power(Math.floor(n / 2), bits) : of(1, bits);
    return n > 1000 ? half.squared().times(2 ** (n % 2)) : half.times(2 ** n);
  };

  test('sines and cosines are reduced up to 2^16384, and beyond it there are too many digits', () => {
    for (const wave of ['sin', 'cos'] as const) expect(power(16384)[wave]().doubt).toBe('overflow');
    // By mpmath.
    expect(power(16383).sin().nearest()).toBe(0.3893629985894208);
    expect(power(16383).cos().nearest()).toBe(0.9210843909921906);
  });

  test('e^x is known up to 2^50 to either side; beyond, it is no number any more, or nearly 0', () => {
    for (const x of [1e15, -1e15]) expect(of(x).exp().log().nearest()).toBe(x);
    expect(of(1.2e15).exp().doubt).toBe('overflow');
    const tiny = of(-1.2e15).exp();
    expect([tiny.sign, tiny.plus(1).nearest()]).toEqual([undefined, 1]);
    // e^(-2^50) is 2^(-1.44 2^50), and e^(1 - 2^50) e^(2^50) is e.
    expect(tiny.exponent).toBeGreaterThanOrEqual(-1.2e15 * Math.LOG2E);
    expect(
      of(1 - 1e15)
        .exp()
        .times(of(1e15).exp())
        .nearest(),
    ).toBe(Math.E);
  });

  test('atan comes to pi/2, however large and however wide they are', () => {
    const huge = power(3000);
    for (const ball of [huge, huge.widened(power(2000)), huge.widened(power(2999))]) {
      const rest = ball.atan().minus(of(1, 100).constant(PI).times(0.5));
      expect([ball.atan().nearest(), rest.most.exponent < -90]).toEqual([Math.PI / 2, true]);
    }
    expect(huge.negated().atan().nearest()).toBe(-Math.PI / 2);
  });

  test('atan of one that is not known exactly is not known to all its bits', () => {
    // The slope is 2^-1400, the radius 2^600.
    const ball = power(700, 2560).widened(power(600, 2560)).atan();
    const last = ball.exponent + Math.log2(ball.radius);
    expect([last > -800, last < -799.9]).toEqual([true, true]);
  });

  test('erf is 1 and erfc is nearly 0, but above it', () => {
    const huge = power(1100);
    expect([huge.erf().nearest(), huge.erfc().nearest()]).toEqual([1, 0]);
    expect(huge.negated().erf().nearest()).toBe(-1);
    expect([of(1e5).erfc().sign, of(-1e5).erfc().nearest()]).toEqual([1, 2]);
  });
});

test('the slope of a cosine is bounded by the angle up to 1, and by 1 beyond', () => {
  const bound = (x: number): number =>
    magnitudeRatio(radius(wide(x, 1e-20).cos()), ofDecimal('1e-20'));
  for (const x of [0.3, 0.7, 0.9, -0.9]) expect(bound(x)).toBeCloseTo(Math.abs(x), 6);
  for (const x of [1.1, 1.9, -20]) expect(bound(x)).toBeCloseTo(1, 6);
});

test('a wave of whatever is as wide as a turn is between -1 and 1', () => {
  for (const wave of ['sin', 'cos'] as const) {
    const { mantissa, most } = wide(1e10, 1.5)[wave]();
    expect([mantissa, most.value * 2 ** most.exponent]).toEqual([0n, expect.closeTo(1, 6)]);
  }
});

/** What the series of fixed point are asked for: places, the largest of the arguments in size, and terms. */
function worked(run: () => unknown): { places: number[]; size: number; terms: number } {
  const sums = jest.spyOn(Series.prototype, 'sum');
  run();
  const results = sums.mock.results.map(({ value }) => value as Sum);
  const sizes = sums.mock.calls.map(([x, places]) => Math.abs(Number(x)) / 2 ** places);
  const places = sums.mock.calls.map((call) => call[1]);
  sums.mockRestore();
  // The bound on the error is 6 units for each term, and 4.
  const terms = results.reduce((sum, { error }) => sum + (error - 4) / 6, 0);
  return { places, size: Math.max(...sizes), terms };
}

describe('series by themselves', () => {
  interface WithSeries {
    readonly growth: number;
    readonly [series: string]: unknown;
  }
  const inner = (ball: WholeBall) => ball as unknown as WithSeries;
  const summed = (name: string, ball: WholeBall): WholeBall =>
    (inner(ball)[name] as () => WholeBall).call(ball);

  test.each<[series: string, of: Unary, most: number]>([
    ['expm1Series', 'expm1', 1.1],
    ['log1pSeries', 'log1p', 1.1],
    ['sinSeries', 'sin', 1.1],
    ['cosSeries', 'cos', 2.1],
    ['atanSeries', 'atan', 1.1],
  ])('%s of a ball holds the values at both ends, and is little wider', (series, name, most) => {
    for (const [x, r] of [
      [0.003, 0.0001],
      [-0.003, 1e-30],
    ] as const) {
      const ball = summed(series, wide(x, r));
      const ends = [of(x, 300).minus(r), of(x, 300).plus(r)].map((end) => middle(end[name]()));
      expect(ends.map((end) => distance(ball, end) <= 1)).toEqual([true, true]);
      const spread = minus(ends[0] as Rational, ends[1] as Rational);
      expect(2 * magnitudeRatio(radius(ball), spread)).toBeLessThan(most);
    }
  });

  test('say the error that is proved of them, and a unit for their argument', () => {
    const { terms } = worked(() => summed('cosSeries', of(0.7, 126)));
    const { exponent, radius: r } = summed('cosSeries', of(0.7, 126));
    expect(r * 2 ** (exponent + 126)).toBeCloseTo(6 * terms + 4 + 1, 5);
  });

  test('of erfc far out begin hardly above where e^(-x^2) is one of their units, or their terms would not end', () => {
    for (const bits of [53, 94, 160, 350, 1000]) {
      // The series has 16 bits more, in digits of 64.
      const places = 64 * Math.ceil((bits + 18) / 64) - 2;
      let [near, far] = [1, 100];
      for (let i = 0; i < 40; i++) {
        const middle = (near + far) / 2;
        if (inner(of(middle, bits))['isFarOut'] === true) far = middle;
        else near = middle;
      }
      const part = (far * far * Math.LOG2E) / places;
      expect([bits, part > 1.01 && part < 1.03]).toEqual([bits, true]);
      expect(inner(of(-far, bits))['isFarOut']).toBe(false);
    }
  });

  test('of erf far from 0 have errors that grow with e^(x^2), and no more bits below 0', () => {
    for (const x of [0.5, 1, 1.7, 2.5, 3.3, 5]) {
      const { growth } = inner(of(x));
      const log2 = x * x * Math.LOG2E;
      expect([x, growth >= log2 && growth < log2 + 1]).toEqual([x, true]);
      expect(inner(of(-x)).growth).toBe(0);
    }
  });
});

test('erfc and atan of what may be anything are between their limits', () => {
  for (const x of [-1e6, 0, 1e6]) {
    expect(distance(wide(x, 1e8).erfc(), { numerator: 0n, denominator: 1n })).toBeLessThanOrEqual(
      1,
    );
    expect(distance(wide(x, 1e8).erfc(), { numerator: 2n, denominator: 1n })).toBeLessThanOrEqual(
      1,
    );
    expect(radius(wide(x, 1e8).erfc())).toEqual(radius(wide(0, 1e9).erfc()));
    expect(magnitudeRatio(radius(wide(x, 1e8).atan()), ofDecimal('1.5708'))).toBeLessThan(1);
  }
});

describe('the work for', () => {
  const SERIES: Unary[] = ['exp', 'log', 'log1p', 'sin', 'cos', 'atan', 'erf'];

  test.each(SERIES)('%s is one series, with 16 bits more than are asked for', (name) => {
    const placesOf = (bits: number): number[] => {
      // What is kept of multiples of 1/256 is there already.
      of(0.4, bits)[name]();
      return worked(() => of(0.4, bits)[name]()).places;
    };
    // With two bits before the point these fill digits of 64 bits.
    expect([110, 111, 160, 174, 175].map(placesOf)).toEqual([[126], [190], [190], [190], [254]]);
  });

  test.each(['exp', 'log', 'atan'] as const)('%s is less from the nearest of 256 steps', (name) => {
    const points = Array.from({ length: 40 }, (_, i) => 1 + i / 1024 + 1 / 700);
    for (const x of points) of(x)[name]();
    const { size } = worked(() => points.map((x) => of(x)[name]()));
    const largest = name === 'exp' ? 1 / 512 : name === 'log' ? 1 / 1024 ** 2 : 1 / 512 ** 2;
    expect(size).toBeGreaterThan(0.8 * largest);
    expect(size).toBeLessThan(1.01 * largest);
  });

  test('balls of up to 2^-7 is one evaluation, for others there are two', () => {
    for (const name of ['exp', 'expm1', 'log', 'atan', 'erf'] as const) {
      const sums = [0.0078, 0.0079].map((r) => {
        wide(1, r)[name]();
        return worked(() => wide(1, r)[name]()).places.length;
      });
      expect([name, sums]).toEqual([name, [1, 2]]);
    }
  });

  test('sines of numbers below 1 begin with the number itself', () => {
    expect(worked(() => of(0.9).sin()).size).toBeCloseTo(0.81, 10);
    expect(worked(() => of(1.1).sin()).size).toBeCloseTo((Math.PI / 2 - 1.1) ** 2, 10);
  });
});
