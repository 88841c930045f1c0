/**
 * @file The one door to what takes minutes: `npm run measure` says what there is, and
 * `npm run measure -- NAME ...` runs it. Each folder here is one; its index says which words it takes.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../support/program';

/** They run the built program. */
const OF_THE_BUILD = ['bench', 'faults', 'same-bytes', 'soak', 'whole'];

const [name] = process.argv.splice(2, 1);
const folder = join(__dirname, name ?? '');

if (name === undefined || !existsSync(join(folder, 'index.ts'))) {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const rows = readme.matchAll(/^\| `measure\/([a-z-]+)` \| (.*) \|$/gm);
  if (name !== undefined) console.error(`there is no ${name} to measure, but:`);
  for (const [, known = '', what = ''] of rows) console.log(`${known.padEnd(12)} ${what}`);
  process.exitCode = name === undefined ? 0 : 2;
} else {
  const { status } = OF_THE_BUILD.includes(name)
    ? spawnSync('npm', ['run', 'build'], { cwd: REPOSITORY, stdio: 'inherit' })
    : { status: 0 };
  // Its index is what it does.
  if (status === 0) require(folder);
  else process.exitCode = 1;
}
