#!/usr/bin/env node
'use strict';

const { existsSync, readFileSync, statSync } = require('node:fs');
const { createRequire, enableCompileCache, wrap } = require('node:module');
const { dirname, join } = require('node:path');

const program = join(__dirname, '../dist/dezero-cli.js');

/** What the build has kept of the compiled program; undefined where it has not, or of another one. */
function readCache() {
  try {
    const cache = readFileSync(`${program}.cache`);
    const { size, mtimeMs } = statSync(program);
    const isOfProgram = cache.readDoubleLE(0) === size && cache.readDoubleLE(8) === mtimeMs;
    return isOfProgram ? cache.subarray(16) : undefined;
  } catch {
    return undefined;
  }
}

/** Runs the program as compiled by the build. @returns false if that was by another V8 */
function runCached(cachedData) {
  const { Script } = require('node:vm');
  const source = wrap(readFileSync(program, 'latin1'));
  const script = new Script(source, { filename: program, cachedData });
  if (script.cachedDataRejected) return false;
  const module = { exports: {} };
  script.runInThisContext()(
    module.exports,
    createRequire(program),
    module,
    program,
    dirname(program),
  );
  return true;
}

/** What is compiled from a cache cannot import a module. */
const imports = process.argv.some((word) => word.startsWith('--module'));
const cache = imports ? undefined : readCache();
if (cache === undefined || !runCached(cache)) {
  if (existsSync(program)) {
    // Node's own cache, which it has from version 22 on.
    enableCompileCache?.();
    require(program);
  } else {
    console.error('dezero-cli: not built yet: run `npm install` or `npm run build` in the package');
    process.exitCode = 70;
  }
}
