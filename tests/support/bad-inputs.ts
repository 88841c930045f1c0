/** @file The command lines and inputs of the fixture bad-inputs.json, whose repeated texts are written out. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Repeated {
  readonly text: string;
  readonly times: number;
  readonly sep?: string;
  readonly tail?: string;
}

export interface BadInput {
  readonly args: readonly string[];
  readonly args_repeat?: Repeated & { readonly index: number };
  readonly stdin: string;
  readonly stdin_base64?: string;
  readonly stdin_repeat?: Repeated;
  readonly stdin_from?: string;
  readonly stdout_to?: '/dev/full' | 'head-1' | 'file-limit-8k';
  readonly stderr_to?: string;
  readonly stdout_json_lines?: boolean;
  readonly files?: Readonly<Record<string, string>>;
  readonly files_repeat?: Readonly<Record<string, Repeated>>;
  readonly file_equals?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeout_ms?: number;
  readonly expect: {
    readonly exit: number;
    readonly stderr_matches?: string;
    readonly stderr_not_matches?: string;
    readonly stdout_matches?: string;
    readonly stdout_not_matches?: string;
    readonly stdout_equals?: string;
    readonly stdout_lines?: number;
  };
  readonly file_not_matches?: Readonly<Record<string, string>>;
  readonly why: string;
}

const repeated = ({ text, times, sep = '', tail = '' }: Repeated): string =>
  Array<string>(times).fill(text).join(sep) + tail;

export function badInputs(): BadInput[] {
  const path = join(__dirname, '../fixtures/bad-inputs.json');
  return JSON.parse(readFileSync(path, 'utf8')) as BadInput[];
}

export function argsOf({ args, args_repeat }: BadInput): string[] {
  const words = [...args];
  if (args_repeat !== undefined) words[args_repeat.index] = repeated(args_repeat);
  return words;
}

export function stdinOf({ stdin, stdin_base64, stdin_repeat }: BadInput): string | Buffer {
  if (stdin_base64 !== undefined) return Buffer.from(stdin_base64, 'base64');
  return stdin_repeat === undefined ? stdin : repeated(stdin_repeat);
}

/** The files beside it, by name. */
export function filesOf({ files, files_repeat = {} }: BadInput): Record<string, string> {
  const long = Object.entries(files_repeat).map(([name, text]) => [name, repeated(text)] as const);
  return { ...files, ...Object.fromEntries(long) };
}
