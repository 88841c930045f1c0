/** @file The collected bad inputs of the tests, but for those that need a shell or a full disk. */

import { argsOf, type BadInput, badInputs, filesOf, stdinOf } from '../../support/bad-inputs';
import type { Command } from './command';

function toCommand(bad: BadInput): Command {
  return {
    topic: 'bad inputs',
    line: `${bad.args.map((arg) => JSON.stringify(arg)).join(' ')} # ${bad.why}`,
    args: argsOf(bad),
    env: bad.env ?? {},
    input: { bytes: Buffer.from(stdinOf(bad)) },
    files: filesOf(bad),
  };
}

export function badInputCommands(): Command[] {
  return badInputs()
    .filter((bad) => [bad.stdin_from, bad.stdout_to, bad.stderr_to].every((to) => to === undefined))
    .map(toCommand);
}
