import type { Ball, BallFormula } from '../../../src/math/ball';
import { Germ } from '../../../src/math/germ/germ';
import { GermContext } from '../../../src/math/germ/germ-context';
import { WholeBall } from '../../../src/math/whole/whole-ball';
import { type Real, REAL_PI, realOfDecimal, realOfDouble } from '../../../src/math/real';
import { germRows } from '../../support/fixtures';
import { type Figure, sideOf } from '../../support/germs';

function sides(formula: BallFormula, at: Real | number): [Figure, Figure][] {
  const x0 = typeof at === 'number' ? realOfDouble(at) : at;
  return [sideOf(formula, x0, -1), sideOf(formula, x0, 1)];
}

/** The value and the slope on the left, and those on the right. */
const apart = (...beside: [Figure, Figure][]): [Figure, Figure][] => beside;

/** A function with the same value and slope from both sides. */
function smooth(value: number, slope: number): [Figure, Figure][] {
  return apart([value, slope], [value, slope]);
}

const NOTHING: [Figure, Figure] = ['outside', 'outside'];
const LOST: [Figure, Figure] = ['undecided', 'undecided'];

const x2: BallFormula = (x) => x.squared();
const tan = <T extends Ball<T>>(x: T): T => x.sin().over(x.cos());
const relu = <T extends Ball<T>>(x: T): T => {
  if (x.sign === undefined) return x.unknown('undecided');
  return x.sign === 1 ? x : x.exact(0);
};
const power = <T extends Ball<T>>(x: T, n: number): T => (n === 1 ? x : power(x, n - 1).times(x));
const root = <T extends Ball<T>>(x: T, n: number): T => x.log().over(n).exp();

describe('a germ', () => {
  test.each<[string, BallFormula, Real | number, [Figure, Figure][]]>([
    ['x^2 at 3', x2, 3, smooth(9, 6)],
    ['(1-cos x)/x^2', (x) => x.exact(1).minus(x.cos()).over(x.squared()), 0, smooth(0.5, 0)],
    ['sin(x)/x', (x) => x.sin().over(x), 0, smooth(1, 0)],
    [
      '(e^x-1-x)/x^2',
      (x) => x.exp().minus(1).minus(x).over(x.squared()),
      0,
      smooth(0.5, 0.16666666666666666),
    ],
    [
      '(tan(sin x)-sin(tan x))/x^7',
      (x) => tan(x.sin()).minus(tan(x).sin()).over(power(x, 7)),
      0,
      smooth(0.03333333333333333, 0),
    ],
    ['(x^2-1)/(x-1) at 1', (x) => x.squared().minus(1).over(x.minus(1)), 1, smooth(2, 1)],
  ])('finds the limit of %s', (_, formula, at, expected) => {
    expect(sides(formula, at)).toEqual(expected);
  });

  test.each<[string, BallFormula, Real | number, [Figure, Figure][]]>([
    ['sqrt(x^2)', (x) => x.squared().sqrt(), 0, apart([0, -1], [0, 1])],
    ['sqrt(x^4)', (x) => power(x, 4).sqrt(), 0, smooth(0, 0)],
    ['|x|^1.5', (x) => power(x.abs(), 3).sqrt(), 0, smooth(0, 0)],
    ['|x|^1.5, by log', (x) => x.abs().log().times(1.5).exp(), 0, smooth(0, 0)],
    ['relu(x)-relu(-x)', (x) => relu(x).minus(relu(x.negated())), 0, smooth(0, 1)],
    ['sqrt', (x) => x.sqrt(), 0, apart(NOTHING, [0, Infinity])],
    ['cbrt', (x) => root(x, 3), 0, apart(NOTHING, [0, Infinity])],
    ['1/x', (x) => x.inverse(), 0, apart([-Infinity, -Infinity], [Infinity, -Infinity])],
    ['1/x^2', (x) => x.squared().inverse(), 0, apart([Infinity, Infinity], [Infinity, -Infinity])],
    ['log', (x) => x.log(), 0, apart(NOTHING, [-Infinity, Infinity])],
    ['(log x)^2', (x) => x.log().squared(), 0, apart(NOTHING, [Infinity, -Infinity])],
    ['x log x', (x) => x.times(x.log()), 0, apart(NOTHING, [0, -Infinity])],
    ['x^x', (x) => x.times(x.log()).exp(), 0, apart(NOTHING, [1, -Infinity])],
    ['x^2 log|x|', (x) => x.squared().times(x.abs().log()), 0, smooth(0, 0)],
    [
      'x sin(log|x|)',
      (x) => x.times(x.abs().log().sin()),
      0,
      apart([0, 'undecided'], [0, 'undecided']),
    ],
    ['x^2 sin(1/x)', (x) => x.squared().times(x.inverse().sin()), 0, smooth(0, 0)],
    ['sin(1/x)', (x) => x.inverse().sin(), 0, [LOST, LOST]],
    [
      'atan(1/x)',
      (x) => x.inverse().atan(),
      0,
      apart([-1.5707963267948966, -1], [1.5707963267948966, -1]),
    ],
    ['erf(1/x)', (x) => x.inverse().erf(), 0, apart([-1, 0], [1, 0])],
    ['erfc(1/x)', (x) => x.inverse().erfc(), 0, apart([2, 0], [0, 0])],
    ['e^(1/x)', (x) => x.inverse().exp(), 0, apart([0, 0], [Infinity, -Infinity])],
    ['1/(1+e^(1/x))', (x) => x.inverse().exp().plus(1).inverse(), 0, apart([1, 0], [0, 0])],
    ['floor at 2', (x) => x.floor(), 2, apart([1, 0], [2, 0])],
    ['x - floor x at -3', (x) => x.minus(x.floor()), -3, apart([1, 1], [0, 1])],
    [
      '|x - 0.3| at the decimal 0.3',
      (x) => x.minus(x.exact(3).over(10)).abs(),
      realOfDecimal('0.3', 0.3),
      apart([0, -1], [0, 1]),
    ],
    ['|sin x| at pi', (x) => x.sin().abs(), REAL_PI, apart([0, -1], [0, 1])],
    [
      'asin at 1',
      (x) =>
        x
          .over(x.plus(1).times(x.negated().plus(1)).sqrt().plus(1))
          .atan()
          .times(2),
      1,
      apart([1.5707963267948966, Infinity], NOTHING),
    ],
    ['1/0', (x) => x.inverse().over(x.minus(x)), 1, apart(['pole', 'pole'], ['pole', 'pole'])],
    ['floor of exactly 2', (x) => x.minus(x).plus(2).floor(), 1, smooth(2, 0)],
    ['x^sqrt 2', (x) => x.log().times(x.exact(2).sqrt()).exp(), 0, [NOTHING, [0, 0]]],
    ['x^-sqrt 2', (x) => x.log().times(x.exact(2).sqrt()).negated().exp(), 0, [NOTHING, LOST]],
    [
      'x^2 x^-sqrt 2',
      (x) => x.log().times(x.exact(2).sqrt()).negated().exp().times(x.squared()),
      0,
      [NOTHING, [0, 'undecided']],
    ],
    [
      'e^(1/x) - e^(2/x)',
      (x) => x.inverse().exp().minus(x.exact(2).over(x).exp()),
      0,
      [[0, 0], LOST],
    ],
    ['x/log x', (x) => x.over(x.log()), 0, [NOTHING, [0, 'undecided']]],
    ['x^2 log(-log x)', (x) => x.squared().times(x.log().negated().log()), 0, [NOTHING, [0, 0]]],
  ])('knows both sides of %s', (_, formula, at, expected) => {
    expect(sides(formula, at)).toEqual(expected);
  });
});

