/** @file Arithmetic of balls of whole numbers against fractions: results hold all values, and not much more. */

import { PI } from '../../../src/math/constants';
import { WholeBall } from '../../../src/math/whole/whole-ball';
import { middle, radius } from '../../support/ball-rows';
import { fewer } from '../../support/portions';
import { compare, minus, ofDouble, over, plus, type Rational, times } from '../../support/rational';
import { randomWords } from '../../support/random';

const word = randomWords(20261130);
const upTo = (n: number): number => Math.floor((word() / 2 ** 32) * n);
const pick = <T>(...all: readonly T[]): T => all[upTo(all.length)] as T;

/** (mantissa +- radius) 2^exponent, of which results keep so many bits. */
function ballOf(mantissa: bigint, exponent: number, r: number, bits: number): WholeBall {
  const like = WholeBall.of(0, bits) as unknown as {
    create: (m: bigint, e: number, r: number, bits: number) => WholeBall;
  };
  return like.create(mantissa, exponent, r, bits);
}

function anyBall(bits: number): WholeBall {
  const length = pick(1, 2, 20, 53, 54, 90, bits);
  let mantissa = 1n;
  for (let i = 1; i < length; i++) mantissa = 2n * mantissa + BigInt(upTo(2));
  const size = pick(0, 0, 1, 1.5, 0.25, 1e6);
  // Radii are below the middle, or far above it.
  const r = length > 22 ? size : pick(0, size);
  return ballOf(
    pick(mantissa, -mantissa, mantissa, 0n),
    pick(0, 0, 1, -7, 60, -60, 300, -300),
    r,
    bits,
  );
}

const ends = (ball: WholeBall): [Rational, Rational] => [
  minus(middle(ball), radius(ball)),
  plus(middle(ball), radius(ball)),
];
const magnitude = ({ numerator, denominator }: Rational): Rational => ({
  numerator: numerator < 0n ? -numerator : numerator,
  denominator,
});
const least = (all: readonly Rational[]) => all.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
const most = (all: readonly Rational[]) => all.reduce((a, b) => (compare(a, b) >= 0 ? a : b));

/** What is wrong with a ball that must hold these numbers, and be no more than so many times as wide as they are. */
function wrong(ball: WholeBall, values: readonly Rational[], looseness: number): string {
  const [low, high] = ends(ball);
  const [a, b] = [least(values), most(values)];
  if (compare(a, low) < 0 || compare(high, b) < 0) return 'it does not hold all';
  const off = most([a, b].map((value) => magnitude(minus(value, middle(ball)))));
  const rounding = times(most([a, b].map(magnitude)), ofDouble(2 ** (2 - ball.bits)));
  const wanted = plus(times(off, ofDouble(looseness)), rounding);
  return compare(radius(ball), wanted) > 0 ? 'it is too wide' : '';
}

const shown = ({ mantissa, exponent, radius: r, bits }: WholeBall): string =>
  `(${String(mantissa)} +- ${String(r)}) 2^${String(exponent)} to ${String(bits)} bits`;

type Operation = 'plus' | 'minus' | 'times' | 'over';
const EXACT: Record<Operation, (a: Rational, b: Rational) => Rational> = {
  plus,
  minus,
  times,
  over,
};

test.each<[Operation, number]>([
  ['plus', 1.001],
  ['minus', 1.001],
  ['times', 1.01],
  ['over', 1.01],
])('%s holds what fractions give at the ends, and is little wider', (name, looseness) => {
  const complaints: string[] = [];
  for (let run = 0; run < fewer(300); run++) {
    const bits = pick(53, 100, 160);
    const [a, b] = [anyBall(bits), anyBall(bits)];
    if (name === 'over' && a.isZero) continue;
    const ball = a[name](b);
    if (name === 'over' && b.sign === undefined) {
      if (ball.doubt !== 'undecided') complaints.push('a divisor that may be 0');
      continue;
    }
    if (name === 'over' && b.sign === 0) {
      if (ball.doubt !== 'pole') complaints.push('a divisor of 0');
      continue;
    }
    const values = ends(a).flatMap((x) => ends(b).map((y) => EXACT[name](x, y)));
    const complaint = wrong(ball, values, looseness);
    if (complaint !== '') complaints.push(`${shown(a)}, ${shown(b)}: ${complaint}`);
  }
  expect(complaints).toEqual([]);
});

