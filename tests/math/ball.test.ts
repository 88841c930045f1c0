import type { Ball } from '../../src/math/ball';
import { DoubleBall } from '../../src/math/double/double-ball';
import {
  LN2,
  LOG10E,
  LOG2E,
  ONE_OVER_SQRT_2PI,
  PI,
  SELU_LAMBDA,
  SELU_LAMBDA_ALPHA,
  SQRT1_2,
  TWO_OVER_SQRT_PI,
} from '../../src/math/constants';
import { WholeBall } from '../../src/math/whole/whole-ball';
import { middle, radius } from '../support/ball-rows';
import { preciseRows } from '../support/fixtures';
import { magnitudeRatio, minus, ofDecimal, type Rational } from '../support/rational';
import { randomFractions } from '../support/random';
import { runs } from '../support/portions';

const UNARY = 'exp expm1 log log1p sin cos atan erf erfc sqrt'.split(' ') as readonly (
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'sin'
  | 'cos'
  | 'atan'
  | 'erf'
  | 'erfc'
  | 'sqrt'
)[];

/** The distance of the true value from the middle of the ball, in radii; 0 where both are 0. */
function distance(ball: WholeBall | DoubleBall, truth: Rational): number {
  const off = minus(middle(ball), truth);
  return off.numerator === 0n ? 0 : magnitudeRatio(off, radius(ball));
}

/** The same where the truth is a ball itself, less its radius. */
function distanceFrom(ball: WholeBall | DoubleBall, truth: WholeBall): number {
  const off = minus(middle(ball), middle(truth));
  const isWithin = magnitudeRatio(off, radius(truth)) <= 1;
  return isWithin ? 0 : distance(ball, middle(truth));
}

describe('balls of whole numbers', () => {
  test('say nothing outside the domain', () => {
    for (const ball of [
      WholeBall.of(-1, 160).log(),
      WholeBall.of(-1, 160).sqrt(),
      WholeBall.of(0, 160).inverse(),
      WholeBall.of(-3, 160).log1p(),
    ]) {
      expect(ball.nearest()).toBeUndefined();
      expect(ball.nearestOfTie()).toBeNaN();
    }
  });

  test('round to the nearest double, to even in the middle', () => {
    const x = WholeBall.of(9007199254740992, 160);
    expect(x.plus(1).nearest()).toBe(9007199254740992);
    expect(x.plus(3).nearest()).toBe(9007199254740996);
    expect(x.plus(1).widened(WholeBall.of(1e-20, 160)).nearest()).toBeUndefined();
    expect(x.plus(1).widened(WholeBall.of(1e-20, 160)).nearestOfTie()).toBe(9007199254740992);
    expect(x.plus(3).widened(WholeBall.of(1e-20, 160)).nearestOfTie()).toBe(9007199254740996);
    const units = (n: number): WholeBall => WholeBall.of(5e-324, 160).times(n);
    expect(units(1.5).widened(units(1e-20)).nearestOfTie()).toBe(1e-323);
    expect(units(2.5).widened(units(1e-20)).nearestOfTie()).toBe(1e-323);
    // Not a middle: the ball has more than two doubles.
    expect(x.widened(WholeBall.of(3, 160)).nearestOfTie()).toBeUndefined();
    expect(units(0).widened(units(3)).nearestOfTie()).toBeUndefined();
  });
});

/** So many bits of a result are known where its argument is a double. */
const KNOWN_BITS: Record<(typeof UNARY)[number], number> = {
  exp: 79.9,
  expm1: 69.9,
  log: 72.5,
  log1p: 66.9,
  sin: 64.9,
  cos: 64.9,
  atan: 64.9,
  erf: 64,
  erfc: 61.9,
  sqrt: 101.6,
};

describe('balls of double-doubles', () => {
  test.each(UNARY)('%s of a double holds the true value, and is known to so many bits', (name) => {
    const rows = preciseRows().filter((row) => row.name === name && row.y !== '0.0');
    const results = rows.map(({ x, y }) => {
      const [ball, truth] = [DoubleBall.of(x)[name](), ofDecimal(y)];
      return { x, isHeld: distance(ball, truth) <= 1, width: magnitudeRatio(radius(ball), truth) };
    });
    expect(results.filter(({ isHeld }) => !isHeld)).toEqual([]);
    expect(results.filter(({ width }) => !(width <= 2 ** -KNOWN_BITS[name]))).toEqual([]);
  });
});

/** A number of which only this much is known. */
const wide = (x: number, radius: number): DoubleBall =>
  DoubleBall.of(x).widened(DoubleBall.of(radius));
