/** @file Command lines about a program that is a function of this process. */

import type { RunProgram } from '../../src/cli/process/io';
import { type Outcome, runMain } from './run-main';

/** A program in this process, of a function of its numbers. */
export const programOf =
  (f: (x: number[]) => number[]): RunProgram =>
  (_, input) => {
    const lines = input.trimEnd().split('\n');
    const stdout = lines.map((line) => `${f(line.split(' ').map(Number)).join(' ')}\n`).join('');
    return Promise.resolve({ stdout, ended: { kind: 'status', status: 0 } });
  };

export const ask = (line: string, f: (x: number[]) => number[], stdin = ''): Promise<Outcome> =>
  runMain(line.split(' '), { program: programOf(f), stdin });
