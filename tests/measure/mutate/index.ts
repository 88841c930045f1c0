/**
 * @file Whether tests notice changes of the code: npm run mutate -- ROOM [--tests ROOM,ROOM] [options of
 * Stryker]. ROOM is a folder or a file below src, `core/check` or `math/real.ts`; the tests of the same
 * name judge it unless others are named, or those of the folder around where there are none. The exit status is 1 below 90 %. It takes minutes to hours.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '../../support/program';

/** Not among the packages that a newcomer installs: it brings over a hundred. */
const STRYKER = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/jest-runner@9.6.1'];
/** Below the package's own modules, so that it finds TypeScript and jest there. */
const FOLDER = join(REPOSITORY, 'node_modules/.cache/mutate');

function run(program: string, ...words: readonly string[]): number {
  const { status } = spawnSync(program, words, { cwd: REPOSITORY, env, stdio: 'inherit' });
  return status ?? 1;
}

/** The tests of the name of a room, or else of the nearest folder around it that has some. */
function testsOf(name: string): string {
  const file = name.replace(/\.ts$/, '.test.ts');
  const isThere = existsSync(join(REPOSITORY, 'tests', file));
  return isThere || !name.includes('/') ? file : testsOf(dirname(name));
}

const [room, ...words] = process.argv.slice(2);
const at = words.indexOf('--tests');
const [, named] = at < 0 ? [] : words.splice(at, 2);
const tests = named ?? (room === undefined ? undefined : testsOf(room));
const env = { ...process.env, MUTATED_ROOM: room, MUTATED_TESTS: tests };
const stryker = join(FOLDER, 'node_modules/@stryker-mutator/core/bin/stryker.js');

if (room === undefined) {
  console.error('usage: npm run mutate -- ROOM [--tests ROOM,ROOM] [options of Stryker]');
  process.exitCode = 2;
} else {
  mkdirSync(FOLDER, { recursive: true });
  const isThere =
    existsSync(stryker) || run('npm', 'install', '--prefix', FOLDER, ...STRYKER) === 0;
  process.exitCode = isThere
    ? run(process.execPath, stryker, 'run', '.config/mutate.cjs', ...words)
    : 1;
}
