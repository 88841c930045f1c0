/**
 * @file What other gradient checkers say of some telling derivatives: npm run measure -- checkers. They are
 * installed into an environment of their own, which is removed in the end; one that cannot be
 * installed is named and left out. Where torch is to be small, without CUDA, set
 * PIP_EXTRA_INDEX_URL to https://download.pytorch.org/whl/cpu. The exit status is 1 only if those
 * that are there could not be asked.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PYTHONS } from '../accuracy/python';
import { aptInstall, succeeds } from '../../measure/debian';

const PACKAGES = [
  'numpy==2.4.6',
  'scipy==1.17.1',
  'autograd==1.9.1',
  'jax==0.10.2',
  'torch==2.13.0',
  'tensorflow-cpu==2.21.0',
  'dezero==0.0.13',
];

const GAP = 2;

interface Row {
  readonly checker: string;
  readonly version: string;
  readonly case: string;
  readonly outcome: string;
}

/** The path of the Python of a new virtual environment, undefined where there can be none. */
function makeEnvironment(folder: string): string | undefined {
  const make = (): boolean =>
    PYTHONS.some((program) => succeeds(program, '-m', 'venv', '--clear', folder));
  if (!make()) {
    aptInstall('python3', 'python3-venv');
    if (!make()) return undefined;
  }
  return join(folder, 'bin/python');
}

function install(python: string): void {
  for (const name of PACKAGES) {
    progress(`installing ${name}`);
    const isThere = succeeds(python, '-m', 'pip', 'install', '--retries', '1', name);
    progress('');
    if (!isThere) console.log(`${name} could not be installed; it is left out`);
  }
}

function ask(python: string): Row[] {
  progress('asking');
  const { status, stdout, stderr } = spawnSync(python, [join(__dirname, 'checkers.py')], {
    encoding: 'utf8',
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', JAX_PLATFORMS: 'cpu' },
  });
  progress('');
  if (status !== 0) throw new Error(`checkers.py failed:\n${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [checker = '', version = '', name = '', outcome = ''] = line.split('\t');
      return { checker, version, case: name, outcome };
    });
}

/** What fits in a cell: the messages of exceptions are below the table. */
function shorten(outcome: string): string {
  if (outcome.startsWith('raises')) return 'raises';
  const isNumber = outcome !== '' && Number.isFinite(Number(outcome));
  return isNumber ? Number(outcome).toExponential(1) : outcome;
}

function printTable(rows: readonly Row[]): void {
  const cases = [...new Set(rows.map((row) => row.case))];
  const titles = [...new Set(rows.map(({ checker, version }) => `${checker} (${version})`))];
  const lines = titles.map((title) => [
    title,
    ...cases.map((name) => {
      const row = rows.find(
        (row) => `${row.checker} (${row.version})` === title && row.case === name,
      );
      return shorten(row?.outcome ?? '-');
    }),
  ]);
  const table = [['', ...cases], ...lines];
  const widths = table[0]?.map((_, i) => Math.max(...table.map((cells) => cells[i]?.length ?? 0)));
  for (const cells of table) {
    console.log(
      cells
        .map((cell, i) => cell.padEnd((widths?.[i] ?? 0) + GAP))
        .join('')
        .trimEnd(),
    );
  }
}

function print(rows: readonly Row[]): void {
  for (const row of rows.filter((row) => row.case === '-')) {
    console.log(`${row.checker}: ${row.outcome}`);
  }
  console.log('');
  printTable(rows.filter((row) => row.case !== '-'));
  console.log('\nNone is what the checkers return that raise if they disagree. They raised:');
  for (const { checker, case: name, outcome } of rows) {
    if (outcome.startsWith('raises')) console.log(`  ${checker}, ${name}: ${outcome}`);
  }
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'checkers-'));
  try {
    const python = makeEnvironment(folder);
    if (python === undefined) {
      console.log('Nothing was asked: that needs Python 3 with venv. On Debian: python3-venv');
      return;
    }
    install(python);
    print(ask(python));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  main();
} catch (error) {
  console.error(`checkers: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
