/** @file The parts of the README and the guide that the program makes: outputs of examples, the function table. */

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
import { catalogue } from '../../src/functions/catalogue';
import { LIST_HEADS, listRow } from '../../src/report/functions';
import { PROGRAM, REPOSITORY } from '../support/program';

export const README = join(REPOSITORY, 'README.md');

export function readReadme(): string {
  return readFileSync(README, 'utf8');
}

/** The pages of the guide, whose examples are run as those of the README. */
export function guidePages(): string[] {
  const folder = join(REPOSITORY, 'docs');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** Where the page has its pictures. */
export const PICTURES = join(REPOSITORY, 'docs');

/** One command of a console block, with the output that the page shows. */
export interface Example {
  readonly command: string;
  readonly output: string;
}

const CONSOLE_BLOCK = /```console\n([\s\S]*?)```/g;
const SOURCE_BLOCK =
  /```(?:js|ts|python|cpp|rust|r|awk|make|yaml)\n(?:\/\/|#) (\S+)\n([\s\S]*?)```/g;
const MARK = '@@ end of example @@';

/** The examples of each console block. */
export function examplesOf(page: string): Example[][] {
  return [...page.matchAll(CONSOLE_BLOCK)].map(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((text) => {
        const end = text.indexOf('\n');
        return { command: text.slice(0, end), output: text.slice(end + 1) };
      }),
  );
}

/** The files that the page shows, by the name in their first line. */
export function filesOf(page: string): Map<string, string> {
  return new Map([...page.matchAll(SOURCE_BLOCK)].map(([, name = '', text = '']) => [name, text]));
}

/** What examples need that a machine may lack: words in the command, and how to ask for it. */
const OPTIONAL: readonly {
  readonly word: RegExp;
  readonly asked: readonly [string, ...string[]];
}[] = [
  ...['jq', 'parallel', 'rustc', 'Rscript'].map((name) => ({
    word: new RegExp(`(?:^|[|'"] ?)${name} `),
    asked: ['which', name] as const,
  })),
  { word: /numpy-model|sigmoid32/, asked: ['python3', '-c', 'import numpy'] },
];
const LACKING = OPTIONAL.filter(({ asked: [program, ...words] }) => {
  return spawnSync(program, words).status !== 0;
});

/** Whether this machine can run the command. */
export function isRunnable({ command }: Example): boolean {
  return !LACKING.some(({ word }) => word.test(command));
}

/** Runs the commands of one block in one shell, in a folder with the files that the page shows. */
export function run(examples: readonly Example[], page: string): string[] {
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
    return stdout.split(`${MARK}\n`).slice(0, examples.length);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The pictures of the page by their names, each as the example that writes it makes it now. */
export function picturesOf(page: string): Map<string, string> {
  const pictures = new Map<string, string>();
  for (const { command } of examplesOf(page).flat()) {
    const [, name] = / --output (\S+\.svg)$/.exec(command) ?? [];
    if (name === undefined) continue;
    const [text = ''] = run([{ command: `${command} && cat ${name}`, output: '' }], page);
    pictures.set(name, text);
  }
  return pictures;
}

const TABLE = /(<!-- functions: [^\n]*-->\n)[\s\S]*?(<!-- \/functions -->)/;

/** The table of functions, in Markdown. */
export function functionTable(): string {
  const rows = [...catalogue.entries, ...catalogue.operations].map((entry) => {
    const [name = '', formula = '', derivative = '', ...rest] = listRow(entry);
    return [code(name), code(formula), code(derivative), ...rest.map(inCell)];
  });
  const heads: readonly string[] = LIST_HEADS;
  const lines = [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`);
  return lines.join('');
}

/** Text in a cell of a Markdown table, where a bar ends it. */
function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Code in a cell of a Markdown table. */
function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

export function withTable(page: string): string {
  return page.replace(TABLE, (_, start: string, end: string) => start + functionTable() + end);
}

/** The page with what its examples print now. */
export function withOutputs(page: string): string {
  return page.replace(CONSOLE_BLOCK, (block) => {
    const examples = examplesOf(block).flat();
    const outputs = run(examples, page);
    const lines = examples.map(
      (example, i) =>
        `$ ${example.command}\n${isRunnable(example) ? (outputs[i] ?? '') : example.output}`,
    );
    return `\`\`\`console\n${lines.join('')}\`\`\``;
  });
}

/** The README with what the program prints now. */
export function refreshed(page: string): string {
  return withTable(withOutputs(page));
}
