/** @file A script of bash in a folder of its own, and what came of it. */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The files by which a script tells what the program did. */
export const FILES = { output: 'out', errors: 'err', calls: 'calls' } as const;

export interface Outcome {
  /** The exit status, the name of the signal, or why there is neither. */
  readonly end: number | string;
  /** What is in FILES; empty where the script made no such file. */
  readonly output: Buffer;
  readonly errors: string;
  /** The calls of the system, as strace logs them. */
  readonly calls: string;
}

const MOST_SECONDS = 60;

/** A text as one word of a shell. */
export function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The command with which a person runs the script again. */
export function toRepeat(script: string, folder: string): string {
  return `cd ${quoted(folder)} && bash -c ${quoted(script)}`;
}

/** Runs a script in the folder, which is emptied first, until all its processes have ended. */
export async function runScript(script: string, folder: string): Promise<Outcome> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const end = await new Promise<number | string>((resolve) => {
    // A group of its own, so that a script that hangs can be ended with all it has started; every
    // process of it holds the pipe, whose end is the end of the last.
    const child = spawn('bash', ['-c', script], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    let isLate = false;
    const limit = setTimeout(() => {
      isLate = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, MOST_SECONDS * 1000);
    child.stderr.resume();
    child.on('close', (status, signal) => {
      clearTimeout(limit);
      resolve(isLate ? `no end in ${String(MOST_SECONDS)} s` : (status ?? signal ?? 'nothing'));
    });
  });
  const contents = (name: string): Buffer => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  };
  return {
    end,
    output: contents(FILES.output),
    errors: contents(FILES.errors).toString('utf8'),
    calls: contents(FILES.calls).toString('latin1'),
  };
}