const wideWhole = (x: number, radius: number): WholeBall =>
  WholeBall.of(x, 160).widened(WholeBall.of(radius, 160));

describe('exponential functions of large numbers', () => {
  test.each([1400.5, -1401, 5000, -123456.75, 1e7, -1.6e7])('e^%d is as precise as others', (x) => {
    const ball = DoubleBall.of(x).exp();
    // The distance is a fraction of millions of digits where x is larger.
    if (Math.abs(x) < 1e6) {
      expect(distanceFrom(ball, WholeBall.of(x, BITS).exp())).toBeLessThanOrEqual(1);
    }
    expect(ball.radius).toBeLessThan(Math.abs(ball.hi) * 2 ** -76);
    // It comes back to ordinary size without loss.
    expect(ball.log().nearest()).toBe(x);
    expect(ball.times(DoubleBall.of(1 - x).exp()).nearest()).toBe(Math.E);
  });

  test('beyond measure are greater than all doubles, and nothing more is said of them', () => {
    for (const x of [2e15, 1e300]) {
      const huge = DoubleBall.of(x).exp();
      expect(huge.nearest()).toBe(Infinity);
      expect(huge.plus(1e308).times(-1e-300).nearest()).toBe(-Infinity);
      expect(huge.inverse().nearest()).toBe(0);
      for (const ball of [huge.log(), huge.minus(huge), huge.over(huge)]) {
        expect(ball.nearest()).toBeUndefined();
      }
      const small = DoubleBall.of(-x).exp();
      expect([small.nearest(), small.plus(1).nearest()]).toEqual([0, 1]);
      expect(small.times(huge).nearest()).toBeUndefined();
      expect(small.inverse().nearest()).toBeUndefined();
    }
    expect(WholeBall.of(2e15, 160).exp().doubt).toBe('overflow');
    expect(WholeBall.of(2e7, 160).exp().nearest()).toBe(Infinity);
    expect(WholeBall.of(2e7, 160).exp().log().nearest()).toBe(2e7);
    for (const x of [-2e7, -(2 ** 59), -1e300]) {
      expect(WholeBall.of(x, 160).exp().nearest()).toBe(0);
      expect(WholeBall.of(x, 160).exp().plus(1).nearest()).toBe(1);
    }
  });
});

test.each<[string, (make: typeof wide | typeof wideWhole) => { nearest(): number | undefined }]>([
  ['e^x', (make) => make(1, 2).exp()],
  ['e^x far out', (make) => make(-3000, 2999).exp()],
  ['erfc far out', (make) => make(40, 50).erfc()],
  ['erfc', (make) => make(20, 3).erfc()],
  ['erf around 0', (make) => make(0, 1e-300).erf()],
  ['log(1 + x)', (make) => make(2 ** -10, 0.9).log1p()],
  ['log', (make) => make(1, 0.9).log()],
  ['a quotient', (make) => make(1, 2).inverse()],
  ['a root', (make) => make(1, 0.9).sqrt()],
])('of a wide ball: %s is not decided', (_, evaluate) => {
  expect(evaluate(wide).nearest()).toBeUndefined();
  expect(evaluate(wideWhole).nearest()).toBeUndefined();
});

/** Arguments of each function; before mutants not much fewer, as they are quick. */
const COUNT = Math.max(150, runs(600, 3));

/** Numbers of all sizes in a fixed order. */
function* numbers(count: number): Generator<number> {
  const next = randomFractions(20261123);
  for (let i = 0; i < count; i++) {
    const sign = next() < 0.5 ? -1 : 1;
    const fraction = next() + next() * 2 ** -32;
    const sizes = [fraction, 4 * fraction, 27 * fraction, 0.01 * fraction];
    yield sign * (sizes[i % 6] ?? 2 ** ((fraction - 0.5) * (i % 6 === 4 ? 40 : 1800)));
  }
}

/** The arguments that a function is defined for and whose result is no overflow. */
function isOrdinary(name: string, x: number): boolean {
  if (name === 'log' || name === 'sqrt') return x > 0;
  if (name === 'log1p') return x > -0.99;
  if (name === 'exp' || name === 'expm1') return Math.abs(x) < 700;
  if (name === 'sin' || name === 'cos') return Math.abs(x) < 1e12;
  return name.startsWith('erf') ? Math.abs(x) < 29 : true;
}

/** Numbers of all sizes side by side have so many. */
const SUM_BITS = 2400;

/** Twice as many as a double-double has. */
const BITS = 220;

/** A double, or a number between two that is made of it. */
const ARGUMENTS: Record<string, <T extends Ball<T>>(x: T) => T> = {
  'a double': (x) => x,
  'a number between doubles': (x) => x.times(1.1).over(3),
};

