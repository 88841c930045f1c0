/** The function that CONTRIBUTING.md adds, in a copy of the repository. */

import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../support/program';
import { filesOf, readPage } from './page';

/** What the page adds to. */
const CHANGED = ['src/functions/activation.ts', 'tests/properties/jets.ts'];

/**
 * The tests of the function, and those that say what the catalogue has; others have run already. They are found by
 * their names: who renames one of them does so here, too.
 */
const CONCERNED = '^(lorentz |the catalogue|the list|the fixture|symmetry is)';

/** What CONTRIBUTING.md says is checked of it, and the lists it is in. */
const CHECKED = [
  'lorentz computes the formula that is printed for it, and the derivative',
  'gradient check at 0.5',
  'value and derivative are defined exactly inside the domain',
  'states its value and its derivatives as formulas',
  'lorentz has its first three derivatives in jets.ts',
  'is exported as classes, Square, and as plain functions, square(x)',
  'the list fits into 80 columns and names every function',
  'the fixture has every function of the first release that has to be rounded',
  'is what the lists say',
];

// Types are read of what changed.
const TYPES = {
  extends: '../tsconfig.json',
  compilerOptions: { rootDir: '..', noEmit: true },
  include: CHANGED.map((path) => join('..', path)),
};

/** On a machine with much else to do. */
const TIMEOUT = 300_000;

let copy: string;

beforeAll(() => {
  // Beside node_modules, so that the copy resolves its packages.
  copy = mkdtempSync(join(REPOSITORY, '.copy-'));
  for (const name of [
    'src',
    'tests',
    '.config',
    '.oxlintrc.json',
    '.oxfmtrc.json',
    'package.json',
    'tsconfig.json',
  ]) {
    cpSync(join(REPOSITORY, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(REPOSITORY, 'node_modules'), join(copy, 'node_modules'));
  for (const [name, text] of filesOf(readPage('CONTRIBUTING.md'))) {
    // A contributor who follows the page has added it already.
    const source = readFileSync(join(copy, name), 'utf8');
    if (!source.includes(text.trim())) appendFileSync(join(copy, name), `\n${text}`);
  }
  writeFileSync(join(copy, 'tests/tsconfig.json'), JSON.stringify(TYPES));
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Several of them run at the same time. */
function inCopy(
  program: string,
  ...args: string[]
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: copy,
      env: { ...process.env, PATH: `node_modules/.bin:${String(process.env['PATH'])}` },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('close', (status) => {
      resolve({ status, output });
    });
  });
}

test(
  'passes the tests of the catalogue and of the list',
  async () => {
    const { status, output } = await inCopy(
      'jest',
      'tests/functions/(?:catalogue|formula-texts|reference)',
      'tests/report/functions',
      'tests/properties/(?:symmetry|jets)',
      'tests/math/rounded/rounded',
      'tests/functions/formulas-over-balls',
      '--runInBand',
      '--cacheDirectory',
      'cache',
      '--verbose',
      '--testNamePattern',
      CONCERNED,
    );
    expect([status, output]).toEqual([0, expect.stringMatching(/^ +lorentz$/m) as string]);
    expect(CHECKED.filter((name) => !output.includes(`✓ ${name}`))).toEqual([]);
  },
  TIMEOUT,
);

test(
  'passes types, lint and format',
  async () => {
    const found = await Promise.all([
      inCopy('oxlint', ...CHANGED),
      inCopy('oxfmt', '--check', ...CHANGED),
    ]);
    expect(found).toMatchObject([{ status: 0 }, { status: 0 }]);
  },
  TIMEOUT,
);

test(
  'is found by the program, with nothing else edited',
  async () => {
    const bundle = ['src/cli/run.ts', '--bundle', '--platform=node', '--packages=external'];
    const built = await inCopy('esbuild', ...bundle, '--outfile=run.js', '--log-level=warning');
    expect(built).toEqual({ status: 0, output: '' });
    const words = 'run.js diff --chain lorentz --x 1 --only backprop'.split(' ');
    expect(await inCopy(process.execPath, ...words)).toEqual({ status: 0, output: '-0.5\n' });
  },
  TIMEOUT,
);
