/**
 * @file Several command lines run by one process, each in its own directory: for what needs real files
 * and a real Node, but no process of its own, whose start takes longer than all else.
 */

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './program';
import type { Outcome } from './run-main';

export interface Line {
  readonly words: readonly string[];
  readonly directory: string;
}

/** Run by the process: the compiled program with the real files, and strings for its outputs. */
const RUNNER = `
const { readFileSync, writeFileSync } = require('node:fs');
const { main } = require('./dist/cli/main.js');
const { processIo } = require('./dist/cli/process/process-io.js');
const [, , linesFile, outcomesFile] = process.argv;
async function run({ words, directory }) {
  let [stdout, stderr] = ['', ''];
  process.chdir(directory);
  const status = await main(words, {
    ...processIo,
    writeOutput: (bytes) => (stdout += Buffer.from(bytes)),
    writeError: (text) => (stderr += text),
  });
  return { status, stdout, stderr };
}
(async () => {
  const outcomes = [];
  for (const line of JSON.parse(readFileSync(linesFile))) outcomes.push(await run(line));
  writeFileSync(outcomesFile, JSON.stringify(outcomes));
})();
`;

/** @param directory for the files that go between */
export function runTogether(lines: readonly Line[], directory: string): Outcome[] {
  const file = (name: string): string => join(directory, name);
  writeFileSync(file('lines.json'), JSON.stringify(lines));
  spawnSync(process.execPath, ['-e', RUNNER, 'runner', file('lines.json'), file('outcomes.json')], {
    cwd: REPOSITORY,
    timeout: 60_000,
  });
  return JSON.parse(readFileSync(file('outcomes.json'), 'utf8')) as Outcome[];
}
