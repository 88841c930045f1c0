import { DoubleBall } from '../../../src/math/double/double-ball';
import { LN2, LOG10E } from '../../../src/math/constants';
import { exp } from '../../../src/math/rounded/exp';
import {
  cosh,
  exp2,
  exp2Derivative,
  expm1,
  log1p,
  log1pDerivative,
  logTimes,
  sigmoid,
  sigmoidDerivative,
  sinh,
  tanh,
  tanhDerivative,
} from '../../../src/math/rounded/exponential';
import { powerOf } from '../../../src/math/rounded/general-power';
import { log } from '../../../src/math/rounded/log';
import { angleSlope, hypot, hypotSlope } from '../../../src/math/rounded/plane';
import { power, powerDerivative } from '../../../src/math/rounded/power';
import { quotientByDivisor } from '../../../src/math/rounded/quotient';
import {
  atan,
  atanDerivative,
  cos,
  sin,
  tan,
  tanDerivative,
} from '../../../src/math/rounded/trigonometric';
import { WholeBall } from '../../../src/math/whole/whole-ball';
import { randomFractions } from '../../support/random';

/** A number between the two, or one of a size between theirs, of either sign. */
type Range = (next: () => number) => number;

const between =
  (least: number, most: number): Range =>
  (next) =>
    least + (most - least) * (next() + next() * 2 ** -32);
const ofSize =
  (least: number, most: number, isSigned = true): Range =>
  (next) =>
    (isSigned && next() < 0.5 ? -1 : 1) * 2 ** between(least, most)(next);
/** Now from one, now from the other. */
const either =
  (...ranges: readonly Range[]): Range =>
  (next) =>
    (ranges[Math.floor(next() * ranges.length)] as Range)(next);

const sizes = ofSize(-248, 248);
const positive = ofSize(-248, 248, false);
const e = (x: WholeBall): WholeBall => x.exp();
const twoTo = (x: WholeBall): WholeBall => x.times(x.constant(LN2)).exp();
const atanSlope = (x: WholeBall): WholeBall => x.squared().plus(1).inverse();
const squares = (a: WholeBall, b: WholeBall): WholeBall => a.squared().plus(b.squared());

