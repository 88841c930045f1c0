/** @file The mutants of a text. */

import { mutantsOf } from './mutants';

const changesOf = (source: string): string[] =>
  mutantsOf('a.ts', source, 0).mutants.map(({ before, after }) => `${before} => ${after}`);

test.each([
  ['let y = a < b;', ['a < b => (a) <= (b)', 'a < b => (a) >= (b)']],
  ['if (isSo) f();', ['isSo => true', 'isSo => false', 'f(); => ']],
  ['while (isSo) f();', ['isSo => false', 'f(); => ']],
  ['let y = [3, 20];', ['3 => 4', '20 => 40', '20 => 10']],
  [`type T = 'a'; let y = 'b';`, [`'b' => ''`]],
])('%s has these', (source, expected) => {
  expect(changesOf(source)).toEqual(expected);
});
