/** @file Finds a Python with a library of many digits, and installs the library where it may. */

import { spawn, spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { aptInstall, succeeds } from '../../measure/debian';

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

/** MPFR where it can be had, else mpmath, else undefined; or the one that is asked for. */
export function findPython(asked?: Python['library']): Python | undefined {
  const ways: [Python['library'], install?: () => void][] = [
    ['gmpy2'],
    [
      'gmpy2',
      () => {
        aptInstall('python3', 'python3-gmpy2');
      },
    ],
    ['mpmath'],
    [
      'mpmath',
      () => {
        aptInstall('python3', 'python3-mpmath');
      },
    ],
    ['mpmath', pipInstall],
  ];
  for (const [library, install] of ways) {
    if (asked !== undefined && library !== asked) continue;
    install?.();
    const python = find(library);
    if (python !== undefined) return python;
  }
  return undefined;
}

/** What a script of ours answers to each of these lines. */
export function answersOf(
  python: Python,
  script: string,
  lines: readonly string[],
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(python.program, [script], {
      env: python.environment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (status) => {
      const answers = output.trimEnd().split('\n');
      if (status === 0 && answers.length === lines.length) resolve(answers);
      else reject(new Error(`${basename(script)} ended with status ${String(status)}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${lines.join('\n')}\n`);
  });
}
