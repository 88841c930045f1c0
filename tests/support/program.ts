/** @file The built program, run as a process. */

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const REPOSITORY = join(__dirname, '../..');
export const PROGRAM = join(REPOSITORY, 'bin/dezero-cli.js');

export interface ProcessOutcome {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Less than jest gives a test, so that what hangs is seen with all that it has said. */
const LONGEST = 50_000;

/** A script of bash in which `dz` is the program. */
export function bash(script: string, input = '', directory = REPOSITORY): ProcessOutcome {
  const { error, status, signal, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `dz() { "${process.execPath}" "${PROGRAM}" "$@"; }\n${script}`],
    { input, encoding: 'utf8', cwd: directory, maxBuffer: 1 << 28, timeout: LONGEST },
  );
  // Other errors, as of an input that is not read, are the script's own.
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') {
    throw new Error(`still running after ${String(LONGEST)} ms: ${script}\n${stderr}`);
  }
  return { status, signal, stdout, stderr };
}

/** The program as a process that is talked to; should a test forsake it, it ends in time. */
export const start = (...words: readonly string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [PROGRAM, ...words], { timeout: LONGEST });

const WORD = /(?:'[^']*'|"[^"$`\\!]*"|[\w./,:=+^@%-])+/g;

/** The words that a shell makes of a command, where it does nothing else with it; otherwise undefined. */
export function plainWords(command: string): string[] | undefined {
  if (command.replaceAll(WORD, '').trim() !== '') return undefined;
  return command
    .match(WORD)
    ?.map((word) =>
      word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single, double) => String(single ?? double)),
    );
}