test('signs, absolute values, roots and whole parts are those of all numbers in a ball', () => {
  const complaints: string[] = [];
  for (let run = 0; run < fewer(300); run++) {
    const a = anyBall(pick(53, 100, 160));
    const [low, high] = ends(a);
    const zero = ofDouble(0);
    const [signs, signOfHigh] = [compare(low, zero), compare(high, zero)];
    const sign = signs === signOfHigh ? signs : undefined;
    if (a.sign !== sign) complaints.push(`sign of ${shown(a)}`);
    const sizes = [magnitude(low), magnitude(high), ...(sign === undefined ? [zero] : [])];
    if (wrong(a.abs(), sizes, 1.001) !== '')
      complaints.push(`|${shown(a)}|: ${wrong(a.abs(), sizes, 1.001)}`);
    if (
      wrong(
        a.negated(),
        [low, high].map((x) => minus(zero, x)),
        1,
      ) !== ''
    )
      complaints.push('negated');
    const root = a.sqrt();
    if (sign === 1) {
      const [rootLow, rootHigh] = ends(root);
      const isHeld =
        (compare(rootLow, zero) < 0 || compare(times(rootLow, rootLow), low) <= 0) &&
        compare(times(rootHigh, rootHigh), high) >= 0;
      // The root is at most 4 times as wide as its slope makes it, for what is not wide itself.
      const bound = plus(
        times(minus(high, low), ofDouble(2.05)),
        times(high, ofDouble(2 ** (3 - a.bits))),
      );
      const isTight = compare(times(minus(rootHigh, rootLow), rootHigh), bound) <= 0;
      const isWide = a.radius > 0.003 * Math.abs(Number(a.mantissa));
      if (!isHeld || !(isTight || isWide)) complaints.push(`sqrt of ${shown(a)}`);
    } else if (root.doubt !== (sign === -1 ? 'outside' : sign === 0 ? undefined : 'undecided'))
      complaints.push('sqrt');
    const floorOf = ({ numerator: n, denominator: d }: Rational) => n / d - (n % d < 0n ? 1n : 0n);
    const floor = a.floor();
    const isOne = floorOf(low) === floorOf(high);
    const isRight = isOne
      ? floor.doubt === undefined &&
        compare(middle(floor), { numerator: floorOf(low), denominator: 1n }) === 0 &&
        floor.isExact
      : floor.doubt === 'undecided';
    if (!isRight) complaints.push(`floor of ${shown(a)}`);
  }
  expect(complaints).toEqual([]);
});

test('a ball made wider holds as much more on both sides', () => {
  const complaints: string[] = [];
  for (let run = 0; run < fewer(300); run++) {
    const [a, b] = [anyBall(100), anyBall(100)];
    const by = most(ends(b).map(magnitude));
    const [low, high] = ends(a);
    const complaint = wrong(a.widened(b), [minus(low, by), plus(high, by)], 1.001);
    if (complaint !== '') complaints.push(`${shown(a)}, ${shown(b)}: ${complaint}`);
  }
  expect(complaints).toEqual([]);
});

