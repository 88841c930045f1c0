/** @file Runs a command with one of the two programs, and keeps every byte of what comes of it. */

import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from './command';

/** After so long a command is stopped, which is an outcome too. */
const TIMEOUT = 120_000;

/** `status`, `stdout`, `stderr`, and `file NAME` for each file that was written. */
export type Outcome = ReadonlyMap<string, Buffer>;

function environment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TERM: 'dumb', ...own };
}

/** Where the program lies is no difference. */
function withoutPath(bytes: Buffer, program: string): Buffer {
  const path = dirname(dirname(program));
  return bytes.includes(path) ? Buffer.from(bytes.toString().replaceAll(path, 'PROGRAM')) : bytes;
}

/** A folder with the files of all commands, in which one command runs at a time. */
export class Place {
  readonly #names: ReadonlySet<string>;

  constructor(private readonly folder: string) {
    this.#names = new Set(readdirSync(folder));
  }

  /** Both programs run in the same folder, whose path some messages show. */
  async run(program: string, command: Command): Promise<Outcome> {
    for (const [name, text] of Object.entries(command.files)) {
      writeFileSync(join(this.folder, name), text);
    }
    const outcome = await this.#spawn(program, command);
    for (const name of readdirSync(this.folder).sort()) {
      if (this.#names.has(name)) continue;
      outcome.set(`file ${name}`, readFileSync(join(this.folder, name)));
      rmSync(join(this.folder, name));
    }
    return outcome;
  }

  async #spawn(program: string, { args, env, input }: Command): Promise<Map<string, Buffer>> {
    const file = input !== undefined && 'file' in input ? input.file : undefined;
    const stdin = file === undefined ? undefined : openSync(join(this.folder, file), 'r');
    const child = spawn(process.execPath, [program, ...args], {
      cwd: this.folder,
      env: environment(env),
      stdio: [stdin ?? (input === undefined ? 'ignore' : 'pipe'), 'pipe', 'pipe'],
      timeout: TIMEOUT,
    });
    if (stdin !== undefined) closeSync(stdin);
    if (child.stdin !== null) {
      // A program that stops at a bad line leaves the rest of its input unread.
      child.stdin.on('error', () => undefined);
      child.stdin.end(this.#bytes(input));
    }
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout?.on('data', (piece: Buffer) => out.push(piece));
    child.stderr?.on('data', (piece: Buffer) => err.push(piece));
    const status = await new Promise<string>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        resolve(String(code ?? signal));
      });
    });
    return new Map([
      ['status', Buffer.from(status)],
      ['stdout', withoutPath(Buffer.concat(out), program)],
      ['stderr', withoutPath(Buffer.concat(err), program)],
    ]);
  }

  #bytes(input: Command['input']): Buffer {
    if (input !== undefined && 'bytes' in input) return input.bytes;
    if (input !== undefined && 'piped' in input)
      return readFileSync(join(this.folder, input.piped));
    return Buffer.alloc(0);
  }
}
