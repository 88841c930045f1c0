/** @file Finds a Python with a library of many digits, and installs the library where it may. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { aptInstall, succeeds } from '../../support/debian';

export interface Python {
  readonly program: string;
  readonly library: 'gmpy2' | 'mpmath';
  /** For people: the library with its version. */
  readonly description: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Debian's packages belong to Debian's Python, which need not be the first one of PATH. */
export const PYTHONS = ['python3', '/usr/bin/python3'];

/** Where pip puts its package: beside npm's, so that nothing outside this folder changes. */
const PIP_FOLDER = join(__dirname, '../../../node_modules/.cache/accuracy');

const VERSIONS = {
  gmpy2: 'import gmpy2; print(f"{gmpy2.mpfr_version()} through gmpy2 {gmpy2.version()}")',
  mpmath: 'import mpmath; print(f"mpmath {mpmath.__version__}")',
};

function find(library: Python['library']): Python | undefined {
  const paths = [PIP_FOLDER, process.env['PYTHONPATH'] ?? ''].filter((path) => path !== '');
  const environment = { ...process.env, PYTHONPATH: paths.join(':') };
  for (const program of PYTHONS) {
    const { status, stdout } = spawnSync(program, ['-c', VERSIONS[library]], {
      encoding: 'utf8',
      env: environment,
    });
    if (status === 0) return { program, library, description: stdout.trim(), environment };
  }
  return undefined;
}

function pipInstall(): void {
  for (const program of PYTHONS) {
    if (succeeds(program, '-m', 'pip', 'install', '--target', PIP_FOLDER, 'mpmath')) return;
  }
}

/** MPFR where it can be had, else mpmath, else undefined. */
export function findPython(): Python | undefined {
  const ways: (() => Python | undefined)[] = [
    () => find('gmpy2'),
    () => (aptInstall('python3', 'python3-gmpy2'), find('gmpy2')),
    () => find('mpmath'),
    () => (aptInstall('python3', 'python3-mpmath'), find('mpmath')),
    () => (pipInstall(), find('mpmath')),
  ];
  for (const way of ways) {
    const python = way();
    if (python !== undefined) return python;
  }
  return undefined;
}
