import type { Ball, Doubt } from '../../src/math/ball';
import { DoubleBall } from '../../src/math/double/double-ball';
import { MixedBall } from '../../src/math/mixed-ball';
import { WholeBall } from '../../src/math/whole/whole-ball';

type Make = <T extends Ball<T>>(one: T) => T;

/** A ball about 0 of radius 1. */
const around0: Make = (one) => one.exact(0).widened(one);
const outside: Make = (one) => one.unknown('outside');

const EXPRESSIONS: [text: string, make: Make, doubt: Doubt | undefined][] = [
  ['1/0', (one) => one.over(0), 'pole'],
  ['0/0', (one) => one.exact(0).over(0), 'pole'],
  ['1/(0 +- 1)', (one) => one.over(around0(one)), 'undecided'],
  // Not e^-1e16 alone, which is exact in fractions times powers of e.
  [
    '1/(2^0.5 e^-1e16)',
    (one) => one.times(-1e16).exp().times(one.times(2).sqrt()).inverse(),
    'overflow',
  ],
  ['log -1', (one) => one.negated().log(), 'outside'],
  ['log 0', (one) => one.exact(0).log(), 'pole'],
  ['log(0 +- 1)', (one) => around0(one).log(), 'undecided'],
  ['sqrt -1', (one) => one.negated().sqrt(), 'outside'],
  ['sqrt(0 +- 1)', (one) => around0(one).sqrt(), 'undecided'],
  ['sqrt 0', (one) => one.exact(0).sqrt(), undefined],
  ['floor(0 +- 1)', (one) => around0(one).floor(), 'undecided'],
  ...(['abs', 'sqrt', 'exp', 'expm1', 'log', 'log1p', 'sin', 'cos', 'atan'] as const).map(
    (name): [string, Make, Doubt] => [
      `${name} of what is outside`,
      (one) => outside(one)[name](),
      'outside',
    ],
  ),
  ...(['erf', 'erfc', 'floor', 'negated', 'inverse', 'squared'] as const).map(
    (name): [string, Make, Doubt] => [
      `${name} of what is outside`,
      (one) => outside(one)[name](),
      'outside',
    ],
  ),
  ...(['plus', 'minus', 'times', 'over', 'widened'] as const).flatMap(
    (name): [string, Make, Doubt][] => [
      [`outside ${name} 1`, (one) => outside(one)[name](one), 'outside'],
      [`1 ${name} outside`, (one) => one[name](outside(one)), 'outside'],
      [
        `a pole ${name} overflow`,
        (one) => one.unknown('pole')[name](one.unknown('overflow')),
        'pole',
      ],
      [
        `undecided ${name} overflow`,
        (one) => one.unknown('undecided')[name](one.unknown('overflow')),
        'overflow',
      ],
    ],
  ),
];

const KINDS: Record<string, (make: Make) => DoubleBall | WholeBall | MixedBall> = {
  'double-doubles': (make) => make(DoubleBall.of(1)),
  'whole numbers': (make) => make(WholeBall.of(1, 100)),
  'fractions where they are such': (make) => make(MixedBall.of(1, WholeBall.of(0, 100))),
};

describe.each(Object.entries(KINDS))('in balls of %s', (_, made) => {
  test.each(EXPRESSIONS)('%s has the doubt that it must have', (__, make, doubt) => {
    const ball = made(make);
    expect(ball.doubt).toBe(doubt);
    if (doubt !== undefined) expect([ball.sign, ball.isExact]).toEqual([undefined, false]);
  });
});
