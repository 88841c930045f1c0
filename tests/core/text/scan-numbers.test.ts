import fc from 'fast-check';
import { readNumber } from '../../../src/core/text/parse-number';
import { afterBlanks, scanNumber } from '../../../src/core/text/scan-numbers';
import { doubleBetweenPowers, doubleOfBits } from '../../support/arbitraries';
import { holdsForAll } from '../../support/holds-for-all';

/** The number of a line, or undefined where it is left to `readNumber`. */
function scan(line: string): number | undefined {
  const bytes = Buffer.from(`${line}\n`, 'latin1');
  const state = { position: afterBlanks(bytes, 0) };
  const value = scanNumber(bytes, state);
  const rest = line.slice(afterBlanks(bytes, state.position));
  return Number.isNaN(value) || !/^\r?$/.test(rest) ? undefined : value;
}

/** The line is left to readNumber, or means the same to both. */
const agrees = (line: string): boolean => {
  const value = scan(line);
  return value === undefined || Object.is(value, readNumber(line.replace(/\r$/, '')));
};
const isScanned = (line: string): boolean => Object.is(scan(line), Number(line));

describe('a line that is scanned is the number that readNumber reads', () => {
  test('for the shortest digits of any double', () => {
    holdsForAll(
      fc.property(doubleOfBits, (x) => agrees(String(x))),
      15_000,
    );
  });

  test('and all with 15 to 17 digits of ordinary size are scanned', () => {
    holdsForAll(
      fc.property(doubleBetweenPowers(-200, 53), (x) => isScanned(String(x))),
      20_000,
    );
  });

  test('for any digits, with a point and an exponent anywhere', () => {
    const digits = fc.stringMatching(/^\d{0,22}$/);
    const decimal = fc
      .tuple(
        fc.constantFrom('', '+', '-'),
        digits,
        fc.constantFrom('', '.'),
        digits,
        fc.option(fc.integer({ min: -330, max: 330 }), { nil: undefined }),
      )
      .map(
        ([sign, whole, point, decimals, exponent]) =>
          sign + whole + point + decimals + (exponent === undefined ? '' : `e${String(exponent)}`),
      );
    holdsForAll(fc.property(decimal, agrees), 20_000);
  });

  test('for the middles between two doubles, and their neighbours', () => {
    const middle = fc
      .tuple(fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }), fc.integer({ min: 0, max: 5 }))
      .map(([n, places]) => (2n * n + 1n) * 5n ** BigInt(places));
    holdsForAll(
      fc.property(
        middle,
        fc.integer({ min: -2, max: 2 }),
        fc.integer({ min: -5, max: 0 }),
        (m, d, e) => agrees(`${String(m + BigInt(d))}e${String(e)}`),
      ),
      20_000,
    );
  });

  test('for any text of the characters of numbers and of what is not', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'0 1 2 3 4 5 6 7 8 9 . + - e E _ x n ,'.split(' '), ' ', '\t', '\r'),
      maxLength: 12,
    });
    holdsForAll(fc.property(text, agrees), 20_000);
  });

  test.each([
    '.5',
    '5.',
    '+2',
    '-1e-4',
    ' \t1 ',
    '007',
    '0.0',
    '1e0000001',
    '1E5',
    '8.5e22',
    '1\r',
    // Eighteen digits, wherever the point is, and zeros before them.
    '123456789012345678',
    '-0.123456789012345678',
    '123456789.012345678',
    `${'0'.repeat(30)}1.5`,
    `0.${'0'.repeat(30)}15`,
  ])('%j is scanned', (line) => {
    expect(scan(line)).toBe(Number(line));
  });

  test('-0 keeps its sign', () => {
    expect(Object.is(scan('-0.0e5'), -0)).toBe(true);
  });

  test.each([
    ...'. - e5 1e 1e+ 1.2.3 0x10 1_0 1,5 --1 nan 1e400 1e-400 1234567890123456789'.split(' '),
    ...'0.1234567890123456789 1: 1.5: 1e5: 1e5.5'.split(' '),
    '',
    '1 2',
    '1\r\r',
    '\u00a01',
    '1\u00001',
  ])('%j is left to readNumber', (line) => {
    expect(scan(line)).toBeUndefined();
  });
});