type Tree = number | string | readonly Tree[];

/** A formula of the fixture. */
function evaluated<T extends Ball<T>>(tree: Tree, x: T): T {
  if (typeof tree === 'number') return x.exact(tree);
  if (typeof tree === 'string') return x;
  const [name, ...operands] = tree as [string, ...Tree[]];
  const [a, b] = operands.map((part) => evaluated(part, x)) as [T, T];
  switch (name) {
    case '+':
      return a.plus(b);
    case '-':
      return a.minus(b);
    case '*':
      return a.times(b);
    case '/':
      return a.over(b);
    case 'inv':
      return a.inverse();
    case 'sq':
      return a.squared();
    case 'neg':
      return a.negated();
    case 'relu':
      return relu(a);
    case 'tan':
      return tan(a);
    case 'sigm':
      return sigmoid(a);
    default:
      return a[name as 'exp']();
  }
}

const sigmoid = <T extends Ball<T>>(x: T): T => {
  if (x.sign === undefined) return x.unknown(x.doubt ?? 'undecided');
  if (x.sign === 1) return x.negated().exp().plus(1).inverse();
  return x.exp().over(x.exp().plus(1));
};

test('random formulas have the limits and slopes that mpmath finds beside the point', () => {
  const rows = germRows();
  expect(rows.length).toBeGreaterThan(150);
  let decided = 0;
  for (const { formula, x, sides: expected } of rows) {
    sides((t) => evaluated(formula as Tree, t), x).forEach((found, at) => {
      found.forEach((figure, k) => {
        if (figure === 'undecided') return;
        decided++;
        const truth = expected[at]?.[k];
        const isNear =
          typeof figure === 'number' && typeof truth === 'number' && Number.isFinite(figure)
            ? Math.abs(figure - truth) <= 1e-14 * Math.max(1, Math.abs(truth))
            : String(figure === 'pole' ? 'outside' : figure) === truth;
        expect([formula, x, at, figure, isNear || truth]).toEqual([formula, x, at, figure, true]);
      });
    });
  }
  expect(decided / rows.length).toBeGreaterThan(3.9);
});

