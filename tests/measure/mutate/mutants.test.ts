/** @file The mutants of a text, and that those in the list are still among them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../support/program';
import { LEFT } from './left';
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

test('what is listed as not to be noticed is still there', () => {
  const listed = LEFT.flatMap(({ mutants }) => mutants);
  const keysOf = (file: string): string[] => {
    const source = readFileSync(join(REPOSITORY, 'src', file), 'utf8');
    const lines = source.split('\n');
    return mutantsOf(file, source, 0).mutants.map(({ line, before, after }) =>
      [file, lines[line - 1]?.trim(), before, after].join('\n'),
    );
  };
  const known = new Set([...new Set(listed.map(([file]) => file))].flatMap(keysOf));
  expect(listed.length).toBeGreaterThan(100);
  expect(listed.filter((mutant) => !known.has(mutant.join('\n')))).toEqual([]);
});
