// npm run build: from src to dist, in five steps.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

/** Runs a script with this Node, in the package. @returns whether it succeeded */
function run(script, output) {
  const stdio = ['ignore', output, 'inherit'];
  return spawnSync(process.execPath, [script], { cwd: root, stdio }).status === 0;
}

// 1. The library: one file a module, with types. Whoever imports it, imports what he needs. The compiler
// is TypeScript 7; what stands under the name `typescript` is 6, the last that is a library too: tests ask it.
rmSync(dist, { recursive: true, force: true });
if (!run(join(require.resolve('@typescript/native/package.json'), '../bin/tsc'), 'inherit'))
  process.exit(1);

// 2. What editors show of its functions on hover, from their entries in the catalogue.
if (!run('.config/hover.cjs', 'inherit')) process.exit(1);

// 3. The program and the worker of its threads, each as one file: to find and read some 400 files
// would take longer than a derivative does. They are made of the modules that the compiler has written, in which
// V8 knows what is imported for constant: streams take a tenth less time than from esbuild's own
// reading of the source, in which all modules share one scope. What only some commands need stays
// outside, and is loaded by them. Names stay, for the stack traces in reports of faults.
await build({
  absWorkingDir: root,
  entryPoints: {
    'dezero-cli': 'dist/cli/run.js',
    'dezero-cli-worker': 'dist/cli/stream/worker.js',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  logLevel: 'warning',
  external: ['@dagrejs/dagre', 'chalk', 'cli-progress', 'csv-stringify', 'fastest-levenshtein'],
  plugins: [{ name: 'spare', setup: spareCommander }],
});

/**
 * Commander asks for child_process at its top, for commands that are other programs: we have none, and Node
 * would load all of its streams and its net, 5 ms of each start. And as a module, `process` is
 * read as a whole, which opens standard output as a stream.
 */
function spareCommander(bundler) {
  const contents = { 'node:child_process': '', 'node:process': 'module.exports = process;' };
  const filter = /^node:(?:child_process|process)$/;
  bundler.onResolve({ filter }, ({ path, importer }) =>
    /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'spared' } : undefined,
  );
  bundler.onLoad({ filter, namespace: 'spared' }, ({ path }) => ({ contents: contents[path] }));
}

// In ASCII alone, as esbuild leaves all but regular expressions: such a text is read in half of the time
// and takes half of the memory, which is a twentieth of a start.
for (const name of ['dezero-cli.js', 'dezero-cli-worker.js']) {
  const text = readFileSync(join(dist, name), 'utf8');
  const codeOf = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(join(dist, name), text.replace(/[^\0-\x7f]/g, codeOf));
}

// 4. What V8 compiles when the program runs: saves 17 ms of each start. The program does without, too.
if (!run('.config/code-cache.cjs', 'ignore')) {
  console.error('no code cache: the program will start a little slower');
}

// 5. The manual page, from what the program says of itself.
const { manual } = require(join(dist, 'cli/manual.js'));
writeFileSync(join(dist, 'dezero-cli.1'), manual(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')));
