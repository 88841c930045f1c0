/** @file Names that are too long for a table. */

import { shortName } from '../../../src/report/text/heading';

test.each([
  ['scale(0.5)', 'scale(0.5)'],
  ['exactly15letter', 'exactly15letter'],
  ['add(-1000000.03)', 'add(-1000000.0…'],
  ['verylongname_one * a', 'verylongna… * a'],
  ['verylongname_one * verylongname_two', 'veryl… * veryl…'],
])('%s is %s: what is cut is the longest word, so that an operator stays', (name, short) => {
  expect(shortName(name)).toBe(short);
});
