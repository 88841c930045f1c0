// npm run build: from src to dist, in five steps.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modulesOf, programOf, tableOf } from './pack.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

/** Runs a script with this Node, in the package. @returns whether it succeeded */
function run(script, output, input = '') {
  const options = { cwd: root, stdio: ['pipe', output, 'inherit'], input };
  return spawnSync(process.execPath, [script], options).status === 0;
}

// 1. The library: one file a module, with types. Whoever imports it, imports what he needs. The compiler
// is TypeScript 7; what stands under the name `typescript` is 6, the last that is a library too: tests ask it.
rmSync(dist, { recursive: true, force: true });
if (!run(join(require.resolve('@typescript/native/package.json'), '../bin/tsc'), 'inherit'))
  process.exit(1);

// 2. What editors show of its functions on hover, from their entries in the catalogue.
if (!run('.config/hover.cjs', 'inherit')) process.exit(1);

// 3. The program, packed: to find and read some 400 files would take longer than a derivative does. It is in
// three files: what the lesson needs, what a formula and its check need besides, and the rest. Threads take
// part in a stream with the same files.
// What only some commands need of other packages stays outside, and is loaded by them.
const OUTSIDE = ['@dagrejs/dagre', 'chalk', 'cli-progress', 'csv-stringify', 'fastest-levenshtein'];
const START = 'dist/cli/run.js';
const THREAD = 'dist/cli/stream/worker.js';
const modules = modulesOf(root, [START, THREAD], OUTSIDE);
const waiting = programOf(tableOf(modules, [...modules.keys()], () => false));
const LESSON = ['diff', '--chain', 'square,exp,square', '--x', '0.5'];
const ofLesson = [LESSON, [...LESSON, '--json']].map(neededBy);
const ofFormulas = [
  ['diff', 'x*exp(-x)', '--x', '3'],
  ['check', 'x^2; 2*x', '--x', '1'],
].map(neededBy);
const ofStream = neededBy(['diff', 'x*exp(-x)', '--x', '0:1:0.1', '-f', 'tsv']);
// Modules that the lesson needs as a table and as JSON are evaluated at once, as are those of a stream: with
// each import waiting until it is used, streams take a tenth longer.
const isOften = (path) =>
  ofStream.includes(path) || ofLesson.every((paths) => paths.includes(path));
const FILES = {
  'dezero-cli.js': ofLesson.flat(),
  'dezero-cli-formula.js': ofFormulas.flat(),
  'dezero-cli-rest.js': [...modules.keys()],
};
const [, ...others] = Object.keys(FILES).map((name) => `./${name}`);
const packed = new Set();
for (const [name, paths] of Object.entries(FILES)) {
  const own = [...new Set(paths)].filter((path) => !packed.has(path));
  for (const path of own) packed.add(path);
  const table = tableOf(modules, own, (path) => packed.has(path) && isOften(path));
  write(name, name === 'dezero-cli.js' ? programOf(table, others) : `module.exports=${table};`);
}

/** The modules that a command line needs: those that it evaluates where each waits until it is used. */
function neededBy(words) {
  const report = `process.on('exit',()=>console.error(JSON.stringify([...loaded.keys()])))`;
  const options = { cwd: root, encoding: 'utf8', input: `${waiting}load('${START}');${report}` };
  const { stderr } = spawnSync(process.execPath, ['-', ...words], options);
  return JSON.parse(stderr.trim().split('\n').at(-1));
}

function write(name, text) {
  writeFileSync(join(dist, name), text);
}

// 4. What V8 compiles when the program runs: saves 17 ms of each start. The program does without, too.
const POINTS = Array.from({ length: 3000 }, (_, i) => `${i / 1000}\n`).join('');
if (!run('.config/code-cache.cjs', 'ignore', POINTS)) {
  console.error('no code cache: the program will start a little slower');
}

// 5. The manual page, from what the program says of itself.
const { manual } = require(join(dist, 'cli/manual.js'));
writeFileSync(join(dist, 'dezero-cli.1'), manual(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')));
