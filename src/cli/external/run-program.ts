/**
 * @file Runs a program of the user: starts it, sends its lines, reads its output to the end. No process of it is
 * left running, however the program or this one ends.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { quote } from '../../core/text/quote';
import { beforeEndingSignals } from '../process/ending-signals';
import { errorCode, type ProgramRun, type RunProgram } from '../process/io';

// The global, never an import of node:process: that would open stdout as a stream.
const { process } = globalThis;

/** How long, in ms, processes that the program has started may hold its output open after its end. */
const GRACE = 1000;
const WINDOWS = process.platform === 'win32';

/**
 * Starts a program, without a shell, in a process group of its own; sends it the text, and waits for
 * its end. Its standard error is ours.
 */
export const runProgram: RunProgram = ([name, ...args], input, { timeout, mostBytes }) =>
  new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let length = 0;
    let stopped: 'timeout' | 'flood' | undefined;
    let child: ChildProcess;
    try {
      child = spawn(name, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: !WINDOWS });
    } catch (error) {
      // Words with a zero byte, or too many of them.
      const reason = error instanceof Error ? error.message : String(error);
      resolve({ stdout: '', ended: { kind: 'not-started', reason } });
      return;
    }
    const release = holdSignals(() => {
      stop(child);
    });
    const stopFor = (reason: 'timeout' | 'flood'): void => {
      stopped ??= reason;
      stop(child);
      // A process that has left its group may still hold the pipe open.
      child.stdout?.destroy();
    };
    const timer = setTimeout(() => {
      stopFor('timeout');
    }, timeout);
    let grace: NodeJS.Timeout | undefined;
    const finish = (ended: ProgramRun['ended']): void => {
      clearTimeout(timer);
      clearTimeout(grace);
      stop(child);
      release();
      resolve({ stdout: Buffer.concat(pieces).toString(), ended });
    };
    child.on('error', (error) => {
      if (child.pid !== undefined) return;
      finish({ kind: 'not-started', reason: startFailure(name, error) });
    });
    child.stdout?.on('data', (piece: Buffer) => {
      if (stopped !== undefined) return;
      pieces.push(piece);
      length += piece.length;
      if (length > mostBytes) stopFor('flood');
    });
    child.on('exit', () => {
      grace = setTimeout(() => {
        stop(child);
        child.stdout?.destroy();
      }, GRACE);
    });
    child.on('close', (status, signal) => {
      if (child.pid === undefined) return;
      if (stopped !== undefined) finish({ kind: stopped });
      else if (signal !== null) finish({ kind: 'signal', signal });
      else finish({ kind: 'status', status: status ?? 0 });
    });
    // A program may answer, or fail, without reading all of its input: its answers tell.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });

/** Ends the program and all processes of its group that are still running. */
function stop(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    if (WINDOWS) child.kill('SIGKILL');
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended.
  }
}

/**
 * While a program runs, a signal that ends this process ends the program first: Ctrl-C does not reach it, as it is
 * in another process group.
 *
 * @returns a function that undoes this
 */
function holdSignals(end: () => void): () => void {
  const release = beforeEndingSignals(end);
  process.on('exit', end);
  return () => {
    release();
    process.off('exit', end);
  };
}

/** Why a program could not be started, and how to mend it. */
function startFailure(name: string, error: Error): string {
  const isPath = name.includes('/');
  switch (errorCode(error)) {
    case 'ENOENT':
      if (isPath && existsSync(name)) {
        return 'it is there, but what its first line, #!, names as its interpreter is not';
      }
      if (/^\w+=/.test(name))
        return `there is no such program; to set a variable, use env ${name} ...`;
      if (!isPath && existsSync(name)) {
        const path = `./${name}`;
        return `there is no such program on the PATH; ${runBy(name) ?? `the file here is ${quote(path)}`}`;
      }
      return 'there is no such program';
    case 'EACCES':
      if (isDirectory(name)) return 'it is a directory';
      return `it may not be executed; ${runBy(name) ?? 'chmod +x makes it executable'}`;
    default:
      return error.message;
  }
}

/** What runs files of a language, by how their names end. */
const INTERPRETERS: ReadonlyMap<string, string> = new Map([
  ['.py', 'python3'],
  ['.js', 'node'],
  ['.mjs', 'node'],
  ['.R', 'Rscript'],
  ['.r', 'Rscript'],
  ['.jl', 'julia'],
  ['.awk', 'awk -f'],
  ['.rb', 'ruby'],
  ['.pl', 'perl'],
  ['.sh', 'sh'],
]);

/** Advice to name what runs a script, if its first line does not; undefined for others. */
function runBy(name: string): string | undefined {
  const interpreter = INTERPRETERS.get(extname(name));
  if (interpreter === undefined || namesInterpreter(name)) return undefined;
  return `write ${quote(`${interpreter} ${name}`)}`;
}

/** Whether a file has a first line that says what runs it, or cannot be looked at. */
function namesInterpreter(path: string): boolean {
  try {
    return !statSync(path).isFile() || readFileSync(path, 'latin1').startsWith('#!');
  } catch {
    return true;
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
