import type { Ball, BallFormula } from '../../src/math/ball';
import { type Direction, Germ, type GermLimit } from '../../src/math/germ';
import { GermContext } from '../../src/math/germ-context';
import { type Real, REAL_PI, realOfDecimal, realOfDouble } from '../../src/math/real';

type Figure = number | string;

/** The number nearest to it; undefined where that is not certain. */
function figure(limit: GermLimit): Figure | undefined {
  if (limit.kind === 'number') return limit.ball.nearest();
  return limit.kind === 'infinite' ? limit.sign * Infinity : limit.doubt;
}

/** Value and slope on one side, with as many attempts as it takes. */
function side(formula: BallFormula, at: Real, direction: Direction): [Figure, Figure] {
  let context = new GermContext();
  for (;;) {
    const y = formula(Germ.variable(at, direction, context));
    const found = [figure(y.limit()), figure(y.slope(direction))];
    if (found.includes(undefined)) context.note('bits');
    const isSettled = !found.includes(undefined) && !found.includes('undecided');
    const next = isSettled ? undefined : context.more();
    if (next === undefined) return [found[0] ?? 'undecided', found[1] ?? 'undecided'];
    context = next;
  }
}

function sides(formula: BallFormula, at: Real | number): [Figure, Figure][] {
  const x0 = typeof at === 'number' ? realOfDouble(at) : at;
  return [side(formula, x0, -1), side(formula, x0, 1)];
}

/** A function with the same value and slope from both sides. */
function smooth(value: number, slope: number): [Figure, Figure][] {
  return [
    [value, slope],
    [value, slope],
  ];
}

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
    [
      'sqrt(x^2)',
      (x) => x.squared().sqrt(),
      0,
      [
        [0, -1],
        [0, 1],
      ],
    ],
    ['sqrt(x^4)', (x) => power(x, 4).sqrt(), 0, smooth(0, 0)],
    ['|x|^1.5', (x) => power(x.abs(), 3).sqrt(), 0, smooth(0, 0)],
    ['|x|^1.5, by log', (x) => x.abs().log().times(1.5).exp(), 0, smooth(0, 0)],
    ['relu(x)-relu(-x)', (x) => relu(x).minus(relu(x.negated())), 0, smooth(0, 1)],
    [
      'sqrt',
      (x) => x.sqrt(),
      0,
      [
        ['outside', 'outside'],
        [0, Infinity],
      ],
    ],
    [
      'cbrt',
      (x) => root(x, 3),
      0,
      [
        ['outside', 'outside'],
        [0, Infinity],
      ],
    ],
    [
      '1/x',
      (x) => x.inverse(),
      0,
      [
        [-Infinity, -Infinity],
        [Infinity, -Infinity],
      ],
    ],
    [
      '1/x^2',
      (x) => x.squared().inverse(),
      0,
      [
        [Infinity, Infinity],
        [Infinity, -Infinity],
      ],
    ],
    [
      'log',
      (x) => x.log(),
      0,
      [
        ['outside', 'outside'],
        [-Infinity, Infinity],
      ],
    ],
    [
      'x log x',
      (x) => x.times(x.log()),
      0,
      [
        ['outside', 'outside'],
        [0, -Infinity],
      ],
    ],
    [
      'x^x',
      (x) => x.times(x.log()).exp(),
      0,
      [
        ['outside', 'outside'],
        [1, -Infinity],
      ],
    ],
    ['x^2 log|x|', (x) => x.squared().times(x.abs().log()), 0, smooth(0, 0)],
    [
      'x sin(log|x|)',
      (x) => x.times(x.abs().log().sin()),
      0,
      [
        [0, 'undecided'],
        [0, 'undecided'],
      ],
    ],
    ['x^2 sin(1/x)', (x) => x.squared().times(x.inverse().sin()), 0, smooth(0, 0)],
    [
      'sin(1/x)',
      (x) => x.inverse().sin(),
      0,
      [
        ['undecided', 'undecided'],
        ['undecided', 'undecided'],
      ],
    ],
    [
      'atan(1/x)',
      (x) => x.inverse().atan(),
      0,
      [
        [-1.5707963267948966, -1],
        [1.5707963267948966, -1],
      ],
    ],
    [
      'erf(1/x)',
      (x) => x.inverse().erf(),
      0,
      [
        [-1, 0],
        [1, 0],
      ],
    ],
    [
      'erfc(1/x)',
      (x) => x.inverse().erfc(),
      0,
      [
        [2, 0],
        [0, 0],
      ],
    ],
    [
      'e^(1/x)',
      (x) => x.inverse().exp(),
      0,
      [
        [0, 0],
        [Infinity, -Infinity],
      ],
    ],
    [
      '1/(1+e^(1/x))',
      (x) => x.inverse().exp().plus(1).inverse(),
      0,
      [
        [1, 0],
        [0, 0],
      ],
    ],
    [
      'floor at 2',
      (x) => x.floor(),
      2,
      [
        [1, 0],
        [2, 0],
      ],
    ],
    [
      'x - floor x at -3',
      (x) => x.minus(x.floor()),
      -3,
      [
        [1, 1],
        [0, 1],
      ],
    ],
    [
      '|x - 0.3| at the decimal 0.3',
      (x) => x.minus(x.exact(3).over(10)).abs(),
      realOfDecimal('0.3', 0.3),
      [
        [0, -1],
        [0, 1],
      ],
    ],
    [
      '|sin x| at pi',
      (x) => x.sin().abs(),
      REAL_PI,
      [
        [0, -1],
        [0, 1],
      ],
    ],
    [
      'asin at 1',
      (x) =>
        x
          .over(x.plus(1).times(x.negated().plus(1)).sqrt().plus(1))
          .atan()
          .times(2),
      1,
      [
        [1.5707963267948966, Infinity],
        ['outside', 'outside'],
      ],
    ],
    [
      '1/0',
      (x) => x.inverse().over(x.minus(x)),
      1,
      [
        ['pole', 'pole'],
        ['pole', 'pole'],
      ],
    ],
  ])('knows both sides of %s', (_, formula, at, expected) => {
    expect(sides(formula, at)).toEqual(expected);
  });
});
