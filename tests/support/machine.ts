/**
 * @file What tests need of a machine beside Node, bash and the programs of any Unix. Where it is missing
 * the tests that need it are skipped, and their names say what is missing; but where `CI` is set, as
 * `.ci/run` does, nothing may be missing that `.ci/run` installs.
 */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './program';

/** How to ask for what is no program of that name. */
const ASKED: Readonly<Record<string, string>> = {
  '/dev/full': 'test -c /dev/full',
  numpy: 'python3 -c "import numpy"',
  // It runs a program in a terminal of its own; the script of BSD has other options.
  'script of util-linux': 'script --version',
};

const answers = new Map<string, boolean>();

/** Whether the machine has it; asked once. */
export function has(need: string): boolean {
  const asked = ASKED[need] ?? `command -v ${need}`;
  const answer = answers.get(need) ?? spawnSync('sh', ['-c', asked]).status === 0;
  answers.set(need, answer);
  if (!answer && process.env['CI'] !== undefined && installedInCi().includes(need)) {
    throw new Error(`${need} is missing, which .ci/run installs`);
  }
  return answer;
}

function installedInCi(): string[] {
  const script = readFileSync(join(REPOSITORY, '.ci/run'), 'utf8');
  return /^programs='(.*)'$/m.exec(script)?.[1]?.split(' ') ?? [];
}

type Block<Body> = (name: string, body: Body) => void;

function where<Body>(
  needs: readonly string[],
  block: Block<Body> & { readonly skip: Block<Body> },
): Block<Body> {
  const missing = needs.filter((need) => !has(need)).join(', ');
  if (missing === '') return block;
  return (name, body) => {
    block.skip(`${name} (needs ${missing})`, body);
  };
}

/** A test of what needs these. */
export const testWith = (...needs: readonly string[]) => where<jest.ProvidesCallback>(needs, test);
/** Several of them. */
export const describeWith = (...needs: readonly string[]) =>
  where<jest.EmptyFunction>(needs, describe);
