/** The package as it is published: packed, installed in another project, imported and run. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './support/program';
import { tempFolder } from './support/temp-folder';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as Manifest;

const DEPENDENCIES = Object.keys(manifest.dependencies);

/** The text of all sources. */
function sourceText(): string {
  const source = join(REPOSITORY, 'src');
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(source, name), 'utf8'))
    .join('\n');
}

const project = tempFolder();
let files: string[];

function inProject(program: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: project, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** The tarball unpacked as an installation would; its dependencies are those of this repository. */
beforeAll(() => {
  const pack = spawnSync(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', project],
    { cwd: REPOSITORY, encoding: 'utf8' },
  );
  const listed = JSON.parse(pack.stdout) as unknown;
  // npm 11 prints an array of packages, npm 12 an object by name.
  const [packed] = Object.values(listed as object) as {
    filename: string;
    files: { path: string }[];
  }[];
  files = (packed?.files ?? []).map(({ path }) => path);
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'dezero-cli'), { recursive: true });
  inProject(
    'tar',
    'xzf',
    packed?.filename ?? '',
    '-C',
    join(modules, 'dezero-cli'),
    '--strip',
    '1',
  );
  for (const name of readdirSync(join(REPOSITORY, 'node_modules'))) {
    if (!name.startsWith('.'))
      symlinkSync(join(REPOSITORY, 'node_modules', name), join(modules, name));
  }
});

test('every page that it holds leads to what it holds, but for the source', () => {
  const pages = files.filter((path) => path.endsWith('.md') && path !== 'CONTRIBUTING.md');
  const links = pages.flatMap((page) => {
    const text = readFileSync(join(REPOSITORY, page), 'utf8').replace(/```.*?```/gs, '');
    return [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => ({
      page,
      path: join(page, '..', path),
    }));
  });
  expect(links.length).toBeGreaterThan(50);
  const isSource = (path: string): boolean => /^(?:src|tests)\b/.test(path);
  expect(links.filter(({ path }) => !isSource(path) && !files.includes(path))).toEqual([]);
});

test('holds the launcher, the program, the library with types, and the texts', () => {
  // Below dist the rooms of the library alone.
  const folders = new Set(files.map((path) => path.split('/').slice(0, -1).slice(0, 2).join('/')));
  expect([...folders].sort()).toEqual([
    '',
    'bin',
    'dist',
    'dist/core',
    'dist/functions',
    'dist/math',
    'docs',
  ]);
  expect(files.filter((path) => !path.includes('/')).sort()).toEqual([
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.md',
    'package.json',
  ]);
  expect(files.filter((path) => path.startsWith('dist/') && !/\.(js|d\.ts)$/.test(path))).toEqual([
    'dist/dezero-cli.1',
  ]);
  for (const path of [
    'bin/dezero-cli.js',
    'dist/dezero-cli.js',
    'dist/dezero-cli-formula.js',
    'dist/dezero-cli-rest.js',
    'dist/index.js',
    'dist/index.d.ts',
  ]) {
    expect(files).toContain(path);
  }
});

test('runs as a command', () => {
  const { status, output } = inProject(
    process.execPath,
    'node_modules/dezero-cli/bin/dezero-cli.js',
    'diff',
    '--chain',
    'square,exp,square',
    '--x',
    '0.5',
    '--only',
    'backprop',
  );
  expect([status, output]).toEqual([0, '3.297442541400256\n']);
});

const USE = `
const y = square(Variable.of(3));
y.backward();
console.log(new Square().call(Variable.of(10)).item(), numericalDiff(square, Variable.of(2))[0]);`;

test('is imported from CommonJS', () => {
  writeFileSync(
    join(project, 'use.cjs'),
    `const { Variable, Square, square, numericalDiff } = require('dezero-cli');${USE}`,
  );
  expect(inProject(process.execPath, 'use.cjs').output).toBe('100 4.000000000004\n');
});

test('is imported from ES modules, by name', () => {
  writeFileSync(
    join(project, 'use.mjs'),
    `import { Variable, Square, square, numericalDiff } from 'dezero-cli';${USE}`,
  );
  expect(inProject(process.execPath, 'use.mjs').output).toBe('100 4.000000000004\n');
});

test('has types for CommonJS and for ES modules', () => {
  const names = ['use.cts', 'use.mts'];
  const text = `import { type Chain, differentiate, parseChain, Square, square, Variable } from 'dezero-cli';
     const y: Variable = square(new Square().call(Variable.of(0.5)));
     const gradient: Float64Array | null = y.grad;
     const chain: Chain = parseChain('square');
     const values: Float64Array | undefined = differentiate(chain, Float64Array.of(1)).backprop;
     // @ts-expect-error a number is no Variable
     square(0.5);
     export { gradient, values };`;
  for (const name of names) writeFileSync(join(project, name), text);
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--types',
    'node',
  ];
  const tsc = join(REPOSITORY, 'node_modules/.bin/tsc');
  expect(inProject(tsc, ...options, ...names)).toEqual({ status: 0, output: '' });
});

test('depends on packages that are pinned, few, and used', () => {
  expect(DEPENDENCIES).toEqual([
    '@dagrejs/dagre',
    'chalk',
    'cli-progress',
    'cli-table3',
    'commander',
    'csv-stringify',
    'fastest-levenshtein',
    'string-width',
  ]);
  for (const version of Object.values(manifest.dependencies))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const source = sourceText();
  const unused = DEPENDENCIES.filter((name) => !new RegExp(`'${name}(/[^']*)?'`).test(source));
  expect(unused).toEqual([]);
});

test('the lock file has a checksum for every package', () => {
  interface Lock {
    readonly packages: Readonly<Record<string, { integrity?: string; link?: boolean }>>;
  }
  const lock = JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')) as Lock;
  const unchecked = Object.entries(lock.packages).filter(
    ([path, { integrity }]) => path !== '' && integrity?.startsWith('sha512-') !== true,
  );
  expect(unchecked).toEqual([]);
});

test('loading the library loads no package for terminals', () => {
  const script =
    "require('dezero-cli');" +
    `console.log(${JSON.stringify(DEPENDENCIES)}.filter((name) =>` +
    ' Object.keys(require.cache).some((path) => path.includes(`/node_modules/${name}/`))).join())';
  expect(inProject(process.execPath, '-e', script).output).toBe('\n');
  // They are seen where they are loaded.
  const loaded = inProject(process.execPath, '-e', `require('commander'); ${script}`);
  expect(loaded.output).toBe('commander\n');
});
