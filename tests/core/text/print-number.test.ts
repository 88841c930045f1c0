import fc from 'fast-check';
import { printNumber, ROOM_FOR_NUMBER } from '../../../src/core/text/print-number';
import { doubleBetweenPowers, doubleOfBits } from '../../support/arbitraries';
import { holdsForAll } from '../../support/holds-for-all';

const bytes = Buffer.alloc(3 + ROOM_FOR_NUMBER);
const numbers = new Float64Array(1);
const viewOf = (buffer: Buffer): DataView =>
  new DataView(buffer.buffer, buffer.byteOffset, buffer.length);

function print(value: number): string {
  numbers[0] = value;
  return bytes.toString('latin1', 3, printNumber(numbers, 0, viewOf(bytes), 3));
}

/** What JavaScript defines as the shortest digits that read back, with the sign of zero. */
function shortest(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

const printsShortest = (value: number): boolean => print(value) === shortest(value);

describe('a number is printed with the digits that JavaScript gives it', () => {
  test('whatever its bits', () => {
    holdsForAll(fc.property(doubleOfBits, printsShortest), 20_000);
  });

  test('with 15 to 17 digits of ordinary size', () => {
    holdsForAll(fc.property(doubleBetweenPowers(-30, 80), printsShortest), 100_000);
  });

  test('with few digits', () => {
    const few = fc
      .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -30, max: 30 }))
      .map(([digits, exponent]) => Number(`${String(digits)}e${String(exponent)}`));
    holdsForAll(fc.property(few, printsShortest), 20_000);
  });

  test('beside every power of ten and of two', () => {
    const ofTen = Array.from({ length: 629 }, (_, i) => Number(`1e${String(i - 320)}`));
    const ofTwo = Array.from({ length: 2098 }, (_, i) => 2 ** (i - 1074));
    const near = [1, -1, 1 + 2 ** -52, 1 - 2 ** -53, 5, 9.999999999999998];
    const beside = [...ofTen, ...ofTwo].flatMap((power) => near.map((factor) => power * factor));
    expect(beside.filter((value) => !printsShortest(value))).toEqual([]);
  });

  test.each([
    [0, '0'],
    [-0, '-0'],
    [-0.5, '-0.5'],
    [0.3, '0.3'],
    [0.1 + 0.2, '0.30000000000000004'],
    [100, '100'],
    [-2147483648, '-2147483648'],
    [2147483648, '2147483648'],
    [1e15, '1000000000000000'],
    [123456789012345680000, '123456789012345680000'],
    [1e21, '1e+21'],
    [1.5e300, '1.5e+300'],
    [0.000001, '0.000001'],
    [1.25e-7, '1.25e-7'],
    [5e-324, '5e-324'],
    [-1.7976931348623157e308, '-1.7976931348623157e+308'],
    [-2.2250738585072014e-308, '-2.2250738585072014e-308'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    // Two shortest decimals are possible, and the nearer one is right.
    [5e-324 * 3, '1.5e-323'],
    [2 ** 63, '9223372036854776000'],
    [2 ** 53 + 2, '9007199254740994'],
  ])('%d is %s', (value, expected) => {
    expect(print(value)).toBe(expected);
  });
});

test('the bytes before a number and after the room for it stay as they are', () => {
  bytes.fill(0x2a);
  print(-2.2250738585072014e-308);
  expect(bytes.toString('latin1', 0, 3)).toBe('***');
  const small = Buffer.alloc(ROOM_FOR_NUMBER + 1, 0x2a);
  holdsForAll(
    fc.property(doubleOfBits, (value) => {
      numbers[0] = value;
      printNumber(numbers, 0, viewOf(small), 0);
      return small[ROOM_FOR_NUMBER] === 0x2a;
    }),
    1000,
  );
});
