#!/usr/bin/env node
'use strict';

const { readFileSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');
// As `require('node:module').wrap`, which would take 1 ms of each start.
const { wrap } = module.constructor;

const program = join(__dirname, '../dist/dezero-cli.js');

/**
 * A file of the program, and its code as compiled by the build; undefined where there is none, or that of another file,
 * or where the two copies that the build keeps of it differ.
 */
function readCompiled(file) {
  try {
    const cache = readFileSync(`${file}.cache`);
    const { size, mtimeMs } = statSync(file);
    const isOfFile = cache.readDoubleLE(0) === size && cache.readDoubleLE(8) === mtimeMs;
    const half = (cache.length - HEAD) / 2;
    const cachedData = cache.subarray(HEAD, HEAD + half);
    const isWhole = cachedData.equals(cache.subarray(HEAD + half));
    return isOfFile && isWhole ? { source: readFileSync(file, 'latin1'), cachedData } : undefined;
  } catch {
    return undefined;
  }
}

/** Size and time of the file, before its code. */
const HEAD = 16;

/** A file of the program as compiled by the build; undefined if it was not, or by another V8. */
function compiled(file) {
  const kept = readCompiled(file);
  if (kept === undefined) return undefined;
  const { Script } = require('node:vm');
  const { source, cachedData } = kept;
  const script = new Script(wrap(source), { filename: file, cachedData });
  return script.cachedDataRejected ? undefined : script.runInThisContext();
}

/** Requires a file of the program; ends the process, with the status of a fault, where that cannot be. */
function required(file) {
  try {
    return require(file);
  } catch (error) {
    const isMissing = error.code === 'MODULE_NOT_FOUND';
    const isUnread = error.syscall !== undefined;
    const fault = isUnread
      ? `cannot be read (${error.code})`
      : isMissing
        ? 'is missing'
        : 'is damaged';
    console.error(
      isMissing && file === program
        ? 'dezero-cli: not built yet: run `npm install` or `npm run build` in the package'
        : `dezero-cli: its file ${file} ${fault}${isUnread ? '' : ': install the package again'}`,
    );
    return process.exit(70);
  }
}

/** Requires a file of the program, compiled already where that can be. */
function run(file) {
  const start = compiled(file);
  if (start === undefined) {
    // Node's own cache, which it has from version 22 on.
    require('node:module').enableCompileCache?.();
    return required(file);
  }
  const module = { exports: {} };
  start(module.exports, require, module, file, dirname(file));
  return module.exports;
}

/** What is compiled from a cache cannot import a module. */
const read = process.argv.some((word) => word.startsWith('--module')) ? required : run;

/** Evaluates a module of the program, by its path in the package. */
function start(path) {
  const load = read(program);
  load.file = (name) => read(join(dirname(program), name));
  load(path);
}

exports.start = start;
// Otherwise a thread has required it, to start its part: a launcher in a file of its own takes 1 ms of each start.
if (require.main === module) start('dist/cli/run.js');
