/**
 * @file All tests with the longest sweeps in full: npm run measure -- whole [options of jest].
 * `npm test` takes a part of their points (support/sweep.ts). The exit status is that of jest.
 */

import { spawnSync } from 'node:child_process';
import { REPOSITORY } from '../../support/program';

const { status } = spawnSync('node_modules/.bin/jest', process.argv.slice(2), {
  cwd: REPOSITORY,
  env: { ...process.env, WHOLE_SWEEPS: 'yes' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
