/** @file The collected bad inputs of the tests, but for those that need a shell or a full disk. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Input } from './command';

interface Repeated {
  readonly text: string;
  readonly times: number;
  readonly sep?: string;
  readonly tail?: string;
}

interface BadInput {
  readonly args: readonly string[];
  readonly args_repeat?: Repeated & { readonly index: number };
  readonly stdin: string;
  readonly stdin_base64?: string;
  readonly stdin_repeat?: Repeated;
  readonly stdin_from?: string;
  readonly stdout_to?: string;
  readonly stderr_to?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly files_repeat?: Readonly<Record<string, Repeated>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly why: string;
}

const repeated = ({ text, times, sep = '', tail = '' }: Repeated): string =>
  Array<string>(times).fill(text).join(sep) + tail;

function inputOf({ stdin, stdin_base64, stdin_repeat }: BadInput): Input {
  if (stdin_base64 !== undefined) return { bytes: Buffer.from(stdin_base64, 'base64') };
  return { bytes: Buffer.from(stdin_repeat === undefined ? stdin : repeated(stdin_repeat)) };
}

function toCommand(bad: BadInput): Command {
  const args = [...bad.args];
  if (bad.args_repeat !== undefined) args[bad.args_repeat.index] = repeated(bad.args_repeat);
  const long = Object.entries(bad.files_repeat ?? {}).map(([name, text]) => [name, repeated(text)]);
  return {
    topic: 'bad inputs',
    line: `${bad.args.map((arg) => JSON.stringify(arg)).join(' ')} # ${bad.why}`,
    args,
    env: bad.env ?? {},
    input: inputOf(bad),
    files: { ...bad.files, ...(Object.fromEntries(long) as Record<string, string>) },
  };
}

export function badInputs(): Command[] {
  const path = join(__dirname, '../../fixtures/bad-inputs.json');
  const all = JSON.parse(readFileSync(path, 'utf8')) as BadInput[];
  return all
    .filter((bad) => [bad.stdin_from, bad.stdout_to, bad.stderr_to].every((to) => to === undefined))
    .map(toCommand);
}
