import {
  LAST_DIGITS,
  SMALLEST_NORMAL,
  TWO_UNITS,
  UNIT_ROUND_OFF,
} from '../../../src/core/round-off/round-off';

test('units of doubles are powers of two, of 53 bits and exponents from -1022 on', () => {
  expect(UNIT_ROUND_OFF).toBe(2 ** -53);
  expect(TWO_UNITS).toBe(Number.EPSILON);
  expect(LAST_DIGITS).toBe(2 ** -49);
  expect(SMALLEST_NORMAL).toBe(2 ** -1022);
});
