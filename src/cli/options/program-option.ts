/** @file A program in any language as what is differentiated: --program, and what belongs to it. */

import { quote } from '../../core/text/quote';
import type { Command } from 'commander';
import { formatNumber } from '../../core/text/format-number';
import { MOST_EACH } from '../../core/partials/program';
import { TEXT } from '../../report/program-description';
import { UsageError } from '../errors';
import type { Trait } from './choice-option';
import type { Options } from './given';
import { addOptions, once, refuseAllWithout, refuseGiven, wholeNumber } from './options';

/** The timeout of a block of points, in seconds. */
const DEFAULT_TIMEOUT = 60;
/** Ten days; a timer of Node may run for 24. */
const MOST_TIMEOUT = 864000;

export function addProgramOptions(command: Command): void {
  command.optionsGroup('Programs:');
  const options = {
    '--program <command>': [
      'a program in any language, run with all your rights: it reads points, one a line, and ' +
        'prints for each the value and its partial derivatives',
      TEXT,
      'never proposed',
    ],
    '--names <names>': 'names for the numbers of a program, in its order: w,b or w[10],b',
    '--timeout <seconds>': `the longest that a program may take for a block of points (default: ${formatNumber(DEFAULT_TIMEOUT)})`,
  } as const;
  addOptions(command, options, 'goes with --program');
}

export function addCheckProgramOptions(command: Command): void {
  addProgramOptions(command);
  const options = {
    '--each': `check every partial of a program by itself; of more than ${formatNumber(MOST_EACH)}, random directions are asked first`,
    '--seed <number>': 'of the random directions (default: 1)',
    '--against <formula>':
      'compare a program with the exact value and gradient of a formula: how many digits it has',
    '--digits-needed <count>': 'with fewer digits the exit status is 1',
  };
  addOptions(command, options, 'goes with --program');
}

/** The timeout in milliseconds. @throws UsageError */
export function timeoutOf(options: Options): number {
  return 1000 * (wholeNumber('--timeout', options.timeout, 1, MOST_TIMEOUT) ?? DEFAULT_TIMEOUT);
}

const OF_PROGRAMS = ['--names', '--timeout', '--each', '--seed', '--against', '--digits-needed'];

/** The command of the program, if there is one. @throws UsageError where an option needs it */
export function programOf(options: Options): string | undefined {
  const command = once('--program', options.program);
  if (command !== undefined) return command;
  refuseGiven(options, OF_PROGRAMS, (flag) => `${flag} belongs to --program, which is missing`);
  return undefined;
}

/** @throws UsageError for options that have no meaning for a program, besides those of another trait */
export function refuseBesideProgram(command: Command, ...besides: readonly Trait[]): void {
  if (command.args.length > 0) {
    const program = String(command.getOptionValue('program'));
    const rest = command.args.join(' ');
    // A command in quotes is whole: what stands beside it is a formula, and check can compare the two.
    const isWhole = program.includes(' ') && command.name() === 'check';
    const hint = isWhole
      ? `to compare the two: --against ${quote(rest)}`
      : `use one, and put a command of several words in quotes: --program ${quote(`${program} ${rest}`)}`;
    throw new UsageError(`--program says what to differentiate, and so does the formula; ${hint}`);
  }
  const traits = ['goes with --program', ...besides] as const;
  refuseAllWithout(traits, command, (flag) => `${flag} does not go with --program`);
}
