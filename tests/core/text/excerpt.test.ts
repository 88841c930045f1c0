/** @file A place in a text, as messages show it. */

import { excerpt } from '../../../src/core/text/excerpt';

const digits = (count: number): string => '0123456789'.repeat(count).slice(0, count);

test.each<[string, [string, number, number], string[]]>([
  ['the beginning', ['abc', 0, 1], ['abc', '^']],
  ['the end, where nothing stands any more', ['abc', 3, 3], ['abc', '   ^']],
  ['several characters', ['a+bcd', 2, 5], ['a+bcd', '  ^^^']],
  ['what is written longer than it is', ['a\nb', 1, 2], ['a\\u{a}b', ' ^^^^^']],
  ['one line of several', ['ab\ncd+e\r\nf', 5, 6], ['cd+e', '  ^']],
  ['the first of several', ['a\nb', 0, 1], ['a', '^']],
  ['several lines', ['a\nb\n', 0, 3], ['a\\u{a}b', '^^^^^^^']],
  ['a file, which ends with a line end', ['a*\n', 2, 3], ['a*', '  ^']],
  ['a blank text', [' \t', 0, 1], []],
  ['a text as long as is shown', [digits(70), 30, 31], [digits(70), `${' '.repeat(30)}^`]],
  ['a longer one', [digits(101), 31, 32], [`…${digits(71).slice(1)}…`, `${' '.repeat(31)}^`]],
  ['more than is shown', [digits(100), 0, 90], [`${digits(70)}…`, '^'.repeat(70)]],
])('an excerpt of %s: %j is shown as %j', (_, place, shown) => {
  expect(excerpt(...place)).toEqual(shown);
});
