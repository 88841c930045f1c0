/** @file The examples of a page, run in a shell. */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
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
import { PROGRAM, REPOSITORY } from '../support/program';
import { CONSOLE_BLOCK, type Example, examplesOf, filesOf } from './page';

const MARK = '@@ end of example @@';

/** What examples need that a machine may lack: words in the command, and how to ask for it. */
const OPTIONAL: readonly {
  readonly word: RegExp;
  readonly asked: readonly [string, ...string[]];
}[] = [
  ...['jq', 'parallel', 'rustc', 'Rscript'].map((name) => ({
    word: new RegExp(`(?:^|[|'"] ?)${name} `),
    asked: ['which', name] as const,
  })),
  { word: /numpy-model|sigmoid32|softplus32/, asked: ['python3', '-c', 'import numpy'] },
];

const answers = new Map<string, boolean>();

/** Whether the machine has it; asked once. */
function isThere([program, ...words]: readonly [string, ...string[]]): boolean {
  const key = [program, ...words].join(' ');
  const answer = answers.get(key) ?? spawnSync(program, words).status === 0;
  answers.set(key, answer);
  return answer;
}

/** Whether this machine can run the command. */
export function isRunnable({ command }: Example): boolean {
  return OPTIONAL.every(({ word, asked }) => !word.test(command) || isThere(asked));
}

export interface Ran {
  /** What each command prints, on standard output and standard error. */
  readonly outputs: readonly string[];
  /** The pictures that they write, by the names of the files. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Runs the commands of one block in one shell, in a folder with the files that the page shows. */
export function run(examples: readonly Example[], page: string): Ran {
  const directory = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    const bin = join(directory, 'bin');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'dezero-cli'),
      `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`,
    );
    writeFileSync(join(bin, 'npx'), '#!/bin/sh\nexec "$@"\n');
    for (const name of ['dezero-cli', 'npx']) chmodSync(join(bin, name), 0o755);
    mkdirSync(join(directory, 'node_modules'));
    symlinkSync(REPOSITORY, join(directory, 'node_modules/dezero-cli'));
    for (const [name, text] of filesOf(page)) {
      if (!name.includes('/')) writeFileSync(join(directory, name), text);
    }
    const script = examples
      .map((example) => `${isRunnable(example) ? example.command : ':'}\necho '${MARK}'`)
      .join('\n');
    const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${String(process.env['PATH'])}` },
    });
    const pictures = readdirSync(directory).filter((name) => name.endsWith('.svg'));
    return {
      outputs: stdout.split(`${MARK}\n`).slice(0, examples.length),
      pictures: new Map(
        pictures.map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
      ),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The page with what its examples print now, and the pictures that they write. */
export function withOutputs(page: string): { text: string; pictures: Map<string, string> } {
  const pictures = new Map<string, string>();
  const text = page.replace(CONSOLE_BLOCK, (block) => {
    const examples = examplesOf(block).flat();
    const ran = run(examples, page);
    for (const [name, picture] of ran.pictures) pictures.set(name, picture);
    const lines = examples.map(
      (example, i) =>
        `$ ${example.command}\n${isRunnable(example) ? (ran.outputs[i] ?? '') : example.output}`,
    );
    return `\`\`\`console\n${lines.join('')}\`\`\``;
  });
  return { text, pictures };
}
