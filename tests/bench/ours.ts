/** @file The command line that is measured, as words of a shell. */

import { spawnSync } from 'node:child_process';
import { PROGRAM } from '../support/program';

export const NODE = `"${process.execPath}"`;
export const OURS = `${NODE} "${PROGRAM}"`;
export const LESSON = `${OURS} diff --chain square,exp,square`;

export interface Program {
  readonly name: string;
  /** Words of a shell: reads one x a line from standard input, writes TSV to standard output. */
  readonly command: string;
}

/** Ours, on one core where it can be told to, and as it is. */
export function ourPrograms(): [Program, ...Program[]] {
  const plain = {
    name: 'dezero-cli',
    command: `${LESSON} --x - --format tsv --columns x,y,numerical,backprop`,
  };
  const { stdout } = spawnSync('sh', ['-c', `${OURS} diff --help`], { encoding: 'utf8' });
  if (!/--jobs\b/.test(stdout)) return [plain];
  return [{ name: 'dezero-cli --jobs 1', command: `${plain.command} --jobs 1` }, plain];
}
