import {
  argument,
  EXPONENT,
  HIGH,
  LOW,
  shortestDecimal,
} from '../../../src/math/digits/shortest-decimal';
import { randomFractions, randomWords } from '../../support/random';

const result = new Int32Array(3);

/** Digits and exponent without zeros at the end; undefined where it is left to the caller. */
function shortest(value: number): string | undefined {
  argument[0] = value;
  if (!shortestDecimal(result)) return undefined;
  const [high, low, exponent] = [result[HIGH], result[LOW], result[EXPONENT]] as [
    number,
    number,
    number,
  ];
  if (high < 1e8 || high >= 1e9 || low < 0 || low >= 1e8) return 'not 17 digits';
  return withoutZeros(BigInt(high) * 100_000_000n + BigInt(low), exponent);
}

function withoutZeros(whole: bigint, exponent: number): string {
  const digits = String(whole);
  const kept = digits.replace(/0+$/, '');
  return `${kept}e${String(exponent + digits.length - kept.length)}`;
}

/** The same by the printer of JavaScript. */
function printed(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const [, decimals = ''] = digits.split('.');
  return withoutZeros(BigInt(digits.replace('.', '')), Number(exponent) - decimals.length);
}

/** Where decimals of few digits are in the middle between doubles, a comparison may be too close. */
const mayBeLeft = (value: number): boolean => value > 1e-7 && value < 1e24;

/** Numbers whose digits are not found, or not those that JavaScript prints. */
const wrong = (values: readonly number[]): readonly number[] =>
  values.filter((value) => {
    const digits = shortest(value) ?? (mayBeLeft(value) ? printed(value) : 'none');
    return digits !== printed(value);
  });

test('numbers of all sizes have the digits that JavaScript prints', () => {
  const [word, fraction] = [randomWords(3), randomFractions(4)];
  const values = Array.from(
    { length: 4000 },
    () => (1 + fraction() + fraction() / 2 ** 32) * 2 ** ((word() % 1780) - 890),
  );
  expect(wrong(values)).toEqual([]);
});

test('so have numbers of few digits, and those beside powers of ten and of two', () => {
  const values: number[] = [];
  for (let exponent = -260; exponent <= 255; exponent++) {
    for (const digits of [
      '1',
      '3',
      '99',
      '123',
      '54321',
      '999999999',
      '100000001',
      '299999999999',
    ]) {
      values.push(Number(`${digits}e${String(exponent)}`));
    }
    const power = Number(`1e${String(exponent)}`);
    values.push(power * (1 + 2 ** -52), power * (1 - 2 ** -53), 2 ** exponent * 3);
  }
  expect(wrong([...values, 9.9e269, 1.1e-270])).toEqual([]);
});

test.each([
  [0, 'has no digits'],
  [-1, 'is negative'],
  [NaN, 'is no number'],
  [Infinity, 'is none either'],
  [1e270, 'is too large for an exact product'],
  [1e-270, 'is too small for one'],
  [2 ** 40, 'has gaps that differ on both sides'],
])('%d is left to the caller: it %s', (value) => {
  expect(shortest(value)).toBeUndefined();
});
