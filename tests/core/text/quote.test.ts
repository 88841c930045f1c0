import fc from 'fast-check';
import { counted, pointText } from '../../../src/core/text/format-number';
import {
  escapeUnprintable,
  messageText,
  quote,
  quotedList,
  thrownText,
} from '../../../src/core/text/quote';
import { holdsForAll } from '../../support/holds-for-all';

test.each([
  ['plain', "'plain'"],
  ['\u001b[31m', "'\\u{1b}[31m'"],
  ['a\nb\tc\r', "'a\\u{a}b\\u{9}c\\u{d}'"],
  ['\u0000\u007f\u009b', "'\\u{0}\\u{7f}\\u{9b}'"],
  ['\u202egnp.exe', "'\\u{202e}gnp.exe'"],
  ['\u200b\ufeff\u2028\u2066', "'\\u{200b}\\u{feff}\\u{2028}\\u{2066}'"],
  ['a\u00a0b\u3164\u2800', "'a\\u{a0}b\\u{3164}\\u{2800}'"],
  ['\ud800', "'\\u{d800}'"],
  ['\udc7f\udc80 \udcff\udd00', "'\\u{dc7f}\\x80 \\xff\\u{dd00}'"],
  ['\u{e0001}', "'\\u{e0001}'"],
  ['\\frac', "'\\frac'"],
  ['\\u{1b} \\xa0', "'\\u{5c}u{1b} \\u{5c}xa0'"],
  ['grün 数 😀', "'grün 数 😀'"],
])('%j is shown as %s', (text, expected) => {
  expect(quote(text)).toBe(expected);
});

test('a long text is cut, with its length', () => {
  expect(quote('z'.repeat(100_000))).toBe(`'${'z'.repeat(120)}…' (100000 characters)`);
  expect(quote('z'.repeat(120))).toBe(`'${'z'.repeat(120)}'`);
});

test('no text leaves a character that a terminal acts upon', () => {
  // oxlint-disable-next-line no-control-regex
  const dangerous = /[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
  holdsForAll(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeUnprintable(text)).not.toMatch(dangerous);
    }),
    2000,
  );
});

test('a message of any length is cut after 2,000 characters', () => {
  expect(messageText('z'.repeat(2000))).toBe('z'.repeat(2000));
  expect(messageText('z'.repeat(2001))).toBe(`${'z'.repeat(2000)}…`);
  expect(messageText('a\u001b')).toBe('a\\u{1b}');
});

test('of a list 20 are shown, and how many there are', () => {
  const all = Array.from({ length: 21 }, (_, i) => String(i));
  expect(quotedList(['a', 'b\n'])).toBe("'a', 'b\\u{a}'");
  expect(quotedList(all.slice(1))).toMatch(/^'1', .*, '20'$/);
  expect(quotedList(all)).toMatch(/^'0', .*, '19', … \(21\)$/);
});

test.each([
  [new Error('it broke'), "'it broke'"],
  [new RangeError(), "'RangeError'"],
  [{ message: 5 }, "'[object Object]'"],
  ['text', "'text'"],
  [7, "'7'"],
  [null, 'something'],
  [Object.create(null), 'something'],
])('of %p, which was thrown, it says %s', (error, expected) => {
  expect(thrownText(error)).toBe(expected);
});

test('points are told with their variables, and counts with their nouns', () => {
  expect(pointText(['x', 'y'], [1, -0])).toBe('x = 1, y = -0');
  expect([1, 0, 12].map((count) => counted(count, 'point'))).toEqual([
    '1 point',
    '0 points',
    '12 points',
  ]);
});