describe.each(Object.keys(ARGUMENTS))(
  'of %s balls of double-doubles hold what whole numbers find',
  (kind) => {
    const argument = ARGUMENTS[kind] as <T extends Ball<T>>(x: T) => T;

    test.each(UNARY)('after %s', (name) => {
      const chosen = [...numbers(COUNT)].filter((x) => isOrdinary(name, 1.1 * x));
      const distances = chosen.map((x) =>
        distanceFrom(argument(DoubleBall.of(x))[name](), argument(WholeBall.of(x, BITS))[name]()),
      );
      expect(distances.length).toBeGreaterThan(COUNT / 3);
      expect(chosen.filter((_, i) => !((distances[i] as number) <= 1))).toEqual([]);
      // A bound that is far too wide would never decide anything.
      expect(Math.max(...distances)).toBeGreaterThan(0.001);
    });
  },
);

describe.each([1e-12, 1e-4, 0.009, 0.2])(
  'of a ball as wide as %p of its number, or of 1, balls hold all images',
  (part) => {
    test.each(UNARY)('after %s', (name) => {
      const chosen = [...numbers(COUNT)].filter(
        (x) => isOrdinary(name, 1.2 * x) && isOrdinary(name, x - 0.2),
      );
      const missed = chosen.flatMap((x) => {
        const width = part * (name === 'log' || name === 'sqrt' ? x : Math.max(1, Math.abs(x)));
        const images = [
          DoubleBall.of(x).widened(DoubleBall.of(width))[name](),
          WholeBall.of(x, 160).widened(WholeBall.of(width, 160))[name](),
        ];
        // The ends themselves may be rounded out of the ball.
        const inside = [-0.999, -0.6, 0.6, 0.999].map((at) => x + at * width);
        return inside.filter((number) => {
          const truth = WholeBall.of(number, BITS)[name]();
          return images.some((image) => !(distanceFrom(image, truth) <= 1));
        });
      });
      expect(missed).toEqual([]);
    });
  },
);

describe('balls of double-doubles hold what whole numbers find', () => {
  test.each(['plus', 'minus', 'times', 'over'] as const)('after %s', (name) => {
    const operands = [...numbers(Math.max(150, runs(1000, 5)))];
    const wrong = operands.filter((x, i) => {
      const y = operands[(7 * i + 3) % operands.length] ?? 1;
      const [ours, whole] = [DoubleBall.of(x).over(3), WholeBall.of(x, SUM_BITS).over(3)];
      const [b, wholeB] = [DoubleBall.of(y).over(7), WholeBall.of(y, SUM_BITS).over(7)];
      return !(
        distanceFrom(ours[name](b), whole[name](wholeB)) <= 1 &&
        distanceFrom(ours[name](y), whole[name](y)) <= 1
      );
    });
    expect(wrong).toEqual([]);
  });

  test('constants', () => {
    const constants = [PI, LN2, LOG2E, LOG10E, SQRT1_2, TWO_OVER_SQRT_PI, ONE_OVER_SQRT_2PI];
    for (const constant of [...constants, SELU_LAMBDA, SELU_LAMBDA_ALPHA]) {
      const whole = WholeBall.of(1, BITS).constant(constant);
      const ball = DoubleBall.of(1).constant(constant);
      expect(distance(ball, middle(whole))).toBeLessThanOrEqual(1);
      expect(magnitudeRatio(radius(ball), middle(ball))).toBeLessThan(2 ** -100);
    }
  });
});

describe('constants to 50 digits, from tables', () => {
  test.each([
    ['pi', PI, '3.1415926535897932384626433832795028841971693993751'],
    ['log 2', LN2, '0.69314718055994530941723212145817656807550013436026'],
    ['1/log 2', LOG2E, '1.4426950408889634073599246810018921374266459541530'],
    ['1/log 10', LOG10E, '0.43429448190325182765112891891660508229439700580367'],
    ['1/sqrt 2', SQRT1_2, '0.70710678118654752440084436210484903928483593768847'],
    ['2/sqrt pi', TWO_OVER_SQRT_PI, '1.1283791670955125738961589031215451716881012586580'],
    ['1/sqrt(2 pi)', ONE_OVER_SQRT_2PI, '0.39894228040143267793994605993438186847585863116493'],
    ['lambda', SELU_LAMBDA, '1.0507009873554804934193349852946'],
  ])('%s', (_, constant, digits) => {
    const ball = WholeBall.of(1, 300).constant(constant);
    expect(magnitudeRatio(minus(middle(ball), ofDecimal(digits)), ofDecimal(digits))).toBeLessThan(
      1e-49,
    );
  });
});