describe('an attempt', () => {
  test('says what it lacked: terms where all of them cancel', () => {
    const context = new GermContext();
    const x = Germ.variable(realOfDouble(0), 1, context);
    // The first 8 terms of (1 + x^20) - 1 are 0.
    expect(power(x, 20).plus(1).minus(1).sign).toBe(undefined);
    expect(context.more()).toMatchObject({ bits: context.bits, terms: 2 * context.terms });
    expect(sides((t) => power(t, 20).plus(1).minus(1).sqrt(), 0)).toEqual(smooth(0, 0));
  });

  test('says what it lacked: bits where a number is too near 0', () => {
    const context = new GermContext();
    const third = Germ.zero(context).exact(3).log();
    expect(third.minus(WholeBall.of(3, 300).log().nearest() as number).sign).not.toBe(undefined);
    const same = third.exp().minus(3);
    expect(same.sign).toBe(undefined);
    expect(context.more()).toMatchObject({ bits: 2 * context.bits, terms: context.terms });
  });

  test('is the last one where nothing was lacking, or more is of no help', () => {
    expect(new GermContext().more()).toBe(undefined);
    const last = new GermContext(1280, 64);
    last.note('bits');
    last.note('terms');
    expect(last.more()).toBe(undefined);
  });
});

test('loops over the terms of a series come to an end', () => {
  const series = <T extends Ball<T>>(x: T): T => {
    let [term, sum] = [x, x];
    for (let n = 1; ; n++) {
      term = term
        .times(x)
        .times(x)
        .over(-2 * n * (2 * n + 1));
      if (term.isNegligibleIn(sum)) return sum.widened(term);
      sum = sum.plus(term);
    }
  };
  expect(sides((x) => series(x), 0)).toEqual(smooth(0, 1));
  // Beside 0 the rest is known for the value alone.
  expect(sides((x) => series(x), 0.5).map(([value]) => value)).toEqual([
    0.479425538604203, 0.479425538604203,
  ]);
});

describe('what is made in the same way', () => {
  const context = new GermContext();
  const x = Germ.variable(realOfDouble(0.5), 1, context);
  const one = x.exp().times(2).plus(x.sin());

  test('is the same function, in whichever order its sums and products stand', () => {
    const other = x.exact(0).plus(x).sin().plus(x.exact(2).times(x.exp())).plus(0);
    expect(one.minus(other).sign).toBe(0);
    expect(one.over(3).floor().minus(other.over(3).floor()).sign).toBe(0);
  });

  test.each<[string, (y: Germ) => Germ]>([
    ['in another order of a difference', (y) => y.sin().minus(y).minus(y.minus(y.sin()))],
    ['by another number', (y) => y.exp().times(2).minus(y.exp().times(3))],
    ['by another function', (y) => y.sin().minus(y.cos())],
    ['of two in another way', (y) => y.exp().over(y.sin()).minus(y.sin().over(y.exp()))],
  ])('is not what is made %s', (_, difference) => {
    expect(Math.abs(difference(x).sign ?? NaN)).toBe(1);
  });

  test('on the other side of the point is another', () => {
    const left = Germ.variable(realOfDouble(0.5), -1, context);
    expect(x.exp().minus(left.exp()).sign).toBe(1);
  });
});

test('numbers stay exact where they can', () => {
  const zero = Germ.zero(new GermContext());
  expect(realOfDecimal('0.1', 0.1).in(zero).times(10).minus(1).sign).toBe(0);
  expect(REAL_PI.in(zero).times(5).over(6).sin().minus(0.5).sign).toBe(0);
  expect(zero.exact(2.25).sqrt().isExact).toBe(true);
  expect(zero.exact(2).sqrt().isExact).toBe(false);
  expect(zero.exp().log().sign).toBe(0);
});

test('of a number, which no t changes, functions are numbers without a remainder', () => {
  const number = (x: number): Germ => Germ.zero(new GermContext()).exact(x);
  const zeros = ['sin', 'atan', 'erf', 'expm1', 'log1p', 'sqrt'] as const;
  expect(zeros.map((name) => number(0)[name]().sign)).toEqual(zeros.map(() => 0));
  const ones = [number(0).cos(), number(0).exp(), number(0).erfc(), number(1).sqrt()];
  expect(ones.map((one) => [one.isExact, one.approximation])).toEqual(ones.map(() => [true, 1]));
});
