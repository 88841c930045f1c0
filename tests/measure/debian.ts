/** @file Installs packages of Debian for scripts that compare with other programs. */

import { spawnSync } from 'node:child_process';

export function succeeds(program: string, ...words: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, words, { stdio: 'ignore', env }).status === 0;
}

/** Installs packages of Debian, as root or by a sudo that asks nothing; otherwise does nothing. */
export function aptInstall(...packages: string[]): void {
  const isRoot = process.getuid?.() === 0;
  const apt = (...words: string[]): boolean =>
    isRoot ? succeeds('apt-get', ...words) : succeeds('sudo', '-n', 'apt-get', ...words);
  if (!apt('update')) return;
  // One by one, so that a package that is not to be had does not stop the others.
  for (const name of packages) apt('install', '-y', '--no-install-recommends', name);
}
