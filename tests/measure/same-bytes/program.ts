/** @file The program as it was at an earlier revision: checked out and built once for each commit. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '../../support/program';

const CACHE = join(tmpdir(), 'dezero-cli-same-bytes');

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status === 0) return stdout.trim();
  throw new Error(`${command} ${args.join(' ')}: ${(stderr || stdout).trim()}`);
}

/** The path of bin/dezero-cli.js of that revision. */
export function programAt(revision: string): string {
  const git = (...args: readonly string[]): string => run('git', args, REPOSITORY);
  const commit = git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`);
  const folder = join(CACHE, commit);
  // Only a build that came to its end counts.
  const done = join(CACHE, `${commit}.built`);
  if (!existsSync(done) || !existsSync(folder)) {
    console.log(`building ${commit} in ${folder}`);
    mkdirSync(dirname(folder), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
    git('worktree', 'add', '--detach', folder, commit);
    run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], folder);
    run('npm', ['run', 'build'], folder);
    writeFileSync(done, '');
  }
  return join(folder, 'bin/dezero-cli.js');
}
