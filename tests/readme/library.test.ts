/** docs/library.md: an example for each export, which is run, and fits the types. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../src/functions/catalogue';
import { exportsOfLibrary } from '../support/exports';
import { REPOSITORY } from '../support/program';
import { tempFolder } from '../support/temp-folder';
import { filesOf, readPage } from './page';
import { showsWhatIsPrinted } from './shows';

showsWhatIsPrinted('docs/library.md');

const files = filesOf(readPage('docs/library.md'));

test('has every export that is no function of the catalogue in an example', () => {
  const text = [...files.values()].join('\n');
  const functions = new Set(
    [...catalogue.entries, ...catalogue.operations].flatMap(({ definition: { name } }) => [
      name,
      name.charAt(0).toUpperCase() + name.slice(1),
    ]),
  );
  const missing = exportsOfLibrary()
    .map(({ name }) => name)
    .filter((name) => !functions.has(name) && !new RegExp(`\\b${name}\\b`).test(text));
  expect(missing).toEqual(CLASSES_OF_OPERATORS);
});

/** The page has them in its text; Product stands for them in an example. */
const CLASSES_OF_OPERATORS = ['Sum', 'Difference', 'Quotient', 'Power', 'Maximum', 'Minimum'];

const directory = tempFolder(Object.fromEntries(files));

test('has examples that fit the types', () => {
  mkdirSync(join(directory, 'node_modules'));
  symlinkSync(REPOSITORY, join(directory, 'node_modules/dezero-cli'));
  const options = ['--noEmit', '--strict', '--allowJs', '--checkJs', '--noImplicitAny', 'false'];
  const modules = ['--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
  const roots = ['--typeRoots', join(REPOSITORY, 'node_modules/@types'), '--skipLibCheck'];
  const { status, stdout } = spawnSync(
    join(REPOSITORY, 'node_modules/.bin/tsc'),
    [...options, ...modules, ...roots, ...files.keys()],
    { cwd: directory, encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
}, 300_000);
