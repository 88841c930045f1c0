import { nearestDoubleOf } from '../../../src/math/digits/nearest-double';
import { randomWords } from '../../support/random';

/** The double nearest to a whole number of up to 18 digits times a power of ten, by our arithmetic. */
function nearest(digits: string, exponent: number): number {
  const low = digits.slice(-9);
  return nearestDoubleOf(Number(digits.slice(0, -9)), Number(low), low.length, exponent);
}

/** What reads decimals right, and is none of our code: the reader of JavaScript. */
const read = (digits: string, exponent: number): number => Number(`${digits}e${String(exponent)}`);

test('a decimal of any number of digits is the double that JavaScript reads', () => {
  const word = randomWords(7);
  const wrong: string[] = [];
  for (let i = 0; i < 2000; i++) {
    const digits = `${String(word())}${String(word())}`.slice(0, 1 + (word() % 18));
    const exponent = (word() % 500) - 260;
    const value = read(digits, exponent);
    const expected = value < 1e270 && (value > 1e-270 || value === 0) ? value : NaN;
    if (!Object.is(nearest(digits, exponent), expected))
      wrong.push(`${digits}e${String(exponent)}`);
  }
  expect(wrong).toEqual([]);
});

test('up to 2^53, and with powers of ten that are doubles, it is the quotient or the product', () => {
  for (const digits of ['0', '3', '7', '9007199254740991', '9007199254740990', '123456789012345']) {
    for (let exponent = -22; exponent <= 22; exponent++) {
      expect(nearest(digits, exponent)).toBe(read(digits, exponent));
    }
  }
});

test.each([
  ['9007199254740993', 0, '2^53 + 1, in the middle of two doubles'],
  ['900719925474099300', -2, 'the same with zeros behind it'],
  ['1', 291, 'a power of ten whose double-double would overflow'],
  ['1', -291, 'one whose double-double would underflow'],
  ['1', 270, 'a number that is too large for exact products'],
  ['1', -270, 'one that is too small for them'],
  ['1', NaN, 'no number'],
])('%se%d is not decided: %s', (digits, exponent) => {
  expect(nearest(digits, exponent)).toBeNaN();
});

test.each([
  ['9007199254740994', 0],
  ['90071992547409931', -1],
  ['90071992547409929', -1],
  ['900719925474099301', -2],
  ['900719925474099299', -2],
  ['99', 268],
  ['11', -271],
  ['0', 300],
  ['0', -300],
])('%se%d is decided, however near to a middle or a bound it is', (digits, exponent) => {
  expect(nearest(digits, exponent)).toBe(read(digits, exponent));
});

test('a number without low digits is its high ones', () => {
  expect(nearestDoubleOf(7, 0, 0, 5)).toBe(700000);
});