test('results of exact balls that fit into the bits are exact, all others are off by hardly more than a unit', () => {
  const exact = (mantissa: bigint, exponent = 0) => ballOf(mantissa, exponent, 0, 100);
  const [x, y] = [exact(2n ** 60n + 1n), exact(2n ** 30n + 1n)];
  const fitting = [x.plus(y), x.times(y), x.minus(y), y.squared().over(y), y.squared().sqrt()];
  expect(fitting.map(({ radius: r }) => r)).toEqual([0, 0, 0, 0, 0]);
  const rounded = [
    x.times(x),
    exact(1n).over(3),
    exact(2n).sqrt(),
    exact(2n ** 120n + 1n).plus(exact(1n)),
  ];
  expect(rounded.map(({ length }) => length >= 100 && length <= 103)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(rounded.map(({ radius: r }) => r > 0 && r < 1.6)).toEqual([true, true, true, true]);
});

test('what is too far apart to be written down side by side widens the larger', () => {
  const [large, small] = [ballOf(3n, 20_000, 0, 53), ballOf(-5n, -20_000, 0, 53)];
  for (const sum of [large.plus(small), small.plus(large)]) {
    expect(wrong(sum, [plus(middle(large), middle(small))], 1)).toBe('');
    expect(sum.nearest()).toBe(Infinity);
  }
});

test('exponents beyond 2^52 are no numbers any more, but large or small', () => {
  const huge = ballOf(1n, 2 ** 52, 0, 100);
  expect(huge.squared().doubt).toBe('overflow');
  const tiny = ballOf(1n, -(2 ** 52), 0, 100).squared();
  expect([tiny.doubt, tiny.sign, tiny.nearest()]).toEqual([undefined, undefined, 0]);
  expect(tiny.plus(1).nearest()).toBe(1);
  expect(ballOf(1n, 0, 0, 100).over(tiny).doubt).toBe('overflow');
});

test('0 and a number of any size add up to that number', () => {
  const [zero, tiny] = [ballOf(0n, 0, 0, 53), ballOf(3n, -(2 ** 40), 0, 53)];
  for (const { mantissa, exponent, radius: r } of [zero.plus(tiny), tiny.plus(zero)]) {
    expect([mantissa, exponent, r]).toEqual([3n, -(2 ** 40), 0]);
  }
});

test('a whole number of any size is its own floor, and one that is not known exactly has none', () => {
  const huge = ballOf(3n, 2 ** 40, 0, 53).floor();
  expect([huge.mantissa, huge.exponent, huge.radius]).toEqual([3n, 2 ** 40, 0]);
  expect(ballOf(3n, 2 ** 40, 1, 53).floor().doubt).toBe('undecided');
});

describe('a term is negligible in a sum', () => {
  const sum = (bits: number, r = 0) => ballOf(5n, 0, r, bits);
  const term = (exponent: number, bits = 100) => ballOf(1n, exponent, 0, bits);
  const unknown = sum(100).unknown('pole');

  test('of a known size where it is below the last of its bits', () => {
    // The sum is below 2^3, and of 100 bits; the term is above 2^exponent.
    expect(term(-99).isNegligibleIn(sum(100))).toBe(true);
    expect(term(-97).isNegligibleIn(sum(100))).toBe(false);
    expect(term(-2500, 2560).isNegligibleIn(sum(2560))).toBe(false);
    expect(term(-2559, 2560).isNegligibleIn(sum(2560))).toBe(true);
  });

  test('where it is 2^64 times smaller than the radius, or the sum says nothing', () => {
    expect(term(-66).isNegligibleIn(sum(100, 1))).toBe(true);
    expect(term(-63).isNegligibleIn(sum(100, 1))).toBe(false);
    expect(term(-66).isNegligibleIn(ballOf(0n, 0, 1, 100))).toBe(true);
    expect(term(-63).isNegligibleIn(ballOf(0n, 0, 1, 100))).toBe(false);
    expect(term(0).isNegligibleIn(unknown)).toBe(true);
  });

  test('that is 0 only where it is 0 itself', () => {
    const zero = ballOf(0n, 0, 0, 100);
    expect(term(-2000).isNegligibleIn(zero)).toBe(false);
    expect([zero.isNegligibleIn(zero), zero.isNegligibleIn(sum(100))]).toEqual([true, true]);
  });
});

test('twice a number and half of it have its mantissa, and so its radius', () => {
  const parts = ({ mantissa, exponent, radius: r }: WholeBall) => [
    mantissa,
    exponent,
    Math.round(r),
  ];
  const ball = ballOf(3n, 5, 1, 53);
  expect([ball.times(2), ball.times(0.5)].map(parts)).toEqual([
    [3n, 6, 1],
    [3n, 4, 1],
  ]);
});

test('a double as an operand is that number exactly', () => {
  const seven = ballOf(7n, 0, 0, 100);
  const results = [seven.plus(2), seven.minus(2), seven.times(3), seven.over(4), seven.minus(0.1)];
  expect(results.map((ball) => ball.nearest())).toEqual([9, 5, 21, 1.75, 6.9]);
  expect(results.slice(0, 4).every(({ isExact }) => isExact)).toBe(true);
});

test('an operation with an unknown operand says what that says, on either side', () => {
  const known = ballOf(7n, -2, 0, 53);
  const unknown = known.unknown('pole');
  const results = [
    unknown.negated(),
    unknown.abs(),
    unknown.sqrt(),
    unknown.floor(),
    unknown.times(2),
    unknown.inverse(),
    unknown.plus(known),
    unknown.times(known),
    unknown.over(known),
    unknown.widened(known),
    known.plus(unknown),
    known.times(unknown),
    known.over(unknown),
    known.widened(unknown),
  ];
  expect(results.map(({ doubt }) => doubt)).toEqual(results.map(() => 'pole'));
});

test('the size of numbers on both sides of 0 is from 0 to the end that is further away', () => {
  for (const mantissa of [-3n, 3n]) {
    const ball = ballOf(mantissa, 4, 5, 53).abs();
    expect(wrong(ball, [ofDouble(0), ofDouble(128)], 1.001)).toBe('');
  }
});

test('quotients and roots that are rounded are not exact, and hold the true value', () => {
  const [three, two] = [ballOf(3n, 0, 0, 100), ballOf(2n, 0, 0, 100)];
  const third = three.inverse();
  expect([third.isExact, three.squared().inverse().isExact, two.sqrt().isExact]).toEqual([
    false,
    false,
    false,
  ]);
  expect(wrong(third, [{ numerator: 1n, denominator: 3n }], 1)).toBe('');
  const [low, high] = ends(two.sqrt());
  const isHeld =
    compare(times(low, low), ofDouble(2)) < 0 && compare(times(high, high), ofDouble(2)) > 0;
  expect(isHeld).toBe(true);
});

test('a constant has all the bits that a result has', () => {
  for (const bits of [64, 100, 1000]) {
    const pi = ballOf(1n, 0, 0, bits).constant(PI);
    expect([pi.length, pi.nearest(), pi.radius < 1.1]).toEqual([bits, Math.PI, true]);
  }
});

test('a ball that touches 0 has no sign, and one that hardly does not has one', () => {
  const signs = [3n, -3n].map((m) => [ballOf(m, 0, 3, 53).sign, ballOf(m, 0, 2.9, 53).sign]);
  expect(signs).toEqual([
    [undefined, 1],
    [undefined, -1],
  ]);
});

test('0 times anything is 0, of whatever exponents', () => {
  for (const factor of [ballOf(3n, 2 ** 52, 0, 53), ballOf(0n, -(2 ** 52), 0, 53)]) {
    const zero = ballOf(0n, 2 ** 52, 0, 53).times(factor);
    expect([zero.isExact, zero.sign, zero.doubt]).toEqual([true, 0, undefined]);
  }
});

test('numbers of exponents up to 2^52 are numbers, and of no larger ones', () => {
  const double = (exponent: number): WholeBall => ballOf(3n, exponent, 1, 53).times(2);
  expect([double(2 ** 52 - 1).doubt, double(2 ** 52).doubt]).toEqual([undefined, 'overflow']);
  const half = (exponent: number): WholeBall => ballOf(3n, exponent, 1, 53).times(0.5);
  expect([half(1 - 2 ** 52).sign, half(-(2 ** 52)).sign]).toEqual([1, undefined]);
  // It may be anything below 2^(-2^52), on both sides.
  const { most, mantissa, radius: r } = half(-(2 ** 52));
  expect([mantissa, r >= 1]).toEqual([0n, true]);
  expect(most.exponent).toBeGreaterThan(-(2 ** 52));
  expect(most.exponent).toBeLessThan(-(2 ** 49));
});

test('of a mantissa no bits are kept that are 2^48 times below the radius', () => {
  const [x, y] = [ballOf(3n ** 60n, 0, 1, 100), ballOf(1n, 0, 2 ** 70, 100)];
  for (const ball of [x.plus(y), x.widened(y), y.plus(x)]) {
    expect(Math.log2(ball.radius)).toBeGreaterThan(45);
    expect(Math.log2(ball.radius)).toBeLessThanOrEqual(48.01);
  }
});

test('a double near a number of any size and length is within a few parts of 2^53 of it', () => {
  for (const digits of [1, 20, 300, 620, 640, 2000])
    for (const exponent of [-1, 0, 40, -900, 300, -3000, 3000]) {
      const mantissa = 3n ** BigInt(digits);
      const bits = mantissa.toString(2).length;
      for (const sign of [1, -1]) {
        const x = ballOf(BigInt(sign) * mantissa, exponent - bits, 0, 100).approximation;
        if (exponent === 3000) expect(x).toBe(sign * Infinity);
        else if (exponent === -3000) expect(Math.abs(x)).toBe(0);
        else {
          const truth = times(
            { numerator: mantissa, denominator: 1n << BigInt(bits) },
            ofDouble(sign * 2 ** exponent),
          );
          const off = minus(ofDouble(x), truth);
          const part = times(magnitude(truth), ofDouble(1.01 * 2 ** -53));
          expect([digits, exponent, compare(magnitude(off), part) <= 0]).toEqual([
            digits,
            exponent,
            true,
          ]);
        }
      }
    }
});

describe('a ball', () => {
  const ulp = 2 ** 971;
  const nextTo = (x: number, half: number): WholeBall =>
    WholeBall.of(x, 160).plus(WholeBall.of(half, 160));
  const about = (ball: WholeBall, by: number): WholeBall => ball.widened(WholeBall.of(by, 160));

  test('around the middle of two doubles rounds to the even one of them, if to one, at any size', () => {
    const [max, tiny] = [Number.MAX_VALUE, Number.MIN_VALUE];
    const ties = [
      about(nextTo(max, -ulp / 2), 1),
      about(nextTo(max, ulp / 2), 1),
      about(nextTo(-max, -ulp / 2), 1),
      about(WholeBall.of(tiny, 160).times(1.5), 0).widened(WholeBall.of(tiny, 160).times(1e-9)),
      about(nextTo(1, 2 ** -53), 1e-30),
      about(nextTo(1, 3 * 2 ** -53), 1e-30),
      about(nextTo(0.5, -(2 ** -55)), 1e-30),
    ];
    expect(ties.map((ball) => ball.nearest())).toEqual(ties.map(() => undefined));
    expect(ties.map((ball) => ball.nearestOfTie())).toEqual([
      max - ulp,
      Infinity,
      -Infinity,
      2 * tiny,
      1,
      1 + 2 ** -51,
      0.5,
    ]);
  });

  test('that reaches beyond all doubles on one side is not unknown', () => {
    const [large, small] = [about(nextTo(1e308, 0), 9e307), about(nextTo(-1e308, 0), 1e308)];
    expect([large, small].map((ball) => ball.nearestOfTie())).toEqual([undefined, undefined]);
    const unknown = large.unknown();
    expect([unknown.nearest(), unknown.nearestOfTie()]).toEqual([undefined, NaN]);
  });

  test('of a finite double is that double exactly', () => {
    for (const x of [0, -0, 1, -3, 65537, 2 ** 53, -(2 ** 53) - 2, 1e300, 0.1, -5e-324])
      expect([
        ballOf(1n, 0, 0, 53).exact(x).isExact,
        compare(middle(WholeBall.of(x, 53)), ofDouble(x)),
      ]).toEqual([true, 0]);
  });
});

test('what is known to be near 0 is not taken for 0, and more bits know more of it', () => {
  for (const bits of [160, 640, 5120]) {
    const one = WholeBall.of(1, bits);
    const near = one.plus(WholeBall.of(-1e5, bits).exp()).minus(1);
    for (const ball of [near, near.times(near), near.times(near).times(near)]) {
      expect(ball.sign).toBeUndefined();
      expect(ball.most.exponent + Math.log2(ball.most.value)).toBeLessThan(-bits);
      // Its radius and another that is far larger do not overflow.
      expect(ball.plus(1).sign).toBe(1);
      expect(one.over(3).times(ball).plus(1).sign).toBe(1);
    }
  }
});

test('0 made wider by a number of any size is as wide as that', () => {
  for (const exponent of [-(2 ** 40), -3000, -500, 0, 3000]) {
    const { most, sign } = ballOf(0n, 0, 0, 53).widened(ballOf(1n, exponent, 0, 53));
    expect([sign, most.exponent + Math.log2(most.value)]).toEqual([
      undefined,
      expect.closeTo(exponent, 6),
    ]);
  }
  expect(ballOf(0n, 0, 0, 53).approximation).toBe(0);
});

test('a short number made wider by very little has as long a mantissa as that takes, and no longer', () => {
  const widened = (exponent: number): [isShort: boolean, by: number] => {
    const by = ballOf(1n, exponent, 0, 160);
    const { mantissa, radius: r, exponent: unit } = ballOf(3n, 0, 0, 160).widened(by);
    return [mantissa === 3n, Math.round(1e6 * (Math.log2(r) + unit)) / 1e6];
  };
  expect([widened(-300), widened(-600)]).toEqual([
    [true, -300],
    [false, -600],
  ]);
  expect(ballOf(5n, 0, 8, 53).widened(ballOf(1n, 0, 0, 53)).radius).toBeCloseTo(9, 6);
});
