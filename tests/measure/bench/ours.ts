/** @file The command line that is measured, as words of a shell. */

import { PROGRAM } from '../../support/program';

export const NODE = `"${process.execPath}"`;
export const OURS = `${NODE} "${PROGRAM}"`;
export const LESSON = `${OURS} diff --chain square,exp,square`;

export interface Program {
  readonly name: string;
  /** Words of a shell: reads one x a line from standard input, writes TSV to standard output. */
  readonly command: string;
}

const STREAM = `${LESSON} --x - --format tsv --columns x,y,numerical,backprop`;

/** Ours, on one core and as it is. */
export const OUR_PROGRAMS: readonly [Program, ...Program[]] = [
  { name: 'dezero-cli --jobs 1', command: `${STREAM} --jobs 1` },
  { name: 'dezero-cli', command: STREAM },
];
