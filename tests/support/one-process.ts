/**
 * @file Many command lines run by one process, one after the other: for what needs real files and a real
 * Node, but no process of its own, whose start takes longer than all else.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { REPOSITORY } from './program';
import type { Outcome } from './run-main';

export interface Line {
  readonly words: readonly string[];
  /** Where it runs. */
  readonly directory: string;
  /** Standard input. */
  readonly input?: string | Buffer | undefined;
}

interface Printed extends Outcome {
  /** Both outputs, as one terminal would show them. */
  readonly printed: string;
}

/** Run by the process: the compiled program with the real files, and strings for its streams. */
const RUNNER = `
const { main } = require('./dist/cli/main.js');
const { processIo } = require('./dist/cli/process/process-io.js');

async function run({ words, directory, input = '' }) {
  process.chdir(directory);
  const outcome = { stdout: '', stderr: '', printed: '' };
  const print = (stream, bytes) => {
    const text = Buffer.from(bytes).toString();
    outcome[stream] += text;
    outcome.printed += text;
  };
  const streams = {
    writeOutput: (bytes) => print('stdout', bytes),
    writeError: (text) => print('stderr', text),
    isTerminal: () => false,
    // Threads would write to the descriptor.
    threads: undefined,
  };
  let left = Buffer.from(input);
  const status = await main(words, {
    ...processIo,
    ...streams,
    openInput: (path) => ({ ...processIo.openInput(path), ...streams }),
    inputBytes: () => undefined,
    readInput(buffer) {
      const length = left.copy(buffer);
      left = left.subarray(length);
      return length;
    },
  });
  return { status, ...outcome };
}

process.on('message', (line) => void run(line).then((outcome) => process.send(outcome)));
`;

export class OneProcess {
  readonly #process: ChildProcess;
  /** What it writes to standard error past the program, as Node does where it fails. */
  #errors = '';
  /** Fulfilled when the lines before have ended. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(env: NodeJS.ProcessEnv = process.env) {
    this.#process = spawn(process.execPath, ['-e', RUNNER], {
      cwd: REPOSITORY,
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Bytes as bytes.
      serialization: 'advanced',
    });
    this.#process.stderr?.on('data', (text: Buffer) => (this.#errors += text.toString()));
  }

  run(line: Line): Promise<Printed> {
    const outcome = this.#last.then(() => this.#send(line));
    this.#last = outcome.catch(() => undefined);
    return outcome;
  }

  #send(line: Line): Promise<Printed> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        reject(new Error(`the process ended with: ${line.words.join(' ')}\n${this.#errors}`));
      };
      this.#process.once('exit', end);
      this.#process.once('message', (outcome) => {
        this.#process.off('exit', end);
        resolve(outcome as Printed);
      });
      this.#process.send(line, (error) => {
        if (error !== null) reject(error);
      });
    });
  }

  end(): void {
    this.#process.kill();
  }
}
