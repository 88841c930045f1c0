// Part of `npm run build`: keeps what V8 compiles when the program runs, so that it starts faster.
// V8 refuses the file where its version or its flags are others; the launcher then does without.
'use strict';

const { readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const DIST = join(__dirname, '../dist');
const LESSON = ['diff', '--chain', 'square,exp,square'];
const RUNS = [
  [...LESSON, '--x', '0.5'],
  [...LESSON, '--x', '0.5', '--json'],
  ['diff', 'x*exp(-x)', '--x', '3'],
  ['check', 'x^2; 2*x', '--x', '1', '-q'],
  [...LESSON, '--x', '-'],
];

// A run that is done would end the process.
process.exit = () => {};

const scripts = new Map();

/** Evaluates a file of the program, as the launcher does. */
function run(file) {
  if (!scripts.has(file)) {
    scripts.set(file, new Script(wrap(readFileSync(file, 'latin1')), { filename: file }));
  }
  const module = { exports: {} };
  scripts.get(file).runInThisContext()(module.exports, require, module, file, DIST);
  return module.exports;
}

/**
 * V8 compares no more than the length of a source, so the launcher compares size and time. Nor does V8 see a wrong byte
 * in the code, at which the process may crash: two copies of it are compared sooner than any sum is computed.
 */
function keep(file, script) {
  const { size, mtimeMs } = statSync(file);
  const head = Buffer.from(Float64Array.of(size, mtimeMs).buffer);
  const code = script.createCachedData();
  writeFileSync(`${file}.cache.new`, Buffer.concat([head, code, code]));
  renameSync(`${file}.cache.new`, `${file}.cache`);
}

// Several times in one process, so that what they need is compiled.
for (const words of RUNS) {
  process.argv.splice(2, Infinity, ...words);
  const load = run(join(DIST, 'dezero-cli.js'));
  load.file = (name) => run(join(DIST, name));
  load('dist/cli/run.js');
}
process.once('beforeExit', () => {
  for (const [file, script] of scripts) keep(file, script);
});
