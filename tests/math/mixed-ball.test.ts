/** Balls that are fractions as far as possible, otherwise named by how they are made. */

import { MixedBall } from '../../src/math/mixed-ball';
import { WholeBall } from '../../src/math/whole/whole-ball';

const LIKE = WholeBall.of(0, 160);
const of = (x: number): MixedBall => MixedBall.of(x, LIKE);
const signOf = (a: MixedBall, b: MixedBall): number | undefined => a.minus(b).sign;

type Unary = 'exp' | 'expm1' | 'log' | 'log1p' | 'sin' | 'cos' | 'atan' | 'erf' | 'erfc' | 'sqrt';

/** A function of a fraction, and of a number that is none. */
function both(f: Unary, value: (x: number) => number): typeof NUMBERS {
  return {
    [`${f}(2)`]: [(x) => x(2)[f](), value(2)],
    [`${f}(sin(2))`]: [(x) => x(2).sin()[f](), value(Math.sin(2))],
  };
}

/** Numbers made in many ways, each with what doubles make of it; no two of them are equal. */
const NUMBERS: Record<string, [(made: typeof of) => MixedBall, number]> = {
  ...both('exp', Math.exp),
  ...both('sqrt', Math.sqrt),
  ...both('log', Math.log),
  ...both('log1p', Math.log1p),
  ...both('expm1', Math.expm1),
  ...both('sin', Math.sin),
  ...both('cos', Math.cos),
  ...both('atan', Math.atan),
  ...both('erf', (x) => (x === 2 ? 0.9953222650189527 : 0.801536260540656)),
  ...both('erfc', (x) => (x === 2 ? 0.004677734981047266 : 0.198463739459344)),
  'sin(2) + sqrt(2)': [(x) => x(2).sin().plus(x(2).sqrt()), Math.sin(2) + Math.SQRT2],
  'sin(2) * sqrt(2)': [(x) => x(2).sin().times(x(2).sqrt()), Math.sin(2) * Math.SQRT2],
  'sin(2) / sqrt(2)': [(x) => x(2).sin().over(x(2).sqrt()), Math.sin(2) / Math.SQRT2],
  'sqrt(2) / sin(2)': [(x) => x(2).sqrt().over(x(2).sin()), Math.SQRT2 / Math.sin(2)],
  '3 sin(2)': [(x) => x(2).sin().times(3), 3 * Math.sin(2)],
  'sin(2) / 3': [(x) => x(2).sin().over(3), Math.sin(2) / 3],
  'sin(2) + 3': [(x) => x(2).sin().plus(3), Math.sin(2) + 3],
  '1 / sin(2)': [(x) => x(2).sin().inverse(), 1 / Math.sin(2)],
  'sin(2)^2': [(x) => x(2).sin().squared(), Math.sin(2) ** 2],
  '|-sin(2)| + sin(2)': [(x) => x(2).sin().negated().abs().plus(x(2).sin()), 2 * Math.sin(2)],
};

test.each(Object.keys(NUMBERS))('%s is itself, and no other of these numbers', (name) => {
  const [make, value] = NUMBERS[name] as (typeof NUMBERS)[string];
  expect(signOf(make(of), make(of))).toBe(0);
  for (const [other, [makeOther, otherValue]] of Object.entries(NUMBERS)) {
    if (other === name) continue;
    expect([other, signOf(make(of), makeOther(of))]).toEqual([
      other,
      Math.sign(value - otherValue),
    ]);
  }
});

test('sums and products are the same in whichever order', () => {
  const [a, b] = [of(2).sin(), of(2).sqrt()];
  expect(signOf(a.plus(b), b.plus(a))).toBe(0);
  expect(signOf(a.times(b), b.times(a))).toBe(0);
  expect(signOf(a.times(3).plus(a.times(4)), a.times(7))).toBe(0);
  expect(a.times(3).over(a.times(4)).nearest()).toBe(0.75);
});

test('0 times a number is 0, and 0 times what has no value has none', () => {
  const nothing = of(-1).log();
  expect(of(0).times(of(2).sin()).isZero).toBe(true);
  expect(of(2).sin().times(0).isZero).toBe(true);
  expect(of(0).times(nothing).doubt).toBe('outside');
  expect(nothing.times(0).doubt).toBe('outside');
  expect(nothing.plus(0).doubt).toBe('outside');
  expect(nothing.scaled(0).isZero).toBe(true);
  expect(of(0).over(of(2).sin()).isZero).toBe(true);
  expect(of(0).over(of(-3)).isZero).toBe(true);
  expect(of(0).over(0).doubt).toBeDefined();
  expect(of(0).over(nothing).doubt).toBeDefined();
});

test('a floor is a whole number again, of up to 2047 bits', () => {
  const deep = (x: number): MixedBall => MixedBall.of(x, WholeBall.of(0, 2400));
  const large = (exponent: number): MixedBall =>
    deep(2)
      .sqrt()
      .times(2 ** 1000)
      .times(2 ** 900)
      .times(2 ** (exponent - 1900))
      .floor();
  expect(of(2).sqrt().floor().rational).toBeDefined();
  expect(of(2).sqrt().negated().floor().nearest()).toBe(-2);
  expect([1946, 2046, 2047].map((exponent) => large(exponent).rational !== undefined)).toEqual([
    true,
    true,
    false,
  ]);
});

test('what is made of too long numbers, or in too many steps, is not known to be itself', () => {
  const isItself = (make: () => MixedBall): boolean => signOf(make(), make()) === 0;
  const beside = (power: number): MixedBall => of(1).plus(of(2 ** -power));
  // The whole numbers 2^k + 1 and 2^k have k + 1 bits each.
  expect([563, 564].map((k) => isItself(() => beside(k).log()))).toEqual([true, false]);
  expect([255, 256].map((k) => isItself(() => of(2).sin().times(beside(k))))).toEqual([
    true,
    false,
  ]);
  const nested = (depth: number): MixedBall => {
    let x = of(2);
    for (let i = 0; i < depth; i++) x = x.atan();
    return x;
  };
  // "atan(2/1ep0)" has 12 characters, and each step around it 13 more: "atan(1/1ep0*", ")".
  // The longest has 12 + 13*152 = 1988.
  expect([1, 153, 154].map((depth) => isItself(() => nested(depth)))).toEqual([true, true, false]);
  // Two such numbers are not taken for the same, nor is what is made of them.
  const [a, b] = [nested(160), nested(170)];
  const made = [a, of(2).sin().plus(a), of(2).sin().times(a), of(2).sin().over(a), a.over(7)];
  const others = [b, of(2).sin().plus(b), of(2).sin().times(b), of(2).sin().over(b), b.over(7)];
  expect(made.map((x, i) => signOf(x, others[i] as MixedBall))).toEqual([1, 1, 1, -1, 1]);
});
