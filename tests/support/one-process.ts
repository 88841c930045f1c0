/**
 * @file Many command lines run by one process, one after the other: for what needs real files, threads and a
 * real Node, but no process of its own, whose start takes longer than all else.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from './program';
import type { Outcome } from './run-main';

export interface Line {
  readonly words: readonly string[];
  /** Where it runs. */
  readonly directory: string;
  /** Standard input. */
  readonly input?: string | Buffer | undefined;
}

interface Ended extends Outcome {
  /** The threads that have helped. */
  readonly threads: number;
}

/**
 * Run by the process: the compiled program with the real files and descriptors. Each thread is waited for, so
 * that it takes part however quick the program has become by what it ran before.
 */
const RUNNER = `
const { closeSync, openSync } = require('node:fs');
const { basename, join, resolve } = require('node:path');
const workers = require('node:worker_threads');
const { main } = require('./dist/cli/main.js');
const { ioOf } = require('./dist/cli/process/process-io.js');
const { Turns } = require('./dist/cli/stream/turns.js');

const bin = resolve('bin');
const pause = new Int32Array(new SharedArrayBuffer(4));
let threads = 0;
workers.Worker = class extends workers.Worker {
  constructor(path, options) {
    super(join(bin, basename(path)), options);
    const { memory, thread } = options.workerData;
    const turns = new Turns(memory);
    // One that cannot start never arrives.
    const latest = Date.now() + 20_000;
    while (!turns.hasArrived(thread) && Date.now() < latest) Atomics.wait(pause, 0, 0, 1);
    if (turns.hasArrived(thread)) threads++;
  }
};

process.on('message', async ({ words, directory, input }) => {
  process.chdir(directory);
  threads = 0;
  const descriptor = openSync(input);
  const status = await main(words, ioOf(descriptor));
  closeSync(descriptor);
  process.send({ status, threads });
});
`;

/** What runs lines, as OneProcess does. */
export type Runner = Pick<OneProcess, 'run'>;

/** One that is started by its first line, and ended after the tests of the file or the group that asks for it. */
export function sharedProcess(env?: NodeJS.ProcessEnv): Runner {
  let started: OneProcess | undefined;
  afterAll(() => {
    started?.end();
  });
  return { run: (line) => (started ??= new OneProcess(env)).run(line) };
}

/** What a command line writes by so many threads, some of which help, and by one: the same. */
export async function byThreads(shared: Runner, line: Line, jobs = 2): Promise<Outcome> {
  const by = (count: number): Promise<Ended> =>
    shared.run({ ...line, words: [...line.words, '--jobs', String(count)] });
  const { threads: helpers, ...one } = await by(1);
  const { threads, ...many } = await by(jobs);
  expect(many).toEqual(one);
  expect([helpers, threads > 0]).toEqual([0, true]);
  return one;
}

export class OneProcess {
  readonly #process: ChildProcess;
  readonly #directory = mkdtempSync(join(tmpdir(), 'one-process-'));
  readonly #input = join(this.#directory, 'input');
  readonly #output = join(this.#directory, 'output');
  readonly #error: string;
  /** Fulfilled when the lines before have ended. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param outputs whether both are one file, as a terminal shows them; it is called standard output */
  constructor(env: NodeJS.ProcessEnv = process.env, outputs: 'apart' | 'together' = 'apart') {
    this.#error = outputs === 'together' ? this.#output : join(this.#directory, 'error');
    const written = [this.#output, this.#error].map((path) => openSync(path, 'a'));
    this.#process = spawn(process.execPath, ['-e', RUNNER], {
      cwd: REPOSITORY,
      env,
      stdio: ['ignore', ...written, 'ipc'],
    });
    for (const descriptor of written) closeSync(descriptor);
  }

  run(line: Line): Promise<Ended> {
    const outcome = this.#last.then(() => this.#run(line));
    this.#last = outcome.catch(() => undefined);
    return outcome;
  }

  async #run({ words, directory, input = '' }: Line): Promise<Ended> {
    for (const path of [this.#output, this.#error]) truncateSync(path);
    writeFileSync(this.#input, input);
    const ended = await this.#send({ words, directory, input: this.#input });
    const stdout = readFileSync(this.#output, 'utf8');
    const stderr = this.#error === this.#output ? '' : readFileSync(this.#error, 'utf8');
    return { ...ended, stdout, stderr };
  }

  #send(line: Line & { readonly input: string }): Promise<Pick<Ended, 'status' | 'threads'>> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        const errors = readFileSync(this.#error, 'utf8');
        reject(new Error(`the process ended with: ${line.words.join(' ')}\n${errors}`));
      };
      this.#process.once('exit', end);
      this.#process.once('message', (ended) => {
        this.#process.off('exit', end);
        resolve(ended as Pick<Ended, 'status' | 'threads'>);
      });
      this.#process.send(line, (error) => {
        if (error !== null) reject(error);
      });
    });
  }

  end(): void {
    this.#process.kill();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
