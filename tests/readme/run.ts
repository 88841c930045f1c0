/** @file The examples of a page, run as a shell would. */

import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has } from '../support/machine';
import { OneProcess } from '../support/one-process';
import { PROGRAM, REPOSITORY, plainWords } from '../support/program';
import { CONSOLE_BLOCK, type Example, examplesOf, filesOf } from './page';

/** What examples need that a machine may lack, by the words in their commands. */
const OPTIONAL: readonly (readonly [need: string, word: RegExp])[] = [
  ...['jq', 'parallel', 'python3', 'rustc', 'Rscript'].map(
    (name) => [name, new RegExp(`(?:^|[|'"] ?)${name} `)] as const,
  ),
  ['g++', /(?:^|[|'"] ?)g\+\+ /],
  ['numpy', /numpy-model|sigmoid32|softplus32/],
];

/** What the machine lacks to run the command. */
export const missingFor = ({ command }: Example): string[] =>
  OPTIONAL.flatMap(([need, word]) => (word.test(command) && !has(need) ? [need] : []));

/** Whether this machine can run the command. */
export const isRunnable = (example: Example): boolean => missingFor(example).length === 0;

export interface Ran {
  /** What each command prints, on standard output and standard error. */
  readonly outputs: readonly string[];
  /** The pictures that they write, by the names of the files. */
  readonly pictures: ReadonlyMap<string, string>;
}

/**
 * Runs the blocks of a page, each in a folder with the files that the page shows. What is one run of the
 * program and nothing else needs no shell, and all such share a process.
 */
export class PageRunner {
  readonly #files: ReadonlyMap<string, string>;
  readonly #programs = mkdtempSync(join(tmpdir(), 'readme-bin-'));
  readonly #env = { ...process.env, PATH: `${this.#programs}:${String(process.env['PATH'])}` };
  readonly #shared = new OneProcess(this.#env, 'together');

  constructor(page: string) {
    this.#files = filesOf(page);
    this.#addProgram('dezero-cli', `exec "${process.execPath}" "${PROGRAM}" "$@"`);
    this.#addProgram('npx', 'exec "$@"');
  }

  #addProgram(name: string, command: string): void {
    writeFileSync(join(this.#programs, name), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  }

  async run(block: readonly Example[]): Promise<Ran> {
    const directory = mkdtempSync(join(tmpdir(), 'readme-'));
    try {
      mkdirSync(join(directory, 'node_modules'));
      symlinkSync(REPOSITORY, join(directory, 'node_modules/dezero-cli'));
      for (const [name, text] of this.#files) {
        if (!name.includes('/')) writeFileSync(join(directory, name), text);
      }
      const outputs: string[] = [];
      for (const example of block) {
        outputs.push(isRunnable(example) ? await this.#printed(example.command, directory) : '');
      }
      const pictures = readdirSync(directory)
        .filter((name) => name.endsWith('.svg'))
        .map((name) => [name, readFileSync(join(directory, name), 'utf8')] as const);
      return { outputs, pictures: new Map(pictures) };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }

  async #printed(command: string, directory: string): Promise<string> {
    const [program, ...words] = plainWords(command.replace(/^npx /, '')) ?? [];
    if (program === 'dezero-cli') return (await this.#shared.run({ words, directory })).stdout;
    const script = `exec 2>&1\n${command}`;
    const options = { cwd: directory, encoding: 'utf8', env: this.#env } as const;
    return spawnSync('bash', ['-c', script], options).stdout;
  }

  end(): void {
    this.#shared.end();
    rmSync(this.#programs, { recursive: true, force: true });
  }
}

/** The page with what its examples print now, and the pictures that they write. */
export async function withOutputs(
  page: string,
): Promise<{ text: string; pictures: Map<string, string> }> {
  const runner = new PageRunner(page);
  const pictures = new Map<string, string>();
  const blocks: string[] = [];
  for (const examples of examplesOf(page)) {
    const ran = await runner.run(examples);
    for (const [name, picture] of ran.pictures) pictures.set(name, picture);
    const lines = examples.map(
      (example, i) =>
        `$ ${example.command}\n${isRunnable(example) ? (ran.outputs[i] ?? '') : example.output}`,
    );
    blocks.push(`\`\`\`console\n${lines.join('')}\`\`\``);
  }
  runner.end();
  return { text: page.replace(CONSOLE_BLOCK, () => blocks.shift() ?? ''), pictures };
}