/** A function, its arguments, the formula over whole numbers, and how many percent may take the long way. */
const WAYS: [
  name: string,
  f: (...x: readonly [number, number]) => number,
  ranges: readonly [Range, Range?],
  formula: (a: WholeBall, b: WholeBall) => WholeBall,
  most: number,
][] = [
  ['exp', exp, [either(between(-708, 709), between(-2, 2), ofSize(-60, -1))], e, 0.5],
  ['log', log, [either(ofSize(-1073, 1023, false), between(0.5, 2))], (x) => x.log(), 0.5],
  ['sin', sin, [either(between(-20, 20), ofSize(-26.9, 60))], (x) => x.sin(), 0.5],
  ['cos', cos, [either(between(-20, 20), ofSize(-20, 60))], (x) => x.cos(), 0.5],
  [
    'sigmoid',
    sigmoid,
    [either(between(-599, 37), between(-5, 5))],
    (x) => x.negated().exp().plus(1).inverse(),
    0.5,
  ],
  [
    "sigmoid'",
    sigmoidDerivative,
    [either(between(-599, 599), between(-5, 5))],
    (x) => e(x.negated()).over(e(x.negated()).plus(1).squared()),
    0.5,
  ],
  [
    'tanh',
    tanh,
    [either(between(-19, 19), between(-2, 2), ofSize(-20, 0))],
    (x) => x.times(2).expm1().over(x.times(2).expm1().plus(2)),
    0.5,
  ],
  [
    "tanh'",
    tanhDerivative,
    [either(between(-299, 299), between(-3, 3))],
    (x) =>
      e(x.times(2))
        .times(4)
        .over(e(x.times(2)).plus(1).squared()),
    0.5,
  ],
  ['atan', atan, [either(ofSize(-20, 248), between(-3, 3))], (x) => x.atan(), 0.5],
  ["atan'", atanDerivative, [either(ofSize(-20, 248), between(-3, 3))], atanSlope, 0.5],
  ['tan', tan, [either(between(-20, 20), ofSize(-20, 60))], (x) => x.sin().over(x.cos()), 0.5],
  [
    "tan'",
    tanDerivative,
    [either(between(-20, 20), ofSize(-20, 60))],
    (x) => x.cos().squared().inverse(),
    0.5,
  ],
  [
    'expm1',
    expm1,
    [either(between(-37, 599), between(-2, 2), ofSize(-20, 0))],
    (x) => x.expm1(),
    0.5,
  ],
  ['2^x', exp2, [either(between(-599, 599), between(-2, 2))], twoTo, 0.5],
  [
    "2^x'",
    exp2Derivative,
    [either(between(-599, 599), between(-2, 2))],
    (x) => twoTo(x).times(x.constant(LN2)),
    0.5,
  ],
  [
    'sinh',
    sinh,
    [either(between(-79, 79), between(-2, 2), ofSize(-20, 0))],
    (x) => e(x).minus(e(x.negated())).times(0.5),
    0.5,
  ],
  [
    'cosh',
    cosh,
    [either(between(-599, 599), between(-3, 3))],
    (x) => e(x).plus(e(x.negated())).times(0.5),
    0.5,
  ],
  [
    'log1p',
    log1p,
    [either(between(-0.999, 3), ofSize(-20, -1), ofSize(0, 248, false))],
    (x) => x.plus(1).log(),
    0.5,
  ],
  [
    "log1p'",
    log1pDerivative,
    [either(between(-0.999, 3), ofSize(0, 248, false))],
    (x) => x.plus(1).inverse(),
    0,
  ],
  ['log10', logTimes(LOG10E), [positive], (x) => x.log().times(x.constant(LOG10E)), 0.5],
  ['x^3', power(3), [ofSize(-248, 248)], (x) => x.squared().times(x), 0],
  ['x^-0.5', power(-0.5), [positive], (x) => x.sqrt().inverse(), 0],
  ["x^3'", powerDerivative(3), [sizes], (x) => x.squared().times(3), 0],
  ["x^0.5'", powerDerivative(0.5), [positive], (x) => x.sqrt().times(2).inverse(), 0],
  ["x^-1'", powerDerivative(-1), [sizes], (x) => x.squared().inverse().negated(), 0],
  ["x^-0.5'", powerDerivative(-0.5), [positive], (x) => x.times(x.sqrt()).times(-2).inverse(), 0],
  [
    'a^b',
    powerOf,
    [either(between(0.01, 10), between(0.5, 1.5)), between(-140, 140)],
    (a, b) => a.log().times(b).exp(),
    0.5,
  ],
  [
    'a^b, large',
    powerOf,
    [between(2.6, 2.71), between(-649, 649)],
    (a, b) => a.log().times(b).exp(),
    0.5,
  ],
  ['sqrt(a^2 + b^2)', hypot, [sizes, sizes], (a, b) => squares(a, b).sqrt(), 0],
  ['its slope', hypotSlope, [sizes, sizes], (a, b) => a.over(squares(a, b).sqrt()), 0],
  ['the slope of the angle', angleSlope, [sizes, sizes], (a, b) => a.over(squares(a, b)), 0],
  ['that of a/b', quotientByDivisor, [sizes, sizes], (a, b) => a.over(b.squared()).negated(), 0],
];

describe.each(WAYS)('the short way of %s', (_, f, [first, second], formula, most) => {
  const next = randomFractions(20261130);
  const pairs = Array.from({ length: 400 }, () => [first(next), second?.(next) ?? 0] as const);

  test('decides nearly always', () => {
    const long = jest.spyOn(DoubleBall, 'of');
    for (const pair of pairs) f(...pair);
    // A second number makes a second ball.
    const times = long.mock.calls.length / (second === undefined ? 1 : 2);
    long.mockRestore();
    expect((100 * times) / pairs.length).toBeLessThanOrEqual(most);
  });

  test('finds the same doubles as whole numbers do', () => {
    const of = (x: number): WholeBall => WholeBall.of(x, 200);
    const some = pairs.slice(0, 120);
    const wrong = some.filter(([a, b]) => !Object.is(f(a, b), formula(of(a), of(b)).nearest()));
    expect(wrong).toEqual([]);
  });
});
