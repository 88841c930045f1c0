// Part of `npm run build`: keeps what V8 compiles when the program runs, so that it starts faster.
// V8 refuses the file where its version or its flags are others; the launcher then does without.
'use strict';

const { readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const FILE = join(__dirname, '../dist/dezero-cli.js');
const LESSON = ['diff', '--chain', 'square,exp,square'];
const RUNS = [
  [...LESSON, '--x', '0.5'],
  [...LESSON, '--x', '0.5', '--json'],
  [...LESSON, '--x', '-'],
];

/** Runs the program several times in one process, so that its functions are compiled. */
function compile() {
  const script = new Script(wrap(readFileSync(FILE, 'latin1')), { filename: FILE });
  const start = script.runInThisContext();
  for (const words of RUNS) {
    process.argv.splice(2, Infinity, ...words);
    const module = { exports: {} };
    start(module.exports, createRequire(FILE), module, FILE, dirname(FILE));
  }
  process.once('beforeExit', () => {
    // V8 compares no more than the length of the source, so the launcher compares size and time.
    const { size, mtimeMs } = statSync(FILE);
    const head = Buffer.from(Float64Array.of(size, mtimeMs).buffer);
    writeFileSync(`${FILE}.cache.new`, Buffer.concat([head, script.createCachedData()]));
    renameSync(`${FILE}.cache.new`, `${FILE}.cache`);
  });
}

rmSync(`${FILE}.cache`, { force: true });
compile();
